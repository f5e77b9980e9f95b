"""A published source as read: bytes told by their digest, and lines with their places."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pilotdiff.model.messages import Message, Said
from pilotdiff.model.scans import Scan

PAGE_BREAK = 5
"""What the end of a page cuts in two goes on so many lines below at most: the number of the page
stands between, and blank lines around it."""


class Line(NamedTuple):
    """One line of text, one paragraph, or one row of a table.

    A named tuple, because lists of the whole nation make a million of them.

    number   from 1 in the source; what `pilot_line` shows
    text     the line without its end; empty where `cells` carry a table's row
    cells    the row's cells, merged cells filled in; () for plain text
    place    the finer place where the format has one: "page 2", "sheet 名单, row 7"
    heading  1 for the highest heading when the format marks headings, else 0
    """

    number: int
    text: str
    cells: tuple[str, ...] = ()
    place: Said = ""
    heading: int = 0

    def cell(self, at: int) -> str:
        """Return the cell at a column without the blanks about it; "" where the row has none."""
        return self.cells[at].strip() if 0 <= at < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Document:
    """One published source.

    name       as the user gave it: a path, or "-" for standard input
    format     txt, md, html, docx, pdf, xlsx, xls, ods, csv, tsv or picture
    sha256     of the bytes as read, in hexadecimal
    encoding   the character set the bytes were read in; empty for binary formats
    certainty  0 to 1: how sure the encoding is
    lines      in reading order
    notes      what reading had to decide ("the page says gb2312, its bytes are UTF-8")
    unseen     lines that the source holds and nobody sees in it: a page's scripts, its hidden parts
    scan       what recognition left open, None for a document that holds text
    unsure_rows  numbers of lines that may be parts of other rows: cells without rules over several
    written    the lines as published while `lines` are a copy of them in plain characters, else ()
    """

    name: str
    format: str
    sha256: str
    size: int
    lines: Sequence[Line] = field(repr=False)
    encoding: str = ""
    certainty: float = 1.0
    notes: tuple[Said, ...] = ()
    scan: Scan | None = None
    unseen: tuple[Line, ...] = field(default=(), repr=False)
    unsure_rows: tuple[int, ...] = field(default=(), repr=False)
    written: Sequence[Line] = field(default=(), repr=False)


def sheet_of(place: Said) -> str:
    """Return the sheet of a workbook that a place tells, "" for other places."""
    return str(dict(place.values).get("sheet", "")) if isinstance(place, Message) else ""
