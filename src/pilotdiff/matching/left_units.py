"""The units of each place that the deterministic rules left, and the characters of their names."""

from collections.abc import Iterable, Set
from math import log

from pilotdiff.in_groups import in_groups
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.matching.sides import Side

# In a place where more are left, nearly every character stands in another name.
_MOST = 200


class LeftUnits:
    """Numbers of units by place, and in each by the characters of their stems."""

    def __init__(self, side: Side, numbers: Iterable[int]) -> None:
        self._names = side.names
        self._numbers = in_groups(numbers, lambda number: side.places[number])
        self._by_character: dict[Place, dict[str, set[int]]] = {}

    def count(self, place: Place) -> int:
        """Return how many units are left in a place."""
        return len(self._numbers.get(place, ()))

    def logarithm(self, place: Place) -> float:
        """Return the logarithm of how many are, 0 for none."""
        return log(max(1, self.count(place)))

    def has_another(self, place: Place, number: int, characters: Set[str]) -> bool:
        """Return whether another unit left in a place than that number has all `characters`, of
        which there are some, in its name; no where many are left."""
        if not characters or not 1 < self.count(place) <= _MOST:
            return False
        bearing = self._characters(place)
        found = set.intersection(*(bearing.get(each, set()) for each in characters))
        return bool(found - {number})

    def _characters(self, place: Place) -> dict[str, set[int]]:
        found = self._by_character.get(place)
        if found is None:
            found = self._by_character[place] = {}
            for number in self._numbers[place]:
                for each in self._names[number].stem:
                    found.setdefault(each, set()).add(number)
        return found
