"""Units whose town or city is another than that of the lines around them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.listing.carried_parents import holds
from pilotdiff.model import DoubtfulLine, Level, Said, Unit, msg
from pilotdiff.names import gazetteer

_WHY = msg(
    "its own text seems to state the town {town}, the heading over it {other}: that may be the "
    "beginning of its name"
)
_LONGER = msg(
    "its own text seems to state the town {town}, those beside it {other}: its name may begin "
    "where that ends"
)
_TOWN = Level.TOWNSHIP


def strange_towns(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the villages of a text whose own text seems to state another town than the heading over
    them and their neighbours, and may begin with it: 白溪镇： / 东岭村 / 石镇堡社区 / 西岭村, and
    清岗园区市庄村 among 清岗园区东岭村 and 清岗园区西岭村."""
    for at, unit in enumerate(units):
        if unit.level is not Level.COMMUNITY or unit.entry.columns:
            continue
        beside = [*units[max(at - 1, 0) : at], *units[at + 1 : at + 2]]
        others = {each.path[_TOWN.depth] for each in beside}
        other = others.pop() if len(others) == 1 else ""
        town = _other_town(unit, other) if other else ""
        if not town or any(each.entry.section != unit.entry.section for each in beside):
            continue
        if town.startswith(other):
            why = _LONGER.given(town=town, other=other)
        elif other in unit.entry.section and all(_TOWN in each.inferred for each in beside):
            why = _WHY.given(town=town, other=other)
        else:
            continue
        yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


def _other_town(unit: Unit, town: str) -> str:
    """Return what a village's own text states in place of a town, "" where it states none or
    that."""
    stated = unit.path[_TOWN.depth] if _TOWN not in unit.inferred else ""
    county = unit.path[Level.COUNTY.depth]
    if not stated and county.startswith(town) and unit.entry.text.startswith(county):
        stated = county  # 清岗园区市|庄村
    return stated if stated != town else ""


_OTHER = msg(
    "it is read as of {city}, which its line does not state; the lines around it are of {other}"
)
_NONE = msg("nothing says where it lies; the lines around it are of {other}")


def apart_from_neighbours(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines of villages and towns in no city, or in one that the standard alone gives,
    where the nearest lines above and below that state theirs are of one other city: below 清岗市,
    石桥区：东岭村 may be no 石桥区 of another city."""
    lines = [next(of_line) for _, of_line in groupby(units, lambda unit: unit.entry.line)]
    cities = [_stated(unit) for unit in lines]
    above = _nearest(cities)
    below = _nearest(cities[::-1])[::-1]
    for unit, own, before, after in zip(lines, cities, above, below, strict=True):
        low = unit.level.depth > Level.COUNTY.depth
        if low and not own and before and before == after and (why := _apart(unit, before)):
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


def _apart(unit: Unit, other: str) -> Said:
    """Say why a unit lies apart from a city, "" where it does not."""
    province, city, *_ = unit.path
    if city and city != other:
        return _OTHER.given(city=city, other=other)
    return "" if province or city or _is_known(unit, other) else _NONE.given(other=other)


def _is_known(unit: Unit, other: str) -> bool:
    """Tell whether a unit states a county of the standard, no district, that never lay in a city,
    and in one other alone."""
    county = unit.path.county
    alone = len(gazetteer.homes(county)) == 1 and not county.endswith("区")
    return alone and holds((Level.PREFECTURE, other), (Level.COUNTY, county)) is False


def _stated(unit: Unit) -> str:
    """Return the city that a unit's own text, or a parent that is stated for it, names."""
    city, entry = unit.path.prefecture, unit.entry
    stated = city and any(city in text for text in (entry.raw, entry.section, *entry.above))
    return city if stated else ""


def _nearest(cities: Sequence[str]) -> list[str]:
    """Return the last city stated up to each line."""
    found, last = [], ""
    for city in cities:
        last = city or last
        found.append(last)
    return found
