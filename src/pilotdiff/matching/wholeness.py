"""How whole two lists are, and how rare what two of their names have in common is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from pilotdiff.matching.matched_places import Place

# A region of which both lists name so many units a place, on average, is named whole.
_WHOLE = 3.0
# Of fewer units in all such an average is half chance: three communities of one town may be all
# that were chosen, or all that there are.
_ENOUGH = 10


class Wholeness:
    """Which regions both lists name whole, and of which they name a chosen few.

    A list of a chosen few names one village of a township here and there; a whole list names ten.
    A region lies two levels above a unit: the county of a village, the prefecture of a town.
    """

    def __init__(self, pilots: Sequence[Place], results: Sequence[Place]) -> None:
        self._shares = _shares(pilots), _shares(results)

    def whole(self, place: Place, other: Place) -> float:
        """Return how far both lists name the region of a pilot's place and a result's whole: 0 for
        a chosen few, 1 for all, between them where too few units are named to tell."""
        ours, theirs = self._shares
        return min(ours.get(place[:-1], 0.0), theirs.get(other[:-1], 0.0))


def _shares(places: Sequence[Place]) -> dict[Place, float]:
    """Return how far each region is named whole."""
    units, found = Counter[Place](), Counter[Place]()
    for place, count in Counter(places).items():
        units[place[:-1]] += count
        found[place[:-1]] += 1
    return {
        region: min(1.0, count / _ENOUGH)
        for region, count in units.items()
        if count >= _WHOLE * found[region]
    }


class Rarity:
    """How seldom each character stands in the names of two lists."""

    def __init__(self, stems: Iterable[str]) -> None:
        names = list(stems)
        every = len(names) + 1
        counts = Counter("".join(names))
        self._told = {each: log(every / (count + 1)) for each, count in counts.items()}

    def shared(self, one: str, other: str) -> float:
        """Return how much it says that two names share characters: 0 for none.

        The sum, over the characters of both, of the negative logarithm of their share of all names.
        """
        told = 0.0
        for character in one:
            if character in other:
                told += self._told.get(character, 0.0)
                other = other.replace(character, "", 1)
        return told
