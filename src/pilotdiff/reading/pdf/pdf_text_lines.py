"""The texts of a PDF page that stand side by side, as lines."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pilotdiff.patterns import HAN, pattern
from pilotdiff.reading.pdf.pdf_runs import TextRun, box_of
from pilotdiff.reading.pdf.pdf_touching import LineRuns


class PageLine(NamedTuple):
    """A line of text, or the cells of a table's row with `text` empty.

    box     left, top, right and bottom of what stands in it, in points
    unsure  whether it may be part of another row
    """

    text: str
    cells: tuple[str, ...] = ()
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    unsure: bool = False


def lines_of_runs(runs: Sequence[TextRun]) -> list[LineRuns]:
    """Return runs that stand side by side, as lines from top to bottom."""
    rows: list[LineRuns] = []
    for run in sorted(runs, key=lambda run: run.middle[1]):
        if rows and _beside(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _beside(one: TextRun, other: TextRun) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > min(one.height, other.height) / 2


_SET_WIDE = 3
_WIDEST = 3.0
"""In heights of a character: how far apart the characters of a line that is set wide stand."""
_ORDINAL = pattern(r"[(（]?\d{1,4}[)）.、．]?")


def closed_up(row: LineRuns) -> LineRuns:
    """Return a line that is set wide, 示  范  县, with its characters together."""
    lead = 1 if _ORDINAL.fullmatch(row[0].text) else 0
    wide = row[lead:]
    if len(wide) < _SET_WIDE or not all(HAN.fullmatch(run.text) for run in wide):
        return row
    # The last characters of broken cells stand as far apart as their columns.
    gaps = [after.left - before.right for before, after in pairwise(wide)]
    if max(gaps) > _WIDEST * wide[0].height:
        return row
    left, top, right, bottom = box_of(wide)
    return [*row[:lead], TextRun("".join(r.text for r in wide), left, top, right, bottom)]


def with_marks(rows: list[LineRuns]) -> list[LineRuns]:
    """Return lines whose numbers are set wide (一、  清河市; 1．  白石镇) with these at their text.

    They are no column where marks of several kinds tell headings from items, or where nothing
    but a number and a text stands in any line.
    """
    wide = [row for row in rows if len(row) > 1]
    marks = {mark for row in wide if (mark := _mark_kind(row[0].text))}
    lines = all(len(row) == 2 and _mark_kind(row[0].text) for row in wide)
    if not marks or (len(marks) == 1 and not lines):
        return rows
    return [
        [TextRun(row[0].text + row[1].text, *box_of(row))]
        if len(row) == 2 and _mark_kind(row[0].text)
        else row
        for row in rows
    ]


_FIGURES = pattern(r"\d+")
_CHINESE_NUMBER = pattern(r"[一二三四五六七八九十百]+")
_MARK = pattern(
    r"(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[.．、]|[（(](?:\d{1,4}|[一二三四五六七八九十百]{1,4})[）)]"
)


def _mark_kind(text: str) -> str:
    """Return what a number that begins a line looks like: 一、 for 二、 too; "" for other text.

    >>> _mark_kind("二、"), _mark_kind("（十一）"), _mark_kind("12．"), _mark_kind("12")
    ('一、', '（一）', '1．', '')
    """
    if _MARK.fullmatch(text) is None:
        return ""
    return _FIGURES.sub("1", _CHINESE_NUMBER.sub("一", text))


def run_text(row: LineRuns) -> str:
    return "  ".join(run.text for run in row)
