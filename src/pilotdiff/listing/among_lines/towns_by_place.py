"""The town that a text names behind its county, without a kind that tells it."""

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.institutions import is_office, may_stand_among_names
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import Level
from pilotdiff.names import Reading, gazetteer
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.patterns import pattern

_COUNTY = Level.COUNTY.depth
_DIVISION_END = pattern(r"[市州盟县区旗]")
_LONGEST_PLACE = 24
_TOWN = pattern(r"\p{Han}{2,16}")
# What lies in a county ends so, and what one does there (代管, 帮扶) does not.
_SPOT = pattern(r"(?:[园苑城坊里厦路街巷弄场桥道湖岛湾港站坝坪岭山河区]|基地|\d+号)$")


def ends_like_a_spot(text: str) -> bool:
    """Tell whether a text without a unit's kind ends like a place, and not like a person or a body.

    >>> [ends_like_a_spot(text) for text in ("石桥花园", "农业农村局", "张三")]
    [True, False, False]
    """
    return _SPOT.search(text) is not None


def place_begun(inner: str, reading: Reading) -> Parts:
    """Return the known county that a bracket begins with, what it states over it, and over a
    community the town where its kind tells that the rest is one: （清岗市白溪区石桥林场）, but
    （清岗市白溪区石桥花园）."""
    parts = town_by_its_place(inner) if reading.parts[0][0].depth > _COUNTY else ()
    if parts and reading.level is Level.COMMUNITY and kind_at_end(*parts[-1]) is not None:
        return parts
    return parts[:-1]


def town_by_its_place(text: str) -> Parts:
    """Return the county of the standard that a text begins with, what the text states over it, and
    the rest as its town where that ends like a place: 清岗市白溪区石桥花园; () for any other text.

    >>> [name for _, name in town_by_its_place("成都市金堂县石桥片区")]
    ['成都市', '金堂县', '石桥片区']
    >>> town_by_its_place("成都市金堂县石田"), town_by_its_place("成都市金堂县民政局")
    ((), ())
    """
    county, town = _county_before(text)
    if not county or _TOWN.fullmatch(town) is None or read_heading(town).listing:
        return ()
    return (*county, (Level.TOWNSHIP, town)) if _ends_like_a_town(town) else ()


def county_over_communities(text: str) -> Parts:
    """Return the town by its place, else the city and county alone, of a line over communities:
    behind 岳阳市汨罗市 may stand a town that no kind tells, or words (石田, 其余); () for others.

    >>> [name for _, name in county_over_communities("成都市金堂县石田")]
    ['成都市', '金堂县']
    >>> county_over_communities("成都市金堂县民政局"), county_over_communities("金堂县石田")
    ((), ())
    """
    if town := town_by_its_place(text):
        return town
    county, rest = _county_before(text)
    may_be = _TOWN.fullmatch(rest) and may_stand_among_names(rest) and not is_office(rest)
    return county if len(county) > 1 and may_be and not read_heading(rest).listing else ()


def _county_before(text: str) -> tuple[Parts, str]:
    """Return the county of the standard that a text begins with, with what it states over it, and
    the rest of the text; () where it begins with none."""
    for end in reversed([match.end() for match in _DIVISION_END.finditer(text[:_LONGEST_PLACE])]):
        place = read_unit(text[:end])
        if place is not None and place.level is Level.COUNTY and gazetteer.find(place.parts[-1][1]):
            return (place.parts, text[end:]) if place.sure >= CERTAIN else ((), text)
    return (), text


def _ends_like_a_town(text: str) -> bool:
    """Tell whether a text ends like a place or like what governs one: 石桥花园, 石桥农场,
    石桥管委会."""
    return ends_like_a_spot(text) or kind_at_end(Level.TOWNSHIP, text) is not None
