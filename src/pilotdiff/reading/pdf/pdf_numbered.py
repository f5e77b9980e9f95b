"""Tables without rules whose rows are numbered: which lines of which column belong to which number.

A cell of several lines, and a cell merged over several rows, has its text at its top or about its
middle; between two numbers it is of neither by its place alone. Both ways are tried, and the one
taken that all columns agree with.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pilotdiff.patterns import pattern
from pilotdiff.reading.pdf.pdf_runs import TextRun
from pilotdiff.reading.pdf.pdf_wrapped import is_whole

_NUMBER = pattern(r"[(（]?(\d{1,4})[)）.、．]?")
_FEWEST = 2
# Of the way from number to number: lines nearer than this are of one cell.
_NEAR = 0.87
# Lines of one cell are this even.
_EVEN = 1.12
# In heights of a character: how far a cell's place may lie from that of its number.
_OFF = 0.45
# Of a run's width, or its height where that is less: so far its box may reach over another column.
_TOUCH = 0.5
_PLACE = pattern(r"[省市州盟县縣区區旗镇鎮乡鄉]$|街道$")
# Of the way from number to number: how far a merged cell's place may lie from its rows' middle.
_OFF_MERGED = 0.3

Lines = Sequence[Sequence[TextRun]]
"""The lines of a page from top to bottom, each with its runs from left to right."""


class Stretch(NamedTuple):
    """Where the text of a column begins and ends, in points."""

    left: float
    right: float

    def holds(self, run: TextRun) -> bool:
        """Tell whether a run stands over or in the column; boxes of scanned text may touch."""
        over = min(run.right, self.right) - max(run.left, self.left)
        return over > _TOUCH * min(run.height, run.right - run.left)


class Block(NamedTuple):
    """The lines of one column that are one cell's text."""

    runs: list[TextRun]

    @property
    def top(self) -> float:
        """Where the first of its lines begins."""
        return self.runs[0].middle[1]

    @property
    def middle(self) -> float:
        """Where the middle of its lines is."""
        return (self.top + self.runs[-1].middle[1]) / 2


class NumberedRows(NamedTuple):
    """A table by its numbers.

    columns  from left to right
    head     how many of the lines stand over its rows
    end      how many of the lines are the table's
    rows     the runs of every cell of each row; a merged cell's stand in each of its rows
    """

    columns: list[Stretch]
    head: int
    end: int
    rows: list[list[list[TextRun]]]


def numbered_rows(lines: Lines) -> NumberedRows | None:
    """Return the table whose heading, or first row, the first of these lines is.

    None where no column counts, or where the other columns do not agree with it.
    """
    numbers = _numbers(lines)
    if len(numbers) < _FEWEST:
        return None
    places = [run.middle[1] for run in numbers]
    pitch = min(b - a for a, b in pairwise(places))
    first = _first(lines, numbers[0], pitch)
    head = sum(1 for line in lines if line[0].middle[1] < first)
    end = _end(lines, head, places[-1], pitch)
    columns = _columns(lines[:head], lines[head:end])
    cells = _by_column(lines[head:end], columns, numbers, pitch)
    if cells is None:
        return None
    rows = [[column[row] for column in cells] for row in range(len(places))]
    return NumberedRows(columns, head, end, rows)


def stretches(lines: Lines) -> list[Stretch]:
    """Return the stretches of the width that hold text, where no gap runs through all lines."""
    columns: list[Stretch] = []
    for run in sorted((run for line in lines for run in line), key=lambda run: run.left):
        if columns and columns[-1].holds(run):
            columns[-1] = Stretch(columns[-1].left, max(columns[-1].right, run.right))
        else:
            columns.append(Stretch(run.left, run.right))
    return columns


def _numbers(lines: Lines) -> list[TextRun]:
    """Return the first runs, one below the other, that count on: 1, 2, 3 …"""
    told = [(run, int(m[1])) for line in lines for run in line if (m := _match(run))]
    for at, (run, number) in enumerate(told):
        column = Stretch(run.left - run.height, run.right + run.height)
        found = [run]
        broken = 0
        for other, counted in told[at + 1 :]:
            if column.holds(other):
                if counted != number + len(found):
                    broken = counted
                    break
                found.append(other)
        if len(found) >= _FEWEST and not _is_chance(number, len(found), broken):
            return found
    return []


def _is_chance(first: int, counted: int, broken: int) -> bool:
    """Tell whether figures that count on for so many lines are no numbers of rows: another figure
    breaks them off that neither begins anew nor leaves a gap, as years do.

    >>> _is_chance(2021, 2, 2021), _is_chance(35, 2, 80), _is_chance(1, 2, 1), _is_chance(1, 5, 8)
    (True, True, False, False)
    """
    if broken in (0, 1):
        return False
    return broken < first + counted or (first > 1 and counted == _FEWEST)


def _match(run: TextRun) -> re.Match[str] | None:
    return _NUMBER.fullmatch(run.text)


def _first(lines: Lines, number: TextRun, pitch: float) -> float:
    """Return where the first row begins: half-way to the heading of the numbers, if any."""
    column, place = Stretch(number.left, number.right), number.middle[1]
    over = [run.middle[1] for line in lines for run in line if column.holds(run)]
    above = max((y for y in over if y < number.top), default=place - pitch)
    return max(above + place, 2 * place - 2 * pitch) / 2


def _end(lines: Lines, head: int, last: float, pitch: float) -> int:
    """Return the number of lines up to where those behind the last number leave a gap."""
    before = last
    for at in range(head, len(lines)):
        place = lines[at][0].middle[1]
        if place > last + 1 and place - before > _NEAR * pitch:
            return at
        before = max(before, place)
    return len(lines)


