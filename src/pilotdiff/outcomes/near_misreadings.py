"""Units whose names may be misreadings of each other, found without comparing all with all.

Two names that differ in so many characters leave the same text where so many are taken out of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from pilotdiff.model import Unit
from pilotdiff.outcomes.misreadings import ONE_IN
from pilotdiff.repair import fold

_LONG = 13
"""Longer names leave too many texts: they are compared with all that are nearly as long."""


class NearMisreadings:
    """Units by what their names leave where characters are taken out of them."""

    def __init__(self, units: Iterable[tuple[int, Unit]]) -> None:
        """Take units with their numbers."""
        self._left: dict[str, list[int]] = defaultdict(list)
        for number, unit in units:
            for left in _lefts(unit):
                self._left[left].append(number)

    def near(self, unit: Unit) -> list[int]:
        """Return the numbers of the units whose own name, or whole path but for its province, may
        be a misreading of that of another one, in their order."""
        return sorted({number for left in _lefts(unit) for number in self._left.get(left, ())})


def _lefts(unit: Unit) -> set[str]:
    own, path = fold(unit.own), "".join(map(fold, unit.path[1:]))
    found = {f"own {left}" for left in _shortened(own, max(1, len(own) // ONE_IN))}
    return found | {f"path {left}" for left in _shortened(path, 1)}


def _shortened(text: str, most: int) -> Iterator[str]:
    """Yield what is left of a text where up to `most` characters are taken out.

    >>> sorted(_shortened("上罗镇", 1))
    ['上罗', '上罗镇', '上镇', '罗镇']
    """
    if len(text) >= _LONG - _LONG // ONE_IN and most > 1:
        yield ""
    if len(text) < _LONG or most == 1:
        for out in range(most + 1):
            for kept in combinations(text, len(text) - out):
                yield "".join(kept)
