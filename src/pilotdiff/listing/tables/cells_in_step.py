"""Rows whose cells hold a name a line, those of two tiers side by side in step."""

from collections.abc import Sequence

from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.columns.column_heads import is_number
from pilotdiff.model import Level, Line

_FEWEST = 2


def one_line_a_row(rows: Sequence[Line], reader: CellReader) -> Sequence[Line]:
    r"""Return each row whose cells hold as many names, one a line, in columns of two tiers or more
    as a row a line; what stands beside them is said of all of them. Other rows as they are.

    白石镇\n青石镇 | 东岭村\n西岭村 is 白石镇 | 东岭村 over 青石镇 | 西岭村.
    """
    if not any("\n" in cell for row in rows for cell in row.cells):
        return rows
    out: list[Line] = []
    for row in rows:
        columns = _in_step(row, reader)
        out += [row._replace(cells=cells) for cells in columns] if columns else [row]
    return out


def _in_step(row: Line, reader: CellReader) -> list[tuple[str, ...]]:
    """Return the cells of a row line by line, [] where no two of its tiers go in step."""
    told = {
        at: lines
        for at, cell in enumerate(row.cells)
        if "\n" in cell and len(lines := [*filter(None, map(str.strip, cell.split("\n")))]) > 1
    }
    tiers = {at: _tier(lines, reader) for at, lines in told.items()}
    named = [at for at, tier in tiers.items() if tier is not None]
    lengths = {len(told[at]) for at in named}
    if len({tiers[at] for at in named}) < _FEWEST or len(lengths) > 1:
        return []
    (length,) = lengths
    cells = [
        lines
        if len(lines := told.get(at, [])) == length and (at in named or all(map(is_number, lines)))
        else [cell, *([""] if is_number(cell) else [cell]) * (length - 1)]
        for at, cell in enumerate(row.cells)
    ]
    return list(zip(*cells, strict=True))


def _tier(lines: Sequence[str], reader: CellReader) -> Level | None:
    """Return the level of the names that stand one a line, None where they are of none."""
    units = [reader.read(line).units for line in lines]
    levels = {each[0].level for each in units if len(each) == 1}
    return levels.pop() if len(levels) == 1 and all(len(each) == 1 for each in units) else None
