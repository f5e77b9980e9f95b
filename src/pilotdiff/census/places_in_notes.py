"""Units of a text behind which a place above them stands in a note with other words: they may lie
there."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.recognise.named_places import leading_place
from pilotdiff.listing.towns_by_place import town_by_its_place
from pilotdiff.model import DoubtfulLine, Level, Unit, msg
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

_WHY = msg("the note behind it names {place}: it may lie there")
_SEATS = frozenset({"县城", "城区", "市区", "城关"})
_BETWEEN = pattern(r"\s*[、，,；;/／]\s*|\s+")


def places_in_notes(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such units, whose own names state no county: 东岭村（清岗县 村民自治）, and 东岭村 with
    a path behind it that nobody can read to its end."""
    for unit in units:
        is_low = unit.level.depth > Level.COUNTY.depth
        states_none = not unit.path.county or Level.COUNTY in unit.inferred
        if is_low and states_none and (place := _place_in(unit.entry.note, unit.path)):
            yield DoubtfulLine(unit.entry.line, unit.own, _WHY.given(place=place))
        elif town := _town_in(unit):
            yield DoubtfulLine(unit.entry.line, unit.own, _WHY.given(place=town))


def _town_in(unit: Unit) -> str:
    """Return what a village without a town has in its note behind its county, where it ends like a
    place: 东岭村（清岗县白溪生态城）; "" for none."""
    if unit.level is not Level.COMMUNITY or unit.path.township or not unit.entry.note:
        return ""
    parts = town_by_its_place(unit.entry.note)
    if not parts or parts[-1][1] in _SEATS:
        return ""
    return parts[-1][1] if parts[-2][1] in unit.path else ""


def _place_in(note: str, own: Sequence[str]) -> str:
    """Return the cities and counties of the standard that stand by themselves in a note, or a path
    of several that it begins with, unless the unit's `own` path has them; "" for none.

    >>> _place_in("村民自治，正定县", ()), _place_in("河北省正定县第一批", ())
    ('正定县', '河北省正定县')
    >>> _place_in("河北省文明村", ()), _place_in("正定县 妇联", ("河北省", "正定县"))
    ('', '')
    """
    if not note:
        return ""
    path = [name for _, name in leading_place(note)]
    if len(path) > 1:
        return "" if set(path) <= {*own} else "".join(path)
    alone = dict.fromkeys(filter(gazetteer.find_whole, _BETWEEN.split(note)))
    return "、".join(name for name in alone if name not in own)
