"""Towns whose county is taken from the beginning of their name, with no city to vouch for it."""

from collections.abc import Iterator, Sequence

from pilotdiff.model import DoubtfulLine, Level, Unit, msg
from pilotdiff.names import split

_APART = msg("its county, {county}, is taken from the beginning of its name: it states no place")


def counties_apart(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such towns where they are the fewer: 赤水白溪镇 of 贵州省, among towns that state their
    counties."""
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
