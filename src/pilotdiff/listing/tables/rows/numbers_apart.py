"""Numbers of rows in one cell with the place behind them: 1清岗 | 东岭县 over 2白溪 | 石县."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.tables.columns.column_heads import is_head_row
from pilotdiff.listing.tables.rows.row_sorts import is_total
from pilotdiff.model import Line
from pilotdiff.patterns import pattern

# A title may begin with a year: 2023年示范村名单.
_GLUED = pattern(r"(?P<number>\d{1,4})(?=\p{Han})(?!年)")
_WITHIN = 40
_FEWEST = 2


def numbers_apart(rows: Sequence[Line]) -> Sequence[Line]:
    """Return rows with the numbers that touch the places of the first column in a column of their
    own, where these count on from row to row; other rows as they are."""
    first = next((at for at, row in enumerate(rows[:_WITHIN]) if _number(row)), -1)
    if first < 0 or any(map(_lacks_a_number, rows[first:])):
        return rows  # most tables
    told = [(row, _number(row)) for row in rows]
    values = [int(number[0]) for _, number in told if number]
    if len(values) < _FEWEST or not all(b in (a + 1, 1) for a, b in pairwise(values)):
        return rows
    # 3日照 alone may as well be a day, and 2里铺 a name.
    sure = sum(_is_sure(row.cells[0]) for row, number in told if number)
    return [_apart(row, number) for row, number in told] if 2 * sure > len(values) else rows


def _number(row: Line) -> re.Match[str] | None:
    """Return the number that touches the text of a row's first cell; None where none does."""
    return _GLUED.match(row.cells[0].lstrip()) if len(row.cells) > 1 else None


def _is_sure(cell: str) -> bool:
    number = read_ordinal(cell)
    return number is not None and number.style == "glued"


def _lacks_a_number(row: Line) -> bool:
    """Tell whether a row of several cells has a name in its first without a number before it."""
    if sum(bool(cell.strip()) for cell in row.cells) < _FEWEST or _number(row):
        return False
    first = row.cells[0].strip()
    return bool(first) and not is_total(first) and not is_head_row(row.cells)


def _apart(row: Line, number: re.Match[str] | None) -> Line:
    if number is None:
        return row._replace(cells=("", *row.cells)) if row.cells else row
    first, *rest = row.cells
    return row._replace(cells=(number[0], first.lstrip()[number.end() :], *rest))
