"""Counties that the standard has elsewhere than the city over their row: nothing says where they
lie."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.listing.carried_parents import holds
from pilotdiff.model import DoubtfulLine, Level, Unit, msg

_NO_PLACE = msg(
    "it stands below {city}, and by the standard's codes it lies elsewhere: its place is left open"
)


def out_of_place(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first county of each heading that has no place, since the codes contradict the city
    in which its neighbours lie: 宝塔区 in 徐州市：鼓楼区、宝塔区."""
    for _, group in groupby(units, key=lambda unit: unit.entry.section):
        below = list(group)
        places = [(unit.entry.line, unit.path.prefecture) for unit in below if unit.entry.above]
        for unit in below:
            city = _city_beside(unit, places)
            if city and holds((Level.PREFECTURE, city), (Level.COUNTY, unit.own)) is False:
                yield DoubtfulLine(unit.entry.line, unit.entry.raw, _NO_PLACE.given(city=city))
                break


def _city_beside(unit: Unit, places: Sequence[tuple[int, str]]) -> str:
    """Return the city of the nearest line in which all of a county's neighbours lie, "" where the
    county has a place of its own or they lie in several."""
    if unit.level is not Level.COUNTY or any(unit.path[: Level.COUNTY.depth]):
        return ""
    line = min((line for line, _ in places), key=lambda at: abs(at - unit.entry.line), default=0)
    cities = {city for at, city in places if at == line}
    return cities.pop() if len(cities) == 1 else ""
