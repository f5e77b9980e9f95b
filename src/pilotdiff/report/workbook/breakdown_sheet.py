"""What the summary counts by place and by category."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, WENT_ON, Level, Message, Outcome, Row, Unit, msg
from pilotdiff.outcomes.contested import contested, yet_open
from pilotdiff.outcomes.unread_places import places_unread
from pilotdiff.report.pilot_shares import by_place
from pilotdiff.report.report_terms import BY_LEVEL, LEVEL_NAMES, OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_places import NO_PLACE, RowPlace, is_city, place_names, row_place
from pilotdiff.report.summary import level_beside
from pilotdiff.report.workbook.counting_formulas import LiveCount, LiveShare, Ranges
from pilotdiff.report.workbook.sheet_tables import SheetCell, SheetTable, TablePlacer, letter, sums
from pilotdiff.report.workbook.workbook_limits import LIVE_COUNTS

GroupKey = TypeVar("GroupKey", bound=Hashable)
_ELIGIBLE = (Outcome.PROMOTED, Outcome.RENAMED, Outcome.MERGED, Outcome.DROPPED, Outcome.REVIEW)


def by_places(report: Report, ranges: Ranges | None, words: Words) -> TablePlacer | None:
    """Count outcomes by prefecture, or by the level that makes a readable table; None where none
    does."""
    level, _ = by_place(report.counted)
    if level is None:
        return None
    depth = level.depth
    counts = Counter((row_place(row, depth), row.outcome) for row in report.counted)
    beside = _beside_review(report, lambda row: row_place(row, depth))
    outcomes = report.counts.outcomes
    names = place_names(place for place, _ in counts)
    unread = report.counts.unread_pilots
    lines = [
        _Line(
            name,
            "",
            _columns(place, name, level),
            {one: counts[place, one] for one in outcomes},
            beside[place]._replace(pilots=unread.within(place)),
        )
        for place, name in sorted(names.items(), key=lambda pair: pair[0] == NO_PLACE)
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


def categories(report: Report, ranges: Ranges | None, words: Words) -> TablePlacer | None:
    """Count outcomes by category and level; None where no entry has a category."""
    counts = Counter((*_kind(row), row.outcome) for row in report.counted)
    beside = _beside_review(report, _kind)
    kinds = sorted(dict.fromkeys((level, name) for level, name, _ in counts), key=_depth)
    if not any(name for _, name in kinds):
        return None
    outcomes, unread = report.counts.outcomes, report.counts.unread_pilots
    lines = [
        _Line(
            name,
            words(LEVEL_NAMES[level]),
            {"category": name, "level": words(LEVEL_NAMES[level])},
            {one: counts[level, name, one] for one in outcomes},
            beside[level, name]._replace(pilots=unread.within((), level)),
        )
        for level, name in kinds
    ]
    heads = [words("Category"), words("Level")]
    return _broken_down(msg("By category"), heads, lines, report, ranges, words)


def _kind(row: Row) -> tuple[Level, str]:
    unit = _shown(row)
    return unit.level, unit.entry.category


class _Beside(NamedTuple):
    """What the rows to review of a line say no more than in part: so many of them are no pilots,
    and so many pilots of other rows may have gone on as well, some of them because the result
    document names them in no entry, some because they may stand where it was not read. So many
    pilots more are known to be in no row."""

    loose: int = 0
    others: int = 0
    named: int = 0
    unread: int = 0
    pilots: int = 0


def _beside_review(report: Report, key: Callable[[Row], GroupKey]) -> Mapping[GroupKey, _Beside]:
    """Return what bears on the rate of each line beside its own rows to review."""
    found = contested(report.counted)
    told: defaultdict[GroupKey, list[tuple[int, ...]]] = defaultdict(list)
    own: Counter[GroupKey] = Counter()
    loose: Counter[GroupKey] = Counter()
    named = Counter(key(row) for row in report.counted if level_beside(row))
    unread: defaultdict[GroupKey, list[tuple[int, ...]]] = defaultdict(list)
    for row in report.counted:
        if row.pilot is None:
            loose[key(row)] += row.outcome is Outcome.REVIEW
        elif numbers := found.get(id(row.pilot)):
            told[key(row)].append(numbers)
            own[key(row)] += row.outcome is Outcome.REVIEW
            unread[key(row)].append(places_unread(row))
    lines = {*told, *loose}
    beside = {
        at: _Beside(
            *(loose[at], yet_open(told.get(at, ())) - own[at]),
            *(named[at], yet_open(unread.get(at, ()))),
        )
        for at in lines
    }
    return defaultdict(_Beside, beside)


def _depth(kind: tuple[Level, str]) -> int:
    return kind[0].depth


class _Line(NamedTuple):
    """A line of a breakdown: what it is called, what its rows have in which columns, how many of
    each outcome there are, and what else bears on its rate."""

    name: str
    beside: str
    equal: Mapping[str, str]
    numbers: Mapping[Outcome, int]
    open: _Beside


def _broken_down(
    title: Message,
    heads: Sequence[str],
    lines: Sequence[_Line],
    report: Report,
    ranges: Ranges | None,
    words: Words,
) -> TablePlacer:
    live = ranges if ranges and ranges.rows * len(lines) <= LIVE_COUNTS else None
    outcomes, unread_pilots = report.counts.outcomes, len(report.counts.unread_pilots)
    undecided = report.counts.undecided()
    waiting = undecided or unread_pilots
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
            drawn.append([*cells, *_rates(line.numbers, row, line.open)[: len(names) - len(cells)]])
        added = sums(drawn, top, len(outcomes) + 1, first=2)
        everything = {one: added[at].value for at, one in enumerate(outcomes)}
        loose, named, unread = (sum(line.open[at] for line in lines) for at in (0, 2, 3))
        open_ = _Beside(loose, named + unread, pilots=unread_pilots)
        shares = _rates(everything, top + len(drawn), open_, undecided)
        drawn.append([words("Total"), "", *added, *shares[: 2 if waiting else 1]])
        note = _note([line.open for line in lines], unread_pilots, words, waiting=bool(waiting))
        return SheetTable(words(title), names, drawn, 1, note=note)

    return table


def _note(told: Sequence[_Beside], unread_pilots: int, words: Words, *, waiting: bool) -> str:
    """Return what a reader must know of the rates of a breakdown, by what bears on its lines."""
    note = words("Rate: promoted or renamed, of the pilots that could go on.")
    if waiting:
        note = words("{note} At most: if all those to review went on.", note=note)
    if any(each.named for each in told):
        note = words(
            "{note} The dropped that the result document names in no entry may have, too.",
            note=note,
        )
    if any(each.unread for each in told):
        note = words(
            "{note} Those that may stand where the results were not read count there as well, "
            "in each line as many as it can have.",
            note=note,
        )
    if unread_pilots:
        note = words.number(
            "{note} {n} pilot is known that was not read; each line counts it that may hold "
            "it, as lost in the rate and as gone on in what is at most.",
            "{note} {n} pilots are known that were not read; each line counts as many as it "
            "may hold, as lost in the rate and as gone on in what is at most.",
            unread_pilots,
            note=note,
        )
    if any(each.others > each.named + each.unread for each in told):
        note = words(
            "{note} A result under review that may be a pilot of several lines counts in each.",
            note=note,
        )
    return note


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
    numbers: Mapping[Outcome, int], row: int, beside: _Beside, most: int | None = None
) -> list[LiveShare]:
    """Return the share of a line's pilots that went on, and that if those to review did so too, at
    `most` so many."""
    letters = {outcome: letter(at) for at, outcome in enumerate(numbers, start=2)}
    kept = "+".join(f"{letters[outcome]}{row}" for outcome in WENT_ON)
    of = "+".join(f"{letters[one]}{row}" for one in _ELIGIBLE if one in letters)
    open_ = f"{letters[Outcome.REVIEW]}{row}"
    if beside.loose:
        of, open_ = f"{of}-{beside.loose}", f"{open_}-{beside.loose}"
    if beside.others:
        open_ = f"{open_}+{beside.others}"
    none, of = f"{of}=0", f"{of}+{beside.pilots}" if beside.pilots else of
    went_on = sum(numbers[outcome] for outcome in WENT_ON)
    eligible = sum(numbers.get(outcome, 0) for outcome in _ELIGIBLE) - beside.loose
    eligible += beside.pilots if eligible else 0
    waiting = numbers[Outcome.REVIEW] - beside.loose + beside.others
    if most is not None:
        waiting, open_ = min(waiting, most), f"MIN({open_},{most})"
    if beside.pilots:
        waiting, open_ = waiting + beside.pilots, f"{open_}+{beside.pilots}"
    return [
        LiveShare(value / eligible if eligible else "", f'IF({none},"",({sum_})/({of}))')
        for value, sum_ in ((went_on, kept), (went_on + waiting, f"{kept}+{open_}"))
    ]


def _shown(row: Row) -> Unit:
    unit = row.pilot or row.result
    assert unit is not None, "a row without a unit"
    return unit
