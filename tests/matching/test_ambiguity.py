"""A name that could be several units is proposed to a person, with the rivals named."""

from typing import Any

import pytest

from casefile import cases
from listed import listed, rows
from pilotdiff.model import Outcome


@pytest.mark.parametrize("case", cases("matching_places", "untold"))
def test_what_no_place_tells_apart(case: dict[str, Any]) -> None:
    found = [row.outcome.value for row in rows(listed(case["ours"]), listed(case["theirs"]))]
    assert {outcome: found.count(outcome) for outcome in found} == case["wanted"]


@pytest.mark.parametrize("case", cases("matching_places", "untold"))
def test_the_rows_do_not_depend_on_their_order(case: dict[str, Any]) -> None:
    ours, theirs = case["ours"], case["theirs"]

    def told(units: list[str], others: list[str]) -> set[tuple[str, ...]]:
        return {
            (row.outcome.value, *(unit.name if unit else "" for unit in (row.pilot, row.result)))
            for row in rows(listed(units), listed(others))
        }

    assert told(ours[::-1], theirs[::-1]) == told(ours, theirs)


def test_the_rivals_are_named() -> None:
    (row, _) = rows(listed(["//朝阳区"]), listed(["北京市//朝阳区", "吉林省/长春市/朝阳区"]))
    assert row.outcome is Outcome.REVIEW
    assert row.pairing is not None
    assert row.pairing.margin == 0
    told = {row.pairing.result.name, row.pairing.runner_up}
    assert told == {"北京市朝阳区", "吉林省长春市朝阳区"}
    assert row.pairing.runner_up in str(row.reason)


def test_no_place_is_claimed_where_none_is_stated() -> None:
    (row,) = rows(listed(["//清岗县"]), listed(["//清岗县"]))
    assert "place" in str(row.reason)
    assert "in the same place" not in str(row.reason)
