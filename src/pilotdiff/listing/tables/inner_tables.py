"""Tables within the cells of another: their rows are lines of a cell, with tabs between them."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.tables.columns.column_heads import is_head_row, is_number, role
from pilotdiff.model import Line

_Cells = tuple[str, ...]
_TAB = "\t"


def inner_rows(rows: Sequence[Line]) -> Sequence[Line]:
    r"""Return the rows of tables within the cells of a column as rows of the table around them,
    each beside what stands beside its own, where heads or numbers tell them; other rows as they
    are.

    清岗市 | 1\t白石镇\n2\t青山镇 is two rows of three cells.
    """
    holder = next((row.cells for row in rows if _TAB in "".join(row.cells)), None)
    if holder is None:
        return rows
    at = next(at for at, cell in enumerate(holder) if _TAB in cell)
    tables = [_table(row, at) for row in rows]
    inner = [cells for table in tables if table for cells in table]
    heads = [cells for cells in inner if is_head_row(cells)]
    alike = len({len(cells) for cells in inner}) == 1
    # Names alone may fill each of its columns.
    if (
        not (alike and (heads or all(is_number(cells[0].strip()) for cells in inner)))
        or len({tuple(map(role, cells)) for cells in heads}) > 1
    ):
        return rows
    first = next(at for at, table in enumerate(tables) if table)
    own = heads[0] if heads and first else ()
    width = len(inner[0])
    out: list[Line] = []
    for number, (row, table) in enumerate(zip(rows, tables, strict=True)):
        listed = [cells for cells in table if not is_head_row(cells)] if own else table
        if not table:
            over = own if number == first - 1 else ()
            listed = [over or (*[""] * (width - 1), *row.cells[at : at + 1])]
        out += _spread(row, at, listed)
    return out


def _table(row: Line, at: int) -> list[_Cells]:
    """Return the rows of the table in a cell, [] where it holds none."""
    text = row.cells[at] if at < len(row.cells) else ""
    lines = text.split("\n") if _TAB in text else []
    return [tuple(line.split(_TAB)) for line in lines if line.strip()]


def _spread(row: Line, at: int, listed: Sequence[_Cells]) -> Iterator[Line]:
    """Yield the rows beside what stands beside their table, which is merged over all of them."""
    before, behind = row.cells[:at], row.cells[at + 1 :]
    for cells in listed:
        yield row._replace(cells=(*before, *cells, *behind))
        before, behind = ("",) * len(before), ("",) * len(behind)
