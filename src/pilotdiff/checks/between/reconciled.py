"""A list of results against the list of pilots that it came of."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.checks.between.groups import Pair, pairs
from pilotdiff.checks.codes import found
from pilotdiff.model import Change, Filed, Finding, Level, Message, Outcome, Row, Unit, msg
from pilotdiff.model.terms import counted


def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Results that were never pilots, pilots without a result, levels left out, other names."""
    for pair in pairs(documents):
        rows = _rows(pair)
        shared = sum(row.pilot is not None and row.result is not None for row in rows)
        if shared > _LITTLE * len(pair.results.units.units):
            yield from _of_pair(pair, rows)
        else:
            yield _little_in_common(pair, shared)


# A list of which no more than one in ten was a pilot is hardly of that programme.
_LITTLE = 0.1


def _little_in_common(pair: Pair, shared: int) -> Finding:
    results, other = len(pair.results.units.units), pair.pilots.source.id
    message = msg(
        "Of {results} only {n} are in {other}: the two lists may not belong together",
        results=counted(None, results),
        n=shared,
        other=other,
    )
    figures = (("results", results), ("shared", shared))
    return found("little-in-common", pair.results, 0, message, figures, (other, 0))


def _rows(pair: Pair) -> tuple[Row, ...]:
    from pilotdiff.matching import match
    from pilotdiff.outcomes import judge

    pilots, results = pair.pilots.units, pair.results.units
    return judge(pilots, results, match(pilots, results))


def _of_pair(pair: Pair, rows: Sequence[Row]) -> Iterator[Finding]:
    yield from _without_result(pair, rows)
    yield from _left_out(pair, rows)
    yield from _never_pilots(pair, rows)
    for row in rows:
        if row.pilot is not None and row.result is not None:
            yield from _of_row(pair, row, row.pilot, row.result)


def _without_result(pair: Pair, rows: Sequence[Row]) -> Iterator[Finding]:
    """All pilots that were dropped, as one finding."""
    counts = _by_level(row.pilot for row in rows if row.outcome is Outcome.DROPPED)
    if counts:
        message = msg(
            "{total} have no result: {levels}",
            total=counted(None, sum(counts.values())),
            levels=_told(counts),
        )
        other = (pair.results.source.id, 0)
        yield found("pilot-without-result", pair.pilots, 0, message, _figures(counts), other)


def _left_out(pair: Pair, rows: Sequence[Row]) -> Iterator[Finding]:
    """The levels of the pilots that the results have no unit of."""
    counts = _by_level(row.pilot for row in rows if row.outcome is Outcome.NOT_ELIGIBLE)
    for level, count in counts.items():
        message = msg("It leaves out a level: {pilots} are pilots", pilots=counted(level, count))
        other = (pair.pilots.source.id, 0)
        yield found("level-left-out", pair.results, 0, message, _figures({level: count}), other)


def _never_pilots(pair: Pair, rows: Sequence[Row]) -> Iterator[Finding]:
    """Each result that was no pilot; those of a level that no pilot has are one finding."""
    had = {unit.level for unit in pair.pilots.units.units}
    new = [row.result for row in rows if row.outcome is Outcome.NEW and row.result is not None]
    dropped = [r.pilot for r in rows if r.outcome is Outcome.DROPPED and r.pilot is not None]
    for unit in new:
        if unit.level in had:
            yield _never_pilot(pair, unit, dropped)
    other = (pair.pilots.source.id, 0)
    for level, count in _by_level(unit for unit in new if unit.level not in had).items():
        message = msg("It has {results}, and no pilot is one", results=counted(level, count))
        yield found("level-never-pilot", pair.results, 0, message, _figures({level: count}), other)


def _never_pilot(pair: Pair, unit: Unit, dropped: Sequence[Unit]) -> Finding:
    nearest = _nearest(unit, dropped)
    other = (pair.pilots.source.id, nearest.entry.line if nearest else 0)
    if nearest is None:
        message = msg("{name} was never a pilot, nor is there a pilot near it", name=unit.name)
    else:
        message = msg(
            "{name} was never a pilot; the nearest without a result is {nearest}",
            name=unit.name,
            nearest=nearest.name,
        )
    return found("result-never-pilot", pair.results, unit.entry.line, message, other=other)


def _nearest(unit: Unit, among: Sequence[Unit]) -> Unit | None:
    """The unit of that level whose whole name is the most alike, in the same county if there is
    one, else in the same prefecture; None where there is none in either."""
    from rapidfuzz.fuzz import ratio

    same_level = [each for each in among if each.level is unit.level]
    for depth in (Level.COUNTY.depth, Level.PREFECTURE.depth):
        own = unit.path[depth]
        beside = [each for each in same_level if own and each.path[depth] == own]
        if beside and depth < unit.level.depth:
            return max(beside, key=lambda each: ratio(each.own, unit.own))
    return max(
        (each for each in same_level if ratio(each.own, unit.own) > _ALIKE),
        key=lambda each: ratio(each.own, unit.own),
        default=None,
    )


# Of names elsewhere only those with more in common than a kind word.
_ALIKE = 75


def _of_row(pair: Pair, row: Row, pilot: Unit, result: Unit) -> Iterator[Finding]:
    where = (pair.pilots.source.id, pilot.entry.line)
    line = result.entry.line
    names = {"pilot": pilot.name, "result": result.name}
    if row.outcome is Outcome.REVIEW:
        message = msg("{result} may be the pilot {pilot}: a person must decide", **names)
        yield found("result-undecided", pair.results, line, message, other=where)
    elif row.outcome is Outcome.RENAMED:
        yield found("renamed-since", pair.results, line, _renamed(names), other=where)
    if Change.CATEGORY in row.changes and row.outcome is not Outcome.REVIEW:
        message = msg(
            "{result} is listed under {category}; as a pilot it was under {before}",
            result=result.name,
            category=result.entry.category,
            before=pilot.entry.category,
        )
        yield found("category-since", pair.results, line, message, other=where)


def _renamed(names: dict[str, str]) -> Message:
    return msg("{result} was a pilot as {pilot}", **names)


def _by_level(units: Iterator[Unit | None]) -> dict[Level, int]:
    counts = Counter(unit.level for unit in units if unit is not None)
    return {level: counts[level] for level in Level if counts[level]}


def _told(counts: dict[Level, int]) -> tuple[Message, ...]:
    return tuple(counted(level, count) for level, count in counts.items())


def _figures(counts: dict[Level, int]) -> tuple[tuple[str, float], ...]:
    return tuple((level.value, count) for level, count in counts.items())
