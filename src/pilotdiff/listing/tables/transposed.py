"""Tables that lie on their side: a heading before each row instead of over each column."""

from collections.abc import Sequence

from pilotdiff.listing.tables.column_heads import is_head_row, role
from pilotdiff.model import LEVELS, Line
from pilotdiff.names import known

_MOST_ROWS = 12
_UNITS = frozenset({"name", *(level.value for level in LEVELS)})


def upright(rows: Sequence[Line]) -> Sequence[Line]:
    """Return the rows, those of a table on its side turned so that its headings stand above.

    Each new row keeps the line of the lowest row of units, where its name is written.
    """
    if not _lies(rows):
        return rows
    roles = [role(row.cells[0]) for row in rows]
    named = max(at for at, found in enumerate(roles) if found in _UNITS)
    width = max(len(row.cells) for row in rows)
    turned = [
        tuple(row.cells[at] if at < len(row.cells) else "" for row in rows) for at in range(width)
    ]
    return [rows[named]._replace(cells=cells) for cells in turned]


def _lies(rows: Sequence[Line]) -> bool:
    if not 2 <= len(rows) <= _MOST_ROWS or any(len(row.cells) < 2 for row in rows):
        return False
    roles = [role(row.cells[0]) for row in rows]
    units = [found for found in roles if found in _UNITS]
    told = sum(map(bool, roles))
    if not units or told < 2 or told < len(rows) - 1 or len(set(units)) < len(units):
        return False
    if roles[0] not in _UNITS and all(known(cell.strip()) for cell in rows[0].cells[1:]):
        return False  # 类型 | 甲县 | 乙县: types before the rows of counties that are lists
    return not is_head_row(rows[0].cells) and not any(role(cell) for cell in rows[0].cells[1:])
