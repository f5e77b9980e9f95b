"""Units that a table sets below the heading of those that failed."""

from typing import Any

import pytest

from casefile import cases
from listed import units_of


@pytest.mark.parametrize("case", cases("census_parts", "failed"))
def test_what_is_told_of_units_that_failed(case: dict[str, Any]) -> None:
    """A number there counts, and a row that denies its unit is none."""
    units = units_of(case["text"], "list.csv")
    assert [f"{each.line} {each.text}" for each in units.census.doubtful] == case["told"]
