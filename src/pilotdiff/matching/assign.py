"""One to one, jointly optimal: a maximum-weight matching of pilots with results.

Kuhn and Munkres' problem on a sparse graph, each connected part of it by itself. All pilots of a
part that hold nothing look at once for the nearest free result by Dijkstra's search over reduced
costs, then as many as can move at that price do (Hopcroft and Karp's phases): the cost grows with
the number of conflicts, not with the lists, and many equal scores are settled together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush

from pilotdiff.in_groups import in_groups

Edge = tuple[int, int]
_Choices = dict[int, list[tuple[int, int]]]

# Weights are counted in whole steps of this size, so that prices are exact; in a part with more
# pairs than _MANY, where names are too much alike to be told apart anyway, in coarse ones.
_STEP, _COARSE = 1 / 4096, 1 / 8
_MANY = 5_000


def assign(weights: Mapping[Edge, float]) -> list[Edge]:
    """Return the set of edges with the greatest sum of weights in which no end stands twice.

    Only positive weights can gain; ends are numbers of either side, so (1, 1) joins two things.
    The answer does not depend on the order of the mapping.
    """
    gaining = sorted(edge for edge, weight in weights.items() if weight > 0)
    chosen: list[Edge] = []
    for part in _parts(gaining):
        if len(part) == 1:
            chosen += part
            continue
        step = _STEP if len(part) <= _MANY else _COARSE
        costs: _Choices = defaultdict(list)
        for pilot, result in part:
            costs[pilot].append((result, -max(1, round(weights[pilot, result] / step))))
        chosen += _Market(costs).settled()
    return sorted(chosen)


def _parts(edges: Sequence[Edge]) -> Iterable[list[Edge]]:
    """Return the edges cut into parts that share no end, each in its order."""
    leader: dict[int, int] = {}

    def find(end: int) -> int:
        while (above := leader.setdefault(end, end)) != end:
            leader[end] = leader.get(above, above)
            end = above
        return end

    for pilot, result in edges:
        # Results are numbered below zero, so that the two sides do not mix.
        leader[find(pilot)] = find(-1 - result)
    parts = in_groups(edges, lambda edge: find(edge[0]))
    return parts.values()


class _Market:
    """Who holds which result, and the prices that keep every reduced cost from being negative.

    Staying single is a result of one's own, numbered below zero, at no cost.
    """

    def __init__(self, costs: _Choices) -> None:
        # At one price staying single comes first: the earlier of two equals keeps its place.
        self._choices = {pilot: [(-1 - pilot, 0), *edges] for pilot, edges in costs.items()}
        self._pilot_price = {p: min(c for _, c in edges) for p, edges in self._choices.items()}
        self._result_price: dict[int, int] = defaultdict(int)
        self._owner: dict[int, int] = {}

    def settled(self) -> Iterator[Edge]:
        """Let all pilots in, phase by phase, and give who holds what."""
        free = list(self._choices)
        while free:
            self._raise_prices(free)
            seen: set[int] = set()
            free = [pilot for pilot in free if not self._moved_in(pilot, seen)]
        return ((pilot, result) for result, pilot in self._owner.items() if result >= 0)

    def _raise_prices(self, free: Sequence[int]) -> None:
        """Raise prices until a free result can be had by one of the pilots that hold nothing."""
        price, own = self._result_price, self._pilot_price
        settled: dict[int, int] = {}
        best: dict[int, int] = {}
        heap: list[tuple[int, int]] = []

        def look(pilot: int, so_far: int) -> None:
            for result, cost in self._choices[pilot]:
                distance = so_far + cost - own[pilot] - price[result]
                if distance < best.get(result, distance + 1):
                    best[result] = distance
                    heappush(heap, (distance, result))

        for pilot in free:
            look(pilot, 0)
        nearest, result = heappop(heap)
        while result in self._owner:
            if result not in settled:
                settled[result] = nearest
                look(self._owner[result], nearest)
            nearest, result = heappop(heap)
        for pilot in free:
            own[pilot] += nearest
        for result, distance in settled.items():
            price[result] -= nearest - distance
            own[self._owner[result]] += nearest - distance

    def _moved_in(self, pilot: int, seen: set[int]) -> bool:
        """Tell whether a pilot found a result at the present prices, others moving over for it."""
        path = [(pilot, iter(self._choices[pilot]))]
        taken: list[int] = []
        while path:
            taker, choices = path[-1]
            result = self._affordable(taker, choices, seen)
            if result is None:
                path.pop()
                del taken[-1:]
                continue
            seen.add(result)
            taken.append(result)
            holder = self._owner.get(result)
            if holder is None:
                self._owner.update(zip(taken, (step[0] for step in path), strict=True))
                return True
            path.append((holder, iter(self._choices[holder])))
        return False

    def _affordable(
        self, pilot: int, choices: Iterator[tuple[int, int]], seen: set[int]
    ) -> int | None:
        """Return the next choice that costs a pilot no more than its price, None of none."""
        limit = self._pilot_price[pilot]
        for result, cost in choices:
            if result not in seen and cost == limit + self._result_price.get(result, 0):
                return result
        return None
