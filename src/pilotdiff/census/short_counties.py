"""Towns that begin with a county of the same city, its kind left out, and may lie there; villages
whose town is not told that do so with a county of the province: 清岗区余东岭村、平湖东岭村."""

from collections.abc import Iterator, Sequence

from pilotdiff.census.recorded_towns import is_recorded_town
from pilotdiff.listing.elided_counties import county_before, county_before_village
from pilotdiff.model import DoubtfulLine, Level, Unit, msg

_WHY = msg("its town begins with {county} written short: it may lie there, and not in {other}")
_WHY_VILLAGE = msg("it begins with {county} written short: it may lie there, and not in {other}")


def short_counties(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the units whose county the names before them give, and whose town begins with another
    county of its city, or which without a town do so with one of its province."""
    for unit in units:
        county, town = unit.path[Level.COUNTY.depth], unit.path[Level.TOWNSHIP.depth]
        if not county or Level.COUNTY not in unit.inferred:
            continue
        begun = county_before(town, county) if town else county_before_village(unit.own, county)
        if begun and not (town and is_recorded_town(unit.path, town)):
            why = (_WHY if town else _WHY_VILLAGE).given(county=begun, other=county)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)
