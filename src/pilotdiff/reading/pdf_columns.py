"""Text set in columns: two or three beside each other, each read from top to bottom.

A table without rules has gaps too; what tells columns of text is that they are alike: they
begin at even distances, are about as wide, and none of them holds numbers alone.
"""

from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.patterns import pattern
from pilotdiff.reading.pdf_runs import TextRun

_FEWEST = 5
"""Lines that a column holds at least, unless headings in it tell a list."""
_FEW = 2
_UNEVEN = 0.12
"""What the distances between columns may differ, as a share of them."""
_NUMBER = pattern(r"[\d.、．()（）-]+")
_HEADING = pattern(r".{1,12}[:：]")
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
