"""Lines whose units have no county, behind lines of their city whose units state theirs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.model import DoubtfulLine, Level, Unit, msg
from pilotdiff.names import gazetteer, is_zone

_WHY = msg("states no county, and the lines above it do: it may lie in {county}")
_FEWEST = 2
_COUNTY = Level.COUNTY.depth


def left_without_county(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first such unit of each line, where two lines or more, and most, state a county:
    清岗区：白溪街道东岭社区； / 石桥街道西岭社区； / 北岭区：南岭街道上岭社区."""
    lines = [next(of_line) for _, of_line in groupby(units, lambda unit: unit.entry.line)]
    stated = [bool(_stated(unit)) for unit in lines]
    if sum(stated) < _FEWEST or 2 * sum(stated) <= len(lines):
        return
    over: Unit | None = None
    for unit, states in zip(lines, stated, strict=True):
        if states:
            over = unit
        elif over is not None and _is_beside(unit, over):
            why = _WHY.given(county=over.path.county)
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)
        else:
            over = None


def _stated(unit: Unit) -> str:
    """Return the county of a town or village that its own line names, and no heading over it."""
    county, entry = unit.path.county, unit.entry
    if unit.level.depth <= _COUNTY or not county or county in entry.section:
        return ""
    return county if any(county in text for text in (entry.raw, *entry.above)) else ""


def _is_beside(unit: Unit, over: Unit) -> bool:
    """Tell whether a town or village without a county lies in the city of another, and in no zone,
    which may stand beside the counties."""
    path = unit.path
    if (
        is_zone(path.township)
        or unit.level.depth <= _COUNTY
        or path.county
        or path[:_COUNTY] != over.path[:_COUNTY]
    ):
        return False
    # Towns lie right in a city of no districts.
    return not path.prefecture or gazetteer.has_counties(path.prefecture)
