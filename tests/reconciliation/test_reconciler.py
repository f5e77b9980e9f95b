"""The decided answer: what everybody is told of two lists, once."""

from dataclasses import replace
from typing import Any

from making import unit, units
from pilotdiff.decisions.apply import Why
from pilotdiff.decisions.table import Book, FiledDecision
from pilotdiff.filing import filed
from pilotdiff.model import Decision, Outcome, SourceKind, Units, Verdict
from pilotdiff.reconciliation import Reconciler

TOWN = ("甲省", "乙市", "丙县", "丁镇")


def villages(name: str, *names: str) -> Units:
    return units(name, [unit(*TOWN, one, id=str(at), line=at) for at, one in enumerate(names, 1)])


def book(*verdicts: tuple[str, str, str]) -> Book:
    prefix = "".join(TOWN)
    made = (
        Decision(prefix + a, prefix + b, Verdict(v), "me", "2026-01-02") for a, b, v in verdicts
    )
    return Book("b.csv", "", tuple(FiledDecision(one, at) for at, one in enumerate(made, 2)))


def as_kind(listed: Units, kind: SourceKind) -> Any:
    found = filed(listed)
    return found._replace(source=replace(found.source, kind=kind))


def outcomes(rows: Any) -> list[Outcome]:
    return [row.outcome for row in rows]


def test_two_lists_are_matched_once() -> None:
    pilots, results = villages("p", "东风村", "红旗村"), villages("r", "东风村")
    reconciler = Reconciler()
    assert reconciler.rows(pilots, results) is reconciler.rows(pilots, results)
    assert outcomes(reconciler.rows(pilots, results)) == [Outcome.PROMOTED, Outcome.DROPPED]


def test_a_verdict_holds_in_the_lists_and_in_a_part_of_them() -> None:
    pilots, results = villages("p", "东风村", "红旗村"), villages("r", "东风村", "胜利村")
    reconciler = Reconciler(book(("东风村", "东风村", "different")))
    assert reconciler.hear(pilots, results).stale == ()
    parted = [Outcome.DROPPED, Outcome.DROPPED, Outcome.NEW, Outcome.NEW]
    assert outcomes(reconciler.rows(pilots, results)) == parted
    part = replace(results, units=results.units[:1])
    assert outcomes(reconciler.rows(pilots, part)) == parted[:3]
    renumbered = replace(pilots, units=(pilots.units[0]._replace(id="99"),))
    assert outcomes(reconciler.rows(renumbered, part)) == parted[1:3]


def test_a_verdict_that_no_two_lists_know_is_told_with_its_nearest_reason() -> None:
    lists = [
        as_kind(villages("p", "东风村"), SourceKind.PILOTS),
        as_kind(villages("q", "红旗村"), SourceKind.PILOTS),
        as_kind(villages("r", "东风村"), SourceKind.RESULTS),
    ]
    found = Reconciler(book(("东风村", "胜利村", "same"), ("东风村", "东风村", "same")))
    (stale,) = found.hear_all(lists)
    assert (stale.filed.line, stale.why) == (2, Why.NO_RESULT)
    assert found.is_parted(lists[0].units.units[0], lists[2].units.units[0]) is False


def test_without_lists_to_compare_every_verdict_is_stale() -> None:
    lists = [as_kind(villages("p", "东风村"), SourceKind.PILOTS)]
    (stale,) = Reconciler(book(("东风村", "东风村", "same"))).hear_all(lists)
    assert stale.why is Why.NO_LISTS
