"""How much of a page the parts of a paper take, and how many rows fit into what is left."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.patterns import pattern
from pilotdiff.report.text_wrapping import cell_len
from pilotdiff.report.word_papers import paper_parts as paper
from pilotdiff.report.word_papers.paper_parts import FIELD_NAME, field_lines

# Points of a page between its margins, and what is lost where a page ends within a table.
PAGE, TURN = 734.0, 45.0
# Characters of half width across the page: in a text, and in cells, whose margins take three.
_TEXT_ACROSS, _ACROSS, _MARGIN = 88, 104, 3
# A Latin letter beside the half of a Chinese character, and what a line may end behind.
_LATIN = 0.88
_PIECE = pattern(r"[!-~]+\s*|\S\s*|\s+")
# Points of a line of text and of one in a cell, and what stands below and around them.
_TEXT, _BELOW = 14.6, 3.0
_CELL, _AROUND, _GAP = 12.6, 3.2, 5.5
_HEADING, _TITLE, _ROOM = 20.0, 27.0, 53.0


def needed(parts: Iterable[paper.PaperPart]) -> float:
    """Return the points that parts take one below the other."""
    return sum(map(_height, parts))


def _height(part: paper.PaperPart) -> float:
    match part:
        case paper.PaperTitle():
            return _TITLE
        case paper.PartHeading():
            return _HEADING
        case paper.Fields():
            return sum(map(_fields_row, field_lines(part.pairs))) + _GAP
        case paper.Ruled():
            rows = [part.heads, *part.rows]
            return sum(row_height(row, part.shares) for row in rows) + _GAP
        case paper.Room():
            text = [part.name, part.text]
            return max(_ROOM, row_height(text, (FIELD_NAME, 1 - FIELD_NAME))) + _GAP
        case paper.Sheet():
            return 0.0
    return _TEXT * _lines(part, _TEXT_ACROSS) + _BELOW


def _lines(text: str, room: int) -> int:
    """Return how many lines a text takes where one holds `room` halves of Chinese characters.

    >>> _lines("试点名单", 4), _lines("two lists", 6), _lines("名单 two", 8)
    (2, 2, 1)
    """
    count, taken = 1, 0.0
    for piece in _PIECE.findall(text):
        wide = sum(_LATIN if char.isascii() else cell_len(char) for char in piece)
        if taken and taken + wide > room:
            count, taken = count + 1, 0.0
        count += int(wide // (room + 1))
        taken += wide % (room + 1)
    return count


def _fields_row(pairs: Sequence[tuple[str, str]]) -> float:
    value = 1 / len(pairs) - FIELD_NAME
    cells = [cell for pair in pairs for cell in pair]
    return row_height(cells, (FIELD_NAME, value) * len(pairs))


def row_height(row: Sequence[str], shares: Sequence[float]) -> float:
    """Return the points of a row of a table; `shares` are the widths of the columns, of each
    other."""
    rooms = (max(1, int(_ACROSS * share / sum(shares)) - _MARGIN) for share in shares)
    lines = (_lines(text, room) for text, room in zip(row, rooms, strict=True))
    return _CELL * max(lines) + _AROUND


class Wish(NamedTuple):
    """A table that may be cut off, and what stands around it however many rows it has.

    rows    its rows, the most important first
    shares  the widths of its columns
    around  the points of its heading and of the sentence that more stand elsewhere
    """

    rows: Sequence[Sequence[str]]
    shares: Sequence[float]
    around: float


def shared_out(wishes: Sequence[Wish], points: float) -> list[int]:
    """Return how many rows of each table fit into so many points, one of each at least: a row of
    each in turn, so that none is left out for the sake of another."""
    counts = [min(1, len(wish.rows)) for wish in wishes]
    left = points - sum(
        wish.around + sum(row_height(row, wish.shares) for row in wish.rows[:count])
        for wish, count in zip(wishes, counts, strict=True)
        if count
    )
    open_ = [at for at, wish in enumerate(wishes) if len(wish.rows) > counts[at]]
    while open_:
        for at in tuple(open_):
            rows, shares, _ = wishes[at]
            tall = row_height(rows[counts[at]], shares)
            if tall <= left:
                counts[at], left = counts[at] + 1, left - tall
            if tall > left or counts[at] == len(rows):
                open_.remove(at)
    return counts
