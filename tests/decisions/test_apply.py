from typing import Any

import pytest

from casefile import cases
from making import unit, units
from pilotdiff.decisions import Why, apply
from pilotdiff.decisions.digests import digest
from pilotdiff.decisions.table import Book, FiledDecision
from pilotdiff.decisions.unit_names import UnitNames
from pilotdiff.model import Decision, DivisionPath, UserError, Verdict, Wildcard

TOWN = ("甲省", "乙市", "丙县", "丁镇")
ONE, TWO = unit(*TOWN, "东风村", id="1"), unit(*TOWN, "清水村", id="2")
TWINS = unit(*TOWN, "和平村", id="3"), unit(*TOWN, "和平村", id="4")
PILOTS = units("p.csv", (ONE, TWO, *TWINS))
A, B = unit(*TOWN, "东风社区", id="a"), unit(*TOWN, "清水社区", id="b")
RESULTS = units("r.csv", (A, B))


def book(*said: Any) -> Any:
    """(pilot, result, verdict, digest) from line 2 on."""
    filed = [
        FiledDecision(Decision(pilot, result, Verdict(verdict), "me", "", "", *digest), line)
        for line, (pilot, result, verdict, *digest) in enumerate(said, start=2)
    ]
    return Book("d.csv", "", tuple(filed))


def test_names_find_their_units_and_ids_do_where_names_repeat() -> None:
    held = apply(book((ONE.name, A.name, "same"), ("4", "b", "different")), PILOTS, RESULTS)
    assert [(r.pilot, r.result) for r in held.rulings] == [(ONE, A), (TWINS[1], B)]
    assert held.stale == ()


def test_a_name_is_written_as_it_is_found() -> None:
    names = UnitNames(PILOTS.units)
    assert [names.of(each) for each in PILOTS.units] == [ONE.name, TWO.name, "3", "4"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("无名村", A.name, "same"), Why.NO_PILOT),
        ((ONE.name, "无名社区", "same"), Why.NO_RESULT),
        ((TWINS[0].name, A.name, "same"), Why.SEVERAL_PILOTS),
        ((ONE.name, A.name, "same", "0" * 12), Why.CHANGED),
    ],
)
def test_a_stale_verdict_is_told_and_not_applied(said: Any, why: Any) -> None:
    held = apply(book(said), PILOTS, RESULTS)
    assert held.rulings == ()
    assert [(stale.why, stale.filed.line) for stale in held.stale] == [(why, 2)]


def test_the_digest_holds_while_the_entries_read_alike() -> None:
    seen = digest(ONE, A)
    assert apply(book((ONE.name, A.name, "same", seen)), PILOTS, RESULTS).rulings
    for other in (
        ONE._replace(entry=ONE.entry._replace(raw="东风 村")),
        ONE._replace(entry=ONE.entry._replace(category="便民型")),
        ONE._replace(path=DivisionPath(*TOWN[:3], "戊镇", "东风村")),
    ):
        assert digest(other, A) != seen
    assert digest(ONE._replace(id="9", entry=ONE.entry._replace(line=7)), A) == seen


def test_a_damaged_name_is_found_as_the_answer_shows_it() -> None:
    entry = unit(*TOWN, "〓水村", id="9")
    damaged = entry._replace(entry=entry.entry._replace(wildcards=(Wildcard(),)))
    sound = unit(*TOWN, "清水村", id="c")
    lists = units("p.csv", [damaged]), units("r.csv", [sound])
    for name in (damaged.name, sound.name):
        assert apply(book((name, sound.name, "same")), *lists).rulings[0].pilot is damaged


@pytest.mark.parametrize("case", cases("handed_back", "contradicting"))
def test_verdicts_that_contradict_each_other_are_an_error(case: dict[str, Any]) -> None:
    with pytest.raises(UserError, match=r"d\.csv, line 2 and line 4 contradict"):
        apply(book(*case["said"]), PILOTS, RESULTS)


def test_what_is_stale_or_said_twice_contradicts_nothing() -> None:
    stale = (ONE.name, A.name, "different", "0" * 12)
    held = apply(book(stale, *[(ONE.name, A.name, "same")] * 2), PILOTS, RESULTS)
    assert [r.decision.verdict for r in held.rulings] == ["same", "same"]
    several = [(ONE.name, each.name, "different") for each in (A, B)]
    assert len(apply(book(*several), PILOTS, RESULTS).rulings) == 2
