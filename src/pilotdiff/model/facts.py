"""What a document says of itself, or a catalogue of it: title, issuer, date, figures, citations."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, NamedTuple

from pilotdiff.model.levels import Level


class SourceKind(StrEnum):
    """What a document is to its programme."""

    PILOTS = "pilots"
    RESULTS = "results"
    PLAN = "plan"
    NEWS = "news"
    ZONES = "zones"


# The kinds of documents that are read for the units that they list.
LISTS = (SourceKind.PILOTS, SourceKind.RESULTS)


class Figure(NamedTuple):
    """A figure in prose: 1.28, "亿元", "投入试点资金"; `about` for 左右, 多, 近, 超过.

    text      as written: "500多个"; "" where only the value is known
    sentence  what stands in its sentence before it and behind it
    level     the tier of the units that it counts, None when it counts none
    stage     what these units are: pilots, or results
    batch     that it is about, and `year`; None where the text does not say
    yearly    it is told of every year: 每年40个左右
    """

    value: float
    unit: str
    subject: str
    line: int
    text: str
    about: bool = False
    sentence: tuple[str, str] = ("", "")
    level: Level | None = None
    stage: SourceKind | None = None
    batch: int | None = None
    year: int | None = None
    yearly: bool = False


class Citation(NamedTuple):
    """Another document that the text refers to: its number (文号) and the title beside it, ""
    where none stands there."""

    number: str
    title: str = ""
    line: int = 0


class Stated(NamedTuple):
    """A date (ISO) or a document number, and the line that states it."""

    value: str
    line: int


class Allotment(NamedTuple):
    """A sentence that gives several units their categories in turn: 甲、乙分别承担“A型”“B型”."""

    units: tuple[str, ...]
    categories: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a document beside its list; a listing and a source of a catalogue have it.

    number     its document number (文号)
    date       ISO, "" when unknown
    script     "traditional", "simplified" or "" when nothing tells
    programme  the plan or scheme that it names as its own, "" when it names none
    batch      of that programme, None when it belongs to none or to several
    ends       when the work is to be done: "2023-03" or a whole date
    cites      document numbers that it refers to
    citations  the same with the titles beside them, once for each line
    allotments sentences that give several units their categories in turn
    """

    title: str = ""
    issuer: str = ""
    number: str = ""
    date: str = ""
    script: str = ""
    programme: str = ""
    batch: int | None = None
    ends: Stated | None = None
    figures: tuple[Figure, ...] = ()
    cites: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    allotments: tuple[Allotment, ...] = ()

    def known(self) -> dict[str, Any]:
        """Return the facts that are known, by the names of their fields."""
        told = ((field.name, getattr(self, field.name)) for field in fields(Facts))
        return {name: value for name, value in told if value}
