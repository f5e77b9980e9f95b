"""Where a table without rules whose cells go over several lines begins and ends on a page."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pilotdiff.reading.pdf.pdf_aligned import AlignedRows, aligned_rows, is_staggered
from pilotdiff.reading.pdf.pdf_gutters import cut_at_columns
from pilotdiff.reading.pdf.pdf_numbered import Stretch, stretches
from pilotdiff.reading.pdf.pdf_runs import TextRun

# In heights of a character: how far below the last a line of the same table stands at most.
_REACH = 3.4
# Of the distance of rows: how much further apart two tables stand.
_FURTHER = 1.25
# Of the furthest that rows of one have stood apart so far: how far its next may stand below.
_OFF = 1.45
# Lines above and below among which one stands under several columns.
_BESIDE = 3
# In heights of a character: two lines of one text stand further apart.
_HALF, _ALIKE = 0.95, 0.8
_FEWEST, _MOST_HEADS, _TRIES = 3, 5, 6

PageRows = list[list[TextRun]]


class StaggeredTable(NamedTuple):
    """A table among lines.

    above    how many of the lines stand over it
    end      how many are above it and its own
    columns  from left to right
    head     the lines of headings that span several columns
    body     its rows, the other headings among them
    """

    above: int
    end: int
    columns: list[Stretch]
    head: PageRows
    body: AlignedRows


def staggered_table(rows: PageRows) -> StaggeredTable | None:
    """Return the table that begins with the first of these lines, or right below a title; None
    where none does whose cells go over several lines."""
    found = _table(rows)
    if found is None and len(rows[0]) == 1 and len(rows) > 1:
        below = _table(rows[1:])
        return below and below._replace(above=1, end=below.end + 1)
    return found


def staggered_lines(rows: PageRows) -> int:
    """Return how many of the first lines make no rows by their places, though cells of theirs go
    over several lines: which of them are one row is not sure."""
    near = cut_at_columns(rows[: _reach(rows)])
    if sum(len(row) > 1 for row in near) < _FEWEST:
        return _overlapping(near)
    columns = stretches(_headed(near)[1])
    return len(near) if len(columns) > 1 and is_staggered(near, columns) else 0


def _overlapping(rows: PageRows) -> int:
    """Return the number of the lines where one stands nearer below another than a line is high:
    they are parts of cells side by side, as in the one row that a page break leaves."""
    near = [
        pair
        for pair in pairwise(rows)
        if _are_alike(*pair) and _apart(*pair) < _HALF * min(line[0].height for line in pair)
    ]
    # A place merged over its rows may stand between any two of them: 东岭村, 清岗县, 西岭村.
    beside = any(len(row) > 1 for row in rows) or any(map(_stand_beside, near))
    return len(rows) if near and beside else 0


def _stand_beside(pair: tuple[Sequence[TextRun], Sequence[TextRun]]) -> bool:
    upper, lower = pair
    return upper[-1].right < lower[0].left or lower[-1].right < upper[0].left


def _are_alike(upper: Sequence[TextRun], lower: Sequence[TextRun]) -> bool:
    """Tell whether two lines are as high; the mark of a note is less."""
    low, high = sorted((upper[0].height, lower[0].height))
    return low > _ALIKE * high


def _table(rows: PageRows) -> StaggeredTable | None:
    for end in _ends(rows[: _reach(rows)]):
        head, body = _headed(cut_at_columns(rows[:end]))
        columns = stretches(body)
        found = aligned_rows(body, columns) if len(columns) > 1 else None
        if found is not None:
            return StaggeredTable(0, end, columns, head, found)
    return None


def _reach(rows: PageRows) -> int:
    """Return how many of the first lines stand near each other, none of them under several
    columns."""
    near, usual = 1, 0.0
    while near < len(rows):
        step = _apart(rows[near - 1], rows[near])
        if step > _REACH * rows[near][0].height or (near > _FEWEST and step > _OFF * usual):
            break
        near, usual = near + 1, max(usual, step)
    for at, row in enumerate(rows[:near]):
        beside = rows[max(at - _BESIDE, 0) : min(at + _BESIDE + 1, near)]
        own = Stretch(row[0].left, row[0].right)
        if len(row) == 1 and any(sum(map(own.holds, other)) > 1 for other in beside):
            return at
    return near


def _apart(upper: Sequence[TextRun], lower: Sequence[TextRun]) -> float:
    return lower[0].middle[1] - upper[0].middle[1]


def _ends(rows: PageRows) -> list[int]:
    """Return where a table that begins with these lines may end, the furthest first: with them,
    before lines of one text at their end, and before lines that stand off."""
    if len(rows) < _FEWEST or sum(len(row) > 1 for row in rows) < 2:
        return []
    steps = [_apart(upper, lower) for upper, lower in pairwise(rows)]
    ends = [len(rows)]
    while ends[-1] > _FEWEST and len(rows[ends[-1] - 1]) == 1:
        ends.append(ends[-1] - 1)
    usual = _FURTHER * median(step for step in steps if step >= median(steps))
    apart = [at for at, step in enumerate(steps, 1) if step > usual]
    return [end for end in [*ends[:_TRIES], *reversed(apart[-_TRIES:])] if end >= _FEWEST]


def _headed(rows: PageRows) -> tuple[PageRows, PageRows]:
    """Return the lines down to the last over which a heading spans several columns, and those
    below."""
    for at in range(min(_MOST_HEADS, len(rows) - 1), 0, -1):
        columns = stretches(rows[at:])
        if any(sum(c.holds(run) for c in columns) > 1 for run in rows[at - 1]):
            return rows[:at], rows[at:]
    return [], rows
