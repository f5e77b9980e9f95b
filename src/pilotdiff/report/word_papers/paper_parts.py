"""What a Word paper is made of, one block below the other; the writer draws them."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.report.text_wrapping import widest_line


class PaperTitle(NamedTuple):
    """What the paper is, in the middle of the line."""

    text: str


class PartHeading(NamedTuple):
    """The heading of a part."""

    text: str


class Fields(NamedTuple):
    """Names with their values, in a ruled table; an empty value is a blank to fill. Two stand on a
    line, a long one alone."""

    pairs: Sequence[tuple[str, str]]


class Ruled(NamedTuple):
    """A ruled table whose heads stand on every page.

    shares   how wide the columns are, of each other
    numbers  the columns that are numbers, counted from 0
    signed   whether what comes below signs the table: its last row stands on that page
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    shares: Sequence[float]
    numbers: frozenset[int] = frozenset()
    signed: bool = False


class Room(NamedTuple):
    """A box with a name to write in by hand; `text` stands in it already."""

    name: str
    text: str = ""


class Sheet(NamedTuple):
    """A sheet begins here that is handed out alone: its name stands above each of its pages, which
    count from 1."""

    name: str


# A text is a paragraph.
PaperPart = str | PaperTitle | PartHeading | Fields | Ruled | Room | Sheet

# The share of the width that the name of a field takes, and from how many half characters on its
# value has a line to itself.
FIELD_NAME, _LONG = 0.2, 56


def field_lines(pairs: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Return names with their values by the lines that they stand on.

    >>> field_lines([("索引号", "A-1"), ("日期", ""), ("事项", "")])
    [[('索引号', 'A-1'), ('日期', '')], [('事项', '')]]
    """
    lines: list[list[tuple[str, str]]] = []
    is_open = False
    for pair in pairs:
        is_long = widest_line(pair[1]) > _LONG
        if is_open and not is_long:
            lines[-1].append(pair)
            is_open = False
        else:
            lines.append([pair])
            is_open = not is_long
    return lines
