"""A name read anew beneath a county or a township, where fewer tiers can stand."""

from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.names.full_names import in_full
from pilotdiff.names.grammar import Reading, parse
from pilotdiff.names.kinds import is_kind_word, is_zone, kind_at_end, split

# The weight of 街 and 场, which few townships are called by.
_ROAD = 0.1


def below_county(text: str, reading: Reading, county: str = "") -> Reading:
    """Return the reading of a name beneath a county, which holds neither a prefecture nor another
    county: its 琉璃河地区 and its 经济开发区 are townships, and so are a zone called by a city
    (清岗经济开发区东岭村), a farm of the corps (兵团石桥农场), and, beneath a `county` of the
    standard, a district over a village that is none today (北城区东岭村), and one that its city
    never had and that is none today elsewhere (南坝区).

    >>> text = "经济开发区东岭村"
    >>> (found := parse(text)) and below_county(text, found).parts[0][0].value
    'township'
    """
    (top, first), *rest = reading.parts
    if top is Level.PREFECTURE and first.endswith("地区"):
        return parse(text, below=Level.COUNTY) or reading
    short = in_full(top, first) != first
    if short and (first == "兵团" or _is_zone_of_a_city(top, rest)):
        return parse(text, below=Level.COUNTY) or reading
    if top is not Level.COUNTY or first == county:
        return reading
    zone = is_zone(first) and not gazetteer.find(first)
    district = first.endswith("区") and gazetteer.find_whole(county)
    if not zone and not (district and _is_none_today(first, county, over=bool(rest))):
        return reading
    if any(level is Level.TOWNSHIP for level, _ in rest):
        return parse(text, below=Level.COUNTY) or reading
    parts = ((Level.TOWNSHIP, first), *rest)
    return Reading(parts, parts[-1][0], reading.sure)


def _is_none_today(district: str, county: str, *, over: bool) -> bool:
    """Tell whether a district stands nowhere today; one over nothing must be none that the city of
    a county had, of which it may be listed as it was."""
    homes = gazetteer.homes(district)
    if over or homes:
        past = not gazetteer.is_current(district)
        return past and (over or homes.isdisjoint(gazetteer.homes(county)))
    holds_a_town = not _ENDS_OF_TOWNS.isdisjoint(district[1:])  # 白溪镇南坝区
    return district != county and not holds_a_town and not gazetteer.find(district)


_ENDS_OF_TOWNS = frozenset("镇乡街")


def _is_zone_of_a_city(level: Level, below: list[tuple[Level, str]]) -> bool:
    """Tell whether a zone stands right behind a city, and nothing but a village in it."""
    levels = [level, *(each for each, _ in below)]
    tiers = [Level.PREFECTURE, Level.COUNTY, Level.COMMUNITY]
    return len(levels) > 1 and levels == tiers[: len(levels)] and is_zone(below[0][1])


def below_township(text: str, reading: Reading, county: str = "") -> Reading:
    """Return the reading of a name beneath a township, which holds communities alone: its
    东大街石桥社区 and its 花园北区第二社区 are one each, and no street or district is cut off them;
    a zone (清岗管理区) is one as well, and, where its `county` is given, what begins with
    another (清岗县路社区).

    >>> text = "花园北区第二社区"
    >>> (found := parse(text)) and len(found.parts), len(below_township(text, found).parts)
    (2, 1)
    """
    *above, (level, own) = reading.parts
    if level is Level.COUNTY and not above and is_zone(own) and not gazetteer.find(own):
        return Reading(((Level.COMMUNITY, text),), Level.COMMUNITY, reading.sure)
    if level is not Level.COMMUNITY or not above:
        return reading
    alone = [first for first, _ in above] == [Level.COUNTY]
    if county and alone and _begins_with_a_stranger(above[0][1], own, county):
        return Reading(((Level.COMMUNITY, text),), Level.COMMUNITY, reading.sure)
    if not is_kind_word(own) and not all(map(_may_be_within, above)):
        return reading
    if (lower := parse(text, below=Level.TOWNSHIP)) is not None:
        return lower
    # 一队 and 三分场 are kinds behind a farm alone.
    whole = ((Level.COMMUNITY, text),)
    farm = len(above) == 1 and above[0][1].endswith("场")
    return Reading(whole, Level.COMMUNITY, reading.sure) if farm else reading


def _begins_with_a_stranger(county: str, own: str, under: str) -> bool:
    """Tell whether what reads as a county over a village is but the beginning of its name, in the
    county that it is `under`: one of another city, or one before a single character, 涉县|庄村."""
    if split(Level.COUNTY, county)[0] == split(Level.COUNTY, under)[0]:
        return False
    elsewhere = gazetteer.homes(county).isdisjoint(gazetteer.homes(under))
    return elsewhere or len(split(Level.COMMUNITY, own)[0]) == 1


def _may_be_within(part: tuple[Level, str]) -> bool:
    """Tell whether a part above a community may be but the beginning of its name: a road, a farm
    (国营农场一队), one character before a kind (凤镇), or what ends like a district that is not
    known."""
    level, text = part
    if level is Level.TOWNSHIP:
        word = kind_at_end(level, text)
        short = word is not None and (word.weight <= _ROAD or len(text) == len(word.word) + 1)
        return short or (word is not None and text.endswith("场"))
    quarter = level is Level.COUNTY and text.endswith(("区", "市"))
    return quarter and not is_zone(text) and not gazetteer.find(text)
