"""One to one, jointly optimal: a maximum-weight matching of pilots with results.

Kuhn and Munkres' problem on a sparse graph, solved for each connected component by augmenting
along the best path (successive shortest paths, Ford and Fulkerson; Tomizawa's potentials are not
needed for components as small as these).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

Edge = tuple[int, int]


def assign(weights: Mapping[Edge, float]) -> list[Edge]:
    """The set of edges with the greatest sum of weights in which no end stands twice.

    Only positive weights can gain; ends are numbers of either side, so (1, 1) joins two things.
    The answer does not depend on the order of the mapping.
    """
    chosen: list[Edge] = []
    for component in _components(weights):
        chosen += _best(component, weights)
    return sorted(chosen)


def _components(weights: Mapping[Edge, float]) -> Iterable[list[Edge]]:
    """The edges with positive weight, connected ones together, in order."""
    edges = sorted(edge for edge, weight in weights.items() if weight > 0)
    by_pilot: dict[int, list[Edge]] = defaultdict(list)
    by_result: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_pilot[edge[0]].append(edge)
        by_result[edge[1]].append(edge)
    seen: set[Edge] = set()
    for first in edges:
        if first in seen:
            continue
        seen.add(first)
        component, queue = [], [first]
        while queue:
            edge = queue.pop()
            component.append(edge)
            for other in (*by_pilot[edge[0]], *by_result[edge[1]]):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        yield sorted(component)


def _best(edges: list[Edge], weights: Mapping[Edge, float]) -> list[Edge]:
    if len(edges) == 1:
        return edges
    by_pilot: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_pilot[edge[0]].append(edge)
    owner: dict[int, int] = {}
    while True:
        path = _best_path(by_pilot, owner, weights)
        if path is None:
            return [(pilot, result) for result, pilot in owner.items()]
        for pilot, result in path:
            owner[result] = pilot


def _best_path(
    by_pilot: Mapping[int, list[Edge]], owner: dict[int, int], weights: Mapping[Edge, float]
) -> list[Edge] | None:
    """The augmenting path with the greatest gain (Bellman and Ford), None when none gains."""
    matched = set(owner.values())
    gain: dict[int, float] = {pilot: 0.0 for pilot in by_pilot if pilot not in matched}
    came: dict[int, Edge] = {}
    best: tuple[float, Edge] | None = None
    queue = sorted(gain)
    while queue:
        pilot = queue.pop(0)
        for edge in by_pilot[pilot]:
            result = edge[1]
            value = gain[pilot] + weights[edge]
            holder = owner.get(result)
            if holder is None:
                if best is None or value > best[0] + 1e-12:
                    best = (value, edge)
            elif holder != pilot:
                left = value - weights[holder, result]
                if left > gain.get(holder, float("-inf")) + 1e-12:
                    gain[holder], came[holder] = left, edge
                    queue.append(holder)
    if best is None or best[0] <= 0:
        return None
    path, edge = [], best[1]
    while True:
        path.append(edge)
        if edge[0] not in came:
            return path
        edge = came[edge[0]]
