"""Towns that begin with a county of the same city, its kind left out, and may lie there."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.elided_counties import county_before
from pilotdiff.model import DoubtfulLine, Level, Unit, msg

_WHY = msg("its town begins with {county} written short: it may lie there, and not in {other}")


def short_counties(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the units whose county the names before them give, and whose town begins with another
    county of its city."""
    for unit in units:
        county, town = unit.path[Level.COUNTY.depth], unit.path[Level.TOWNSHIP.depth]
        if town and Level.COUNTY in unit.inferred and (begun := county_before(town, county)):
            why = _WHY.given(county=begun, other=county)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)
