"""What a reason says of two names that differ in one character."""

from typing import Any

import pytest

import making
from casefile import cases
from pilotdiff.language import ENGLISH
from pilotdiff.matching import match

PLACE = ("甲省", "乙市", "丙县", "丁镇")


@pytest.mark.parametrize("case", cases("matching_places", "slip"))
def test_only_a_slip_is_called_one(case: dict[str, Any]) -> None:
    pilots = making.units("p", [making.unit(*PLACE, case["pilot"])])
    results = making.units("r", [making.unit(*PLACE, case["result"])])
    (pairing,) = match(pilots, results).pairings
    assert ENGLISH(pairing.reason).startswith(case["said"])
