"""The tier of a city or a zone that no standard knows, by the units beside it."""

from collections.abc import Sequence

from pilotdiff import names
from pilotdiff.model import DivisionPath, Level
from pilotdiff.units.read import StatedPath

_CITY = "市"
# So many known cities show what a list is of.
_FEWEST = 2


def with_settled_tiers(stated: Sequence[StatedPath]) -> list[StatedPath]:
    """Return what the list states, its unknown cities and zones at the tier of those beside
    them."""
    return _with_zones(_with_cities(stated))


def _with_zones(stated: Sequence[StatedPath]) -> list[StatedPath]:
    """Return what the list states, its zones raised to counties where all other units are counties.

    上城区 and 栗子园区, both in 杭州市: an area that lies in no county stands among counties as
    one, where as many of these at least are known; two of them where no city is stated for it.
    """
    zones = {at for at, found in enumerate(stated) if _is_zone(found)}
    others = [found for at, found in enumerate(stated) if at not in zones] if zones else []
    known = sum(map(_known, others))
    if not all(found.level is Level.COUNTY for found in others) or known < len(zones):
        return list(stated)
    placed = all(stated[at].path.prefecture for at in zones)
    if not known or (known < _FEWEST and not placed):
        return list(stated)
    return [_as_county(found) if at in zones else found for at, found in enumerate(stated)]


def _is_zone(found: StatedPath) -> bool:
    """Tell whether a unit is an area among towns for which no county is stated."""
    path = found.path
    return found.level is Level.TOWNSHIP and not path.county and path.township.endswith("区")


def _as_county(found: StatedPath) -> StatedPath:
    return StatedPath(_over(found.own), _over(found.path), Level.COUNTY)


def _over(path: DivisionPath) -> DivisionPath:
    return path._replace(county=path.township, township="")


def _with_cities(stated: Sequence[StatedPath]) -> list[StatedPath]:
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
