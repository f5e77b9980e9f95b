"""Rows that a merged cell has shifted: put back under the columns that their cells fit."""

from collections import Counter
from collections.abc import Sequence

from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.tables.cell_reading import CellReader, Sort
from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.table_body import TableBody
from pilotdiff.model import LEVELS, Level, Line
from pilotdiff.repair import to_simplified

_FITTING = 2


def in_place(body: TableBody) -> TableBody:
    """Return a table of one list a row with its rows unshifted; what they leave blank in front is
    a merged cell."""
    columns = body.columns[0]
    rows = unshifted(body.rows, columns, body.reader)
    moved = [row for row, old in zip(rows, body.rows, strict=True) if row is not old]
    blank = {at for row in moved for at in columns.levels if at >= 0 and not row.cells[at].strip()}
    columns = columns._replace(merged=columns.merged | blank)
    return body._replace(columns=(columns,), rows=tuple(rows))


def unshifted(rows: Sequence[Line], columns: TableColumns, reader: CellReader) -> list[Line]:
    """Return the rows, those that fit only further to the right moved there.

    A merged cell that is not filled in leaves the row under it a cell short: its own first cell
    then stands where the merged one should, and a blank one or none at its end. A number in front
    stays there.
    """
    at = [place for place in (*columns.levels, *columns.targets) if place >= 0]
    width = max(at) + 1
    return [
        _fitted(row, width, columns, reader)
        if len(row.cells) < width or not row.cells[width - 1].strip()
        else row
        for row in rows
    ]


def _fitted(row: Line, width: int, columns: TableColumns, reader: CellReader) -> Line:
    cells = [*row.cells, *[""] * (width - len(row.cells))]
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    blank = next((n for n, cell in enumerate(reversed(cells)) if cell.strip()), 0)
    filled = sum(bool(cell.strip()) for cell in cells)
    if not cells or not blank:
        return row
    if filled == 1 and len(row.cells) == 1:
        return _at_the_end(row, cells, columns, reader)
    if filled < _FITTING:
        return row
    best, moved = _fit(cells, columns, reader), row
    held = {*columns.levels, *columns.targets}
    lead = 1 if 0 not in held and cells[0].rstrip(".、").isdecimal() else 0
    for by in range(1, blank + 1):
        shifted = [*cells[:lead], *[""] * by, *cells[lead:-by]]
        score = _fit(shifted, columns, reader)
        if score > best:
            best, moved = score, row._replace(cells=tuple(shifted))
    return moved


def _at_the_end(row: Line, cells: Sequence[str], columns: TableColumns, reader: CellReader) -> Line:
    """Return a row of one cell, over which all columns before that of the names are merged, with
    it there; a place over other rows stays where it is."""
    (target,) = columns.targets if len(columns.targets) == 1 else (-1,)
    level = columns.level_at(target) if target >= 0 else None
    if level is not Level.COMMUNITY or target != len(cells) - 1 or target < _FITTING:
        return row
    moved = [*[""] * target, cells[0]]
    read = reader.read(cells[0], level)
    own = read.sort is Sort.UNITS and len(read.units) == 1 and len(read.units[0].parts) == 1
    fits = own and _fit(moved, columns, reader) > max(_fit(cells, columns, reader), 0)
    return row._replace(cells=tuple(moved)) if fits else row


def unmerged(rows: Sequence[Line], width: int) -> list[Line]:
    """Return rows of a text, those short of merged cells with blanks where these should stand.

    A number in front stays there; the cells behind it move where their kinds stand in whole rows.
    """
    if all(len(row.cells) in (0, width) for row in rows):
        return list(rows)
    depths: list[Counter[int]] = [Counter() for _ in range(width)]
    for row in rows:
        if len(row.cells) == width:
            for at, cell in enumerate(row.cells):
                depths[at].update(_depth(cell))
    return [
        row._replace(cells=_spread(row.cells, width, depths)) if row.cells else row for row in rows
    ]


class ShortRows:
    """Rows of words parted by single blanks that are short of merged cells: where each stands."""

    def __init__(self, heads: Sequence[str]) -> None:
        """Begin with what the heads of the columns say of their tiers."""
        self._width = len(heads)
        tiers = {level.value: level.depth for level in LEVELS}
        self._depths = [Counter({tiers[r]} if (r := role(head)) in tiers else ()) for head in heads]

    def learn(self, words: Sequence[str]) -> None:
        """Note at which depths the words of a whole row name units."""
        for at, word in enumerate(words):
            self._depths[at].update(_depth(word))

    def fits(self, word: str, at: int) -> bool:
        """Tell whether a word names a unit at a depth at which its column does."""
        return any(depth in self._depths[at] for depth in _depth(word))

    def placed(self, words: Sequence[str], seen: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """Return the words where their kinds stand in whole rows, else as the screen shows them.

        `seen` is how they stand under the heads on the screen, None where two stand under one.
        """
        way = _spread(words, self._width, self._depths)
        fit = _fitting(way, self._depths)
        if seen is None:
            return way if fit else None
        return way if fit > max(_FITTING - 1, _fitting(seen, self._depths)) else seen


def _fitting(cells: Sequence[str], depths: Sequence[Counter[int]]) -> int:
    """Count the cells that name units at a depth at which their columns do."""
    return sum(d in depths[n] for n, cell in enumerate(cells) for d in _depth(cell))


def _spread(cells: Sequence[str], width: int, depths: Sequence[Counter[int]]) -> tuple[str, ...]:
    missing = width - len(cells)
    lead = 1 if cells[0].rstrip(".、").isdecimal() else 0
    ways = [
        (*cells[:lead], *[""] * by, *cells[lead:], *[""] * (missing - by))
        for by in range(missing + 1)
    ]
    return max(ways, key=lambda way: _fitting(way, depths))


def _depth(cell: str) -> tuple[int, ...]:
    """Return at which depth a cell names a unit, in either script; () for none."""
    reading = read_unit(cell) or read_unit(to_simplified(cell)) if cell else None
    return (reading.level.depth,) if reading is not None else ()


def _fit(cells: Sequence[str], columns: TableColumns, reader: CellReader) -> int:
    """Return how many cells name units of the level of their column, less those that cannot."""
    score = 0
    for at in {*columns.levels, *columns.targets} - {-1}:
        level = columns.level_at(at)
        cell = reader.read(cells[at], level) if at < len(cells) else None
        if cell is None or cell.sort is not Sort.UNITS:
            continue
        wanted = level.depth if level is not None else columns.depth
        score += 1 if wanted in (-1, cell.units[0].level.depth) else -1
    return score
