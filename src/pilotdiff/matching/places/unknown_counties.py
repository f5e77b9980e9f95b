"""Counties that the standard of divisions lacks, by their names or in the cities that lists put
them into.

Whether of two counties the one was renamed the other, or both stand side by side, it cannot tell
where it lacks one. What bears one name and lies in a town of one name is one unit far more often
than not where it has both: it tells those apart that stood at one time.
"""

from pilotdiff.matching.names.name_keys import place_key
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.model import Level, Unit
from pilotdiff.names import gazetteer
from pilotdiff.names.division_rows import bearing

_COUNTY = Level.COUNTY.depth
_CITY = Level.PREFECTURE.depth


def unknown_counties(one: Unit, other: Unit) -> list[str]:
    """Return those of the two counties of a pair that the standard lacks; none where the two lie in
    one county, or are counties themselves."""
    if one.level.depth <= _COUNTY or other.level.depth <= _COUNTY:
        return []
    names = one.path[_COUNTY], other.path[_COUNTY]
    if not all(names) or place_key(_COUNTY, names[0]) == place_key(_COUNTY, names[1]):
        return []
    return [name for name in names if not gazetteer.codes(Level.COUNTY, name)]


def strange_city(one: Unit, other: Unit) -> tuple[str, ...]:
    """Return that of two counties which a list puts into a city where the standard never had it,
    and the city; () where the two lie in one city, or the standard says nothing.

    A county that went from one city to the other has codes of both.
    """
    if one.level is not Level.COUNTY or compared_place(one)[_CITY] == compared_place(other)[_CITY]:
        return ()
    for county, city in ((unit.own, unit.path[_CITY]) for unit in (one, other)):
        homes = {span.code[:4] for span in bearing(county)}
        codes = {code[:4] for code in gazetteer.codes(Level.PREFECTURE, city)}
        if homes and codes and homes.isdisjoint(codes):
            return county, city
    return ()
