"""Rows of a table without rules whose cells go over several lines, or whose cells are too low for
their lines: they may be other rows, or cut off."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.model import Document, DoubtfulLine, Line, Unit, msg

ROWS_APART = msg(
    "the table has cells of several lines and no rules between its rows, or cells too small for "
    "their text; which lines are one row is not sure, and "
    "names may be cut, lost or stand at another's place: compare it with the page"
)


def rows_apart(document: Document, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the rows with units of such tables, and the first line of one without any that are no
    heads."""
    if not document.unsure_rows:
        return
    holding = {unit.entry.line for unit in units}
    lines = {line.number: line for line in document.lines}
    for table in _tables(document.unsure_rows):
        own = [number for number in table if number in holding]
        if not own:
            own = [number for number in table if not _is_head(lines[number])][:1]
        yield from (DoubtfulLine(at, _shown(lines[at]), ROWS_APART) for at in own)


def _is_head(line: Line) -> bool:
    """Tell whether most of a line's cells are heads of columns."""
    cells = [text for cell in line.cells or line.text.split() if (text := cell.strip())]
    return 2 * sum(map(bool, map(role, cells))) > len(cells)


def _tables(numbers: Sequence[int]) -> list[list[int]]:
    """Return numbers in the groups in which they follow each other.

    >>> _tables([3, 4, 9])
    [[3, 4], [9]]
    """
    groups = [[numbers[0]]]
    for before, number in pairwise(numbers):
        if number > before + 1:
            groups.append([])
        groups[-1].append(number)
    return groups


def _shown(line: Line) -> str:
    return line.text or " ".join(filter(None, line.cells))
