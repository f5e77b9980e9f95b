"""What was compared with what: every candidate of a unit, with the features that spoke."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from pilotdiff.matching.assign import Edge
from pilotdiff.matching.features import BESIDE
from pilotdiff.matching.level_steps import Prepared, prepare
from pilotdiff.matching.match_weights import Arithmetic, Measures, arithmetic, measures, score
from pilotdiff.matching.pairing import partitioned
from pilotdiff.matching.partitions import Partition, prepared
from pilotdiff.matching.rivalry import FLOOR
from pilotdiff.model import MatchWeight, Pairing, Row, Ruling, Unit, Units

# Units of the compared partitions that are kept at once: more of the nation would fill the memory.
_KEPT = 50_000


class ConsideredUnit(NamedTuple):
    """A unit that was compared with another one, the log odds that the two are the same, what these
    are made of, and the probability that they give.

    is_pilot  whether it stands in the list of pilots
    """

    unit: Unit
    score: float
    match_weights: tuple[MatchWeight, ...]
    confidence: float
    is_pilot: bool = False


class PairEvidence(NamedTuple):
    """How the confidence of a pairing comes about, and who else could stand in it, the likeliest
    first; None where the two were never compared."""

    arithmetic: Arithmetic | None = None
    rivals: tuple[ConsideredUnit, ...] = ()


class Evidence:
    """Tells of two lists what the matching compared, with the verdicts of persons that it had.

    What a person said is one unit, or is not, was compared with nothing, and is no candidate here.
    A part of the lists is compared when a unit of it is asked about.
    """

    def __init__(self, pilots: Units, results: Units, rulings: Sequence[Ruling] = ()) -> None:
        self._work = partitioned(pilots, results, rulings).work
        self._kept: dict[int, _Compared] = {}
        # By entry: that of a unit stays when its damaged name is restored.
        self._homes = {
            (is_pilot, id(unit.entry)): (home, number)
            for home, partition in enumerate(self._work)
            for is_pilot, units in ((True, partition.pilots), (False, partition.results))
            for number, unit in enumerate(units)
        }

    def of(self, unit: Unit, *, is_pilot: bool = True) -> list[ConsideredUnit]:
        """Return the candidates for a pilot, or for a result, the likeliest first.

        Empty where a deterministic rule or a person settled it, or nothing near bore such a name.
        """
        home, number = self._homes.get((is_pilot, id(unit.entry)), (-1, 0))
        return _likeliest(self._compared(home).of(number, is_pilot=is_pilot)) if home >= 0 else []

    def about(self, pairing: Pairing) -> PairEvidence:
        """Return what speaks for a proposed pairing, and who else could stand in it; nothing where
        the two were never compared."""
        home, pilot = self._homes.get((True, id(pairing.pilot.entry)), (-1, 0))
        there, result = self._homes.get((False, id(pairing.result.entry)), (-2, 0))
        if home != there:
            return PairEvidence()
        part = self._compared(home)
        candidates = [*part.of(pilot, is_pilot=True), *part.of(result, is_pilot=False)]
        own = id(pairing.pilot), id(pairing.result)
        rivals = _likeliest([one for one in candidates if id(one.unit) not in own])
        return PairEvidence(part.of_pair(pilot, result), tuple(rivals))

    def _compared(self, home: int) -> "_Compared":
        if home not in self._kept:
            if sum(self._work[kept].size for kept in self._kept) > _KEPT:
                self._kept.clear()
            self._kept[home] = _Compared(self._work[home])
        return self._kept[home]


def compared_with(unit: Unit, others: Sequence[Unit]) -> list[ConsideredUnit]:
    """Return units of one level as they compare with one of a list of its own, in their order: all
    of them, also those that a deterministic rule would settle."""
    comparison = prepare([unit], others).comparison
    measured = [measures(comparison.pair(0, number)) for number in range(len(others))]
    scores = [score(values) for values in measured]
    return [
        _considered(other, arithmetic(values, _best(scores[:number] + scores[number + 1 :])))
        for number, (other, values) in enumerate(zip(others, measured, strict=True))
    ]


def _best(scores: Iterable[float]) -> float:
    """Return the score of the best rival, as the contest counts it."""
    return max([FLOOR, *scores])


def _considered(unit: Unit, told: Arithmetic, *, is_pilot: bool = False) -> ConsideredUnit:
    return ConsideredUnit(unit, told.score, told.match_weights, told.confidence, is_pilot)


def features_told(found: Iterable[ConsideredUnit]) -> list[str]:
    """Return the names of the features that spoke for any candidate: the start first, the lead and
    the doubt last."""
    told = dict.fromkeys(each.feature for one in found for each in one.match_weights)
    return [*(name for name in told if name not in BESIDE), *(n for n in BESIDE if n in told)]


def considered_for(row: Row, evidence: Evidence) -> list[ConsideredUnit]:
    """Return the candidates for the pilot of a row, or for its result where it has no pilot."""
    unit = row.pilot or row.result
    return evidence.of(unit, is_pilot=unit is row.pilot) if unit else []


class _Compared:
    """A partition with all its comparisons."""

    def __init__(self, partition: Partition) -> None:
        self._prepared: Prepared = prepared(partition)
        self._scores: dict[Edge, float] = {}

    def of_pair(self, pilot: int, result: int) -> Arithmetic | None:
        """Return how the confidence of a pair comes about, None where it was not compared."""
        return self._arithmetic((result, pilot) if self._prepared.turned else (pilot, result))

    def of(self, number: int, *, is_pilot: bool) -> list[ConsideredUnit]:
        """Return the candidates of the pilot, or the result, of that number."""
        is_first = is_pilot is not self._prepared.turned
        other = self._prepared.results if is_first else self._prepared.pilots
        found = []
        for edge in self._edges[is_first, number]:
            told = self._arithmetic(edge)
            if told is not None:
                found.append(_considered(other.units[edge[is_first]], told, is_pilot=not is_pilot))
        return found

    def _arithmetic(self, edge: Edge) -> Arithmetic | None:
        if edge not in self._edges[True, edge[0]]:
            return None
        rivals = {*self._edges[True, edge[0]], *self._edges[False, edge[1]]} - {edge}
        return arithmetic(self._measured(edge), _best(map(self._score, rivals)))

    def _measured(self, edge: Edge) -> Measures:
        return measures(self._prepared.comparison.pair(*edge))

    def _score(self, edge: Edge) -> float:
        if edge not in self._scores:
            self._scores[edge] = score(self._measured(edge))
        return self._scores[edge]

    @cached_property
    def _edges(self) -> Mapping[tuple[bool, int], list[Edge]]:
        """The pairs compared, by the side and the number of either unit."""
        edges: dict[tuple[bool, int], list[Edge]] = defaultdict(list)
        for edge in self._prepared.edges:
            edges[True, edge[0]].append(edge)
            edges[False, edge[1]].append(edge)
        return edges


def _likeliest(found: Sequence[ConsideredUnit]) -> list[ConsideredUnit]:
    return sorted(found, key=lambda one: (-one.score, one.unit.name, one.unit.id))
