"""One list's units of one level, ready to be compared."""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from typing import NamedTuple

from pilotdiff.matching.names.name_keys import NameKeys, name_of
from pilotdiff.matching.places.align import Alignment
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.model import Unit
from pilotdiff.model.repairs import LOST

NOWHERE: Place = ("\0",)


class Side(NamedTuple):
    """Units with their names and places, all three in the same order.

    homes  each unit's place as the other list would call it; NOWHERE when that list has no such
           place. For the results it is the place itself.
    spots  the homes numbered, equal numbers for equal homes on both sides
    """

    units: Sequence[Unit]
    names: list[NameKeys]
    places: list[Place]
    homes: list[Place]
    spots: list[int]


def names_of(units: Sequence[Unit]) -> list[NameKeys]:
    """Return the compared names of units, in their order."""
    return [name_of(unit.level, unit.path[unit.level.depth]) for unit in units]


def numbered(homes: Sequence[Place], numbers: dict[Place, int]) -> list[int]:
    """Return a number for each home, the same one on both sides when `numbers` is."""
    return [numbers.setdefault(home, len(numbers)) for home in homes]


def homes_of(places: Sequence[Place], alignment: Alignment) -> list[Place]:
    """Return the places in the other list's terms."""
    return [alignment.get(place, NOWHERE) for place in places]


def name_frequencies(
    side: Side, alignment: Alignment | None, stems: Set[str]
) -> Counter[tuple[Place, str]]:
    """Tell how often each of `stems` stands under a place or its ancestors, in the results' terms.

    Those of damaged names are not counted: two of them are seldom one name.
    """
    families: dict[Place, Counter[str]] = defaultdict(Counter)
    for place, name in zip(side.places, side.names, strict=True):
        if name.stem in stems and LOST not in name.stem:
            families[place][name.stem] += 1
    counts: Counter[tuple[Place, str]] = Counter()
    for place, family in families.items():
        for length in range(1, len(place) + 1):
            above = place[:length] if alignment is None else alignment.get(place[:length])
            if above is not None:
                for stem, count in family.items():
                    counts[above, stem] += count
    return counts
