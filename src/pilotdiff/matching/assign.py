"""One to one, jointly optimal: a maximum-weight matching of pilots with results.

Kuhn and Munkres' problem on a sparse graph. Pilots are let in one by one; each looks for the
cheapest augmenting path by Dijkstra's search over reduced costs (Edmonds and Karp; Tomizawa), which
stays among its rivals, so that the cost grows with the number of conflicts, not with the lists.
"""

from collections import defaultdict
from collections.abc import Mapping
from heapq import heappop, heappush

Edge = tuple[int, int]


def assign(weights: Mapping[Edge, float]) -> list[Edge]:
    """Return the set of edges with the greatest sum of weights in which no end stands twice.

    Only positive weights can gain; ends are numbers of either side, so (1, 1) joins two things.
    The answer does not depend on the order of the mapping.
    """
    costs: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (pilot, result), weight in sorted(weights.items()):
        if weight > 0:
            costs[pilot].append((result, -weight))
    market = _Market(costs)
    for pilot in sorted(costs):
        market.admit(pilot)
    return sorted((pilot, result) for result, pilot in market.owner.items() if result >= 0)


class _Market:
    """Who holds which result, and the prices that keep every reduced cost from being negative.

    Staying single is a result of one's own, numbered below zero, at no cost.
    """

    def __init__(self, costs: Mapping[int, list[tuple[int, float]]]) -> None:
        self._costs = costs
        self._pilot_price: dict[int, float] = {}
        self._result_price: dict[int, float] = defaultdict(float)
        self._holding: dict[int, int] = {}
        self.owner: dict[int, int] = {}

    def _choices(self, pilot: int) -> list[tuple[int, float]]:
        return [*self._costs[pilot], (-1 - pilot, 0.0)]

    def admit(self, pilot: int) -> None:
        """Let a pilot in; others move over where that gains on the whole."""
        price = self._result_price
        self._pilot_price[pilot] = min(c - price[r] for r, c in self._choices(pilot))
        settled, came, free, length = self._search(pilot)
        self._pilot_price[pilot] += length
        for result, distance in settled.items():
            price[result] -= length - distance
            self._pilot_price[self.owner[result]] += length - distance
        end: int | None = free
        while end is not None:
            taker = came[end]
            left = self._holding.get(taker)
            self.owner[end], self._holding[taker] = taker, end
            end = left

    def _search(self, pilot: int) -> tuple[dict[int, float], dict[int, int], int, float]:
        """Distances of the settled results, who reached which, and the nearest free one."""
        price, own = self._result_price, self._pilot_price
        settled: dict[int, float] = {}
        came: dict[int, int] = {}
        best: dict[int, float] = {}
        heap: list[tuple[float, int]] = []
        taker, so_far = pilot, 0.0
        while True:
            for result, cost in self._choices(taker):
                distance = so_far + cost - own[taker] - price[result]
                if result not in settled and distance < best.get(result, float("inf")):
                    best[result], came[result] = distance, taker
                    heappush(heap, (distance, result))
            so_far, result = heappop(heap)
            while result in settled:
                so_far, result = heappop(heap)
            if result not in self.owner:
                return settled, came, result, so_far
            settled[result] = so_far
            taker = self.owner[result]
