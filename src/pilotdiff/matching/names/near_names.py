"""The names of a place that are near to one, found by what they have in common.

Where half a township shares a character, that character tells nothing: such keys are left aside,
and finer ones (two characters in order, all but one character) find what is near. So the cost
grows with the lists, not with their product.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from pilotdiff.matching.names.sounds import sound_key
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.model.repairs import LOST

# A key that more names of a place have tells nothing of which is meant.
_COMMON = 48
# So many of the nearest names are compared in full; few of a place with more names than any real
# one has, where chance makes each name like dozens of others.
_NEAREST = 16
_CROWD = 1_000
_NEAREST_IN_A_CROWD = 4

_Key = tuple[Place, str]


class NearNames:
    """Names, by number, with the place and the stem of each."""

    def __init__(self, entered: Iterable[tuple[int, Place, str]]) -> None:
        self._stems: dict[int, str] = {}
        self._plain: dict[_Key, list[int]] = defaultdict(list)
        crowded: list[tuple[int, Place, str]] = []
        sizes: Counter[Place] = Counter()
        self._sizes = sizes
        for number, place, stem in entered:
            self._stems[number] = stem
            sizes[place] += 1
            crowded.append((number, place, stem))
            for key in plain_keys(stem):
                self._plain[place, key].append(number)
        # Finer keys are needed only where a plain one can be common.
        self._fine: dict[_Key, list[int]] = defaultdict(list)
        for number, place, stem in crowded:
            if sizes[place] > _COMMON:
                for key in fine_keys(stem):
                    self._fine[place, key].append(number)

    def near(self, place: Place, stem: str) -> set[int]:
        """Return the names in a place that share a character or the sound with a stem.

        Where many do, those that share most.
        """
        found: set[int] = set()
        common = False
        for key in plain_keys(stem):
            named = self._plain.get((place, key), ())
            if len(named) > _COMMON:
                common = True
            else:
                found.update(named)
        if common:
            for key in fine_keys(stem):
                named = self._fine.get((place, key), ())
                if len(named) <= _COMMON:
                    found.update(named)
        most = _NEAREST if self._sizes[place] <= _CROWD else _NEAREST_IN_A_CROWD
        return found if len(found) <= most else self._nearest(found, stem, most)

    def _nearest(self, found: set[int], stem: str, most: int) -> set[int]:
        keys = {*plain_keys(stem), *fine_keys(stem)}

        def apart(number: int) -> tuple[int, int, str, int]:
            other = self._stems[number]
            shared = len(keys.intersection(_all_keys(other)))
            return -shared, abs(len(other) - len(stem)), other, number

        return set(sorted(found, key=apart)[:most])


def plain_keys(stem: str) -> set[str]:
    """Return a stem's characters, and how it sounds."""
    return {*stem, "'" + sound_key(stem)} - {LOST}


def fine_keys(stem: str) -> Iterator[str]:
    """Give two characters in order, and the stem but for one character.

    >>> sorted(fine_keys("石桥"))
    ['+石桥', '-桥', '-石', '-石桥']
    """
    yield from {"+" + a + b for a, b in combinations(stem, 2)}
    yield from {"-" + stem, *("-" + stem[:at] + stem[at + 1 :] for at in range(len(stem)))}


@lru_cache(maxsize=1 << 16)
def _all_keys(stem: str) -> frozenset[str]:
    return frozenset({*plain_keys(stem), *fine_keys(stem)})
