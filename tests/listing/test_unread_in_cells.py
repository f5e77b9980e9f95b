"""What stands among names in a cell and is read as none is told."""

from typing import Any

import pytest

from casefile import cases
from listed import units_of
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.model import DoubtfulLine, LeftOut

# The cells, what is told of them, and how many units they give.


@pytest.mark.parametrize("case", cases("lines_and_names", "no_name_in_cell"))
def test_what_is_no_name_in_a_cell_of_names_is_told(case: dict[str, Any]) -> None:
    cell, wanted, number = case["cell"], case["wanted"], case["number"]
    text = f"县,单位\n沅江市,{cell}\n永定区,东岭镇\n永定区,西岭镇"
    found = ListedUnits.of(units_of(text, "list.csv"))
    said: list[LeftOut | DoubtfulLine] = [*found.census.missing, *found.census.doubtful]
    assert [one.text for one in said if one.line == 2] == wanted
    assert sum(unit.entry.line == 2 for unit in found.units) == number


@pytest.mark.parametrize(
    ("county", "told"), [("天门市", False), ("南漳县", True)], ids=["of-the-province", "of-a-city"]
)
def test_a_blank_city_is_told_where_there_is_one_to_fill(county: str, told: bool) -> None:
    rows = f"省,市,县,村\n湖北省,襄阳市,谷城县,东岭村\n湖北省,,{county},西岭村\n"
    units = units_of(rows, "list.csv")
    assert bool(units.census.doubtful) is told
