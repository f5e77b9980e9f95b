"""What a document lists, as written."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pilotdiff.model.documents import Document
from pilotdiff.model.levels import Level
from pilotdiff.model.line_readings import LineReading
from pilotdiff.model.messages import Said
from pilotdiff.model.repairs import Repair, Wildcard
from pilotdiff.model.sources import SourceKind
from pilotdiff.model.units import Unit


class Section(NamedTuple):
    """A heading and what it says of the entries under it.

    title     the heading as shown, without its number
    ordinal   its number as written: "一、", "(二)"
    depth     1 for the outermost
    path      titles from the outermost section to this one
    level     the tier its entries stand at, when the heading says so
    category  the type its entries are listed under, canonical ("便民服务型"), else ""
    declared  the number of entries the heading announces, None when it does not
    """

    title: str
    line: int
    ordinal: str = ""
    depth: int = 1
    path: tuple[str, ...] = ()
    level: Level | None = None
    category: str = ""
    declared: int | None = None


class Entry(NamedTuple):
    """One listed unit as written; a named tuple, because there may be a million of them.

    raw        as written, without its ordinal, before any repair
    text       the same, clean and in simplified script, without marks and notes
    above      clean texts of the parents that the list states for it elsewhere (a header line, the
               part of the line before it), outermost first; they belong to the shown name
    columns    for a table with level columns: province, prefecture, county, township, community as
               clean texts ("" where the cell is empty); else ()
    id         from the table's id column; else ""
    level      from the section or table, None when only the name tells
    note       marks and remarks that followed the name: "*", "原甲镇乙村"
    former     earlier names that the note gives
    wildcards  the constraints of the 〓 in `text`, from left to right
    """

    raw: str
    text: str
    line: int
    ordinal: str = ""
    section: str = ""
    level: Level | None = None
    category: str = ""
    above: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    id: str = ""
    note: str = ""
    former: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    wildcards: tuple[Wildcard, ...] = ()
    place: Said = ""


class Declared(NamedTuple):
    """A total that the document states of itself: “41个区（市、县）” is 41, COUNTY.

    section  the title path of the section it counts, () for the whole document
    """

    number: int
    line: int
    text: str
    level: Level | None = None
    section: tuple[str, ...] = ()


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


class Skipped(NamedTuple):
    """A line, or a part of one, that gave no entry, and why.

    suspicious  it stands where an entry should: counted and shown, never passed over in silence
    """

    line: int
    text: str
    why: Said
    suspicious: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What a document lists: metadata, sections and entries as written.

    title, issuer, number (文号), date (ISO, "" when unknown)   as stated in the document
    script     "traditional", "simplified" or "" when nothing tells
    context    the provinces that title and issuer name: the context of elided parents
    mentions   entries named in the prose too; compared with the list, never counted as entries
    cites      document numbers that the text refers to
    citations  the same with the titles beside them, once for each line
    dates      every line that states the document's own date, and `numbers` its number
    allotments sentences that give several units their categories in turn
    programme  the plan or scheme that the text names as its own, "" when it names none
    batch      of that programme, where the text speaks of one only
    ends       when the work is to be done, as the text says: "2023-03" or a whole date
    readings   what every line is taken for, in the order of the lines; () where nobody asked
    """

    document: Document = field(repr=False)
    title: str = ""
    issuer: str = ""
    number: str = ""
    date: str = ""
    script: str = ""
    context: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    entries: tuple[Entry, ...] = ()
    mentions: tuple[Entry, ...] = ()
    declared: tuple[Declared, ...] = ()
    figures: tuple[Figure, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    cites: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    dates: tuple[Stated, ...] = ()
    numbers: tuple[Stated, ...] = ()
    allotments: tuple[Allotment, ...] = ()
    programme: str = ""
    batch: int | None = None
    ends: Stated | None = None
    readings: tuple[LineReading, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Units:
    """A listing with the unit each entry names; entries that name none are in `unread`."""

    listing: Listing
    units: tuple[Unit, ...] = field(repr=False)
    unread: tuple[Skipped, ...] = ()
