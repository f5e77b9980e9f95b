"""Units of a text behind which a place above them stands in a note with other words: they may lie
there."""

from collections.abc import Iterator, Sequence

from pilotdiff.model import DoubtfulLine, Level, Unit, msg
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

_WHY = msg("the note behind it names {place}: it may lie there")
_BETWEEN = pattern(r"\s*[、，,；;/／]\s*|\s+")


def places_in_notes(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such units, which state no county: 东岭村（清岗县 村民自治）."""
    for unit in units:
        if unit.entry.note and unit.level.depth > Level.COUNTY.depth and not unit.path.county:
            for place in _BETWEEN.split(unit.entry.note):
                if gazetteer.find_whole(place) and place not in unit.path:
                    why = _WHY.given(place=place)
                    yield DoubtfulLine(unit.entry.line, unit.own, why)
                    break
