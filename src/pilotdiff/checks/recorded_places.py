"""Places of a list as the official record has them: what it can know of, and what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pilotdiff.model import LEVELS, Filed, Level, PathPrefix, Unit
from pilotdiff.model.paths import DivisionPath
from pilotdiff.model.repairs import LOST
from pilotdiff.names import split
from pilotdiff.record import Located, became, editions, locate, places_under

# An edition is of a day in its year, and a list may be ahead of it or behind it.
NEAR = 1
_PREFECTURE, _COUNTY = Level.PREFECTURE.depth, Level.COUNTY.depth


class RecordedPlace(NamedTuple):
    """A place of a list, the first unit in which it is named, and what the record has there."""

    place: PathPrefix
    unit: Unit
    located: Located

    @property
    def level(self) -> Level:
        """The tier of the place."""
        return LEVELS[len(self.place) - 1]

    def stands_near(self, year: int) -> bool:
        """Tell whether it stands in an edition near a year, and had not ended by then."""
        near = False
        for each in self.located.same:
            distance = each.distance(year)
            if not distance:
                return True
            near = near or distance <= NEAR
        return near and not self.had_ended(year)

    def had_ended(self, year: int) -> bool:
        """Tell whether all of the name ended before a year by a change that is told."""
        same = self.located.same
        if not same or max(each.last for each in same) >= year:
            return False
        changes = became(same[-1])
        return bool(changes) and max(change.year for change in changes) < year


def recorded_places(filed: Filed, year: int) -> list[RecordedPlace]:
    """Return the prefectures and counties of a list and what lies below, parents too, each once,
    that the record can know of in a year."""
    stood: dict[PathPrefix, bool] = {}
    told = []
    for place, unit in _places(filed):
        level, name = LEVELS[len(place) - 1], place[-1]
        if LOST in name or not split(level, name)[1]:
            continue
        below = level.depth > _COUNTY
        if below:
            above = place[:-1]
            if not _is_told(level, year) or not _is_whole(place, year) or LOST in "".join(above):
                continue
            if above not in stood:
                stood[above] = len(locate(DivisionPath(*above)).at(year, exactly=True)) == 1
            if not stood[above]:
                continue
        located = locate(unit.path if level is unit.level else DivisionPath(*place))
        # What the record never had as a county is told by the check of the standard's codes.
        if located.placed and (below or located.same):
            told.append(RecordedPlace(place, unit, located))
    return told


@lru_cache(maxsize=1 << 6)
def _is_told(level: Level, year: int) -> bool:
    """Tell whether a year is one of those of which the record has towns, or communities."""
    years = editions(level)
    return years[0] <= year <= years[-1]


def _is_whole(place: PathPrefix, year: int) -> bool:
    """Tell whether all is stated that a town or a community lies in; some cities have no counties.

    >>> _is_whole(("广东省", "东莞市", "", "长安镇"), 2020)
    True
    >>> _is_whole(("四川省", "成都市", "", "金马街道"), 2020)
    False
    """
    city, county, *below = place[_PREFECTURE:]
    return all(below) and (bool(county) or (bool(city) and not _has_counties(city, year)))


@lru_cache(maxsize=1 << 6)
def _has_counties(city: str, year: int) -> bool:
    return bool(places_under(Level.PREFECTURE, city, Level.COUNTY, year))


def _places(filed: Filed) -> Iterator[tuple[PathPrefix, Unit]]:
    """Yield prefectures and counties and what lies below, parents too, each with the first unit in
    which it is named."""
    seen: set[PathPrefix] = set()
    for unit in filed.units.units:
        path, last = unit.path, unit.level.depth
        # A place that was seen was seen with all that lies above it.
        first = last if path[:last] in seen else _PREFECTURE
        for depth in range(first, last + 1):
            if path[depth] and (place := path[: depth + 1]) not in seen:
                seen.add(place)
                yield place, unit
