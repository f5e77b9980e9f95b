"""Two lists as they are served."""

from typing import Any

import pytest

import pilotdiff
from pilotdiff.language import ENGLISH
from pilotdiff.record import RecordYear
from pilotdiff.service import ServedList, ServedRecord

NAMES = (
    "长沙县金井镇",
    "长沙县开慧镇",
    "长沙县果园镇田汉村",
    "长沙县黄兴镇和平社区",
    "宁乡市双江口镇和平社区",
    "南昌市西湖区桃花镇",
)


@pytest.fixture(scope="session")
def served() -> ServedList:
    """A list of six units, two of them namesakes."""
    units = pilotdiff.read(list(NAMES), title="示范单位名单")
    return ServedList(units, ENGLISH, RecordYear(2020))


@pytest.fixture(scope="session")
def record() -> ServedRecord:
    """The official record."""
    return ServedRecord(ENGLISH)


@pytest.fixture(params=["served", "record"])
def either(request: Any) -> Any:
    """The list, then the record."""
    return request.getfixturevalue(request.param)
