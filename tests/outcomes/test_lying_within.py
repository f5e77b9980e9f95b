"""A unit that one list alone has names what of the other list lies in it, or what it lies in."""

from typing import Any

import pytest

from casefile import cases
from listed import listed, rows
from pilotdiff.outcomes.lying_within import with_lying_within

CITY, COUNTY, TOWN = "河北省/清州市", "河北省/清州市/白溪县", "河北省/清州市/白溪县/石桥镇"

# Both lists, and of which rows the reason names another unit of them.


@pytest.mark.parametrize("case", cases("outcomes_parts", "lying_within"))
def test_each_row_names_the_other(case: dict[str, Any]) -> None:
    ours, theirs, named = case["ours"], case["theirs"], case["named"]
    found = with_lying_within(rows(listed(ours), listed(theirs)))
    assert len(found) == len(named)
    for row, name in zip(found, named, strict=True):
        assert name in str(row.reason)
        assert bool(name) == ("lie" in str(row.reason))


def test_of_many_a_few_are_named() -> None:
    towns = [f"河北省/清州市/白溪县/{name}镇" for name in ("石桥", "柳林", "东坪", "双槐")]
    row, *_ = with_lying_within(rows(listed([COUNTY]), listed(towns)))
    assert str(row.reason).count("镇") == 3
    assert str(row.reason).endswith("…")
