"""Many lists as one panel: the lists, the units through them, the links in doubt, the rates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from pilotdiff.model import DivisionPath, Filed, Level, Outcome, Said, Unit


class PanelList(NamedTuple):
    """One list of the panel.

    year     that its title names, else that of its date; None where neither tells
    results  the numbers of the lists of results that its pilots went on to, in time
    """

    filed: Filed
    year: int | None
    results: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """The document's id, or the name it was read by."""
        return self.filed.source.id

    @property
    def kind(self) -> str:
        """What it is a list of: pilots, results …; "" where nothing tells."""
        return str(self.filed.source.kind or "")


class PanelListing(NamedTuple):
    """A unit as one list has it.

    number      of the list in the panel
    unit        as the list states it
    rule        the step that linked it to the listings before it; "" for the first of a unit
    confidence  of that link, None for the first
    reason      why, in a sentence
    outcome     of a pilot: what became of it; of a result: what it came from; None where no list
                of the other kind is known
    decided     the number of the list of results that tells a pilot's outcome
    beside      whether a list of results names the pilot in no entry
    unread      the places of such lists that gave no unit and in which the pilot may stand: the
                number of the list, and that of the place
    """

    number: int
    unit: Unit
    rule: str = ""
    confidence: float | None = None
    reason: Said = ""
    outcome: Outcome | None = None
    decided: int | None = None
    beside: bool = False
    unread: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PanelUnit:
    """A unit through all lists.

    id    made from its level and the whole path of its first listing
    path  as last listed, parents that a list leaves out filled from the others and the record
    code  in the edition of its last listing, "" where none or several are possible
    """

    id: str
    level: Level
    path: DivisionPath
    code: str
    listings: tuple[PanelListing, ...] = field(repr=False)


class DoubtfulLink(NamedTuple):
    """Two listings that may be one unit, and stand apart until a person decides.

    one, other         the units, and the numbers of the lists that have them
    confidence, margin as of the pairing proposed; None where two units merely bear one name
    """

    one: Unit
    one_list: int
    other: Unit
    other_list: int
    confidence: float | None
    margin: float | None
    reason: Said
    runner_up: str = ""


class PanelRate(NamedTuple):
    """How many pilots of one list and province went on.

    batch        of the list, None where none is known; year of the pilots, and of the results
    eligible     pilots that could go on, each counted once
    went_on      of these, the promoted and renamed
    undecided    of these, those that a person must decide on, that the results name in no entry,
                 or that may stand where the results were not read
    unread       pilots more that are known to be in no entry, and may lie in the province
    merged       of the eligible, those that went on as part of another unit
    """

    programme: str
    province: str
    list: str
    batch: int | None
    year: int | None
    result_year: int | None
    pilots: int
    eligible: int
    went_on: int
    dropped: int
    undecided: int
    unread: int = 0
    merged: int = 0

    @property
    def rate(self) -> float | None:
        """The share of the eligible that went on, if none of the undecided and of the unread did;
        None where none was eligible."""
        return self.went_on / (self.eligible + self.unread) if self.eligible else None

    @property
    def rate_high(self) -> float | None:
        """The share if all who are undecided went on, and all that were not read."""
        if not self.eligible:
            return None
        most = self.went_on + self.undecided + self.unread
        return most / (self.eligible + self.unread)


@dataclass(frozen=True, slots=True)
class Panel:
    """The lists in time, the units in the order of their first listing.

    left_out  documents that hold no list
    coded     whether units get the codes of the official record
    """

    lists: tuple[PanelList, ...] = field(repr=False)
    units: tuple[PanelUnit, ...] = field(repr=False)
    doubtful: tuple[DoubtfulLink, ...] = field(repr=False)
    rates: tuple[PanelRate, ...] = field(repr=False)
    left_out: tuple[str, ...] = ()
    coded: bool = True
