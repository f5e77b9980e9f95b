"""Units of which nothing vouches for the county or city in which they lie."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.unit_names.elided_counties import counties_begun
from pilotdiff.model import DoubtfulLine, Level, Listing, Role, Unit, msg
from pilotdiff.names import gazetteer, is_zone, split

_APART = msg("its county, {county}, is taken from the beginning of its name: it states no place")


def counties_apart(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the towns whose county is taken from the beginning of their name, with no city to vouch
    for it, where they are the fewer: 赤水白溪镇 of 贵州省, among towns that state theirs."""
    apart = [unit for unit in units if _is_apart(unit)]
    if 2 * len(apart) <= len(units):
        for unit in apart:
            why = _APART.given(county=unit.path.county)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


def _is_apart(unit: Unit) -> bool:
    path = unit.path
    if path.prefecture or Level.COUNTY not in unit.inferred or not path.township:
        return False
    return split(Level.COUNTY, path.county)[0] + path.township in unit.entry.text


_GLUED = msg("its town begins like a county written short, and states none: it may lie there")


def glued_without_place(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the units of which no place above the town is known, where the towns of several begin
    with counties of one city, their kinds left out: 正定白溪镇东岭村、灵寿石桥镇西岭村. Small towns
    of specialities (小镇) are called so."""
    bare = (unit for unit in units if unit.path.township and not any(unit.path[:_COUNTY]))
    towns = (unit for unit in bare if not unit.path.township.endswith("小镇"))
    begun = {unit: codes for unit in towns if (codes := counties_begun(unit.path.township))}
    cities = Counter(code[:_CITY] for code in {code for codes in begun.values() for code in codes})
    for unit, codes in begun.items():
        if any(cities[code[:_CITY]] > 1 for code in codes):
            yield DoubtfulLine(unit.entry.line, unit.path.township, _GLUED)


_COUNTY = Level.COUNTY.depth + 1
# So many digits of a code say in which city.
_CITY = 4
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


_WHY = msg(
    "the counties of this list are written with their city, and it is not: it may lie in {county}"
)
_FEWEST = 2


def zones_without_city(listing: Listing) -> Iterator[DoubtfulLine]:
    """Yield the zones over names, without a number, that stand below counties which are written
    with their city: 高新区 between 石家庄市正定县 and 石家庄市灵寿县."""
    counties = 0
    zones: list[tuple[int, str, str]] = []
    over = ""
    for each in listing.readings:
        if each.role is not Role.PARENT or read_ordinal(each.text) is not None:
            continue
        reading = read_unit("".join(each.text.split()).rstrip("：:"))
        if reading is None or reading.level is not Level.COUNTY:
            continue
        *above, (_, own) = reading.parts
        if above:
            over, counties = own, counties + 1
        elif gazetteer.find_whole(own) or not is_zone(own):
            return
        elif over:
            zones.append((each.line, own, over))
    for line, own, county in zones if counties >= _FEWEST else ():
        yield DoubtfulLine(line, own, _WHY.given(county=county))
