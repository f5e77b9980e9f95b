"""Units whose names begin with their county or city, its kind left out: 江夏白溪街道 of 武汉市, or
of 湖北省; 武汉白溪街道, 北京白溪镇; 杭州东岭社区 beside 成都西岭社区, and 江夏白溪镇 beside
新洲青溪镇."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product
from operator import itemgetter

from pilotdiff.model import DivisionPath, Level
from pilotdiff.names import split, whole_name, whole_within
from pilotdiff.names.gazetteer import find, homes, lies_in_by_code
from pilotdiff.names.tables import rows
from pilotdiff.patterns import pattern

# Of 29,451 towns and townships of the codes of 2021 多伦诺尔镇 alone begins with a county of its
# city and goes on with two characters; of 8,978 streets ten do, nearly all called by roads or
# bridges; with one of their province some ten do, and townships of a people (小金彝族乡). Small
# towns of specialities (小镇) are called by their counties.
_TOWN = pattern(r"(?:(?<!小)镇|(?<!族)乡|(?<![路街桥])街道)$")
_SMALL = "小镇"
# What joins a place to what lies in it: 江夏的白溪镇. No unit's name begins so.
_OF = "的"
_SIZES = (2, 3, 4)
_SHORTEST = 2
_SEVERAL = 2


def with_counties_apart(paths: Sequence[DivisionPath]) -> list[DivisionPath]:
    """Return the paths of a list without counties whose towns begin with a province or a city, or
    with a county of theirs, that place apart; as they are where half of them are small towns, since
    their neighbours are called like them: 江夏中山茶镇 beside 江夏光谷小镇."""
    small = sum(path.township.endswith(_SMALL) for path in paths)
    if small and 2 * small >= len(paths):
        return list(paths)
    villages = [_begun(path.community) for path in paths if path.community and not any(path[:4])]
    several = len(set(filter(None, villages))) > 1
    apart = [_with_county_apart(_with_city_apart(path, villages=several)) for path in paths]
    return _with_neighbours_apart(apart)


def _with_neighbours_apart(paths: list[DivisionPath]) -> list[DivisionPath]:
    """Return the paths that state no place and whose names begin with a county, that apart, where
    most do and several are counties of one city: 江夏白溪镇, 新洲青溪镇."""
    begun = {at: size for at, path in enumerate(paths) if (size := _county_begun(path))}
    shorts = {_own(paths[at])[1][:size] for at, size in begun.items()}
    cities = Counter(city for short in shorts for city in _counties(short))
    city, number = max(cities.items(), key=itemgetter(1), default=("", 0))
    if number < _SEVERAL or 2 * len(begun) < len(paths):
        return paths
    for at, size in begun.items():
        level, own = _own(paths[at])
        county = _counties(own[:size]).get(city)
        if county is not None:
            lower = own[size:].removeprefix(_OF)
            paths[at] = paths[at]._replace(**{"county": county, level.value: lower})
    return paths


def _own(path: DivisionPath) -> tuple[Level, str]:
    """Return the first part of a path that states nothing above a town."""
    level = Level.TOWNSHIP if path.township else Level.COMMUNITY
    return level, path[level.depth]


def _county_begun(path: DivisionPath) -> int:
    """Return how long the county is with which the first part of a path without a place begins; 0
    where it begins with none or goes on with one character."""
    level, own = _own(path)
    if any(path[:3]) or (level is Level.TOWNSHIP and _TOWN.search(own) is None) or own in _whole():
        return 0
    for size in _SIZES[:2]:
        if len(split(level, own[size:])[0]) >= _SHORTEST and _counties(own[:size]):
            return size
    return 0


@lru_cache(maxsize=1 << 10)
def _counties(short: str) -> dict[str, str]:
    """Return the counties that a text is short for, by the codes of their cities."""
    called = (short + kind for kind in ("旗", "市", "区", "县"))
    return {code: county for county in called if find(county) for code in homes(county)}


def _with_city_apart(path: DivisionPath, *, villages: bool) -> DivisionPath:
    """Return a path without a city whose town begins with one, or with a province where it states
    none either, that place apart; and with `villages` one whose village does, and states no town.

    >>> _with_city_apart(DivisionPath("湖北省", "", "", "武汉白溪街道"), villages=False)[1:4]
    ('武汉市', '', '白溪街道')
    >>> path = DivisionPath("", "", "", "", "杭州东岭社区")
    >>> _with_city_apart(path, villages=True)[1:], _with_city_apart(path, villages=False)[4]
    (('杭州市', '', '', '东岭社区'), '杭州东岭社区')
    """
    level = Level.TOWNSHIP if path.township else Level.COMMUNITY
    if any(path[1:3]) or (level is Level.COMMUNITY and (path.province or not villages)):
        return path
    if level is Level.TOWNSHIP and _TOWN.search(path.township) is None:
        return path
    own = path[level.depth]
    found = _begun(own, level, path.province)
    if not found:
        return path
    (upper, place), size = found
    return path._replace(**{upper.value: place, level.value: own[size:].removeprefix(_OF)})


@lru_cache(maxsize=1 << 12)
def _begun(
    name: str, level: Level = Level.COMMUNITY, province: str = ""
) -> tuple[tuple[Level, str], int] | None:
    """Return the city or province that a name begins with, its kind left out, and how long that is
    there; None where it begins with none of that province or goes on with one character."""
    if len(name) <= _SIZES[0] + _SHORTEST or find(name) or name in _whole():
        return None
    levels = (Level.PREFECTURE,) if province else (Level.PROVINCE, Level.PREFECTURE)
    for size, upper in product(_SIZES, levels):
        begun = name[:size]
        named = whole_within(begun, upper, (province,)) if province else whole_name(begun, upper)
        if named and named[0][1] != begun and len(split(level, name[size:])[0]) >= _SHORTEST:
            return named[0], size
    return None


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
        begun, town = township[:size], township[size:].removeprefix(_OF)
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
