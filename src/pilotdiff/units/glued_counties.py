"""Towns whose names begin with their county, its kind left out: 江夏白溪街道 of 武汉市, or of
湖北省."""

from collections.abc import Sequence
from functools import cache, lru_cache

from pilotdiff.model import DivisionPath, Level
from pilotdiff.names import split, whole_within
from pilotdiff.names.gazetteer import find, lies_in_by_code
from pilotdiff.names.tables import rows
from pilotdiff.patterns import pattern

# Of 29,451 towns and townships of the codes of 2021 多伦诺尔镇 alone begins with a county of its
# city and goes on with two characters; of 8,978 streets ten do, nearly all called by roads or
# bridges; with one of their province some ten do, and townships of a people (小金彝族乡). Small
# towns of specialities (小镇) are called by their counties.
_TOWN = pattern(r"(?:(?<!小)镇|(?<!族)乡|(?<![路街桥])街道)$")
_SMALL = "小镇"
_SIZES = (2, 3, 4)
_SHORTEST = 2


def with_counties_apart(paths: Sequence[DivisionPath]) -> list[DivisionPath]:
    """Return the paths of a list without counties whose towns begin with one of their city or
    province, the county apart; as they are where half of them are small towns, since their
    neighbours are called like them: 江夏中山茶镇 beside 江夏光谷小镇."""
    small = sum(path.township.endswith(_SMALL) for path in paths)
    return list(paths) if small and 2 * small >= len(paths) else [*map(_with_county_apart, paths)]


def _with_county_apart(path: DivisionPath) -> DivisionPath:
    """Return a path without a county whose town begins with one of its city, or of its province
    where it states no city, the county apart.

    >>> _with_county_apart(DivisionPath("湖北省", "武汉市", "", "江夏白溪街道"))[2:4]
    ('江夏区', '白溪街道')
    >>> _with_county_apart(DivisionPath("湖北省", "", "", "江夏白溪街道"))[2:4]
    ('江夏区', '白溪街道')
    """
    if path.county or not any(path[:2]) or len(path.township) <= _SIZES[0] + _SHORTEST:
        return path
    county, town = _apart(path[:2], path.township)
    return path._replace(county=county, township=town) if county else path


@lru_cache(maxsize=1 << 12)
def _apart(above: tuple[str, ...], township: str) -> tuple[str, str]:
    """Return the county that a town begins with, of the city above it or else of the province, and
    the town; "" for none."""
    place = above[-1] or above[0]
    level = Level.PREFECTURE if above[-1] else Level.PROVINCE
    places = [d for d in find(place) if d.level is level]
    if not places or _TOWN.search(township) is None or find(township) or township in _whole():
        return "", township
    for size in _SIZES:
        begun, town = township[:size], township[size:]
        found = whole_within(begun, Level.COUNTY, above)
        county = found[0][1] if found else begun
        if not above[-1] and any(d.level is Level.PREFECTURE for d in find(begun)):
            continue  # 邢台 before 白溪镇 may be the city
        divisions = [d for d in find(county) if d.level is Level.COUNTY and not d.bare]
        lies = any(lies_in_by_code(upper, division) for upper in places for division in divisions)
        if county != begun and lies and len(split(Level.TOWNSHIP, town)[0]) >= _SHORTEST:
            return county, town
    return "", township


@cache
def _whole() -> frozenset[str]:
    """Return the towns whose own names begin so."""
    return frozenset(name for (name,) in rows("whole_towns.txt"))
