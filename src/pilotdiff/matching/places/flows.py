"""Where the units of each place went: the evidence that a place was renamed, merged or split."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from pilotdiff.matching.places.matched_places import Place
from pilotdiff.matching.sides import Side

_DOUBT = 0.2


class Flows:
    """Counts of paired units by the places they came from and went to."""

    def __init__(self) -> None:
        self._flow: Counter[tuple[Place, Place]] = Counter()
        self._out: Counter[Place] = Counter()
        self._in: Counter[Place] = Counter()
        self._targets: dict[Place, list[Place]] = {}

    def add(self, pairs: Iterable[tuple[int, int]], pilots: Side, results: Side) -> None:
        """Count pairs of unit numbers."""
        for ours, theirs in pairs:
            place, other = pilots.places[ours], results.places[theirs]
            self._flow[place, other] += 1
            self._out[place] += 1
            self._in[other] += 1

    def targets(self, place: Place, most: int) -> list[Place]:
        """Return the places where most of a place's units went, the strongest first."""
        if not self._targets:
            by_place: dict[Place, list[tuple[int, Place]]] = defaultdict(list)
            for (source, other), count in self._flow.items():
                by_place[source].append((-count, other))
            self._targets = {source: [o for _, o in sorted(t)] for source, t in by_place.items()}
        return self._targets.get(place, [])[:most]

    def shares(self, place: Place, other: Place, counted: bool) -> tuple[float, float]:
        """Return the logarithms of the share of `place` that went to `other`, and of `other` that
        came so.

        `counted` tells that the pair now judged is itself in the counts; it is left out.
        """
        own = 1 if counted else 0
        flow = self._flow.get((place, other), 0) - own + _DOUBT
        gone, come = self._out[place] - own + 1, self._in[other] - own + 1
        return math.log(flow / gone), math.log(flow / come)

    def neighbours(self, place: Place, other: Place, counted: bool) -> int:
        """Return how many other units went from `place` to `other`; `counted` as in `shares`."""
        return self._flow.get((place, other), 0) - (1 if counted else 0)
