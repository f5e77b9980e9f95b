"""People's verdicts as the matching needs them: pairs of numbers within each partition."""

from collections.abc import Iterable, Sequence

from pilotdiff.matching.assign import Edge
from pilotdiff.matching.level_steps import DECISION
from pilotdiff.matching.likely_pairings import units_held
from pilotdiff.matching.partitions import Partition
from pilotdiff.matching.reasons import rule_reason
from pilotdiff.model import Pairing, Ruling, Unit, Verdict


def ruled(
    work: list[Partition], rulings: Sequence[Ruling]
) -> tuple[list[Partition], list[Pairing]]:
    """Give each partition its rulings; pair the units ruled the same that no partition holds.

    A unit ruled to be the same as one of another province or level leaves its partition.
    """
    homes = _homes(work, rulings)
    astray = [r for r in rulings if _same(r) and _home(r.pilot, homes) != _home(r.result, homes)]
    gone = units_held(astray)
    if gone:
        work = [left for left in (_without(one, gone) for one in work) if all(left[:2])]
    return [_with(partition, rulings) for partition in work], [
        _pairing(ruling) for ruling in astray
    ]


def _same(ruling: Ruling) -> bool:
    return ruling.decision.verdict is Verdict.SAME


def _homes(work: list[Partition], rulings: Sequence[Ruling]) -> dict[int, int]:
    """Return the number of the partition that holds each unit with a verdict, by the unit's
    identity."""
    about = units_held(rulings)
    return {
        id(unit): number
        for number, partition in enumerate(work)
        for units in (partition.pilots, partition.results)
        for unit in units
        if id(unit) in about
    }


def _home(unit: Unit, homes: dict[int, int]) -> int:
    # A partition without units of the other list is none; such units are homeless, each for itself.
    return homes.get(id(unit), -id(unit))


def _without(partition: Partition, gone: set[int]) -> Partition:
    pilots = [unit for unit in partition.pilots if id(unit) not in gone]
    results = [unit for unit in partition.results if id(unit) not in gone]
    return partition._replace(pilots=pilots, results=results)


def _with(partition: Partition, rulings: Sequence[Ruling]) -> Partition:
    ours, theirs = _numbers(partition.pilots, rulings), _numbers(partition.results, rulings)
    edges: dict[bool, set[Edge]] = {True: set(), False: set()}
    for ruling in rulings:
        pilot, result = ours.get(id(ruling.pilot)), theirs.get(id(ruling.result))
        if pilot is not None and result is not None:
            edges[_same(ruling)].add((pilot, result))
    return partition._replace(together=frozenset(edges[True]), apart=frozenset(edges[False]))


def _numbers(units: Iterable[Unit], rulings: Sequence[Ruling]) -> dict[int, int]:
    about = units_held(rulings)
    return {id(unit): number for number, unit in enumerate(units) if id(unit) in about}


def _pairing(ruling: Ruling) -> Pairing:
    reason = rule_reason(DECISION, moved=True)
    return Pairing(ruling.pilot, ruling.result, DECISION, 1.0, 1.0, reason, moved=True)
