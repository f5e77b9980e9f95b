"""Tables copied column by column, a cell a line: 县, 清岗县, 清岗县, 村, 东岭村, 西岭村."""

from collections.abc import Sequence

from pilotdiff.listing.lines.following import following
from pilotdiff.listing.tables.columns.column_heads import UNIT_ROLES, is_head_row, role
from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.model import Line

_Cell = tuple[Line, str]
_LONGEST = 24
_FEWEST = 2


def columns_in_turn(lines: Sequence[Line], index: int) -> Found | None:
    """Return the rows of a table whose columns stand one below the other from a line on, each below
    its head; None where none do.

    All are as long as the first, and either that one counts its lines or a place stands in several
    rows: towns and villages under headings of their tiers may be as many by chance.
    """
    if role(lines[index].text.strip()) not in {*UNIT_ROLES, "ordinal"}:
        return None
    cells: list[_Cell] = []
    ends: list[int] = []
    for at, line in enumerate(following(lines, index), 1):
        text = line.text.strip()
        if line.cells or len(text) > _LONGEST:
            break
        if text:
            cells.append((line, text))
            ends.append(at)
    size = next((at for at, (_, text) in enumerate(cells) if at and role(text)), 0)
    columns = _columns(cells, size) if size > _FEWEST else []
    rest = cells[size * len(columns) :]
    # A column of units with blank cells, which fit no row for certain.
    if not _are_columns(columns) or any(role(text) in UNIT_ROLES for _, text in rest):
        return None
    named = max(at for at, column in enumerate(columns) if role(column[0][1]) in UNIT_ROLES)
    rows = [
        columns[named][at][0]._replace(text="", cells=tuple(column[at][1] for column in columns))
        for at in range(size)
    ]
    head = lines[index]._replace(text="", cells=rows[0].cells)
    return Found([head, *rows[1:]], ends[size * len(columns) - 1])


def _columns(cells: Sequence[_Cell], size: int) -> list[Sequence[_Cell]]:
    """Return the columns of so many cells that stand one below the other, each below a head."""
    columns: list[Sequence[_Cell]] = []
    for at in range(0, len(cells), size):
        column = cells[at : at + size]
        if len(column) < size or not role(column[0][1]):
            break
        columns.append(column)
    return columns


def _are_columns(columns: Sequence[Sequence[_Cell]]) -> bool:
    heads = [column[0][1] for column in columns]
    values = [[text for _, text in column[1:]] for column in columns]
    roles = list(map(role, heads))
    if len(columns) < _FEWEST or len({*heads}) < len(heads) or not all(roles):
        return False
    if any(map(role, (text for column in values for text in column))) or not is_head_row(heads):
        return False
    counts = values[0] == [str(at) for at in range(1, len(values[0]) + 1)]
    if not UNIT_ROLES.intersection(roles):
        return False
    places = [own for own, found in zip(values, roles, strict=True) if found in UNIT_ROLES]
    return counts or any(len({*own}) < len(own) for own in places[:-1])
