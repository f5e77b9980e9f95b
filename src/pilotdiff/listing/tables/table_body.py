"""The rows of a table that hold its units."""

from collections.abc import Sequence
from enum import Enum
from itertools import takewhile
from typing import NamedTuple

from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.model import Line, Message

# What a row is.
RowSort = Enum("RowSort", "DATA BLANK HEAD TOTAL NOTE PARENT ACROSS")


class BodyRow(NamedTuple):
    """A row of the body: what it is, and the unit that it puts over those below."""

    line: Line
    sort: RowSort
    parent: CellUnit | None = None


class TableBody(NamedTuple):
    """A table's rows below its heading, and what its columns are.

    columns  several where a row holds several entries side by side
    again    the numbers of the rows that give the name of the one above by 同上
    bare     those in which a cell says so, and nothing stands above it
    across   those in which it may say so of the one in the list beside it
    """

    head: tuple[str, ...]
    columns: tuple[TableColumns, ...]
    rows: tuple[Line, ...]
    reader: CellReader
    again: frozenset[int] = frozenset()
    bare: frozenset[int] = frozenset()
    across: frozenset[int] = frozenset()


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


def with_bare_rows(body: TableBody) -> TableBody:
    """Return a table that may go on with one above, past a line of text, with its first rows as
    bare: nothing says what parents they leave blank."""
    top = next(at for at in body.columns[0].levels if at >= 0)
    first = takewhile(lambda row: not row.cell(top).strip(), body.rows)
    return body._replace(bare=body.bare | {row.number for row in first})


def with_rows(before: TableBody, body: TableBody) -> TableBody:
    """Return a table with the rows of one that goes on with it."""
    old, new = before.columns[0], body.columns[0]
    top = next(at for at in old.levels if at >= 0)
    inner = [at for at in old.levels if at > top and at not in old.targets]
    merged = {top, *(at for at in inner if _is_blank_below(body.rows, at, top))}
    columns = old._replace(merged=old.merged | new.merged | merged)
    rows = (*before.rows, *_with_parents(body.rows, (top, *inner), before.rows[-1].cells))
    again, bare = before.again | body.again, before.bare | body.bare
    return before._replace(columns=(columns,), rows=rows, again=again, bare=bare)


def _is_blank_below(rows: Sequence[Line], at: int, top: int) -> bool:
    """Tell whether a column of parents is blank only where that of the topmost is, whose cells are
    merged."""
    cells = (row.cells for row in rows if at < len(row.cells) and not row.cells[at].strip())
    return not any(own[top].strip() for own in cells)


def _with_parents(rows: Sequence[Line], levels: Sequence[int], last: Sequence[str]) -> list[Line]:
    """Return the rows with what their first ones leave blank, of the parents below the topmost,
    taken from the last row above, which a break has parted from them: up to a row that states one
    of a higher level."""
    out = list(rows)
    for at in (at for at in levels[1:] if at < len(last)):
        for index, row in enumerate(rows):
            if at >= len(row.cells) or row.cells[at].strip():
                break
            if index and any(row.cells[other].strip() for other in levels if other < at):
                break
            cells = out[index].cells
            out[index] = out[index]._replace(cells=(*cells[:at], last[at], *cells[at + 1 :]))
    return out


def _place(body: TableBody) -> dict[str, object]:
    place = body.rows[0].place
    return dict(place.values) if isinstance(place, Message) else {}
