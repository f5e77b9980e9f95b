"""Results that were never pilots."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pilotdiff.checks.between.groups import ListPair, levels, lists_of, related
from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.checks.reconciled.reconciled_pairs import ReconciledPair, Unread
from pilotdiff.filing.relation import may_share_batch
from pilotdiff.matching.names.name_keys import unit_stem
from pilotdiff.model import (
    WENT_ON,
    Filed,
    Finding,
    Level,
    Message,
    Outcome,
    Row,
    Said,
    SourceKind,
    Unit,
    Units,
    msg,
)
from pilotdiff.model.terms import counted
from pilotdiff.reconciliation import Reconciler


@finds(
    warning(
        "result-never-pilot",
        msg("A result is in no list of pilots at hand, under no name"),
        msg("城东街道 is a demonstration and in no list of pilots; 城西街道 beside it is in one"),
    ),
    warning(
        "result-of-other-batch",
        msg("A result was a pilot, but of another batch"),
        msg("城东街道 is a demonstration of the third batch, and was a pilot of the first"),
    ),
    note(
        "level-never-pilot",
        msg("The results have units of a level that no pilot stands at"),
        msg("Only streets were pilots, and three counties are demonstrations"),
    ),
)
def never_pilots(
    judged: Sequence[ReconciledPair], documents: Sequence[Filed], reconciler: Reconciler
) -> Iterator[Finding]:
    """Yield each result that was no pilot of its batch; those of a level that no pilot has are one
    finding."""
    told: set[str] = set()
    for each in judged:
        pair = each.pair
        others = [
            pilots
            for pilots in lists_of(documents, SourceKind.PILOTS)
            if pilots is not pair.pilots and related(pilots.source, pair.results.source)
        ]
        yield from _no_pilots(each, others, reconciler)
        if pair.results.source.id not in told:
            yield from _of_no_level(pair, others)
        told.add(pair.results.source.id)


def _no_pilots(
    judged: ReconciledPair, others: Sequence[Filed], reconciler: Reconciler
) -> Iterator[Finding]:
    pair, had = judged.pair, levels(judged.pair.pilots)
    new = [row.result for row in judged.rows if row.outcome is Outcome.NEW]
    left = [unit for unit in new if unit is not None and unit.level in had]
    for pilots in others:
        elsewhere = _found_in(pilots, pair.results, left, reconciler)
        left = [unit for unit in left if unit.entry not in elsewhere]
        if not may_share_batch(pilots.source, pair.results.source):
            for unit in elsewhere.values():
                yield _of_other_batch(pair, pilots, unit)
    if left:
        dropped = [row.pilot for row in judged.rows if row.outcome is Outcome.DROPPED]
        nearest = NearestUnits(unit for unit in dropped if unit is not None)
        unread = Unread(pair.pilots, pair.results.units)
        given = _given_by_the_record(judged.rows)
        for unit in left:
            near, recorded = given.get(id(unit), (nearest.to(unit), ""))
            decided = near is not None and reconciler.is_parted(near, unit)
            told = _recorded(unit, recorded) if recorded else _never_pilot(unit, near, decided)
            said = unread.said(told, (unit,))
            where = (pair.pilots.source.id, near.entry.line if near else 0)
            yield found("result-never-pilot", pair.results, unit.entry.line, said, other=where)


def _given_by_the_record(rows: Sequence[Row]) -> dict[int, tuple[Unit | None, Said]]:
    """Return, for results that were no pilots, by `id(unit)`: the pilot that went into it, whole or
    in part, and how the record tells of it."""
    pilots = {row.pilot.name: row.pilot for row in rows if row.other and row.pilot is not None}
    return {
        id(row.result): (pilots.get(row.other), row.reason)
        for row in rows
        if row.outcome is Outcome.NEW and row.other
    }


def _recorded(unit: Unit, said: Said) -> Message:
    return msg("{name} is in no list of pilots at hand; {said}", name=unit.name, said=said)


def _found_in(
    pilots: Filed, results: Filed, units: Sequence[Unit], reconciler: Reconciler
) -> dict[object, Unit]:
    """Return those of the units that another list of pilots has, by their entries."""
    if not units:
        return {}
    rows = reconciler.rows(pilots.units, Units(results.units.listing, tuple(units)))
    kept = (row.result for row in rows if row.outcome in WENT_ON)
    return {unit.entry: unit for unit in kept if unit is not None}


def _of_no_level(pair: ListPair, others: Sequence[Filed]) -> Iterator[Finding]:
    had = {level for pilots in (pair.pilots, *others) for level in levels(pilots)}
    other = (pair.pilots.source.id, 0)
    for level, count in levels(pair.results).items():
        if level not in had:
            said = counted(level, count)
            message = msg("It has {results}: no pilot is of that level", results=said)
            figures = ((level.value, count),)
            yield found("level-never-pilot", pair.results, 0, message, figures, other)


def _of_other_batch(pair: ListPair, pilots: Filed, unit: Unit) -> Finding:
    message = msg(
        "{name} is a result of batch {batch}, and was a pilot of batch {other}",
        name=unit.name,
        batch=pair.batch,
        other=pilots.source.batch,
    )
    where = (pilots.source.id, 0)
    return found("result-of-other-batch", pair.results, unit.entry.line, message, other=where)


def _never_pilot(unit: Unit, nearest: Unit | None, decided: bool) -> Message:
    """Tell of a result that was no pilot; `decided` says that a person told it from the nearest."""
    if nearest is None:
        return msg(
            "{name} is in no list of pilots at hand, and no pilot without a result near it has a "
            "name like its",
            name=unit.name,
        )
    known = {"name": unit.name, "nearest": nearest.name}
    if decided:
        return msg(
            "{name} is in no list of pilots at hand; a person decided that {nearest}, the nearest "
            "without a result, is another unit",
            **known,
        )
    return msg(
        "{name} is in no list of pilots at hand; the nearest without a result is {nearest}", **known
    )


# Of names elsewhere only those with more in common than a kind word, 0 to 100.
_ALIKE = 75
_Place = tuple[Level, str, str]


class NearestUnits:
    """Units to choose from, by level and place."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._at: dict[_Place, list[Unit]] = defaultdict(list)
        for unit in units:
            for place in _places(unit):
                self._at[place].append(unit)

    def to(self, unit: Unit) -> Unit | None:
        """Return the one with the name most alike in the same county, else in the same prefecture,
        of those that share more than the word for their kind; else anywhere, if it is much
        alike."""
        *near, anywhere = _places(unit)
        for place in near:
            if found := _most_alike(unit, _like(unit, self._at.get(place, [])), 0):
                return found
        return _most_alike(unit, self._at.get(anywhere, []), _ALIKE)


def _places(unit: Unit) -> list[_Place]:
    """Return a unit's county and its prefecture, those that stand above it and are known, and
    nothing."""
    depths = (Level.COUNTY.depth, Level.PREFECTURE.depth)
    parts = [
        (unit.level, unit.path[depth - 1], unit.path[depth])
        for depth in depths
        if depth < unit.level.depth and unit.path[depth]
    ]
    return [*parts, (unit.level, "", "")]


def _like(unit: Unit, among: list[Unit]) -> list[Unit]:
    """Return those whose stems have a character of the unit's: 镇 and 村 are in any name."""
    stem = set(unit_stem(unit))
    return [each for each in among if not stem.isdisjoint(unit_stem(each))]


def _most_alike(unit: Unit, among: list[Unit], least: float) -> Unit | None:
    from rapidfuzz import process

    found = process.extractOne(unit.own, [each.own for each in among], score_cutoff=least)
    return among[found[2]] if found else None
