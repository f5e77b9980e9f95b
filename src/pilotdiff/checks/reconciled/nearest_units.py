"""The unit that comes nearest to another by its place and its name."""

from collections import defaultdict
from collections.abc import Iterable

from pilotdiff.matching.names.name_keys import unit_stem
from pilotdiff.model import Level, Unit

# Of names elsewhere only those with more in common than a kind word, 0 to 100.
_ALIKE = 75
_Place = tuple[Level, str, str]


class NearestUnits:
    """Units to choose from, by level and place."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._at: dict[_Place, list[Unit]] = defaultdict(list)
        for unit in units:
            for place in _places(unit):
                self._at[place].append(unit)

    def to(self, unit: Unit) -> Unit | None:
        """Return the one with the name most alike in the same county, else in the same prefecture,
        of those that share more than the word for their kind; else anywhere, if it is much
        alike."""
        *near, anywhere = _places(unit)
        for place in near:
            if found := _most_alike(unit, _like(unit, self._at.get(place, [])), 0):
                return found
        return _most_alike(unit, self._at.get(anywhere, []), _ALIKE)


def _places(unit: Unit) -> list[_Place]:
    """Return a unit's county and its prefecture, those that stand above it and are known, and
    nothing."""
    depths = (Level.COUNTY.depth, Level.PREFECTURE.depth)
    parts = [
        (unit.level, unit.path[depth - 1], unit.path[depth])
        for depth in depths
        if depth < unit.level.depth and unit.path[depth]
    ]
    return [*parts, (unit.level, "", "")]


def _like(unit: Unit, among: list[Unit]) -> list[Unit]:
    """Return those whose stems have a character of the unit's: 镇 and 村 are in any name."""
    stem = set(unit_stem(unit))
    return [each for each in among if not stem.isdisjoint(unit_stem(each))]


def _most_alike(unit: Unit, among: list[Unit], least: float) -> Unit | None:
    from rapidfuzz import process

    found = process.extractOne(unit.own, [each.own for each in among], score_cutoff=least)
    return among[found[2]] if found else None
