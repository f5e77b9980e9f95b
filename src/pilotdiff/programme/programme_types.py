"""A programme's batches as a funnel: planned, made pilots, made demonstrations."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from pilotdiff.model import Level, Message, Source
from pilotdiff.record import RecordedChange


class Stage(StrEnum):
    """A step of the funnel, from the widest."""

    PLANNED = "planned"
    PILOTS = "pilots"
    DEMONSTRATIONS = "demonstrations"


class Basis(StrEnum):
    """What a number rests on, the strongest first: the entries of a list, the total that the list
    states of itself, the figure that another document gives."""

    COUNTED = "counted"
    DECLARED = "declared"
    TOLD = "told"


class Topic(StrEnum):
    """What a figure that counts no units of the funnel is about."""

    MONEY = "money"
    ORGANISATIONS = "organisations"
    OTHER = "other"


class Cited(NamedTuple):
    """Where a number stands: the document's id or name, the line from 1 (0 where only a catalogue
    tells it), and the words there ("" for a count of entries)."""

    document: str
    line: int = 0
    text: str = ""


class Count(NamedTuple):
    """A number of units.

    about    the document says 左右, 多, 近, 超过
    yearly   it is planned for every year, not for this batch alone
    sources  all that give this number on this basis
    """

    number: int
    basis: Basis
    sources: tuple[Cited, ...]
    about: bool = False
    yearly: bool = False


class Tier(NamedTuple):
    """One level of a batch: at each stage every number that a document gives, the best first.

    Where the documents of a stage agree there is one number for each basis; where they do not,
    all stand side by side (`disagrees`).

    followed  how many of its pilots went on, None where not both lists of the batch are known
    """

    level: Level
    planned: tuple[Count, ...] = ()
    pilots: tuple[Count, ...] = ()
    demonstrations: tuple[Count, ...] = ()
    followed: "PlaceShare | None" = None

    def at(self, stage: Stage) -> tuple[Count, ...]:
        """Return the numbers of one stage."""
        return {
            Stage.PLANNED: self.planned,
            Stage.PILOTS: self.pilots,
            Stage.DEMONSTRATIONS: self.demonstrations,
        }[stage]

    def best(self, stage: Stage) -> Count | None:
        """Return the number with the strongest basis; None where no document gives one."""
        return next(iter(self.at(stage)), None)

    def disagrees(self, stage: Stage) -> bool:
        """Tell whether documents give numbers that cannot all be right."""
        exact = {count.number for count in self.at(stage) if not count.about}
        return len(exact) > 1

    @property
    def rate(self) -> float | None:
        """How many of the pilots that could go on did, 0 to 1; None where that is unknown: a
        number of demonstrations tells nothing of it, some of them may never have been pilots."""
        return self.followed.rate if self.followed else None


class Amount(NamedTuple):
    """A figure beside the funnel: 1.28 亿元, "2020年省级试点资金"."""

    topic: Topic
    value: float
    unit: str
    subject: str
    about: bool
    source: Cited


class PlaceShare(NamedTuple):
    """Of the pilots of one place or category that could go on (those of a level that the results
    list), how many did.

    name       of the place or category, as the pilot list writes it
    kept       promoted or renamed
    of         pilots that could go on
    undecided  of these, how many a person must still decide; they are not in `kept`
    level      of the units counted, None when it is about all
    listed     for a place: whether it is a pilot itself
    within     for a place: its parents below what all have in common, "" where there are none
    unread     how many pilots more may be of it, which are known and were not read
    joined     how many went on as part of another unit; they are not in `kept`
    """

    name: str
    kept: int
    of: int
    undecided: int = 0
    level: Level | None = None
    listed: bool = False
    within: str = ""
    unread: int = 0
    joined: int = 0

    @property
    def rate(self) -> float | None:
        """The least share, 0 to 1: of the undecided and the unread none went on; None where there
        were no pilots."""
        return self.kept / (self.of + self.unread) if self.of else None


class MatrixColumn(NamedTuple):
    """A column of the matrix: a category of the units of one level."""

    level: Level
    category: str


class Matrix(NamedTuple):
    """Place × category, a PlaceShare a cell (kept, of), an empty one where there were no pilots.

    `shares[i][j]` is of `places[i]` and `columns[j]`.
    """

    level: Level
    places: tuple[str, ...]
    columns: tuple[MatrixColumn, ...]
    shares: tuple[tuple[PlaceShare, ...], ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch of one programme in one province.

    number     of the batch, None where nothing tells
    year       of its pilots, where batches have no numbers and there are several; else None
    documents  that belong to it, in time
    tiers      the levels that occur, from the top
    amounts    money, organisations and what else its documents give
    reconciled whether both its lists are known: what follows is empty otherwise
    level      of `places`: the prefectures, or what else divides the pilots readably
    places     shares by place, in the order of the pilot list
    counties   shares by county, likewise
    categories shares by level and category, likewise
    matrix     place × category, None where units have no categories or no places
    changes    what the official record tells of its units from its first document to its last
    doubts     lists of results that are here by their titles and dates alone, each in a sentence
    """

    programme: str
    province: str
    number: int | None
    documents: tuple[Source, ...] = ()
    tiers: tuple[Tier, ...] = ()
    amounts: tuple[Amount, ...] = ()
    reconciled: bool = False
    level: Level | None = None
    places: tuple[PlaceShare, ...] = field(default=(), repr=False)
    counties: tuple[PlaceShare, ...] = field(default=(), repr=False)
    categories: tuple[PlaceShare, ...] = ()
    matrix: Matrix | None = field(default=None, repr=False)
    year: int | None = None
    changes: tuple[RecordedChange, ...] = ()
    doubts: tuple[Message, ...] = ()

    @property
    def barren(self) -> tuple[PlaceShare, ...]:
        """Counties without any demonstration, and without a pilot that is part of one: those that
        are pilots themselves, or, where the list has no county for a pilot, those with pilots in
        them."""
        listed = any(share.listed for share in self.counties)
        return tuple(
            share
            for share in self.counties
            if not (share.kept or share.undecided or share.unread or share.joined)
            and (share.listed or not listed)
        )


@dataclass(frozen=True, slots=True)
class Programme:
    """What the documents tell of their programmes.

    batches   by programme, province and number
    unplaced  ids of documents that belong to no batch and tell nothing of any
    doubts    lists of results whose title and units place them differently, each in a sentence
    """

    batches: tuple[Batch, ...]
    unplaced: tuple[str, ...] = ()
    doubts: tuple[Message, ...] = ()
