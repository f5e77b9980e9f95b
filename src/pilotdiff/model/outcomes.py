"""What became of the entries, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pilotdiff.model.units import Unit


class Outcome(StrEnum):
    """What became of an entry."""

    PROMOTED = "promoted"
    RENAMED = "renamed"
    DROPPED = "dropped"
    NOT_ELIGIBLE = "not_eligible"
    NEW = "new"
    REVIEW = "review"


class Change(StrEnum):
    """What differs within a pairing."""

    NAME = "name"
    KIND = "kind"
    PARENT = "parent"
    CATEGORY = "category"
    MERGED = "merged"
    SPLIT = "split"


class Verdict(StrEnum):
    """A person's word on a pairing."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on file. `pilot` and `result` are whole names; `digest` tells what was seen."""

    pilot: str
    result: str
    verdict: Verdict
    by: str
    on: str
    reason: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """One feature of a comparison: its name, its value as shown, the log odds it adds."""

    feature: str
    value: str
    weight: float


@dataclass(frozen=True, slots=True)
class Pairing:
    """A pilot unit with a result unit.

    rule        the step that found it: "exact", "stem", "features", "decision" …
    confidence  calibrated probability that the two are the same unit
    margin      confidence less that of the best rival for either side (0 to 1)
    runner_up   the name of that rival, "" when there is none
    reason      one sentence for a person
    """

    pilot: Unit
    result: Unit
    rule: str
    confidence: float
    margin: float
    reason: str
    runner_up: str = ""
    traces: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the answer; every unit of either list stands in exactly one row.

    pilot is None for `new`; result is None for `dropped` and `not_eligible`.
    """

    outcome: Outcome
    pilot: Unit | None
    result: Unit | None
    pairing: Pairing | None = None
    changes: tuple[Change, ...] = ()
    reason: str = ""
    decision: Decision | None = None
