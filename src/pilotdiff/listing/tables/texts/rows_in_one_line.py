"""Tables of which a copy lost the line's ends, pipes between the cells: 序号 | 镇 | 村 | 1 |
白溪镇 | 东岭村 | 2 | 白溪镇 | 西岭村."""

from collections.abc import Sequence

from pilotdiff.listing.lines.following import following
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.tables.columns.column_heads import UNIT_ROLES, role
from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.listing.tables.texts.piped_rows import PIPES
from pilotdiff.model import Line

_FEWEST_HEADS, _FEWEST_ROWS = 2, 2


def rows_in_one_line(lines: Sequence[Line], index: int) -> Found | None:
    """Return the rows of a table that a line is, its heads first where it has some; None for any
    other line, and for one of several with pipes: 1 | 白溪镇 | 2 | 南岭镇 over 3 | 北岭镇 | 4 | ….
    """
    line = lines[index]
    if line.cells or len(PIPES.findall(line.text)) < _FEWEST_HEADS * (_FEWEST_ROWS + 1) - 1:
        return None
    below = next((one.text for one in following(lines, index + 1) if one.text.strip()), "")
    if len(PIPES.findall(below)) > 1:
        return None
    cells = [cell.strip() for cell in PIPES.split(line.text)]
    filled = [cell for cell in cells if cell]
    heads = next((at for at, cell in enumerate(filled) if not role(cell)), len(filled))
    if heads:
        body = cells[cells.index(filled[heads - 1]) + 1 :]
        told = heads >= _FEWEST_HEADS and any(role(cell) in UNIT_ROLES for cell in filled[:heads])
        counted = role(filled[0]) == "ordinal"
        rows = (_counted if counted else _even)(body, heads) if told else []
    else:
        rows = _counted(cells, filled.index("2") if "2" in filled else 0)
    if len(rows) < _FEWEST_ROWS or not all(any(map(read_unit, row)) for row in rows):
        return None
    table = [filled[:heads], *rows] if heads else rows
    return Found([line._replace(text="", cells=tuple(row)) for row in table], 1)


def _counted(cells: Sequence[str], width: int) -> list[list[str]]:
    """Return rows that begin with numbers which count up; [] where a row is wider than its heads.
    Blank cells between rows are what their ends left."""
    rows: list[list[str]] = []
    for cell in cells:
        if cell == str(len(rows) + 1):
            rows.append([cell])
        elif rows:
            rows[-1].append(cell)
        elif cell:
            return []
    rows = [_without_blank_end(row, width) for row in rows]
    return rows if all(1 < len(row) <= width for row in rows) else []


def _even(cells: Sequence[str], width: int) -> list[list[str]]:
    """Return rows as wide as their heads; [] where the last is short of a cell. Blank cells are
    what the ends of rows left."""
    filled = [cell for cell in cells if cell]
    if len(filled) % width:
        return []
    return [list(filled[at : at + width]) for at in range(0, len(filled), width)]


def _without_blank_end(row: Sequence[str], width: int) -> list[str]:
    """Return a row without the blank cells that make it wider than its heads."""
    cells = list(row)
    while len(cells) > width and not cells[-1]:
        cells.pop()
    return cells
