"""Names that hardly any unit has."""

from typing import Any

import pytest

from casefile import cases
from pilotdiff.census.doubtful.odd_names import odd_names
from pilotdiff.census.doubtful.unit_views import UnitViews
from pilotdiff.model import DivisionPath, Entry, Level, Unit


@pytest.mark.parametrize("case", cases("census_parts", "misread_parent"))
def test_parents_that_may_be_misread_are_told(case: dict[str, Any]) -> None:
    path, told = tuple(case["path"]), case["told"]
    entry = Entry("东岭村", "东岭村", 1, columns=path)
    unit = Unit(entry, "u1", Level.COMMUNITY, DivisionPath._make(path), "东岭村")
    assert [each.text for each in odd_names(UnitViews([unit]))] == told
