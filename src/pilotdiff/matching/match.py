"""Match two lists, level by level."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pilotdiff.matching.judge import judge
from pilotdiff.matching.levels import prepare
from pilotdiff.matching.reasons import alone_reason
from pilotdiff.model import LEVELS, Level, Pairing, Unit, Units

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Matching:
    """What was found out about two lists.

    pairings  at most one a unit, doubtful ones too: confidence and margin tell which
    alone     for pilots without a pairing, by id: why there is none
    """

    pairings: tuple[Pairing, ...] = field(repr=False)
    alone: dict[str, str] = field(default_factory=dict, repr=False)


def match(pilots: Units, results: Units, *, progress: Progress | None = None) -> Matching:
    """Pair the units of two lists, each level with its own; the order of rows does not matter."""
    ours, theirs = _by_level(pilots.units), _by_level(results.units)
    pairings: list[Pairing] = []
    alone: dict[str, str] = {}
    levels = [level for level in LEVELS if ours[level] and theirs[level]]
    for step, level in enumerate(levels):
        if progress is not None:
            progress(level, step, len(levels))
        prepared = prepare(ours[level], theirs[level])
        judged = judge(prepared)
        pairings += judged.pairings
        for pilot, (result, taken) in judged.nearest.items():
            alone[ours[level][pilot].id] = alone_reason(theirs[level][result], taken)
    return Matching(tuple(pairings), alone)


def _by_level(units: Iterable[Unit]) -> dict[Level, list[Unit]]:
    by_level: dict[Level, list[Unit]] = defaultdict(list)
    for unit in units:
        by_level[unit.level].append(unit)
    return by_level
