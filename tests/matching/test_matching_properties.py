"""What holds of any two lists, whatever the order of their rows."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listed import listed
from pilotdiff.matching import match, partitions
from pilotdiff.model import Pairing, Units

PROVINCES = st.sampled_from(["四川省", "湖南省"])
COUNTIES = st.sampled_from(["成都市/金堂县", "成都市/温江区", "乐山市/市中区", "内江市/市中区"])
TOWNSHIPS = st.sampled_from(["赵镇街道", "赵镇", "新村街道", "新村乡", "古城镇"])
COMMUNITIES = st.sampled_from(
    """和平村/和平社区/东街社区/西街社区/东西街社区/桑梓一村/桑梓二村/桑梓村/付家村/傅家村/
    〓家村 ~B5/清江村/柳江社区 <清江村/青江社区/古城社区""".replace("\n    ", "").split("/")
)
PATHS = st.tuples(PROVINCES, COUNTIES, TOWNSHIPS, COMMUNITIES).map("/".join)
ELIDED = st.tuples(TOWNSHIPS, COMMUNITIES).map(lambda parts: "///" + "/".join(parts))
# Rows of one text stand for one unit, so each text is listed once.
WHOLE = st.lists(PATHS, max_size=14, unique=True)
LISTS = st.lists(PATHS | ELIDED, max_size=14, unique=True)


def pairs(pilots: Units, results: Units) -> dict[tuple[str, str], Pairing]:
    """The pairings by what is written of both ends."""
    return {(_written(p.pilot), _written(p.result)): p for p in match(pilots, results).pairings}


def _written(unit: object) -> str:
    return f"{unit.path} {unit.entry.former} {unit.entry.wildcards}"  # type: ignore[attr-defined]


def facts(pairing: Pairing) -> tuple[object, ...]:
    return (pairing.rule, pairing.confidence, pairing.margin, pairing.runner_up, pairing.reason)


@given(LISTS, LISTS)
def test_no_unit_is_paired_twice_and_figures_are_in_range(
    ours: list[str], theirs: list[str]
) -> None:
    found = match(listed(ours), listed(theirs)).pairings
    for ends in ([p.pilot for p in found], [p.result for p in found]):
        assert max(Counter(map(id, ends)).values(), default=1) == 1
    for pairing in found:
        assert pairing.pilot.level is pairing.result.level
        assert 0 <= pairing.confidence <= 1
        assert 0 <= pairing.margin <= 1
        assert pairing.margin <= pairing.confidence
        assert pairing.reason
        assert bool(pairing.runner_up) or pairing.margin == pairing.confidence


@given(LISTS, LISTS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    ours: list[str], theirs: list[str], chance: random.Random
) -> None:
    first = pairs(listed(ours), listed(theirs))
    mixed = chance.sample(ours, len(ours)), chance.sample(theirs, len(theirs))
    again = pairs(listed(mixed[0]), listed(mixed[1]))
    assert {ends: facts(p) for ends, p in first.items()} == {
        ends: facts(p) for ends, p in again.items()
    }


@given(LISTS, LISTS)
def test_the_same_lists_give_the_same_answer(ours: list[str], theirs: list[str]) -> None:
    pilots, results = listed(ours), listed(theirs)
    assert match(pilots, results) == match(pilots, results)


@given(LISTS)
def test_a_list_against_itself_pairs_every_unit_with_itself(ours: list[str]) -> None:
    pilots, results = listed(ours), listed(ours)
    found = {p.pilot.id: (p.result.id, p.rule) for p in match(pilots, results).pairings}
    assert found == {unit.id: (unit.id, "exact") for unit in pilots.units}


@given(WHOLE, WHOLE)
def test_the_certain_pairs_are_the_same_the_other_way_round(
    ours: list[str], theirs: list[str]
) -> None:
    there = pairs(listed(ours), listed(theirs))
    back = pairs(listed(theirs), listed(ours))
    exact = {ends for ends, p in there.items() if p.rule == "exact" and not p.moved}
    assert exact == {(a, b) for (b, a), p in back.items() if p.rule == "exact" and not p.moved}


@settings(max_examples=5, deadline=None)
@given(st.lists(PATHS, min_size=1, max_size=14), st.lists(PATHS, min_size=1, max_size=14))
def test_on_several_cores_the_answer_is_the_same(ours: list[str], theirs: list[str]) -> None:
    pilots, results = listed(ours), listed(theirs)
    alone = match(pilots, results)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(partitions, "PAYS", 0)
        patch.setattr(partitions, "cores", lambda: 2)
        assert match(pilots, results) == alone


def test_several_cores_are_used_when_it_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def side_by_side(
        work: list[partitions.Partition], cores: int, done: object
    ) -> list[partitions.PartitionAnswer]:
        asked.append(cores)
        return list(partitions._in_turn(work, done))  # type: ignore[arg-type]

    monkeypatch.setattr(partitions, "_side_by_side", side_by_side)
    monkeypatch.setattr(partitions, "PAYS", 4)
    monkeypatch.setattr(partitions, "cores", lambda: 2)
    both = ["四川省/成都市/金堂县/赵镇", "湖南省/常德市/津市市/新洲镇"]
    match(listed(both), listed(both))
    match(listed(both[:1]), listed(both[:1]))
    assert asked == [2]


def test_progress_is_told_to_the_end() -> None:
    both = ["四川省/成都市/金堂县/赵镇", "湖南省/常德市/津市市/新洲镇", "湖南省/常德市/津市市"]
    told: list[tuple[int, int]] = []
    match(listed(both), listed(both), progress=lambda dealt, total: told.append((dealt, total)))
    assert told == [(2, 6), (4, 6), (6, 6)]
