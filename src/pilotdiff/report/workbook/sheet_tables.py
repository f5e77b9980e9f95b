"""Tables as they are drawn on the summary: their cells, and the sums below them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pilotdiff.model import Outcome
from pilotdiff.report.workbook.counting_formulas import Live, LiveCount

SheetCell = str | Live | Outcome


class SheetTable(NamedTuple):
    """A table as it is drawn from its row `top` on (counted from 1): title, heads, then lines.

    total  how many of the last lines are set off from the rest
    """

    title: str
    heads: Sequence[str]
    lines: Sequence[Sequence[SheetCell]]
    total: int = 0
    note: str = ""


# Where the table comes to stand: its first line below the heads, in the rows of the sheet.
TablePlacer = Callable[[int], SheetTable]


def sums(
    lines: Sequence[Sequence[SheetCell]], top: int, count: int, first: int = 1
) -> list[LiveCount]:
    """Return the sums of `count` columns from `first` on, over lines that stand from row
    `top` on."""
    return [_sum(lines, top, at) for at in range(first, first + count)]


def _sum(lines: Sequence[Sequence[SheetCell]], top: int, at: int) -> LiveCount:
    numbers = [cell.value for line in lines if isinstance(cell := line[at], LiveCount)]
    column = letter(at)
    return LiveCount(sum(numbers), f"SUM({column}{top}:{column}{top + len(lines) - 1})")


def letter(at: int) -> str:
    """Return the name of a column that is counted from 0, up to Z."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at]
