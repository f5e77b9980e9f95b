"""Columns before and behind a document's tables that no row fills: sheets that begin at B2."""

from collections.abc import Iterator, Sequence

from pilotdiff.model import Line


def without_blank_edges(lines: Sequence[Line]) -> Sequence[Line]:
    """Return lines without the first and last cells that are blank in every row of all tables.

    >>> rows = [Line(1, "", ("", "县", "村", "")), Line(2, "", ("", "清岗县", "东岭村", ""))]
    >>> [row.cells for row in without_blank_edges(rows)]
    [('县', '村'), ('清岗县', '东岭村')]
    """
    rows = [line.cells for line in lines if line.cells]
    width = max(map(len, rows), default=0)
    first = next((at for at in range(width) if _fills(rows, at)), 0)
    end = next((at for at in range(width, first, -1) if _fills(rows, at - 1)), width)
    return lines if (first, end) == (0, width) else tuple(_cut(lines, first, end))


def _fills(rows: Sequence[tuple[str, ...]], at: int) -> bool:
    """Tell whether a row has a text in a column."""
    return any(cells[at].strip() for cells in rows if at < len(cells))


def _cut(lines: Sequence[Line], first: int, end: int) -> Iterator[Line]:
    for line in lines:
        # A row of too few cells stays one.
        cells = line.cells[first:end] or line.cells[:1]
        yield line._replace(cells=cells) if line.cells else line
