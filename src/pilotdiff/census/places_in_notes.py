"""Units of a text behind which a place above them stands in a note with other words: they may lie
there."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.recognise.named_places import leading_place
from pilotdiff.model import DoubtfulLine, Level, Unit, msg
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

_WHY = msg("the note behind it names {place}: it may lie there")
_BETWEEN = pattern(r"\s*[、，,；;/／]\s*|\s+")


def places_in_notes(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such units, which state no county: 东岭村（清岗县 村民自治）, and 东岭村 with a path
    behind it that nobody can read to its end."""
    for unit in units:
        is_low = unit.level.depth > Level.COUNTY.depth
        has_none = is_low and not unit.path.county and bool(unit.entry.note)
        if has_none and (place := _place_in(unit.entry.note)):
            yield DoubtfulLine(unit.entry.line, unit.own, _WHY.given(place=place))


def _place_in(note: str) -> str:
    """Return the cities and counties of the standard that stand by themselves in a note, or a path
    of several that it begins with; "" for none.

    >>> _place_in("村民自治，正定县"), _place_in("河北省正定县第一批"), _place_in("河北省文明村")
    ('正定县', '河北省正定县', '')
    """
    path = [name for _, name in leading_place(note)]
    if len(path) > 1:
        return "".join(path)
    return "、".join(dict.fromkeys(filter(gazetteer.find_whole, _BETWEEN.split(note))))
