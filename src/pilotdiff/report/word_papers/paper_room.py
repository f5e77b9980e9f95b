"""How many rows of a table fit where a paper has room for so many lines."""

from collections.abc import Sequence

from pilotdiff.report.text_wrapping import sheet_lines

# Characters of half width across the page, at nine points, and what a cell's margins take of them.
_ACROSS, _MARGIN = 104, 3


def fitting(
    rows: Sequence[Sequence[str]], shares: Sequence[float], lines: int
) -> Sequence[Sequence[str]]:
    """Return the first of the rows, as many as need no more than so many lines, one at least;
    `shares` are the widths of the columns, of each other."""
    needed = 0
    for at, row in enumerate(rows):
        needed += _lines(row, shares)
        if needed > lines:
            return rows[: max(at, 1)]
    return rows


def _lines(row: Sequence[str], shares: Sequence[float]) -> int:
    rooms = (max(1, int(_ACROSS * share / sum(shares)) - _MARGIN) for share in shares)
    return max(sheet_lines(text, room) for text, room in zip(row, rooms, strict=True))
