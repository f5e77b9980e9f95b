"""Towns behind their county whose kind is left out, in a row with others of its city: 随县澴潭镇、
广水十里街道."""

from functools import lru_cache

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.model import Level
from pilotdiff.names import gazetteer, split

_KINDS = "县区市旗"
_TOWNS = ("镇", "乡", "街道")
_SHORTEST = 2
# So many digits of a code say in which province, and in which city.
_PROVINCE, _CITY = 2, 4


def behind_its_county(name: Name, before: Parts) -> Name:
    """Return a name with the county, written short, that its town begins with.

    `before` is the path of the name before it, whose county may be the same one. Of 15,850 towns
    of the codes 多伦诺尔镇 alone begins with a county of its city and goes on with two characters
    before its kind.
    """
    tier, town = name.reading.parts[0]
    county = next((text for level, text in before if level is Level.COUNTY), "")
    if name.above or tier is not Level.TOWNSHIP or not county or not town.endswith(_TOWNS):
        return name
    begun = county_before(town, county) or _itself(town, county)
    size = len(begun) - 1
    # 白溪区清岗门街道: what the town before it is called does not begin with another county.
    town_before = next((text for level, text in before if level is Level.TOWNSHIP), "")
    if begun and (town_before.startswith(town[:size]) or not gazetteer.is_current(begun)):
        return name
    if not begun or len(split(Level.TOWNSHIP, town[size:])[0]) < _SHORTEST:
        return name
    reading = read_unit(name.text[size:])
    if reading is None or reading.parts[0][1] != town[size:] or len(name.text) != _length(name):
        return name
    return name._replace(
        start=name.start + size,
        text=name.text[size:],
        reading=reading,
        above=((Level.COUNTY, begun),),
    )


def _itself(town: str, county: str) -> str:
    own = split(Level.COUNTY, county)[0]
    return own + county[-1] if len(own) >= _SHORTEST and town.startswith(own) else ""


def _length(name: Name) -> int:
    return name.end - name.start


def county_before(town: str, county: str) -> str:
    """Return the other county of its city that a town's name begins with, "" for none.

    >>> county_before("蒲江鹤山街道", "邛崃市"), county_before("平乐镇", "邛崃市")
    ('蒲江县', '')
    """
    stem = split(Level.TOWNSHIP, town)[0]
    return _county_before(stem, range(_SHORTEST, len(stem)), county, _CITY)


def county_before_village(village: str, county: str) -> str:
    """Return the other county of its province that a village's name begins with, "" for none. Of
    74,176 villages of three provinces the names of 88 do, most of them of zones and farms.

    >>> county_before_village("蒲江鹤山村", "邛崃市"), county_before_village("平乐村", "邛崃市")
    ('蒲江县', '')
    """
    stem = split(Level.COMMUNITY, village)[0]
    return _county_before(stem, range(_SHORTEST, len(stem) - 1), county, _PROVINCE)


def _county_before(stem: str, sizes: range, county: str, digits: int) -> str:
    own, there = split(Level.COUNTY, county)[0], _codes(county, digits)
    for size in sizes:
        if stem[:size] == own:
            continue
        begun = (stem[:size] + kind for kind in _KINDS)
        # One that became a city or a district has the name of several.
        if names := [name for name in begun if not _codes(name, digits).isdisjoint(there)]:
            return max(names, key=gazetteer.is_current)
    return ""


@lru_cache(maxsize=1 << 12)
def counties_begun(town: str) -> frozenset[str]:
    """Return the codes of the counties, as they are today, that a town's name begins with, their
    kinds left out, before two characters or more of its own.

    >>> sorted(counties_begun("蒲江鹤山街道")), sorted(counties_begun("蒲江街道"))
    (['510131'], [])
    """
    stem = split(Level.TOWNSHIP, town)[0] if town.endswith(_TOWNS) else ""
    begun = (stem[:size] + kind for size in range(_SHORTEST, len(stem) - 1) for kind in _KINDS)
    return frozenset(
        division.code
        for name in begun
        if gazetteer.is_current(name)
        for division in gazetteer.find_whole(name)
        if division.level is Level.COUNTY
    )


@lru_cache(maxsize=1 << 12)
def _codes(county: str, digits: int) -> frozenset[str]:
    """Return the codes of the cities, or of the provinces, that counties of a name lie in."""
    counties = (d for d in gazetteer.find(county) if d.level is Level.COUNTY)
    return frozenset(each.code[:digits] for each in counties)
