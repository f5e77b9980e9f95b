"""The units of a list by what their names and places have in common with a query's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pilotdiff.matching.blocking import former_stems, standard_codes
from pilotdiff.matching.names.name_keys import place_key, place_stem, unit_stem
from pilotdiff.matching.names.near_names import fine_keys, plain_keys
from pilotdiff.model import Unit
from pilotdiff.model.repairs import LOST

# So many units are compared in full.
_COMPARED = 64
# A key that more units have tells nothing of which is meant.
_COMMON = 96
# What a sign is worth beside one key that two names share.
_SAME_NAME, _SAME_PLACE, _SAME_CODE = 20, 3, 20

_Key = tuple[object, ...]


class UnitIndex:
    """Units by number, found by name anywhere, and by a part of the name within their places."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._places = [_places(unit) for unit in units]
        self._named: dict[_Key, list[int]] = defaultdict(list)
        self._alike: dict[_Key, list[int]] = defaultdict(list)
        self._within: dict[_Key, list[int]] = defaultdict(list)
        self._keyed: dict[_Key, list[int]] = defaultdict(list)
        for number, unit in enumerate(units):
            self._enter(number, unit)

    def _enter(self, number: int, unit: Unit) -> None:
        level = unit.level
        for stem in _stems(unit):
            self._named[level, stem].append(number)
            for key in fine_keys(stem):
                self._alike[level, key].append(number)
        for code in standard_codes(unit):
            self._named[level, code].append(number)
        for place in self._places[number][-2:]:
            self._within[level, *place].append(number)
            for key in plain_keys(unit_stem(unit)):
                self._keyed[level, *place, key].append(number)

    def near(self, unit: Unit) -> list[int]:
        """Return the units that may be this one, those that share most first."""
        level, stems, places = unit.level, _stems(unit), _places(unit)
        found: Counter[int] = Counter()
        for stem in stems:
            found.update(dict.fromkeys(self._named.get((level, stem), ()), _SAME_NAME))
            for key in fine_keys(stem):
                found.update(_telling(self._alike.get((level, key), ())))
        for code in standard_codes(unit):
            found.update(dict.fromkeys(self._named.get((level, code), ()), _SAME_CODE))
        for place in places[-2:]:
            found.update(_telling(self._within.get((level, *place), ())))
            for key in {key for stem in stems for key in plain_keys(stem)} - {LOST}:
                found.update(self._keyed.get((level, *place, key), ()))
        stated = set(places)
        ranked = sorted(found, key=lambda n: (-self._rank(n, found[n], stated), n))
        return ranked[:_COMPARED]

    def _rank(self, number: int, shared: int, stated: set[tuple[int, str]]) -> int:
        return shared + _SAME_PLACE * len(stated.intersection(self._places[number]))


def _telling(numbers: Sequence[int]) -> Iterable[int]:
    return numbers if len(numbers) <= _COMMON else ()


def _stems(unit: Unit) -> set[str]:
    return {unit_stem(unit), *former_stems(unit)}


def _places(unit: Unit) -> list[tuple[int, str]]:
    """Return the parents that a unit states, the province first, each without its kind: 会理县,
    会理市."""
    return [
        (depth, place_stem(depth, place_key(depth, unit.path[depth])))
        for depth in range(unit.level.depth)
        if unit.path[depth]
    ]
