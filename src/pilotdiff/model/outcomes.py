"""What became of the entries, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pilotdiff.model.facts import SourceKind
    from pilotdiff.model.messages import Said
    from pilotdiff.model.units import Unit


class Outcome(StrEnum):
    """What became of an entry."""

    PROMOTED = "promoted"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    REPEATED = "repeated"
    DROPPED = "dropped"
    NOT_ELIGIBLE = "not_eligible"
    NEW = "new"
    REVIEW = "review"


# A pilot that went on: the same unit is among the results.
WENT_ON = (Outcome.PROMOTED, Outcome.RENAMED)
# A unit for which the other list has none.
WITHOUT_PARTNER = (Outcome.DROPPED, Outcome.NEW)
# A pilot that no rate counts: it could not go on, or is counted already.
NOT_COUNTED = (Outcome.NOT_ELIGIBLE, Outcome.REPEATED)


class Change(StrEnum):
    """What differs within a pairing."""

    NAME = "name"
    KIND = "kind"
    PARENT = "parent"
    CATEGORY = "category"


class Second(NamedTuple):
    """What a second person says of a verdict, and when."""

    agrees: bool
    by: str
    on: str


class Verdict(StrEnum):
    """A person's word on a pairing; `unsure` decides nothing: the pairing stays to be reviewed."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on file. `pilot` and `result` are whole names; `digest` tells what was seen.

    second  what another person says of it, None where nobody read it again
    """

    pilot: str
    result: str
    verdict: Verdict
    by: str
    on: str
    reason: str = ""
    digest: str = ""
    second: Second | None = None


class Ruling(NamedTuple):
    """A decision with the two units that it is about, as they stand in the lists."""

    pilot: Unit
    result: Unit
    decision: Decision


class MatchWeight(NamedTuple):
    """One feature of a comparison: its name, its value, the log odds it adds."""

    feature: str
    value: float
    weight: float


class Pairing(NamedTuple):
    """A pilot unit with a result unit; a named tuple, because there may be a million of them.

    rule        the step that found it: "code", "exact", "wording", "stem", "glued", "level",
                "record", "remark", "features", "damage" or "decision"
    confidence  calibrated probability that the two are the same unit
    margin      confidence less that of the best rival for either side (0 to 1)
    runner_up   the name of that rival, "" when there is none
    reason      one sentence for a person
    moved       whether the two stand under parents that are not the same
    rivals      whole names of units that may be meant as well, since no place tells which; () for
                a pairing that names one unit on either side
    few         whether it rests on the likeness of names in lists of a chosen few, or on one name
                of which a list leaves out where it lies
    """

    pilot: Unit
    result: Unit
    rule: str
    confidence: float
    margin: float
    reason: Said
    runner_up: str = ""
    moved: bool = False
    rivals: tuple[str, ...] = ()
    few: bool = False


class Confirmation(NamedTuple):
    """A document beside the two lists that names a unit of theirs.

    kind      what the document is; a plan confirms the pilot, any other its name
    date      ISO, "" when unknown
    written   the unit as written there, line from 1
    category  what it is listed under there, where that contradicts the lists; else ""
    restores  whether it tells what a lost character of the name was
    """

    document: str
    kind: SourceKind | None
    date: str
    line: int
    written: str
    category: str = ""
    restores: bool = False


class Row(NamedTuple):
    """One line of the answer; every unit of either list stands in exactly one row.

    pilot is None for `new` and `split`; result is None for `dropped`, `not_eligible` and `merged`;
    one of them for `repeated`.

    other  the whole name of the unit that a merged, split or repeated one belongs to: the result
           that another pilot holds, the pilot it came out of, the entry that stood there before
    """

    outcome: Outcome
    pilot: Unit | None
    result: Unit | None
    pairing: Pairing | None = None
    changes: tuple[Change, ...] = ()
    reason: Said = ""
    decision: Decision | None = None
    confirmations: tuple[Confirmation, ...] = ()
    other: str = ""
