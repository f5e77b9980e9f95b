"""Units in a city that nothing on their line or over it states, or in none, between lines of one
city."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.model import DoubtfulLine, Level, Said, Unit, msg

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
    return "" if province or city else _NONE.given(other=other)


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
