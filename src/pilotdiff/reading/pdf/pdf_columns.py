"""Text set in columns: two or three beside each other, each read from top to bottom.

A table without rules has gaps too; what tells columns of text is that they are alike: they
begin at even distances, are about as wide, and none of them holds numbers alone.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.patterns import pattern
from pilotdiff.reading.pdf.pdf_runs import TextRun

_FEWEST = 5
"""Lines that a column holds at least, unless headings in it tell a list."""
_FEW = 2
_UNEVEN = 0.12
"""What the distances between columns may differ, as a share of them."""
_NUMBER = pattern(r"[\d.、．()（）-]+")
_HEADING = pattern(r".{1,12}[:：]")
_FEWEST_NUMBERS = 6
_ITEM = pattern(r"[(（]?(\d{1,4})[)）.、．]\s*\p{Han}")
_ORDINAL = pattern(r"[(（]?(\d{1,4})[)）.、．]?")


def columns_of_text(rows: Sequence[list[TextRun]]) -> list[list[list[TextRun]]]:
    """Return the rows of each column from left to right; one column where there is but one.

    `rows` are the lines of a page from top to bottom, each with its runs from left to right.
    """
    inner = [row for row in rows if len(row) > 1]
    fewest = _FEW if any(_is_heading_beside(row) for row in inner) else _FEWEST
    if len(inner) < fewest:
        return [list(rows)]
    lefts = _starts(rows, fewest)
    if not 2 <= len(lefts) <= 3 or (fewest == _FEWEST and not _are_even(lefts, rows)):
        return [list(rows)]
    parted = _parted(rows, lefts)
    is_text = all(len(column) >= fewest and _is_text(column) for column in parted)
    if not is_text or (fewest == _FEWEST and _runs_across(parted)):
        return [list(rows)]
    return parted


def columns_by_numbers(
    rows: Sequence[list[TextRun]],
) -> tuple[list[list[TextRun]], list[list[list[TextRun]]]]:
    """Return the rows above columns whose numbers go on from one to the next, and those of each;
    no column where there are none.

    Their lines need not stand beside each other, and the last may be short.
    """
    numbers = [
        (run, int(found[1])) for row in rows for run in row if (found := _ITEM.match(run.text))
    ]
    if len(numbers) < _FEWEST_NUMBERS:
        return list(rows), []
    lefts = _lefts(sorted(run.left for run, _ in numbers), 3 * numbers[0][0].height)
    held: list[list[int]] = [[] for _ in lefts]
    for run, number in numbers:
        held[bisect_right(lefts, run.left) - 1].append(number)
    down = [number for column in held for number in column]
    whole = all(after == before + 1 for before, after in pairwise(down))
    if not (2 <= len(lefts) <= 3 and whole and min(map(len, held)) >= _FEW):
        return list(rows), []
    first = next(at for at, row in enumerate(rows) if any(_ITEM.match(run.text) for run in row))
    if any(run.left < left < run.right for row in rows[first:] for run in row for left in lefts):
        return list(rows), []
    columns: list[list[list[TextRun]]] = [[] for _ in lefts]
    for row in rows[first:]:
        for at, column in enumerate(columns):
            if own := [r for r in row if max(bisect_right(lefts, r.left) - 1, 0) == at]:
                column.append(own)
    return list(rows[:first]), columns


def _lefts(places: Sequence[float], apart: float) -> list[float]:
    """Return the first of each group of places that lie near each other.

    >>> _lefts([10, 11, 12, 300, 301], 30)
    [10, 300]
    """
    return [at for n, at in enumerate(places) if not n or at - places[n - 1] >= apart]


def _is_heading_beside(row: Sequence[TextRun]) -> bool:
    """Return whether a heading (广东省：) stands beside text that is none: two lists, no table."""
    headings = [bool(_HEADING.fullmatch(run.text)) for run in row]
    return any(headings) and not all(headings)


def _starts(rows: Sequence[list[TextRun]], fewest: int) -> list[float]:
    """Return where columns begin: places at which many runs of the rows begin."""
    height = max(run.height for row in rows for run in row)
    groups: list[list[float]] = []
    for left in sorted(run.left for row in rows if len(row) > 1 for run in row):
        if groups and left - groups[-1][0] < 3 * height:
            groups[-1].append(left)
        else:
            groups.append([left])
    many = [group for group in groups if len(group) >= fewest]
    return [group[0] for group in many] if len(many) == len(groups) else []


def _are_even(lefts: Sequence[float], rows: Sequence[list[TextRun]]) -> bool:
    """Return whether columns begin at even distances, the last no wider than these."""
    pitches = [b - a for a, b in pairwise(lefts)]
    last = max(run.right for row in rows for run in row) - lefts[-1]
    most = max(pitches)
    return most - min(pitches) <= _UNEVEN * most and last <= (1 + 2 * _UNEVEN) * most


def _parted(rows: Sequence[list[TextRun]], lefts: Sequence[float]) -> list[list[list[TextRun]]]:
    columns: list[list[list[TextRun]]] = [[] for _ in lefts]
    for row in rows:
        for at, left in enumerate(lefts):
            end = lefts[at + 1] if at + 1 < len(lefts) else float("inf")
            # A little to the left of the column still belongs to it.
            own = [run for run in row if left - 2 * run.height <= run.left < end - 2 * run.height]
            if own:
                columns[at].append(own)
    return columns


def _is_text(column: Sequence[list[TextRun]]) -> bool:
    """Return whether a column holds lines of text, and no numbers or ticks of a table."""
    texts = ["".join(run.text for run in row) for row in column]
    numbers = sum(1 for text in texts if _NUMBER.fullmatch(text))
    return numbers * 4 < len(texts)


def _runs_across(columns: Sequence[Sequence[list[TextRun]]]) -> bool:
    """Return whether the lines go on from column to column: by their numbers, else as a table.

    Headings in every column (成都市：) show lists; without numbers and headings it is a table.
    """
    firsts = [[row[0].text for row in column] for column in columns]
    numbers = [[int(m[1]) for text in c if (m := _ORDINAL.match(text))] for c in firsts]
    if all(len(some) >= _FEWEST for some in numbers):
        down = sum(b == a + 1 for some in numbers for a, b in pairwise(some))
        across = sum(b == a + 1 for a, b in zip(numbers[0], numbers[1], strict=False))
        return across > down
    return not all(any(_HEADING.fullmatch(text) for text in column) for column in firsts)