def _columns(head: Lines, body: Lines) -> list[Stretch]:
    """Return the columns of the rows, and those that have a heading alone."""
    own = stretches(body)
    heads = [[run] for line in head for run in line if len(_holding(own, run)) < 2]
    return stretches([*body, *heads])


def _by_column(
    body: Lines, columns: Sequence[Stretch], numbers: Sequence[TextRun], pitch: float
) -> list[list[list[TextRun]]] | None:
    """Return for each column the runs of each number's cell; None where the columns disagree, where
    other text stands in the column of the numbers, or none holds the first of them."""
    held = _held(body, columns)
    if held is None:
        return None
    counting = [runs for runs in held if numbers[0] in runs]
    if not counting or any(len(runs) > len(numbers) for runs in counting):
        return None
    places = [run.middle[1] for run in numbers]
    tall = median(run.height for run in numbers)
    first = _match(numbers[0])
    begins = first is not None and int(first[1]) == 1
    for by_middle in (True, False):
        cells = [
            [[run] for run in numbers]
            if numbers[0] in runs
            else _cells(
                _blocks(runs, pitch), places, _OFF * tall, by_middle=by_middle, begins=begins
            )
            for runs in held
        ]
        agreeing = [each for each in cells if each is not None]
        if len(agreeing) == len(cells):
            return agreeing
    return None


def _held(body: Lines, columns: Sequence[Stretch]) -> list[list[TextRun]] | None:
    """Return the runs of each column; None where one stands in no column."""
    held: list[list[TextRun]] = [[] for _ in columns]
    for run in (run for line in body for run in line):
        found = _holding(columns, run)
        if not found:
            return None
        for at in found:
            held[at].append(run)
    return held


def _holding(columns: Sequence[Stretch], run: TextRun) -> list[int]:
    """Return which columns a run stands over; the columns run from left to right, none within
    another."""
    first = bisect_right(columns, run.left, key=lambda column: column.right)
    end = bisect_left(columns, run.right, key=lambda column: column.left)
    return [at for at in range(first, end) if columns[at].holds(run)]


def _blocks(runs: Sequence[TextRun], pitch: float) -> list[Block]:
    """Return the runs of a column as cells: lines that stand nearer than numbers do, evenly."""
    rows = sorted(runs, key=lambda run: run.middle[1])
    gaps = [b.middle[1] - a.middle[1] for a, b in pairwise(rows)]
    least = min((gap for gap in gaps if gap > 1), default=0.0)
    most = min(_NEAR * pitch, _EVEN * least)
    blocks: list[Block] = []
    for run, gap in zip(rows, [float("inf"), *gaps], strict=False):
        if gap <= most:
            blocks[-1].runs.append(run)
        else:
            blocks.append(Block([run]))
    return blocks


def _cells(
    blocks: Sequence[Block], places: Sequence[float], off: float, *, by_middle: bool, begins: bool
) -> list[list[TextRun]] | None:
    """Return a column's runs for each number; None where its cells stand at none of them.

    By their middles, a first row without a cell tells of cells that are merged. What may as well
    stand at the foot of its rows stays where it is.
    """
    placed = _placed(blocks, places, off, by_middle=by_middle)
    if by_middle and blocks and (placed is None or not placed[0]):
        if placed and placed[-1] and begins and _are_places(blocks):
            return placed
        return _merged(blocks, places) or placed
    return placed


def _are_places(blocks: Sequence[Block]) -> bool:
    return all(_PLACE.search(block.runs[-1].text) for block in blocks)


def _placed(
    blocks: Sequence[Block], places: Sequence[float], off: float, *, by_middle: bool
) -> list[list[TextRun]] | None:
    cells: list[list[TextRun]] = [[] for _ in places]
    for block in blocks:
        at = block.middle if by_middle else block.top
        row = min(range(len(places)), key=lambda i: abs(places[i] - at))
        if abs(places[row] - at) > off or cells[row]:
            return None
        cells[row] = block.runs
    return cells


def _merged(blocks: Sequence[Block], places: Sequence[float]) -> list[list[TextRun]] | None:
    """Return the runs of cells merged over rows, each about the middle of its rows; None where
    they do not cover all rows so. The last cell may go on on the next page, its middle with it."""
    cells: list[list[TextRun]] = []
    pitch = median(b - a for a, b in pairwise(places))
    for block in blocks:
        start = len(cells)
        if block is blocks[-1] and cells and places[start:] and block.top > places[start] - pitch:
            return [*cells, *([block.runs] * (len(places) - start))]
        off = {
            end: abs((places[start] + places[end]) / 2 - block.middle)
            for end in range(start, len(places))
        }
        end = min(off, key=lambda one: off[one], default=-1)
        if end < 0 or off[end] > _OFF_MERGED * pitch:
            return None
        cells += [block.runs] * (end - start + 1)
    return cells if len(cells) == len(places) else None


def head_cells(head: Lines, columns: Sequence[Stretch]) -> Iterator[list[list[TextRun]]]:
    """Yield the rows of headings: lines close below each other are one, unless a heading spans
    several columns, over each of which it stands then, or names a place over the rows."""
    rows: list[list[list[TextRun]]] = []
    apart, place = False, float("-inf")
    for line in head:
        spans = any(sum(c.holds(run) for c in columns) > 1 for run in line)
        own = spans or (len(line) == 1 and columns[0].holds(line[0]) and is_whole(line[0].text))
        close = line[0].middle[1] - place < 1.5 * line[0].height
        if not rows or own or apart or not close:
            rows.append([[] for _ in columns])
        for cell, column in zip(rows[-1], columns, strict=True):
            cell += [run for run in line if column.holds(run)]
        apart, place = own, line[0].middle[1]
    yield from rows
