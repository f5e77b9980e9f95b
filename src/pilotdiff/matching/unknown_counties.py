"""Units of two counties of which the standard of divisions lacks one: whether the one was renamed
the other, or both stand side by side, it cannot tell.

What bears one name and lies in a town of one name is one unit far more often than not where the
standard has both counties: it tells those apart that stood at one time.
"""

from pilotdiff.matching.name_keys import place_key
from pilotdiff.model import Level, Unit
from pilotdiff.names import gazetteer

_COUNTY = Level.COUNTY.depth


def unknown_counties(one: Unit, other: Unit) -> list[str]:
    """Return those of the two counties of a pair that the standard lacks; none where the two lie in
    one county, or are counties themselves."""
    if one.level.depth <= _COUNTY or other.level.depth <= _COUNTY:
        return []
    names = one.path[_COUNTY], other.path[_COUNTY]
    if not all(names) or place_key(_COUNTY, names[0]) == place_key(_COUNTY, names[1]):
        return []
    return [name for name in names if not gazetteer.codes(Level.COUNTY, name)]
