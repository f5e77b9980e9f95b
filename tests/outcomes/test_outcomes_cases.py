"""What becomes of every entry: outcomes, changes, mergers and splits."""

from typing import Any

import pytest

from casefile import cases
from listed import listed, rows, shown
from pilotdiff.outcomes import DEFAULT, Thresholds


@pytest.mark.parametrize("case", cases("outcomes", "rows"))
def test_rows_of_two_lists(case: dict[str, Any]) -> None:
    bold = Thresholds(few=case.get("few", DEFAULT.few))
    found = rows(listed(case["pilots"]), listed(case["results"]), bold)
    assert [shown(row) for row in found] == case["wanted"]
    if "restored" in case:
        assert [row.pilot.name for row in found if row.pilot] == [case["restored"]]
    if "says" in case:
        alone = [row for row in found if not row.pairing]
        assert alone
        assert all(case["says"] in str(row.reason) for row in alone)
