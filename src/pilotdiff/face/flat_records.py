"""A table of an answer as records of plain texts and numbers, so that Python and the command say
the same."""

from collections.abc import Collection

from pilotdiff.report.answer import Cell, RowsTable


def flat(table: RowsTable, numbers: Collection[str] = ()) -> list[dict[str, object]]:
    """Return the rows as records; in the columns of `numbers` numbers, None for "".

    >>> flat(RowsTable(("name", "line"), [("甲", 4), ("乙", "")]), ["line"])
    [{'name': '甲', 'line': 4}, {'name': '乙', 'line': None}]
    """
    known = {*numbers, *table.numbers}
    return [
        {
            name: _number(cell) if name in known else str(cell)
            for name, cell in zip(table.columns, row, strict=True)
        }
        for row in table.rows
    ]


def _number(cell: Cell) -> int | float | None:
    if not isinstance(cell, str):
        return cell
    if not cell:
        return None
    return float(cell) if "." in cell else int(cell)
