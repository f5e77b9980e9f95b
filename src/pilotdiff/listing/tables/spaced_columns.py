"""Rows of a text whose columns the screen alone shows: each begins at its place, and where a
merged cell is blank nothing stands."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.listing.furniture import ends_text, is_furniture
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.pieces import on_screen
from pilotdiff.listing.tables.column_heads import is_head_row
from pilotdiff.model import Line
from pilotdiff.patterns import pattern
from pilotdiff.repair import to_simplified

_PIECE = pattern(r"\S+(?: \S+)*")
_RULE = pattern(r"^[\s\-=─—━]+$")
_LEAST_ROWS = 3
_NEARLY_ALL = 0.8
_RIVER = 2
_MOST_HEADS = 2


class ScreenSpan(NamedTuple):
    """Where a piece of a line stands on the screen, its end behind it."""

    start: int
    end: int
    text: str = ""


def spaced_rows(lines: Sequence[Line], index: int) -> list[Line]:
    """Return the rows of a table that begins at a line and whose columns blanks part from each
    other on the screen; [] when none does, or when every row has all cells, which needs no screen.

    Its columns are what is left between the blanks that all rows have at the same place.
    """
    block = _block(lines, index)
    spans = {at: _spans(line.text) for at, line in enumerate(block)}
    columns = _columns(span for found in spans.values() if len(found) > 1 for span in found)
    rows: list[Line] = []
    for at, line in enumerate(block):
        cells = _cells(spans[at], columns)
        if cells is None:
            if len(spans[at]) > 1:
                return []
            break
        rows.append(line._replace(text="", cells=cells if any(cells) else ()))
    while rows and not rows[-1].cells:
        rows.pop()
    filled = [row.cells for row in rows if row.cells]
    if len(filled) < _LEAST_ROWS or len(columns) < 2:
        return []
    lacking = any(map(_lacks, filled[1:]))
    is_table = lacking and (_has_heads(filled) or _step_down(filled))
    return rows if is_table or _head_lists(filled) or _lies_on_its_side(filled) else []


def _block(lines: Sequence[Line], index: int) -> list[Line]:
    """Return the lines from one on that may be rows: pieces apart, one that is set in, or a short
    one between such."""
    if len(_spans(lines[index].text)) < 2:
        return []
    block: list[Line] = []
    for line in lines[index:]:
        spans = [] if _RULE.match(line.text) else _spans(line.text)
        text = line.text.strip()
        if line.cells or "\t" in line.text or (text and (is_furniture(text) or ends_text(text))):
            break
        block.append(line if spans else line._replace(text=""))
    return block


def _spans(text: str) -> list[ScreenSpan]:
    """Return the pieces of a line that two blanks part, or a wide one.

    >>> [tuple(span) for span in _spans("1   清岗县  白石镇")]
    [(0, 1, '1'), (4, 10, '清岗县'), (12, 18, '白石镇')]
    """
    found, seen, screen = [], 0, 0
    for match in _PIECE.finditer(text):
        screen += on_screen(text[seen : match.start()])
        width = on_screen(match[0])
        found.append(ScreenSpan(screen, screen + width, match[0]))
        seen, screen = match.end(), screen + width
    return found


def _columns(spans: Iterable[ScreenSpan]) -> list[ScreenSpan]:
    """Return where the columns stand that the pieces of all rows leave blanks between.

    >>> _columns([ScreenSpan(0, 2), ScreenSpan(6, 12), ScreenSpan(1, 3), ScreenSpan(7, 15)])
    [ScreenSpan(start=0, end=3, text=''), ScreenSpan(start=6, end=15, text='')]
    """
    columns: list[ScreenSpan] = []
    for span in sorted(spans):
        if columns and span.start < columns[-1].end + _RIVER:
            last = columns.pop()
            columns.append(ScreenSpan(last.start, max(last.end, span.end)))
        else:
            columns.append(ScreenSpan(span.start, span.end))
    return columns


def _cells(spans: Sequence[ScreenSpan], columns: Sequence[ScreenSpan]) -> tuple[str, ...] | None:
    """Return the pieces of a row in their columns; None where two stand in one, or one in two."""
    cells = [""] * len(columns)
    for span in spans:
        under = [n for n, c in enumerate(columns) if c.start < span.end and span.start < c.end]
        if len(under) != 1 or cells[under[0]]:
            return None
        cells[under[0]] = span.text
    return tuple(cells)


def _lacks(cells: Sequence[str]) -> bool:
    """Tell whether a row lacks a cell in front of another."""
    filled = [at for at, cell in enumerate(cells) if cell]
    return "" in cells[: filled[-1]]


def _has_heads(rows: Sequence[Sequence[str]]) -> bool:
    return any(is_head_row([cell for cell in row if cell]) for row in rows[:_MOST_HEADS])


def _lies_on_its_side(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the heads of a table stand in front of its rows, each over several cells."""
    wide = all(sum(map(bool, row)) >= _LEAST_ROWS for row in rows)
    return wide and is_head_row([row[0] for row in rows])


def _step_down(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the rows without heads are paths: the first names a parent and what lies in it,
    and what the others lack is a parent."""
    depths = [[_depth(cell) for cell in row] for row in rows]
    named = [depth for depth in depths[0] if depth >= 0]
    if len(named) < 2 or named != sorted(set(named)):
        return False
    last = depths[0].index(named[-1])
    below = [row[last] for n, row in enumerate(depths) if rows[n][last]]
    return _NEARLY_ALL * len(below) <= sum(depth == named[-1] for depth in below)


def _head_lists(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names a place over each column, and the others only what lies
    lower: 白石镇 | 青溪镇 over their villages."""
    depths = [[_depth(cell) for cell in row if cell] for row in rows]
    tops = {*depths[0]}
    lower = min(depth for row in depths[1:] for depth in row)
    return all(rows[0]) and len(tops) == 1 and lower > max(tops) >= 0


def _depth(cell: str) -> int:
    """Return at which depth a cell names a unit, in either script; -1 for none."""
    reading = (read_unit(cell) or read_unit(to_simplified(cell))) if cell else None
    return reading.level.depth if reading is not None else -1
