"""One list's units of one level, ready to be compared."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pilotdiff.matching.align import Alignment
from pilotdiff.matching.keys import Name, name_of
from pilotdiff.matching.places import Place
from pilotdiff.model import Unit

NOWHERE: Place = ("\0",)


@dataclass(frozen=True, slots=True)
class Side:
    """Units with their names and places, all three in the same order.

    homes  each unit's place as the other list would call it; NOWHERE when that list has no such
           place. For the results it is the place itself.
    """

    units: Sequence[Unit]
    names: list[Name]
    places: list[Place]
    homes: list[Place]


def names_of(units: Sequence[Unit]) -> list[Name]:
    """The compared names of units, in their order."""
    return [name_of(unit.level, unit.path[unit.level.depth]) for unit in units]


def at_home(places: Sequence[Place], alignment: Alignment) -> list[Place]:
    """The places in the other list's terms."""
    return [alignment.get(place, NOWHERE) for place in places]


def crowds(side: Side, alignment: Alignment | None) -> Counter[tuple[Place, str]]:
    """How often a stem stands under a place or one of its ancestors, in the results' terms."""
    counts: Counter[tuple[Place, str]] = Counter()
    stems: dict[Place, Counter[str]] = {}
    for place, name in zip(side.places, side.names, strict=True):
        stems.setdefault(place, Counter())[name.stem] += 1
    for place, family in stems.items():
        for length in range(1, len(place) + 1):
            above = place[:length] if alignment is None else alignment.get(place[:length])
            if above is not None:
                for stem, count in family.items():
                    counts[above, stem] += count
    return counts
