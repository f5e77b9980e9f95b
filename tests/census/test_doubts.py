"""What the census doubts of made-up lists (tests/cases/census_doubts.toml)."""

from typing import Any

import pytest

from casefile import cases
from listed import units_of


@pytest.mark.parametrize("case", cases("census_doubts", "doubts"))
def test_what_is_doubted(case: dict[str, Any]) -> None:
    units = units_of(case["text"])
    assert [line.text for line in units.census.doubtful] == case["wanted"]


def test_a_zone_before_a_colon_ends_the_heading_and_keeps_its_city() -> None:
    rows = "东岭村、西岭村\n高新区：南岭村\n常州市金坛区\n黑溪镇：北岭村"
    units = units_of(f"名单\n常州市武进区\n{rows}\n")
    (within,) = [unit for unit in units.units if unit.own == "南岭村"]
    assert within.path[1:3] == ("常州市", "高新区")
    assert [line.text for line in units.census.doubtful] == ["南岭村"]
