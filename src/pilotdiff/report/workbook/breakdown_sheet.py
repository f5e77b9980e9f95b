"""What the summary counts by place and by category."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, WENT_ON, Level, Message, Outcome, Row, Unit, msg
from pilotdiff.report.report_terms import BY_LEVEL, LEVEL_NAMES, OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_places import NOWHERE, RowPlace, is_city, place_names, row_place
from pilotdiff.report.summary import by_place
from pilotdiff.report.workbook.counting_formulas import LiveCount, LiveShare, Ranges
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
    level, _ = by_place(report.counted)
    if level is None:
        return None
    depth = level.depth
    counts = Counter((row_place(row, depth), row.outcome) for row in report.counted)
    loose = Counter(row_place(row, depth) for row in _without_pilots(report))
    outcomes = report.counts.outcomes
    names = place_names(place for place, _ in counts)
    lines = [
        _Line(
            name,
            "",
            _columns(place, name, level),
            {one: counts[place, one] for one in outcomes},
            loose[place],
        )
        for place, name in sorted(names.items(), key=lambda pair: pair[0] == NOWHERE)
    ]
    heads = [words("Place"), ""]
    return _broken_down(BY_LEVEL[level], heads, lines, report, ranges, words)


def _columns(place: RowPlace, name: str, level: Level) -> Mapping[str, str]:
    """Return what the columns of a row hold that is of a place among those of a level."""
    if len(place) == level.depth + 1:
        upper = {} if name == place[-1] else _parts(place)
        return {level.value: place[-1]} | upper
    if level is not Level.PREFECTURE:
        return {level.value: ""}
    # A city that is a province, a county without a prefecture, or nothing at all.
    return _parts(
        (*place, "") if is_city(place) else (*place, "", "", "")[: Level.COUNTY.depth + 1]
    )


def _parts(path: Sequence[str]) -> dict[str, str]:
    return {level.value: part for level, part in zip(LEVELS, path, strict=False)}


def categories(report: Report, ranges: Ranges | None, words: Words) -> Placed | None:
    """Count outcomes by category and level; None where no entry has a category."""
    counts = Counter((*_kind(row), row.outcome) for row in report.counted)
    loose = Counter(map(_kind, _without_pilots(report)))
    kinds = sorted(dict.fromkeys((level, name) for level, name, _ in counts), key=_depth)
    if not any(name for _, name in kinds):
        return None
    outcomes = report.counts.outcomes
    lines = [
        _Line(
            name,
            words(LEVEL_NAMES[level]),
            {"category": name, "level": words(LEVEL_NAMES[level])},
            {one: counts[level, name, one] for one in outcomes},
            loose[level, name],
        )
        for level, name in kinds
    ]
    heads = [words("Category"), words("Level")]
    return _broken_down(msg("By category"), heads, lines, report, ranges, words)


def _kind(row: Row) -> tuple[Level, str]:
    unit = _shown(row)
    return unit.level, unit.entry.category


def _without_pilots(report: Report) -> list[Row]:
    """Return the results that a person must still decide on; no rate is taken of them."""
    return [row for row in report.counted if not row.pilot and row.outcome is Outcome.REVIEW]


def _depth(kind: tuple[Level, str]) -> int:
    return kind[0].depth


class _Line(NamedTuple):
    """A line of a breakdown: what it is called, what its rows have in which columns, how many of
    each outcome there are, and how many of those to review are no pilots."""

    name: str
    beside: str
    equal: Mapping[str, str]
    numbers: Mapping[Outcome, int]
    loose: int


def _broken_down(
    title: Message,
    heads: Sequence[str],
    lines: Sequence[_Line],
    report: Report,
    ranges: Ranges | None,
    words: Words,
) -> Placed:
    live = ranges if ranges and ranges.rows * len(lines) <= LIVE_COUNTS else None
    outcomes, waiting = report.counts.outcomes, report.counts.undecided()
    names = [*heads, *(words(OUTCOMES[one]) for one in outcomes), words("Total"), words("Rate")]
    if waiting:
        names.append(words("At most"))

    def table(top: int) -> SheetTable:
        drawn: list[list[SheetCell]] = []
        for row, line in enumerate(lines, start=top):
            cells: list[SheetCell] = [line.name or words("(not stated)"), line.beside]
            for at, number in enumerate(line.numbers.values(), start=2):
                cells.append(
                    LiveCount(number, _matched(live, line, row, f"{letter(at)}${top - 1}"))
                )
            last = letter(len(outcomes) + 1)
            cells.append(LiveCount(sum(line.numbers.values()), f"SUM(C{row}:{last}{row})"))
            drawn.append(
                [*cells, *_rates(line.numbers, row, line.loose)[: len(names) - len(cells)]]
            )
        added = sums(drawn, top, len(outcomes) + 1, first=2)
        everything = {one: added[at].value for at, one in enumerate(outcomes)}
        shares = _rates(everything, top + len(drawn), sum(line.loose for line in lines), waiting)
        drawn.append([words("Total"), "", *added, *shares[: 2 if waiting else 1]])
        note = words("Rate: promoted or renamed, of the pilots that could go on.")
        if waiting:
            note = words("{note} At most: if all those to review went on.", note=note)
        return SheetTable(words(title), names, drawn, 1, note=note)

    return table


def _matched(ranges: Ranges | None, line: _Line, row: int, head: str) -> str:
    if ranges is None:
        return ""
    cells = {line.beside: f"$B{row}", line.name: f"$A{row}", "": '""'}
    equal = {column: cells.get(text) or _quoted(text) for column, text in line.equal.items()}
    return ranges.matching(**equal, outcome=head)


def _quoted(text: str) -> str:
    """Write a text as a formula takes it."""
    return '"' + text.replace('"', '""') + '"'


def _rates(
    numbers: Mapping[Outcome, int], row: int, loose: int, most: int | None = None
) -> list[LiveShare]:
    """Return the share of a line's pilots that went on, and that if those to review did so too: at
    `most` so many; `loose` of them are no pilots."""
    letters = {outcome: letter(at) for at, outcome in enumerate(numbers, start=2)}
    kept = "+".join(f"{letters[outcome]}{row}" for outcome in WENT_ON)
    of = "+".join(f"{letters[one]}{row}" for one in _ELIGIBLE if one in letters)
    open_ = f"{letters[Outcome.REVIEW]}{row}"
    if loose:
        of, open_ = f"{of}-{loose}", f"{open_}-{loose}"
    went_on = sum(numbers[outcome] for outcome in WENT_ON)
    eligible = sum(numbers.get(outcome, 0) for outcome in _ELIGIBLE) - loose
    waiting = numbers[Outcome.REVIEW] - loose
    if most is not None:
        waiting, open_ = min(waiting, most), f"MIN({open_},{most})"
    return [
        LiveShare(value / eligible if eligible else "", f'IF({of}=0,"",({sum_})/({of}))')
        for value, sum_ in ((went_on, kept), (went_on + waiting, f"{kept}+{open_}"))
    ]


def _shown(row: Row) -> Unit:
    unit = row.pilot or row.result
    assert unit is not None, "a row without a unit"
    return unit
