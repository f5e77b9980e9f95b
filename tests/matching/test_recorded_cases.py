"""What comes of units of which the official record says something: cases/matching_recorded.toml."""

from typing import Any

import pytest

from casefile import cases
from listed import listed, rows, shown


@pytest.mark.parametrize("case", cases("matching_recorded", "rows"))
def test_rows_of_two_lists(case: dict[str, Any]) -> None:
    pilots, results = listed(case["pilots"]), listed(case["results"])
    found = rows(pilots, results)
    assert [shown(row) for row in found] == case["wanted"]
    if "rule" in case:
        assert {row.pairing.rule for row in found if row.pairing} == {case["rule"]}
    back = rows(results, pilots) if "back" in case else ()
    assert [shown(row) for row in back] == case.get("back", [])
    assert all(said in str(row.reason) for row in (*found, *back) for said in case.get("said", ()))
