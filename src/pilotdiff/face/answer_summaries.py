"""What the answers that Python is given hold, in figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordSummary:
    """How many units the record has of a name.

    found    that bear it, or the code; a code that bore two names counts twice
    kindred  where none does: those of its stem under another kind
    """

    found: int
    kindred: int


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """How many findings of each severity."""

    error: int
    warning: int
    note: int


@dataclass(frozen=True, slots=True)
class EvaluationSummary:
    """Shares from 0 to 1; None where there is nothing to judge.

    precision    of the accepted pairs that the gold judges, the right ones
    recall       of the pairs that there are, the accepted ones
    review_rate  of the pilots, those that a person must decide
    pairs        that there are, by the gold
    """

    precision: float | None
    recall: float | None
    review_rate: float | None
    pairs: int


@dataclass(frozen=True, slots=True)
class ListSummary:
    """What a list holds.

    name      of the document, as given
    title, issuer, number, date  as it states them of itself, "" where it does not; date is ISO
    units     entries that name a unit
    levels    how many at each level
    declared  totals that the document states of itself
    unread    entries that name no unit, or lines that should have been read and were not
    left_out  unit names that stand in the document and in no entry, without an accepted reason
    """

    name: str
    title: str
    issuer: str
    number: str
    date: str
    units: int
    levels: Mapping[str, int]
    declared: tuple[int, ...]
    unread: int
    left_out: int


@dataclass(frozen=True, slots=True)
class PanelSummary:
    """What a panel holds.

    lists, units  how many; linked of these in more than one list
    doubtful      links that a person must decide on
    first_year, last_year  of the lists; None where none has a year
    """

    lists: int
    units: int
    linked: int
    doubtful: int
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class ProgrammeSummary:
    """How many batches, and in how many both lists are known."""

    batches: int
    reconciled: int


@dataclass(frozen=True, slots=True)
class TrailSummary:
    """How many units bear the name, and how many documents name one of them."""

    units: int
    documents: int
