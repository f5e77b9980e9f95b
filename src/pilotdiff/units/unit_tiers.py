"""The tier of a city that no standard knows: prefecture or county, by the cities beside it."""

from collections.abc import Sequence

from pilotdiff import names
from pilotdiff.model import DivisionPath, Level
from pilotdiff.units.read import StatedPath

_CITY = "市"
# So many known cities show what a list is of.
_FEWEST = 2


def settled(stated: Sequence[StatedPath]) -> list[StatedPath]:
    """Return what the list states, its unknown cities raised to prefectures where all known ones
    are.

    A misspelt prefecture (毫州市) is in no gazetteer, and a city that is not known counts as a
    county; but written right under its province, among prefectures, it is one of them.
    """
    unknown = [at for at, found in enumerate(stated) if _is_low(found) and not _known(found)]
    if not unknown:
        return list(stated)
    levels = [found.level for found in stated if _is_city(found) and _known(found)]
    raised = list(stated)
    if len(levels) >= _FEWEST and set(levels) == {Level.PREFECTURE}:
        for at in unknown:
            raised[at] = _raised(stated[at])
    return raised


def _is_city(found: StatedPath) -> bool:
    """Return a city that stands alone, or right under its province."""
    if found.level not in (Level.PREFECTURE, Level.COUNTY):
        return False
    inner = found.path[Level.PREFECTURE.depth : found.level.depth]
    return found.path[found.level.depth].endswith(_CITY) and not any(inner)


def _is_low(found: StatedPath) -> bool:
    """Tell whether a city stands as a county: one whose column says prefecture is there already."""
    return found.level is Level.COUNTY and _is_city(found)


def _known(found: StatedPath) -> bool:
    return bool(names.known(found.path[found.level.depth]))


def _raised(found: StatedPath) -> StatedPath:
    return StatedPath(_up(found.own), _up(found.path), Level.PREFECTURE)


def _up(path: DivisionPath) -> DivisionPath:
    province, _, city, township, community = path
    return DivisionPath(province, city, "", township, community)
