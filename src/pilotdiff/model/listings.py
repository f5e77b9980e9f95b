"""What a document lists, as written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pilotdiff.model.documents import PAGE_BREAK, Document, Line
from pilotdiff.model.facts import Facts, Stated
from pilotdiff.model.levels import Level
from pilotdiff.model.line_readings import LineReading, Role
from pilotdiff.model.messages import Said
from pilotdiff.model.provenance import NO_PROVENANCE, Provenance
from pilotdiff.model.repairs import Repair, Wildcard
from pilotdiff.model.whole_numbers import whole_number


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

    raw        as written, without its ordinal, before any repair; of a document that is read in a
               plain copy as that has it, until its units are read
    text       the same, clean and in simplified script, without marks and notes
    above      clean texts of the parents that the list states for it elsewhere (a header line, the
               part of the line before it), outermost first; they belong to the shown name
    columns    for a table with level columns: province, prefecture, county, township, community as
               clean texts ("" where the cell is empty); else ()
    id         from the table's id column; else ""
    code       the division code that a table of codes has beside the name, without the noughts that
               only fill it up (51 for 510000); else ""
    level      from the section or table, None when only the name tells
    note       marks and remarks that followed the name: "*", "原甲镇乙村"
    former     names of another time that the note gives: earlier ones, and 现更名为丙村
    wildcards  the constraints of the 〓 in `text`, from left to right
    self_written  whether pilotdiff wrote its row: what that leaves open stays open
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
    code: str = ""
    self_written: bool = False


class Declared(NamedTuple):
    """A total that the document states of itself: “41个区（市、县）” is 41, COUNTY.

    section  the title path of the section it counts, () for the whole document
    until    the last line of the names that it stands before, 0 where it counts no line of names
    names    how many names the row in running text has that it counts, 0 where it counts none
    """

    number: int
    line: int
    text: str
    level: Level | None = None
    section: tuple[str, ...] = ()
    until: int = 0
    names: int = 0


class Skipped(NamedTuple):
    """A line, or a part of one, that gave no entry, and why.

    suspicious  it stands where an entry should: counted and shown, never passed over in silence
    """

    line: int
    text: str
    why: Said
    suspicious: bool = False


def _with_whole_headings(lines: Sequence[Line], sections: Sequence[Section]) -> Sequence[Line]:
    """Return the lines, those over which a heading is broken joined on the first of them and the
    others left without text: 一、清 / 岗县（1个）."""
    at = {line.number: place for place, line in enumerate(lines)} if sections else {}
    whole: dict[int, str] = {}
    for section in sections:
        first = at.get(section.line)
        if first is None or section.title in lines[first].text:
            continue
        text = lines[first].text.strip()
        for place in range(first + 1, min(first + PAGE_BREAK + 1, len(lines))):
            text += lines[place].text.strip()
            if section.title in text:
                whole |= {first: text} | dict.fromkeys(range(first + 1, place + 1), "")
                break
    if not whole:
        return lines
    return [line._replace(text=whole.get(n, line.text)) for n, line in enumerate(lines)]


@dataclass(frozen=True, slots=True)
class Listing(Facts):
    """What a document lists: its facts as it states them, its sections, its entries as written.

    context    the provinces and other units that title and issuer name: for elided parents
    mentions   entries named in the prose too; compared with the list, never counted as entries
    dates      every line that states the document's own date, and `numbers` its number
    readings   what every line is taken for, in the order of the lines; () where nobody asked
    provenance where a catalogue says that the document and its facts come from
    stated_year  of the month that a line is, 2023年8月, or the one year that its title names
    cells      of lines of text that were read as rows of a table, by the numbers of the lines
    """

    document: Document = field(repr=False)
    context: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    entries: tuple[Entry, ...] = ()
    mentions: tuple[Entry, ...] = ()
    declared: tuple[Declared, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    dates: tuple[Stated, ...] = ()
    numbers: tuple[Stated, ...] = ()
    readings: Sequence[LineReading] = field(default=(), repr=False)
    provenance: Provenance = NO_PROVENANCE
    stated_year: int | None = None
    cells: Mapping[int, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def lines_as_read(self) -> Sequence[Line]:
        """Return the lines of the document, those of text that were read as rows with cells, and
        headings that the page breaks whole on their first lines."""
        lines = _with_whole_headings(self.document.lines, self.sections)
        if not self.cells:
            return lines
        return [
            line._replace(text="", cells=self.cells[line.number])
            if line.number in self.cells
            else line
            for line in lines
        ]

    def solid_lines(self) -> list[Line]:
        """Return the lines that say something: neither blank, nor the number of a page or a title
        that stands on each; headings that the page breaks are whole on their first lines."""
        pages = {reading.line for reading in self.readings if reading.role is Role.PAGE}
        lines = _with_whole_headings(self.document.lines, self.sections)
        solid = (line for line in lines if line.cells or line.text.strip())
        return [line for line in solid if line.number not in pages]

    @property
    def called(self) -> str:
        """Its title, the name of the document where it has none."""
        return self.title or self.document.name

    @property
    def year(self) -> int | None:
        """The year of its date, else the one that it states without a day; None where it states
        none."""
        return whole_number(self.date[:4]) or self.stated_year
