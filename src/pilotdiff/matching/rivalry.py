"""Who else claims the two units of a pairing, and what that claim is worth beside all others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pilotdiff.matching.assign import Edge

# Pairs below this score are not worth a thought: odds of 1 to 50 before rivals are heard.
FLOOR = -4.0
# So many units may move over for a rival; one that would have to is taken to lose nothing by it.
_MOST_MOVES = 3


class _Taken(NamedTuple):
    """Units of one side that a rival and those that move over for it would hold, and the one that
    is free for them."""

    ends: frozenset[int]
    free: int


class Rivalry:
    """The pairs worth a thought with their scores, and those that the assignment chose."""

    def __init__(self, scores: Mapping[Edge, float], chosen: Iterable[Edge]) -> None:
        self._scores = scores
        self._claims: tuple[dict[int, list[Edge]], dict[int, list[Edge]]] = (
            defaultdict(list),
            defaultdict(list),
        )
        for edge in sorted(scores, key=lambda each: (-scores[each], each)):
            for side in (0, 1):
                self._claims[side][edge[side]].append(edge)
        picked = list(chosen)
        self._held = tuple({edge[side]: edge for edge in picked} for side in (0, 1))

    def claims(self, side: int) -> Mapping[int, list[Edge]]:
        """Return the pairs that claim each unit of a side, the strongest first."""
        return self._claims[side]

    def rival(self, edge: Edge) -> Edge | None:
        """Return the strongest other pair that claims either end."""
        ends = (self._claims[side].get(edge[side], ()) for side in (0, 1))
        rivals = (next((other for other in end if other != edge), None) for end in ends)
        found = [rival for rival in rivals if rival is not None]
        return max(found, key=lambda other: (self._scores[other], other), default=None)

    def against(self, edge: Edge) -> float:
        """Return what the best rival of a pair scores, less what others would lose by it.

        A rival whose own partner nobody else could be is none: 王三町 does not want 窦三疃 where
        王三疃 is there. FLOOR where nobody else wants either unit.
        """
        return FLOOR + max(
            self._otherwise(side, edge, _Taken(frozenset(), edge[1 - side]), _MOST_MOVES)
            for side in (0, 1)
        )

    def _otherwise(self, side: int, edge: Edge, taken: _Taken, moves: int) -> float:
        """Return the most that one end of a pair gains with others, less what these lose."""
        best = 0.0
        for other in self._claims[side].get(edge[side], ()):
            gain = self._scores[other] - FLOOR
            if gain <= best:
                break
            if other != edge and other[1 - side] not in taken.ends:
                best = max(best, gain - self._loss(side, other, taken, moves))
        return best

    def _loss(self, side: int, wanted: Edge, taken: _Taken, moves: int) -> float:
        """Return what the unit loses that holds what a pair wants on the other side."""
        end = wanted[1 - side]
        held = self._held[1 - side].get(end)
        if not moves or held is None or end == taken.free or held[side] == wanted[side]:
            return 0.0
        gone = taken._replace(ends=taken.ends | {end})
        left = self._otherwise(side, held, gone, moves - 1)
        return max(0.0, self._scores[held] - FLOOR - left)
