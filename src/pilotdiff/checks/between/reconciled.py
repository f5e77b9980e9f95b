"""Lists of results against the lists of pilots that they came of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pilotdiff.checks.between.groups import Pair, levels, lists, pairs, related
from pilotdiff.checks.codes import found
from pilotdiff.model import (
    Change,
    Filed,
    Finding,
    Level,
    Outcome,
    Row,
    SourceKind,
    Unit,
    Units,
    msg,
    msgs,
)
from pilotdiff.model.terms import counted

# A list of which no more than one in ten was a pilot is hardly of that programme.
_LITTLE = 0.1


class Judged(NamedTuple):
    """A pair of lists with what became of their units."""

    pair: Pair
    rows: tuple[Row, ...]

    @property
    def is_one_programme(self) -> bool:
        shared = sum(row.pilot is not None and row.result is not None for row in self.rows)
        return shared > _LITTLE * sum(row.result is not None for row in self.rows)


def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Results that were never pilots, pilots without a result, levels left out, other names."""
    judged = [Judged(pair, _rows(pair)) for pair in pairs(documents)]
    for each in judged:
        if not each.is_one_programme:
            yield _little_in_common(each)
    sound = [each for each in judged if each.is_one_programme]
    for pilots in lists(documents, SourceKind.PILOTS):
        its = [each for each in sound if each.pair.pilots is pilots]
        if its:
            yield from _without_result(pilots, its)
            yield from _left_out(pilots, its)
    for each in sound:
        yield from _never_pilots(each, documents)
        for row in each.rows:
            if row.pilot is not None and row.result is not None:
                yield from _of_row(each.pair, row, row.pilot, row.result)


def _rows(pair: Pair) -> tuple[Row, ...]:
    from pilotdiff.matching import match
    from pilotdiff.outcomes import judge

    listed = pair.results.units
    own = [unit for unit in listed.units if not pair.levels or unit.level in pair.levels]
    pilots, results = pair.pilots.units, replace(listed, units=tuple(own))
    return judge(pilots, results, match(pilots, results))


def _little_in_common(judged: Judged) -> Finding:
    pair = judged.pair
    results = sum(row.result is not None for row in judged.rows)
    shared = sum(row.result is not None and row.pilot is not None for row in judged.rows)
    message = msgs(
        "Only {n} of {results} is in {other}: the two lists may not belong together",
        "Only {n} of {results} are in {other}: the two lists may not belong together",
        shared,
        results=counted(None, results),
        other=pair.pilots.source.id,
    )
    figures = (("results", results), ("shared", shared))
    where = (pair.pilots.source.id, 0)
    return found("little-in-common", pair.results, 0, message, figures, where)


def _without_result(pilots: Filed, judged: Sequence[Judged]) -> Iterator[Finding]:
    """The pilots that are in none of the lists of results, as one finding."""
    kept = {
        row.pilot.entry
        for each in judged
        for row in each.rows
        if row.pilot is not None and row.result is not None
    }
    had = {level for each in judged for level in levels(each.pair.results)}
    counts = _by_level(
        row.pilot
        for row in judged[0].rows
        if row.pilot is not None and row.pilot.level in had and row.pilot.entry not in kept
    )
    if counts:
        message = msgs(
            "{n} pilot has no result: {levels}",
            "{n} pilots have no result: {levels}",
            sum(counts.values()),
            levels=tuple(counted(level, count) for level, count in counts.items()),
        )
        other = (judged[-1].pair.results.source.id, 0)
        yield found("pilot-without-result", pilots, 0, message, _figures(counts), other)


def _left_out(pilots: Filed, judged: Sequence[Judged]) -> Iterator[Finding]:
    """The levels of the pilots that no list of results has a unit of."""
    had = {level for each in judged for level in levels(each.pair.results)}
    for level, count in levels(pilots).items():
        if level not in had:
            said = counted(level, count)
            message = msg("It leaves out a level at which there are pilots: {pilots}", pilots=said)
            results, other = judged[-1].pair.results, (pilots.source.id, 0)
            yield found("level-left-out", results, 0, message, ((level.value, count),), other)


def _never_pilots(judged: Judged, documents: Sequence[Filed]) -> Iterator[Finding]:
    """Each result that was no pilot; those of a level that no pilot has are one finding."""
    pair = judged.pair
    new = [r.result for r in judged.rows if r.outcome is Outcome.NEW and r.result is not None]
    dropped = [r.pilot for r in judged.rows if r.outcome is Outcome.DROPPED and r.pilot is not None]
    for unit in _nowhere(new, pair, documents):
        if unit.level in levels(pair.pilots):
            yield _never_pilot(pair, unit, dropped)
    other = (pair.pilots.source.id, 0)
    for level, count in _never_at_all(pair, documents).items():
        message = msg("It has {results}: no pilot is of that level", results=counted(level, count))
        figures = ((level.value, count),)
        yield found("level-never-pilot", pair.results, 0, message, figures, other)


def _nowhere(new: Sequence[Unit], pair: Pair, documents: Sequence[Filed]) -> Sequence[Unit]:
    """Those of the units that no other list of pilots of the programme has."""
    for pilots in _others(pair, documents):
        if new:
            rest = Units(pair.results.units.listing, tuple(new))
            rows = _rows(Pair(pilots, pair.results._replace(units=rest), frozenset()))
            new = [r.result for r in rows if r.outcome is Outcome.NEW and r.result is not None]
    return new


def _others(pair: Pair, documents: Sequence[Filed]) -> Iterator[Filed]:
    """The other lists of pilots that its results may go back to."""
    for pilots in lists(documents, SourceKind.PILOTS):
        if pilots is not pair.pilots and related(pilots.source, pair.results.source):
            yield pilots


def _never_at_all(pair: Pair, documents: Sequence[Filed]) -> dict[Level, int]:
    """The levels of its results that no list of pilots has, with their numbers; told once."""
    first = next(each for each in pairs(documents) if each.results is pair.results)
    if first.pilots is not pair.pilots:
        return {}
    had = {level for pilots in (pair.pilots, *_others(pair, documents)) for level in levels(pilots)}
    return {level: n for level, n in levels(pair.results).items() if level not in had}


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
        message = msg("{result} was a pilot as {pilot}", **names)
        yield found("renamed-since", pair.results, line, message, other=where)
    if Change.CATEGORY in row.changes and row.outcome is not Outcome.REVIEW:
        message = msg(
            "{result} is listed under {category}; as a pilot it was under {before}",
            result=result.name,
            category=result.entry.category,
            before=pilot.entry.category,
        )
        yield found("category-since", pair.results, line, message, other=where)


def _by_level(units: Iterable[Unit | None]) -> dict[Level, int]:
    counts = Counter(unit.level for unit in units if unit is not None)
    return {level: counts[level] for level in Level if counts[level]}


def _figures(counts: dict[Level, int]) -> tuple[tuple[str, float], ...]:
    return tuple((level.value, count) for level, count in counts.items())
