"""The place that a bracket beside a name states."""

from collections.abc import Sequence

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.naming import CERTAIN, is_surely_a_unit, read_unit
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import Reading, gazetteer, whole_name
from pilotdiff.patterns import pattern

_COUNTY = Level.COUNTY.depth
# 原清岗县白溪镇 tells where a unit was.
_EARLIER = frozenset("原旧由曾")


def stated_parents(inner: str) -> Parts:
    """Return the parents that a bracket states: （河北省承德市）, （贵州）."""
    parent = read_unit(inner) if inner[:1] not in _EARLIER else None
    if parent is not None and (parent.sure >= CERTAIN or _may_hold_units(parent)):
        return parent.parts
    return whole_name(inner, Level.PROVINCE)


# What labels the place of a unit: 地址：清岗市白溪镇, 所属乡镇：白溪镇.
PLACE_LABEL = (
    "(?:地址|地点|位置|所在地|隶属"
    "|所[属在](?:乡镇|镇街|[镇乡市]|街道|县[市区]?|区县?|市县|地区?|位置))"
)
# What says that the rest of a bracket is where its unit lies, or where all before it do.
_LIES_IN = pattern(
    r"^(?:(?:(?:以上|上述)(?:各|\d{1,2}个|[两二三四五六七八九十]个?)?(?:村庄?|社区|嘎查|单位)?)?"
    r"(?:[均都皆同]?(?:隶属|位于|地处|坐落|所属|从属|属于?(?!地))[于在]?|[均都皆]为|(?<=[上述村区位查庄])[为在]?)"
    rf"[：:]?|{PLACE_LABEL}[：:]|[现今](?:隶?属|归属?|位于)?[于在]?)\s*(?=\p{{Han}}{{2}})"
)
_UNLIKELY = 0.5
_BIT = pattern(r"[，,；;]")


def without_lead(text: str) -> str:
    """Return what a bracket states without the words that say that its unit lies there.

    >>> without_lead("位于清岗市白溪镇"), without_lead("均属白溪镇"), without_lead("白溪镇")
    ('清岗市白溪镇', '白溪镇', '白溪镇')
    """
    return _LIES_IN.sub("", text)


def stated_first(inner: str) -> tuple[Parts, str]:
    """Return the parents that a bracket states, and what else it says: （位于清岗市白溪镇）,
    （清岗市白溪镇，2019年入选）, （第二批，清岗市）.

    Where another unit follows, the first is one of several, or each is one of the parents.
    """
    place = without_lead(inner)
    whole = _set_apart(place) or stated_parents(place)
    bits = [without_lead(bit.strip()) for bit in _BIT.split(place)]
    present = [bit for bit in bits if bit[:1] not in _EARLIER]
    if whole or len(bits) == 1 or sum(map(is_surely_a_unit, present)) > 1:
        return whole, ""
    for at in (0, -1):
        if parents := stated_parents(bits[at]):
            return parents, "，".join(bits[1:] if at == 0 else bits[:-1])
    return (), ""


# Between the tiers of a place: 清岗市/白溪镇, 石家庄 正定 白溪镇, 白溪镇，清岗市.
_STEPS = pattern(r"\s*[、，,；;/／·•|｜>＞—－-]+\s*|\s+")


def _set_apart(text: str) -> Parts:
    """Return the place whose tiers are set apart from each other, from the highest down or the
    lowest up, written short or not; () for any other text.

    >>> [name for _, name in _set_apart("成都/金堂县/石桥镇")]
    ['成都市', '金堂县', '石桥镇']
    >>> [name for _, name in _set_apart("石桥镇，金堂县")]
    ['金堂县', '石桥镇']
    >>> _set_apart("金堂县/大邑县"), _set_apart("金堂县石桥镇")
    ((), ())
    """
    words = _STEPS.split(text)
    if not 1 < len(words) <= len(LEVELS):
        return ()
    return _falling(words) or _falling(words[::-1])


def _falling(words: Sequence[str]) -> Parts:
    """Return the places of words each of which may lie in the one before it; () for others."""
    parts: Parts = ()
    for word in words:
        own = _tiers_of(word, parts[-1][0].depth if parts else -1)
        if not own or (parts and holds(parts[-1], own[0]) is False):
            return ()
        parts = (*parts, *own)
    return parts


def _tiers_of(word: str, above: int) -> Parts:
    """Return what a word names below a depth, with its kind, or down to a county without."""
    reading = read_unit(word) if len(word) > 1 else None
    # Behind its county a farm or an odd town needs no more than its kind.
    if reading is not None and (reading.sure >= CERTAIN or above == _COUNTY):
        return reading.parts if reading.parts[0][0].depth > above else ()
    tiers = (level for level in LEVELS[: _COUNTY + 1] if level.depth > above)
    return next((short[-1:] for tier in tiers if (short := whole_name(word, tier))), ())


def _may_hold_units(place: Reading) -> bool:
    """Tell whether a place is a county that no standard knows (清岗县), a town by its own name in
    such a county or a zone (高新区白溪镇), or an area or a farm in a county that the standard has
    (温江区白溪地区, 温江区白溪农场)."""
    *above, (level, name) = place.parts
    if level is Level.COUNTY and not above:
        return place.sure > _UNLIKELY and name.endswith(("县", "市", "旗"))
    if level is not Level.TOWNSHIP or not above:
        return False
    if name.endswith(("地区", "农场", "林场", "牧场")):
        return bool(gazetteer.find(above[-1][1]))
    town = read_unit(name)
    return place.sure > _UNLIKELY and town is not None and town.sure >= CERTAIN


def city_over(inner: str, reading: Reading) -> Parts:
    """Return the city that a bracket states without its kind, where by the codes it holds the unit:
    （唐山）."""
    city = whole_name(inner, Level.PREFECTURE) if 1 < len(inner) < _COUNTY + 3 else ()
    return city if city and holds(city[0], reading.parts[0]) is True else ()
