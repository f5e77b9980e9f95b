"""How whole two lists are, and how rare what two of their names have in common is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from pilotdiff.matching.places.align import Alignment
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.matching.sides import NOWHERE, Side

# A region of which both lists name so many units a place, on average, is named whole.
_WHOLE = 3.0
# Of fewer units in all such an average is half chance: three communities of one town may be all
# that were chosen, or all that there are.
_ENOUGH = 10
# Of the counties of three provinces 19 in 20 have as many villages, and of the cities of eight 9 in
# 10 as many towns.
_REGION = 40
# Of the names of one list, how many stand in the other where both name all that there is, in what
# was left as it was: in 34 of 40 provinces and editions, of villages and of towns, as many or more
# where either list has about as many, and 0.94 in 38. Where both were chosen it is as many as were
# chosen of the other's units, and what is left over on the two sides belongs together no more often
# than in lists of a chosen few.
_RECURRING = 0.96
# As many where units were merged all over: the one list has far fewer names than the other.
_RECURRING_MERGED = 0.88
# The smaller list is so large a part of the other, at most, where all over units were merged; at
# least, where they were not.
_MERGED, _AS_MANY = 0.75, 0.85
# So much less is seen in lists of nine in ten.
_SPAN = 0.08
# What a reform left as it was is told by the best quarter of the regions.
_LEFT_AS_IT_WAS = 0.75


class Wholeness:
    """Which regions both lists name whole, and of which they name a chosen few.

    A list of a chosen few names one village of a township here and there; a whole list names ten.
    A list of many that were chosen names five, but then many of its names are not in the other list
    however much of the region stayed as it was. A region lies two levels above a unit: the county
    of a village, the prefecture of a town.
    """

    def __init__(self, pilots: Side, results: Side, alignment: Alignment) -> None:
        recurring = _recurring(pilots, results, alignment)
        self._sizes = tuple(
            Counter(place[:-1] for place in side.places) for side in (pilots, results)
        )
        self._shares = tuple(
            {region: share * found.whole(region) for region, share in _shares(places).items()}
            for places, found in zip((pilots.places, results.places), recurring, strict=True)
        )

    def whole(self, place: Place, other: Place) -> float:
        """Return how far both lists name the region of a pilot's place and a result's whole: 0 for
        a chosen few, 1 for all, between them where it cannot be told for certain."""
        ours, theirs = self._shares
        return min(ours.get(place[:-1], 0.0), theirs.get(other[:-1], 0.0))

    @property
    def is_short(self) -> bool:
        """Whether a list names of no region as many units as nearly all regions have: where nearly
        all of so few went on, they may be all that were chosen, too."""
        return any(max(sizes.values(), default=0) < _REGION for sizes in self._sizes)

    def is_small(self, place: Place, other: Place) -> bool:
        """Return whether a list names fewer units of the region of a pilot's place or a result's
        than tell whether these are all: a county has more villages, and a city more towns."""
        ours, theirs = self._sizes
        return min(ours[place[:-1]], theirs[other[:-1]]) < _ENOUGH


class _Recurring(NamedTuple):
    """How many names of one list recur in the other: the larger share of the two lists, in each of
    the one's regions, and in those that a reform left as they were; and how many do in whole
    lists."""

    shares: dict[Place, float]
    elsewhere: float
    wanted: float

    def whole(self, region: Place) -> float:
        """Return how far that speaks for lists that name the region whole."""
        share = max(self.shares.get(region, 0.0), self.elsewhere)
        return min(1.0, max(0.0, 1 - (self.wanted - share) / _SPAN))


def _recurring(pilots: Side, results: Side, alignment: Alignment) -> tuple[_Recurring, _Recurring]:
    """Return how many names recur, by the regions of either list.

    A name recurs that stands anywhere in the region: towns are merged more often than counties.
    """
    ours = {place[:-1] for place in pilots.places}
    became = {region: alignment.get(region, NOWHERE) for region in ours}
    names = _stems((became[place[:-1]], pilots, at) for at, place in enumerate(pilots.places))
    theirs = _stems((place[:-1], results, at) for at, place in enumerate(results.places))
    shares = {
        region: (names[region] & found).total() / min(names[region].total(), found.total())
        for region, found in theirs.items()
        if names[region].total() >= _ENOUGH <= found.total()
    }
    best = sorted(shares.values())
    elsewhere = best[int(_LEFT_AS_IT_WAS * len(best))] if best else 1.0
    mine = {region: shares[there] for region, there in became.items() if there in shares}
    wanted = _wanted([(names[region].total(), theirs[region].total()) for region in shares])
    return _Recurring(mine, elsewhere, wanted), _Recurring(shares, elsewhere, wanted)


def _wanted(sizes: Sequence[tuple[int, int]]) -> float:
    """Return how many names recur in whole lists of which the regions have so many names.

    >>> _wanted([(100, 98), (50, 51)]), _wanted([(100, 60)])
    (0.96, 0.88)
    """
    part = sum(map(min, sizes)) / max(1, sum(map(max, sizes)))
    as_many = min(1.0, max(0.0, (part - _MERGED) / (_AS_MANY - _MERGED)))
    return _RECURRING_MERGED + as_many * (_RECURRING - _RECURRING_MERGED)


def _stems(named: Iterable[tuple[Place, Side, int]]) -> defaultdict[Place, Counter[str]]:
    found: defaultdict[Place, Counter[str]] = defaultdict(Counter)
    for region, side, at in named:
        found[region][side.names[at].stem] += 1
    return found


def _shares(places: Sequence[Place]) -> dict[Place, float]:
    """Return how many units of each region a list names for each place, as a share of those of a
    whole one."""
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
