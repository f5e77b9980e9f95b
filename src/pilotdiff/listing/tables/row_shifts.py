"""Rows that a merged cell has shifted: put back under the columns that their cells fit."""

from collections.abc import Sequence

from pilotdiff.listing.tables.cell_reading import CellReader, Sort
from pilotdiff.listing.tables.table_columns import TableColumns
from pilotdiff.model import Line


def unshifted(rows: Sequence[Line], columns: TableColumns, reader: CellReader) -> list[Line]:
    """Return the rows, those that fit only further to the right moved there.

    A merged cell that is not filled in leaves the row under it a cell short: its own first cell
    then stands where the merged one should, and a blank one or none at its end.
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
    if not cells or not blank or sum(bool(cell.strip()) for cell in cells) < 2:
        return row
    best, moved = _fit(cells, columns, reader), row
    for by in range(1, blank + 1):
        shifted = [*[""] * by, *cells[:-by]]
        score = _fit(shifted, columns, reader)
        if score > best:
            best, moved = score, row._replace(cells=tuple(shifted))
    return moved


def _fit(cells: Sequence[str], columns: TableColumns, reader: CellReader) -> int:
    """How many cells name units of the level of their column, less those that cannot."""
    score = 0
    for at in {*columns.levels, *columns.targets} - {-1}:
        level = columns.level_at(at)
        cell = reader.read(cells[at], level) if at < len(cells) else None
        if cell is None or cell.sort is not Sort.UNITS:
            continue
        wanted = level.depth if level is not None else columns.depth
        score += 1 if wanted in (-1, cell.units[0].level.depth) else -1
    return score
