"""Numbers of rows that stand right against the column behind them, as where figures are set to the
right of their cells and names to the left of theirs: 序号 | 乡镇 over 1白石镇."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.patterns import pattern
from pilotdiff.reading.pdf.pdf_runs import TextRun

_FEWEST = 2
# In heights of a character: how even the beginnings of a column are.
_EVEN = 0.2
# In heights of a character: how far left of the figures what heads their column may end.
_REACH = 6
# What is counted or dated, and no name behind a number: 2022年, 3个.
_COUNTED = pattern(
    r"(?:[年月日号號][度份]?(?:$|[\d至到.-])|[个個])"
    r"|[组組户戶批类類级級万萬亿億元亩畝家项項人层層栋棟岁歲届屆期省市县縣区區镇鎮乡鄉村社]+$"
)

LineRuns = list[TextRun]


def cut_behind_numbers(rows: Sequence[LineRuns]) -> list[LineRuns]:
    """Return the lines of a page with the numbers apart that touch the names behind them, where
    these begin one below the other and another line has texts in both columns."""
    touching = [run for row in rows for run in row if _is_numbered(run)]
    parted = {
        run: left
        for group in _groups(touching, rows)
        if (left := _column_of_numbers(rows, group)) is not None
        for run in group
    }
    if not parted:
        return list(rows)
    return [[part for run in row for part in _cut(run, parted.get(run))] for row in rows]


def _is_numbered(run: TextRun) -> bool:
    return bool(run.numbered) and _COUNTED.match(run.numbered[1].text) is None


def _groups(runs: Sequence[TextRun], rows: Sequence[LineRuns]) -> Iterator[list[TextRun]]:
    """Yield the runs whose names begin at one place, and whose numbers count on down the page, with
    those that stand alone where a merged cell leaves nothing behind them."""
    groups: list[list[TextRun]] = []
    for run in sorted(runs, key=_start):
        if groups and _start(run) - _start(groups[-1][0]) < _EVEN * run.height:
            groups[-1].append(run)
        else:
            groups.append([run])
    alone = [run for row in rows for run in row if run.text.isdecimal()] if groups else []
    for group in groups:
        numbers = [run.numbered[0] for run in group]
        first, near = numbers[0], _EVEN * numbers[0].height
        # Set to the left of their cells the longest alone reach the names.
        numbers += [
            run
            for run in alone
            if min(abs(run.right - first.right), abs(run.left - first.left)) < near
        ]
        told = [int(run.text) for run in sorted(numbers, key=lambda run: run.top)]
        if len(told) >= _FEWEST and all(b > a or b == 1 for a, b in pairwise(told)):
            yield group


def _start(run: TextRun) -> float:
    return run.numbered[1].left


def _column_of_numbers(rows: Sequence[LineRuns], group: Sequence[TextRun]) -> float | None:
    """Return where the column of the numbers begins; None where no line has a text in it and one
    in the column of the names."""
    start = min(map(_start, group))
    numbers = min(run.left for run in group)
    end = max(run.right for run in group)
    lefts = []
    for row in rows:
        own = [run for run in row if not run.numbered]
        before = [r for r in own if numbers - _REACH * r.height < r.right <= start]
        behind = [r for r in own if start - _EVEN * r.height <= r.left < end]
        if before and behind and not any(r.left < start < r.right for r in own):
            lefts.append(before[-1].left)
    return min([numbers, *lefts]) if lefts else None


def _cut(run: TextRun, left: float | None) -> list[TextRun]:
    if left is None:
        return [run]
    number, rest = run.numbered
    return [number._replace(left=left), rest]
