"""Where a pairing is believed, proposed, or not spoken of; and that nothing is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import making
from casefile import cases
from listed import listed, rows
from pilotdiff.matching import Matching
from pilotdiff.model import Change, Outcome, Pairing
from pilotdiff.outcomes import ACCEPT, ACCEPT_FEW, DEFAULT, MARGIN, PROPOSE, judge
from pilotdiff.outcomes.implied import halves_of_both

PLACE = ("四川省", "成都市", "金堂县", "又新镇")
BELOW = 1e-9


def outcomes(confidence: float, margin: float) -> list[Outcome]:
    """The outcomes of one pilot and one result that such a pairing joins."""
    pilot = making.unit(*PLACE, "清江村", id="1")
    result = making.unit(*PLACE, "清河村", id="1")
    pairing = Pairing(pilot, result, "features", confidence, margin, "")
    found = judge(making.units("p", [pilot]), making.units("r", [result]), Matching((pairing,), {}))
    return [row.outcome for row in found]


@pytest.mark.parametrize(
    ("confidence", "margin", "wanted"),
    [
        (1.0, 1.0, [Outcome.RENAMED]),
        (ACCEPT, MARGIN, [Outcome.RENAMED]),
        (ACCEPT - BELOW, 1.0, [Outcome.REVIEW]),
        (1.0, MARGIN - BELOW, [Outcome.REVIEW]),
        (PROPOSE, 0.0, [Outcome.REVIEW]),
        (PROPOSE - BELOW, 1.0, [Outcome.DROPPED, Outcome.NEW]),
        (0.0, 0.0, [Outcome.DROPPED, Outcome.NEW]),
    ],
)
def test_thresholds(confidence: float, margin: float, wanted: list[Outcome]) -> None:
    assert outcomes(confidence, margin) == wanted


def test_in_lists_of_a_chosen_few_more_is_asked_for() -> None:
    unit = making.unit(*PLACE, "清江村", id="1")
    pairing = Pairing(unit, unit, "features", ACCEPT, 1.0, "")
    assert DEFAULT.accepts(pairing)
    assert not DEFAULT.accepts(pairing._replace(few=True))
    assert DEFAULT.accepts(pairing._replace(few=True, confidence=ACCEPT_FEW))


def test_a_result_that_stands_in_two_pairings_is_a_bug_that_shows() -> None:
    pilots = [making.unit(*PLACE, name, id=name) for name in ("清江村", "清河村")]
    result = making.unit(*PLACE, "清江村", id="1")
    twice = tuple(Pairing(pilot, result, "features", 1.0, 1.0, "") for pilot in pilots)
    with pytest.raises(AssertionError):
        judge(making.units("p", pilots), making.units("r", [result]), Matching(twice, {}))


def test_a_dropped_pilot_is_told_what_came_nearest() -> None:
    pilots = listed(["/".join((*PLACE, "清江村"))])
    (row,) = judge(
        pilots, listed(["/".join((*PLACE, "甲乙村"))]), Matching((), {"1": "nearest: x"})
    )[:1]
    assert (row.outcome, row.reason) == (Outcome.DROPPED, "nearest: x")


WRITTEN = """和平村/和平社区/东街社区/西街社区/东西街社区 !由东街社区、西街社区合并/桑梓一村/
桑梓二村/付家村 !并入傅家村/傅家村/〓家村 ~B5/清江村/柳江社区 <清江村/青江社区 !从柳江社区析出"""
NAMES = st.sampled_from(WRITTEN.replace("\n", "").split("/"))
TOWNS = st.sampled_from(["又新镇", "竹篙镇"])
COMMUNITIES = st.tuples(TOWNS, NAMES).map(lambda t: "四川省/成都市/金堂县/" + "/".join(t))
UNITS = COMMUNITIES | TOWNS.map("四川省/成都市/金堂县/{}".format) | st.just("四川省/成都市/金堂县")
LISTS = st.lists(UNITS, max_size=14)


@given(LISTS, LISTS)
def test_every_entry_stands_in_exactly_one_row(ours: list[str], theirs: list[str]) -> None:
    pilots, results = listed(ours), listed(theirs)
    found = rows(pilots, results)
    assert [row.pilot.id for row in found if row.pilot] == [unit.id for unit in pilots.units]
    assert sorted(int(row.result.id) for row in found if row.result) == [
        int(unit.id) for unit in results.units
    ]


@given(LISTS, LISTS)
def test_outcomes_and_ends_and_changes_agree(ours: list[str], theirs: list[str]) -> None:
    levels = {unit.level for unit in listed(theirs).units}
    for row in rows(listed(ours), listed(theirs)):
        ends = (row.pilot is not None, row.result is not None)
        told = set(row.changes)
        assert row.reason
        assert list(row.changes) == sorted(told, key=list(Change).index)
        match row.outcome:
            case Outcome.PROMOTED:
                assert ends == (True, True)
                assert not told & {Change.NAME, Change.KIND, Change.PARENT}
            case Outcome.RENAMED:
                assert ends == (True, True)
                assert told & {Change.NAME, Change.KIND, Change.PARENT}
            case Outcome.REVIEW:
                assert ends == (True, True)
            case Outcome.DROPPED:
                assert ends == (True, False)
                assert row.pilot.level in levels  # type: ignore[union-attr]
                assert not told
            case Outcome.MERGED:
                assert ends == (True, False)
                assert row.other
            case Outcome.SPLIT:
                assert ends == (False, True)
                assert row.other
            case Outcome.REPEATED:
                assert ends in ((True, False), (False, True))
                assert row.other
            case Outcome.NOT_ELIGIBLE:
                assert ends == (True, False)
                assert row.pilot.level not in levels  # type: ignore[union-attr]
                assert not told
            case Outcome.NEW:
                assert ends == (False, True)
                assert not told


@given(LISTS)
def test_a_list_against_itself_is_all_promoted(ours: list[str]) -> None:
    found = rows(listed(ours), listed(ours))
    assert {row.outcome for row in found} <= {Outcome.PROMOTED, Outcome.REPEATED}


@given(LISTS, LISTS)
def test_swapped_lists_balance(ours: list[str], theirs: list[str]) -> None:
    there, back = rows(listed(ours), listed(theirs)), rows(listed(theirs), listed(ours))
    assert sum(row.pilot is None for row in there) == sum(row.result is None for row in back)


@pytest.mark.parametrize("case", cases("outcomes_parts", "joint"))
def test_a_joint_name(case: dict[str, Any]) -> None:
    one, other, whole, wanted = case["one"], case["other"], case["whole"], case["wanted"]
    made = [
        other.startswith(head) and other.endswith(end) for head, end in halves_of_both(one, whole)
    ]
    assert any(made) is wanted
