"""Rows whose numbers tell that they stand over others: 1 over 1.1 and 1.2."""

from collections.abc import Sequence

from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.rows.alternating_rows import lies_beside
from pilotdiff.listing.tables.table_body import BodyRow, RowSort
from pilotdiff.patterns import pattern

_FIGURE = pattern(r"\d{1,12}(?:,\d{3})*(?:\.\d+)?")
# The number of a row, and of one in it: 1, 1.1, 1-1.
_WITHIN_A_NUMBER = pattern(r"\d[.．\-—]\d")
_NUMBERED = pattern(r"(?P<over>\d{1,3})(?:[.．\-—](?P<under>\d{1,3}))?[.、]?")


def under_numbers(rows: list[BodyRow], columns: TableColumns, reader: CellReader) -> list[BodyRow]:
    """Return the rows with those made parents whose number those below them go on with, 1 over 1.1
    and 1.2, where their units may lie in it."""
    if columns.ordinal < 0 or len(columns.targets) != 1:
        return rows
    if not any(_WITHIN_A_NUMBER.search(row.line.cell(columns.ordinal)) for row in rows):
        return rows  # most tables
    at = columns.targets[0]
    heads: list[int] = []
    held: dict[int, list[CellUnit]] = {}
    for index, row in enumerate(rows):
        if row.sort is not RowSort.DATA:
            continue
        number = _NUMBERED.fullmatch(row.line.cell(columns.ordinal))
        units = reader.read(row.line.cell(at), columns.level_at(at)).units
        if number is None or len(units) != 1:
            return rows
        if number["under"] is None:
            heads.append(index)
        elif not heads or number["over"] != rows[heads[-1]].line.cell(columns.ordinal).rstrip(
            ".、"
        ):
            return rows
        else:
            held.setdefault(heads[-1], []).append(units[0])
    out = list(rows)
    for index, below in held.items():
        over = reader.read(rows[index].line.cell(at), columns.level_at(at)).units[0]
        told = _says_more(rows[index].line.cells, {at, columns.ordinal})
        if told or any(lies_beside(unit, over) for unit in below):
            return rows
        out[index] = rows[index]._replace(sort=RowSort.PARENT, parent=over)
    return out


def _says_more(cells: Sequence[str], named: set[int]) -> bool:
    """Tell whether a row says more than its name, its number and figures: it lists its own unit."""
    beside = (cell.strip() for at, cell in enumerate(cells) if at not in named)
    return any(text and not _FIGURE.fullmatch(text) for text in beside)
