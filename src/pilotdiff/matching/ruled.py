"""People's verdicts as the matching needs them: pairs of numbers within each shard."""

from collections.abc import Iterable, Sequence

from pilotdiff.matching.assign import Edge
from pilotdiff.matching.level_steps import DECISION
from pilotdiff.matching.reasons import certain_reason
from pilotdiff.matching.shards import Shard
from pilotdiff.model import Pairing, Ruling, Unit, Verdict


def ruled(work: list[Shard], rulings: Sequence[Ruling]) -> tuple[list[Shard], list[Pairing]]:
    """The shards with what was ruled in each, and the pairings of units that no shard holds both.

    A unit ruled to be the same as one of another province or level leaves its shard.
    """
    homes = _homes(work, rulings)
    astray = [r for r in rulings if _same(r) and _home(r.pilot, homes) != _home(r.result, homes)]
    gone = {id(unit) for ruling in astray for unit in (ruling.pilot, ruling.result)}
    if gone:
        work = [left for left in (_without(shard, gone) for shard in work) if all(left[:2])]
    return [_with(shard, rulings) for shard in work], [_pairing(ruling) for ruling in astray]


def _same(ruling: Ruling) -> bool:
    return ruling.decision.verdict is Verdict.SAME


def _homes(work: list[Shard], rulings: Sequence[Ruling]) -> dict[int, int]:
    """The number of the shard that holds each unit with a verdict, by the unit's identity."""
    about = {id(unit) for ruling in rulings for unit in (ruling.pilot, ruling.result)}
    return {
        id(unit): number
        for number, shard in enumerate(work)
        for units in (shard.pilots, shard.results)
        for unit in units
        if id(unit) in about
    }


def _home(unit: Unit, homes: dict[int, int]) -> int:
    # A shard without units of the other list is none; such units are homeless, each for itself.
    return homes.get(id(unit), -id(unit))


def _without(shard: Shard, gone: set[int]) -> Shard:
    pilots = [unit for unit in shard.pilots if id(unit) not in gone]
    results = [unit for unit in shard.results if id(unit) not in gone]
    return shard._replace(pilots=pilots, results=results)


def _with(shard: Shard, rulings: Sequence[Ruling]) -> Shard:
    ours, theirs = _numbers(shard.pilots, rulings), _numbers(shard.results, rulings)
    edges: dict[bool, set[Edge]] = {True: set(), False: set()}
    for ruling in rulings:
        pilot, result = ours.get(id(ruling.pilot)), theirs.get(id(ruling.result))
        if pilot is not None and result is not None:
            edges[_same(ruling)].add((pilot, result))
    return shard._replace(together=frozenset(edges[True]), apart=frozenset(edges[False]))


def _numbers(units: Iterable[Unit], rulings: Sequence[Ruling]) -> dict[int, int]:
    about = {id(unit) for ruling in rulings for unit in (ruling.pilot, ruling.result)}
    return {id(unit): number for number, unit in enumerate(units) if id(unit) in about}


def _pairing(ruling: Ruling) -> Pairing:
    reason = certain_reason(DECISION, moved=True)
    return Pairing(ruling.pilot, ruling.result, DECISION, 1.0, 1.0, reason, moved=True)
