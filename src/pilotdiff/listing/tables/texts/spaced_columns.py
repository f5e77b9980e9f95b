"""Rows of a text whose columns the screen alone shows: each begins at its place, and where a
merged cell is blank nothing stands."""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from pilotdiff.listing.lines.following import following, without_blank_end
from pilotdiff.listing.lines.furniture import ends_text, is_furniture
from pilotdiff.listing.lines.pieces import on_screen
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.tables.columns.column_heads import is_head_row, role
from pilotdiff.listing.tables.texts.wide_rows import hold_others
from pilotdiff.model import Line
from pilotdiff.patterns import pattern
from pilotdiff.repair import to_simplified

_PIECE = pattern(r"\S+(?: \S+)*")
_RULE = pattern(r"^[\s\-=─—━]+$")
_LEAST_ROWS = 3
_NEARLY_ALL = 0.8
_RIVER = 2
_MOST_HEADS = 2
_NEAR = 3


class ScreenSpan(NamedTuple):
    """Where a piece of a line stands on the screen, its end behind it."""

    start: int
    end: int
    text: str = ""


class _Row(NamedTuple):
    """A line of a block, its pieces, and the columns that its pieces and those below it leave."""

    line: Line
    spans: list[ScreenSpan]
    columns: tuple[ScreenSpan, ...]


class _Stretch(NamedTuple):
    """The lines before one of which a trial with these columns has shown the same."""

    columns: tuple[ScreenSpan, ...]
    until: int

    def holds(self, columns: tuple[ScreenSpan, ...], index: int) -> bool:
        """Tell whether a trial at a line with these columns would show it again."""
        return index < self.until and columns == self.columns


class SpacedRows:
    """Finds rows of such tables, in lines asked for from first to last; what the blanks of a block
    of lines leave is found once, and what one trial has shown of the lines below is kept."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Look in these lines."""
        self._lines = lines
        self._block: dict[int, _Row] = {}
        self._broken = self._full = _Stretch((), 0)
        # The lines before this one hold units alone in their columns.
        self._alike = 0

    def found(self, index: int) -> list[Line]:
        """Return the rows of a table that begins at a line and whose columns blanks part from each
        other on the screen; [] when none does, or when every row has all cells, which needs no
        screen.

        Its columns are what is left between the blanks that all rows have at the same place.
        """
        if index not in self._block:
            self._block = _block(self._lines, index)
        columns = self._block[index].columns if index in self._block else ()
        if len(columns) < 2 or len(self._block[index].spans) < 2:
            return []
        if self._broken.holds(columns, index) or not self._may_begin(index, columns):
            return []
        rows = self._rows(index, columns)
        filled = [row.cells for row in rows if row.cells]
        if len(filled) < _LEAST_ROWS:
            return []
        lacking = any(map(_lacks, filled[1:]))
        if not lacking:
            self._full = _Stretch(columns, index + len(rows))
        is_table = lacking and (_has_heads(filled) or _step_down(filled))
        if not is_table and index >= self._alike:
            is_table = hold_others(filled)
            self._alike = self._alike if is_table else index + len(rows)
        return rows if is_table or _head_lists(filled) or _lies_on_its_side(filled) else []

    def _may_begin(self, index: int, columns: tuple[ScreenSpan, ...]) -> bool:
        """Tell whether the rows at a line look like the first of a table: heads, a unit, places
        over lists, heads in front."""
        near = [self._block[at] for at in range(index, index + _NEAR) if at in self._block]
        filled = [cells for row in near if any(cells := _cells(row.spans, columns) or ())]
        if not filled:
            return False
        on_its_side = any(role(cells[0]) for cells in filled)
        over_lists = len(filled) > 1 and _head_lists(filled[:2])
        if self._full.holds(columns, index):
            return on_its_side or over_lists
        named = index >= self._alike and any(_depth(cell) >= 0 for cell in filled[0])
        named = named or len(_path(filled[0])) > 1
        return on_its_side or over_lists or _has_heads(filled) or named

    def _rows(self, index: int, columns: tuple[ScreenSpan, ...]) -> list[Line]:
        """Return the rows from a line on whose pieces stand in these columns; [] where those of one
        do not."""
        rows: list[Line] = []
        for at in range(index, index + len(self._block)):
            row = self._block.get(at)
            cells = _cells(row.spans, columns) if row is not None else None
            if row is None or cells is None:
                if row is not None and len(row.spans) > 1:
                    self._broken = _Stretch(columns, at + 1)
                    return []
                break
            rows.append(row.line._replace(text="", cells=cells if any(cells) else ()))
        return without_blank_end(rows)


def _block(lines: Sequence[Line], index: int) -> dict[int, _Row]:
    """Return the lines from one on that may be rows, by their places: pieces apart, one that is set
    in, or a short one between such."""
    if len(_spans(lines[index].text)) < 2:
        return {}
    block: list[tuple[Line, list[ScreenSpan]]] = []
    for line in following(lines, index):
        spans = [] if _RULE.match(line.text) else _spans(line.text)
        text = line.text.strip()
        if line.cells or "\t" in line.text or (text and (is_furniture(text) or ends_text(text))):
            break
        block.append((line if spans else line._replace(text=""), spans))
    rows: dict[int, _Row] = {}
    columns: tuple[ScreenSpan, ...] = ()
    for at, (line, spans) in zip(count(index + len(block) - 1, -1), reversed(block)):
        if len(spans) > 1:
            columns = _columns((*columns, *spans))
        rows[at] = _Row(line, spans, columns)
    return rows


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


def _columns(spans: Iterable[ScreenSpan]) -> tuple[ScreenSpan, ...]:
    """Return where the columns stand that the pieces of all rows leave blanks between.

    >>> _columns([ScreenSpan(0, 2), ScreenSpan(6, 12), ScreenSpan(1, 3), ScreenSpan(7, 15)])
    (ScreenSpan(start=0, end=3, text=''), ScreenSpan(start=6, end=15, text=''))
    """
    columns: list[ScreenSpan] = []
    for span in sorted(spans):
        if columns and span.start < columns[-1].end + _RIVER:
            last = columns.pop()
            columns.append(ScreenSpan(last.start, max(last.end, span.end)))
        else:
            columns.append(ScreenSpan(span.start, span.end))
    return tuple(columns)


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
    named = _path(rows[0])
    if len(named) < 2:
        return False
    depths = [[_depth(cell) for cell in row] for row in rows]
    last = depths[0].index(named[-1])
    below = [row[last] for n, row in enumerate(depths) if rows[n][last]]
    return _NEARLY_ALL * len(below) <= sum(depth == named[-1] for depth in below)


def _path(row: Sequence[str]) -> list[int]:
    """Return the depths of a row's names; [] where one does not lie below that before it."""
    named = [depth for cell in row if (depth := _depth(cell)) >= 0]
    return named if named == sorted(set(named)) else []


def _head_lists(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names a place over each column, and the others only what lies
    lower: 白石镇 | 青溪镇 over their villages."""
    if not all(rows[0]):
        return False
    tops = {_depth(cell) for cell in rows[0]}
    top = max(tops)
    if len(tops) > 1 or top < 0:
        return False
    return all(_depth(cell) > top for row in rows[1:] for cell in row if cell)


def _depth(cell: str) -> int:
    """Return at which depth a cell names a unit, in either script; -1 for none."""
    reading = (read_unit(cell) or read_unit(to_simplified(cell))) if cell else None
    return reading.level.depth if reading is not None else -1
