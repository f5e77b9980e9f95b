"""What speaks for and against a proposed pairing, and who else came into question."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.matching.level_steps import Prepared, prepare
from pilotdiff.matching.match_weights import match_weights, measures, score
from pilotdiff.matching.partitions import Partition, partitions
from pilotdiff.matching.ruled import ruled
from pilotdiff.model import MatchWeight, Pairing, Ruling, Unit, Units


class Rival(NamedTuple):
    """Another unit that could stand in a pairing, and the log odds of the pair it would make.

    is_pilot  whether it would take the pilot's place, else the result's
    """

    unit: Unit
    score: float
    is_pilot: bool


class Evidence(NamedTuple):
    """The features that speak of a pairing, and its rivals; what weighs most comes first."""

    match_weights: tuple[MatchWeight, ...] = ()
    rivals: tuple[Rival, ...] = ()


class EvidenceArchive:
    """Looks up the evidence for some pairings; a part of the lists is compared when it is needed.

    The part last compared is kept: questions that follow each other mostly stand in one.
    """

    def __init__(
        self, pilots: Units, results: Units, rulings: Sequence[Ruling], asked: Iterable[Pairing]
    ) -> None:
        self._work, _ = ruled(partitions(pilots.units, results.units), rulings)
        about = {id(unit) for pairing in asked for unit in (pairing.pilot, pairing.result)}
        self._homes = {
            id(unit): (number, at)
            for number, partition in enumerate(self._work)
            for units in (partition.pilots, partition.results)
            for at, unit in enumerate(units)
            if id(unit) in about
        }
        self._last: tuple[int, Prepared] | None = None

    def about(self, pairing: Pairing) -> Evidence:
        """Return the evidence for a pairing; nothing where the features were not asked."""
        home, pilot = self._homes[id(pairing.pilot)]
        _, result = self._homes[id(pairing.result)]
        prepared = self._prepared(home)
        rivals = [
            _rival(prepared, edge, pilot)
            for edge in prepared.edges
            if (edge[0] == pilot) != (edge[1] == result)
        ]
        rivals.sort(key=lambda rival: (-rival.score, rival.unit.name, rival.unit.id))
        own = match_weights(measures(prepared.comparison.pair(pilot, result)))
        return Evidence(own, tuple(rivals))

    def _prepared(self, home: int) -> Prepared:
        if self._last is None or self._last[0] != home:
            self._last = home, _compared(self._work[home])
        return self._last[1]


def _compared(partition: Partition) -> Prepared:
    return prepare(partition.pilots, partition.results, partition.together, partition.apart)


def _rival(prepared: Prepared, edge: tuple[int, int], pilot: int) -> Rival:
    odds = score(measures(prepared.comparison.pair(*edge)))
    if edge[0] == pilot:
        return Rival(prepared.results.units[edge[1]], odds, is_pilot=False)
    return Rival(prepared.pilots.units[edge[0]], odds, is_pilot=True)
