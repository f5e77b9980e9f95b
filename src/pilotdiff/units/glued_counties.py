"""Towns whose names begin with their county, its kind left out: 江夏五里界街道 of 武汉市."""

from collections.abc import Sequence
from functools import lru_cache

from pilotdiff.model import DivisionPath, Level
from pilotdiff.names import split, whole_within
from pilotdiff.names.gazetteer import agree, find
from pilotdiff.patterns import pattern

# Of 29,451 towns and townships of the codes of 2021 多伦诺尔镇 alone begins with a county of its
# city and goes on with two characters; of 8,978 streets ten do, nearly all called by roads or
# bridges. Small towns of specialities (小镇) are called by their counties.
_TOWN = pattern(r"(?:(?<!小)镇|乡|(?<![路街桥])街道)$")
_SMALL = "小镇"
_SIZES = (2, 3, 4)
_SHORTEST = 2


def with_counties_apart(paths: Sequence[DivisionPath]) -> list[DivisionPath]:
    """Return the paths of a list without counties whose towns begin with one of their city, the
    county apart; as they are where half of them are small towns, since their neighbours are called
    like them: 江夏中山茶镇 beside 江夏光谷小镇."""
    small = sum(path.township.endswith(_SMALL) for path in paths)
    return list(paths) if small and 2 * small >= len(paths) else [*map(_with_county_apart, paths)]


def _with_county_apart(path: DivisionPath) -> DivisionPath:
    """Return a path without a county whose town begins with one of its city, the county apart.

    >>> _with_county_apart(DivisionPath("湖北省", "武汉市", "", "江夏五里界街道"))[2:4]
    ('江夏区', '五里界街道')
    """
    if path.county or not path.prefecture or len(path.township) <= _SIZES[0] + _SHORTEST:
        return path
    county, town = _apart(path.prefecture, path.township)
    return path._replace(county=county, township=town) if county else path


@lru_cache(maxsize=1 << 12)
def _apart(prefecture: str, township: str) -> tuple[str, str]:
    """Return the county that a town of a city begins with, and the town; "" for none."""
    cities = [d for d in find(prefecture) if d.level is Level.PREFECTURE]
    if not cities or _TOWN.search(township) is None or find(township):
        return "", township
    for size in _SIZES:
        begun, town = township[:size], township[size:]
        found = whole_within(begun, Level.COUNTY, ("", prefecture))
        county = found[0][1] if found else begun
        divisions = [d for d in find(county) if d.level is Level.COUNTY and not d.bare]
        lies = any(agree(city, division) for city in cities for division in divisions)
        if county != begun and lies and len(split(Level.TOWNSHIP, town)[0]) >= _SHORTEST:
            return county, town
    return "", township
