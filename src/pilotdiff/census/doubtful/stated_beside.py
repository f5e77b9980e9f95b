"""Units that state no place, on a line or in a row of cells in which another states its own."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.model import DoubtfulLine, Level, Unit, msg

_SAME_LINE = msg("states no county, and the unit before it on its line does: it may hold for both")
_SAME_TOWN = msg("states no town, and the unit before it on its line does: it may hold for both")
_BRACKET = msg("states no town, and a bracket behind it on its line does: it may hold for both")


def stated_beside(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield them, of all units of a list: 上岭村 in 白溪镇东岭村、石桥镇南岭村；上岭村."""
    for _, of_line in groupby(units, lambda unit: unit.entry.line):
        row = list(of_line)
        if len(row) > 1:
            yield from _behind_towns(row)
            yield from _behind_counties(row)
            yield from _before_brackets(row)


def _behind_towns(row: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the villages without a town behind one of their county that states its own, or behind a
    town; among columns that is of another list."""
    over: Unit | None = None
    for unit in row:
        is_village = unit.level is Level.COMMUNITY
        over = over if is_village else None
        if town := unit.path.township:
            stated = town in unit.entry.raw or town in unit.entry.above
            states = stated and (is_village or not unit.entry.columns)
            over = unit if states else over
        elif over is not None and _may_lie_in(unit, over.path.county):
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _SAME_TOWN)


def _behind_counties(row: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the towns without a county behind one of their city that states its own: 南岭镇 in
    清岗县白溪镇、清岗县黑石镇、北岭县石桥镇、南岭镇."""
    over: Unit | None = None
    for unit in row:
        if unit.level is not Level.TOWNSHIP:
            over = None
        elif county := unit.path.county:
            over = unit if county in unit.entry.raw else over
        elif over is not None and _in_city(unit, over.path.prefecture):
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _SAME_LINE)


def _before_brackets(row: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the villages without a town before one whose bracket states its own: 东岭村 in
    东岭村；西岭村（白溪镇）; none where others have brackets of their own."""
    if any(unit.entry.note and not unit.path.township for unit in row):
        return
    bracket: Unit | None = None
    for unit in reversed(row):
        town, note = unit.path.township, unit.entry.raw.replace("(", "（").rpartition("（")[2]
        if unit.level is not Level.COMMUNITY:
            bracket = None
        elif town:
            bracket = unit if town in note and note != unit.entry.raw else None
        elif bracket is not None and _may_lie_in(unit, bracket.path.county):
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _BRACKET)


def _in_city(unit: Unit, city: str) -> bool:
    """Tell whether a unit lies in a city, and does not say so itself."""
    return unit.path.prefecture == city != "" and city not in unit.entry.raw


def _may_lie_in(unit: Unit, county: str) -> bool:
    """Tell whether a unit lies in a county, or in none that is known, and does not say so."""
    return unit.path.county in ("", county) and not (county and county in unit.entry.raw)
