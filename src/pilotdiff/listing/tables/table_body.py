"""The rows of a table that hold its units."""

from typing import NamedTuple

from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.table_columns import TableColumns
from pilotdiff.model import Line, Message


class TableBody(NamedTuple):
    """A table's rows below its heading, and what its columns are.

    columns  several where a row holds several entries side by side
    """

    head: tuple[str, ...]
    columns: tuple[TableColumns, ...]
    rows: tuple[Line, ...]
    reader: CellReader


def goes_on(before: TableBody, body: TableBody) -> bool:
    """Tell whether a table goes on with one above, whose last parent its first row leaves blank;
    a sheet of a workbook is a table of its own."""
    if len(before.columns) > 1 or len(body.columns) > 1 or "sheet" in _place(body):
        return False
    old, new = before.columns[0], body.columns[0]
    top = next((at for at in old.levels if at >= 0), -1)
    cells = body.rows[0].cells
    alike = (old.names, old.levels) == (new.names, new.levels)
    same = (alike or (body.head != () and body.head == before.head)) and top not in old.targets
    return same and 0 <= top < len(cells) and not cells[top].strip() and any(cells)


def with_rows(before: TableBody, body: TableBody) -> TableBody:
    """Return a table with the rows of one that goes on with it."""
    old, new = before.columns[0], body.columns[0]
    top = next(at for at in old.levels if at >= 0)
    columns = old._replace(merged=old.merged | new.merged | {top})
    return before._replace(columns=(columns,), rows=(*before.rows, *body.rows))


def _place(body: TableBody) -> dict[str, object]:
    place = body.rows[0].place
    return dict(place.values) if isinstance(place, Message) else {}
