"""What the summary counts by place and by category."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pilotdiff.language import Words
from pilotdiff.model import WENT_ON, Level, Message, Outcome, Row, Unit, msg
from pilotdiff.report.report_terms import BY_LEVEL, LEVEL_NAMES, OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.summary import by_place, tally
from pilotdiff.report.workbook.live import LiveCount, LiveShare, Ranges
from pilotdiff.report.workbook.sheet_tables import Placed, SheetCell, SheetTable, letter, sums
from pilotdiff.report.workbook.workbook_limits import LIVE_COUNTS

_ELIGIBLE = (
    Outcome.PROMOTED,
    Outcome.RENAMED,
    Outcome.MERGED,
    Outcome.DROPPED,
    Outcome.REVIEW,
)


def places(report: Report, ranges: Ranges | None, words: Words) -> Placed | None:
    """Count outcomes by prefecture, or by the level that makes a readable table; None where none
    does."""
    level, _ = by_place(report.rows)
    if level is None:
        return None
    depth = level.depth
    counts = Counter((_shown(row).path[depth], row.outcome) for row in report.rows)
    names = list(dict.fromkeys(name for name, _ in counts))
    lines = [_Line(name, "", {level.value: name}) for name in names]
    heads = [words("Place"), ""]
    outcomes = tally(report.rows).outcomes
    found = [{one: counts[name, one] for one in outcomes} for name in names]
    return _broken_down(BY_LEVEL[level], heads, lines, found, ranges, words)


def categories(report: Report, ranges: Ranges | None, words: Words) -> Placed | None:
    """Count outcomes by category and level; None where no entry has a category."""
    counts = Counter(
        (_shown(row).level, _shown(row).entry.category, row.outcome) for row in report.rows
    )
    kinds = sorted(dict.fromkeys((level, name) for level, name, _ in counts), key=_depth)
    if not any(name for _, name in kinds):
        return None
    lines = [
        _Line(
            name, words(LEVEL_NAMES[level]), {"category": name, "level": words(LEVEL_NAMES[level])}
        )
        for level, name in kinds
    ]
    heads = [words("Category"), words("Level")]
    outcomes = tally(report.rows).outcomes
    found = [{one: counts[level, name, one] for one in outcomes} for level, name in kinds]
    return _broken_down(msg("By category"), heads, lines, found, ranges, words)


def _depth(kind: tuple[Level, str]) -> int:
    return kind[0].depth


class _Line(NamedTuple):
    """A line of a breakdown: what it is called, and what its rows have in which columns."""

    name: str
    beside: str
    equal: dict[str, str]


def _broken_down(
    title: Message,
    heads: Sequence[str],
    lines: Sequence[_Line],
    found: Sequence[Mapping[Outcome, int]],
    ranges: Ranges | None,
    words: Words,
) -> Placed:
    live = ranges if ranges and ranges.rows * len(lines) <= LIVE_COUNTS else None
    outcomes = tuple(found[0]) if found else ()
    names = [*heads, *(words(OUTCOMES[one]) for one in outcomes), words("Total")]

    def table(top: int) -> SheetTable:
        drawn: list[list[SheetCell]] = []
        for row, (line, numbers) in enumerate(zip(lines, found, strict=True), start=top):
            cells: list[SheetCell] = [line.name or words("(not stated)"), line.beside]
            for at, number in enumerate(numbers.values(), start=2):
                cells.append(
                    LiveCount(number, _matched(live, line, row, f"{letter(at)}${top - 1}"))
                )
            last = letter(len(outcomes) + 1)
            cells.append(LiveCount(sum(numbers.values()), f"SUM(C{row}:{last}{row})"))
            drawn.append([*cells, _went_on(numbers, row)])
        added = sums(drawn, top, len(outcomes) + 1, first=2)
        everything = {one: added[at].value for at, one in enumerate(outcomes)}
        share = _went_on(everything, top + len(drawn))
        drawn.append([words("All rows"), "", *added, share])
        note = words("Went on: promoted or renamed, of those that could be.")
        return SheetTable(words(title), [*names, words("Went on")], drawn, 1, note=note)

    return table


def _matched(ranges: Ranges | None, line: _Line, row: int, head: str) -> str:
    if ranges is None:
        return ""
    cells = iter((f"$A{row}" if line.name else '""', f"$B{row}"))
    equal = dict(zip(line.equal, cells, strict=False))
    return ranges.matching(**equal, outcome=head)


def _went_on(numbers: Mapping[Outcome, int], row: int) -> LiveShare:
    letters = {outcome: letter(at) for at, outcome in enumerate(numbers, start=2)}
    kept = "+".join(f"{letters[outcome]}{row}" for outcome in WENT_ON)
    of = "+".join(f"{letters[one]}{row}" for one in _ELIGIBLE if one in letters)
    eligible = sum(numbers.get(outcome, 0) for outcome in _ELIGIBLE)
    value = sum(numbers[outcome] for outcome in WENT_ON) / eligible if eligible else ""
    return LiveShare(value, f'IF({of}=0,"",({kept})/({of}))')


def _shown(row: Row) -> Unit:
    unit = row.pilot or row.result
    assert unit is not None, "a row without a unit"
    return unit
