"""Match two lists."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pilotdiff.matching.contest import FoundPair
from pilotdiff.matching.reasons import alone_reason
from pilotdiff.matching.shards import Shard, answers, shards
from pilotdiff.model import Message, Pairing, Ruling, Units
from pilotdiff.model.callbacks import Tick


class Matching(NamedTuple):
    """What was found out about two lists.

    pairings  at most one a unit, doubtful ones too: confidence and margin tell which
    alone     for pilots without a pairing, by id: why there is none
    """

    pairings: tuple[Pairing, ...]
    alone: Mapping[str, Message]


def match(
    pilots: Units,
    results: Units,
    rulings: Sequence[Ruling] = (),
    *,
    progress: Tick | None = None,
) -> Matching:
    """Pair the units of two lists, each level with its own; the order of rows does not matter.

    Units that `rulings` say are the same are paired whatever else speaks for or against it; those
    that they say are not the same never are. `progress` is told the units dealt with and their
    number.
    """
    work = shards(pilots.units, results.units)
    pairings: list[Pairing] = []
    if rulings:
        from pilotdiff.matching.ruled import ruled

        work, pairings = ruled(work, rulings)
    total, dealt = sum(shard.size for shard in work), 0

    def done(units: int) -> None:
        nonlocal dealt
        dealt += units
        if progress is not None:
            progress(dealt, total)

    alone: dict[str, Message] = {}
    for shard, (found, left) in zip(work, answers(work, done), strict=True):
        pairings += [_pairing(shard, one) for one in found]
        for pilot, nearest, taken in left:
            alone[shard.pilots[pilot].id] = alone_reason(shard.results[nearest], taken)
    return Matching(tuple(pairings), alone)


def _pairing(shard: Shard, found: FoundPair) -> Pairing:
    return Pairing(
        pilot=shard.pilots[found.pilot],
        result=shard.results[found.result],
        rule=found.rule,
        confidence=found.confidence,
        margin=found.margin,
        reason=found.reason,
        runner_up="" if found.runner_up is None else _rival(shard, found.runner_up),
        moved=found.moved,
    )


def _rival(shard: Shard, number: int) -> str:
    unit = shard.pilots[-1 - number] if number < 0 else shard.results[number]
    return unit.name
