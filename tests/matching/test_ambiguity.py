"""A name that could be several units is proposed to a person, with the rivals named."""

import pytest

from listed import listed, rows
from pilotdiff.model import Outcome

CASES = [
    # a bare name against two placed ones, in either order of the lists
    (["//鼓楼区"], ["江苏省/南京市/鼓楼区", "河南省/开封市/鼓楼区"], {"review": 1, "new": 1}),
    (["江苏省/南京市/鼓楼区", "河南省/开封市/鼓楼区"], ["//鼓楼区"], {"review": 1, "dropped": 1}),
    # the place that is stated decides
    (
        ["河南省//鼓楼区"],
        ["江苏省/南京市/鼓楼区", "河南省/开封市/鼓楼区"],
        {"promoted": 1, "new": 1},
    ),
    (["河南省//鼓楼区"], ["河南省/安阳市/鼓楼区", "河南省/开封市/鼓楼区"], {"review": 1, "new": 1}),
    # a whole path beside a bare name: the whole path is certain, the bare name is told
    (["//砀山县"], ["安徽省/宿州市/砀山县"], {"promoted": 1}),
    (["//鼓楼区"], ["河南省/开封市/鼓楼区"], {"review": 1}),
]


@pytest.mark.parametrize(("ours", "theirs", "wanted"), CASES)
def test_what_no_place_tells_apart(
    ours: list[str], theirs: list[str], wanted: dict[str, int]
) -> None:
    found = [row.outcome.value for row in rows(listed(ours), listed(theirs))]
    assert {outcome: found.count(outcome) for outcome in found} == wanted


@pytest.mark.parametrize(("ours", "theirs"), [case[:2] for case in CASES])
def test_the_rows_do_not_depend_on_their_order(ours: list[str], theirs: list[str]) -> None:
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
