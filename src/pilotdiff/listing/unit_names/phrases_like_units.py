"""What reads like a unit's path and is made of words of running text."""

import re
from functools import cache, lru_cache

from pilotdiff.facts.numerals import GLUED_COUNT, OF_EACH_TIER
from pilotdiff.listing.clause_words import is_clause
from pilotdiff.model import Level
from pilotdiff.names import Reading, gazetteer, has_generic_stem, split, whole_name
from pilotdiff.names.regions import is_region
from pilotdiff.patterns import TOWN_KIND, VILLAGE_KIND, pattern

_COUNTY = Level.COUNTY.depth
_TIER = r"(?:[省市县区镇乡村]|街道|社区)"
_TWO_NAMES = 8


@cache
def _provinces() -> re.Pattern[str]:
    """Return a province's whole name, which stands inside no other's: 确定甘肃省清岗县."""
    wholes = [name for name in gazetteer.names(Level.PROVINCE) if len(name) > 2]
    return pattern("|".join(name for name in wholes if not name.endswith("市")))


_KINDS_BEFORE = frozenset("省市州盟县区旗镇乡村道社")


def provinces_within(text: str) -> list[int]:
    """Return where whole names of provinces begin within a text, right behind a kind: in 清岗省
    白溪市北岭省南岭市, all written on, the second path.

    >>> provinces_within("四川省成都市浙江省杭州市")
    [6]
    """
    if len(text) < _TWO_NAMES:
        return []
    found = (match.start() for match in _provinces().finditer(text, 2))
    return [at for at in found if text[at - 1] in _KINDS_BEFORE]


def places_within(part: str) -> list[int]:
    """Return where whole names of counties or cities begin within a part, right behind a kind: in
    东岭村清岗市白溪镇西岭村 the second path."""
    if len(part) < _TWO_NAMES:
        return []
    found = []
    for at in range(2, len(part) - 3):
        if part[at - 1] in "村区镇乡道团场查木处会":
            ends = (at + size for size in gazetteer.lengths(part[at : at + 2]))
            names = (part[at:end] for end in ends)
            # 城区 and 矿区 begin names of communities too.
            if any(gazetteer.find_whole(n) for n in names if len(n) > 2 or n[1] == "县"):
                found.append(at)
    return found


# With one of these no name begins, but what goes on behind another does.
BREAKS_OFF = "-/·•的.．:："
# All that lies in a place, and none of it by name: 及下属各村, 周边社区.
_ALL_OF_THEM = pattern(
    r"(?:以?及|[和与])?其?(?:下属|下辖|所属|所辖|管辖|周边|附近)的?(?:各|所有|全部)?(?:行政|自然)?"
    r"(?:乡镇|街道|社区|[镇乡村])|(?:以?及|[和与])各(?:乡镇|街道|社区|[镇乡村])"
)
# What belongs to an area that is no town: 青石片的东岭村. In no name 的 stands so far behind.
_OF_AN_AREA = pattern(r"(?:\p{Han}{3,}|\p{Han}{1,2}[片区园办])的.", needs="的")
# What stands in titles in place of a town: 清岗县各乡镇上报示范村.
_EACH = pattern(r"各(?:有关|相关)?(?:乡镇|街道|社区|[镇乡村])")
# A bracket between two villages says where the second lies: 东岭村（清岗区）白石镇西岭村.
_TWO_AROUND_BRACKET = pattern(
    rf"{VILLAGE_KIND}[（(][^（()）]{{2,12}}[）)]\p{{Han}}{{1,8}}{TOWN_KIND}\p{{Han}}{{1,12}}{VILLAGE_KIND}$",
    needs="）)",
)
# A city lies in no county: 白溪县清岗市 are two places with nothing between them.
_COUNTY_BEFORE_CITY = pattern(r"\p{Han}[县旗]\p{Han}{2,}市$")


# 两州一县, what is left of a number before a blank (3 个村), 9村镇: so many of each tier, no name.
_TIERS_COUNTED = pattern(
    r"(?:[一二两三四五六七八九十\d]{1,3}个?(?:街道|社区|[省市州盟县区旗镇乡村])){2,}$|^个(?:村镇|街道|社区|[市县区镇乡村])$"
    r"|(?:^|\d)村镇$"
)
_NUMBER_ALONE = pattern(rf"{_TIER}?\d+{_TIER}$")


def is_sound(reading: Reading) -> bool:
    """Tell whether a reading holds no phrase of prose: 各街道, 我县, 本社区."""
    parts = reading.parts
    if len(parts) == 1 and _NUMBER_ALONE.match(parts[0][1]):
        return False
    above, own = parts[-2][1] if len(parts) > 1 else "", parts[-1][1]
    counted = _TIERS_COUNTED.search(above + own)
    if counted is not None and (counted.start() < len(above) or not above):
        return False  # 3镇7村, 共有3镇7村, but not 白溪镇九州一村
    return _may_begin(*parts[0]) and not any(_is_phrase(*part) for part in parts)


_PHRASE = pattern(
    r"(?:哪些?|什么|多少)|请(?:选择|输入|填写)"
    r"|(?:[各我该每本全此](?:有关|相关|级|个)?|所有的?|全部|其他|其它|其余|下辖|所辖|辖区内?)"
    r"(?:行政|自然|建制|涉农)?(?:[省市州县区旗乡镇村地]|街道|社区)",
    needs="各我该每本全此所其下辖哪什多请",
)
_OURS = pattern(
    r"^同[上前]|[我该][省市州县区旗乡镇村]$|^[你贵][省市区旗乡镇村]$|^[东中西南北]{1,2}部?地区$"
)


@lru_cache(maxsize=1 << 12)
def _may_begin(level: Level, first: str) -> bool:
    """Tell whether a part may be the first of a path."""
    # What stood before 自治区 or 自治州 is lost; 序号 heads the first of many columns.
    if first.startswith(("自治", "序号")) or _OURS.search(first):
        return False
    if level is Level.PROVINCE and first.endswith("市") and not gazetteer.find(first):
        return False  # the four cities that are provinces are known
    if _PHRASE.match(first) is None or gazetteer.find(first):
        return True
    # 全州镇 is called like its county.
    return level is Level.TOWNSHIP and bool(whole_name(split(level, first)[0], Level.COUNTY))


# What a lost province leaves: 〓自治区南岭县.
_NO_STEM = pattern(r"〓?自治[区州县旗].")
# Words about tiers and batches, and counts: 县级市和县, 第二批健康县区, 等3个镇.
_COUNTED = pattern(
    r"(?:地级|县级|副省级|直辖|设区)市|(?:县区|区县|县市区|市县区|区市县|旗县区?)$|第[一二三四五六七八九十\d]{1,3}批|(?:19|20)\d\d年"
    rf"|等(?:\d|[一二两三四五六七八九十]{{1,3}}个?{_TIER})|\d(?:多|余)?[个家座处]|[一二两三四五六七八九十百]个(?:乡镇|城市|{_TIER})"
)
_IN_ENGLISH = pattern(r"[A-Za-z]{5}|[A-Za-z][a-z]{2}")
# An office is no part of a name: 湖西社工委新城.
_OFFICE_WITHIN = pattern(r"(?:社工委|党工委).", needs="委")
# The number of a row, which lost the line's end before it: 清岗区1.白溪街道.
_NUMBERED = pattern(r"\d{1,3}[.．、)）]")
# The count of a row, behind its last name: 清岗镇、白溪镇2镇, 清岗镇、东岭村一镇一村.
_COUNT_GLUED = pattern(rf"{GLUED_COUNT}$|(?<=[县区镇乡道村]){OF_EACH_TIER}$")
# No village is called 两村.
_TOWNS_COUNTED = pattern(r"\d{1,3}个?(?:镇|乡|乡镇|街道|镇街)$|两(?:街道|社区|[市县区镇乡村])$")


@lru_cache(maxsize=1 << 14)
def _is_phrase(level: Level, text: str) -> bool:
    """Tell whether what reads like a part is made of words of running text."""
    if text[0] in BREAKS_OFF or _NUMBERED.match(text) or _IN_ENGLISH.search(text):
        return True
    if _TWO_AROUND_BRACKET.search(text):
        return True
    if level is not Level.PROVINCE and text.endswith("省") and _provinces().fullmatch(text):
        return True  # 清岗县河北省: a province lies in nothing
    if level.depth > _COUNTY and (_ALL_OF_THEM.fullmatch(text) or _EACH.fullmatch(text)):
        return True
    if level.depth > _COUNTY and _OF_AN_AREA.match(text):
        return True
    if gazetteer.find(text):
        return False
    if level.depth <= _COUNTY and _COUNTY_BEFORE_CITY.search(text):
        return True
    if (all_of := ALL_OF_A_PLACE.fullmatch(text)) and gazetteer.find_whole(
        all_of["place"] + all_of["kind"]
    ):
        return True
    if level is Level.COUNTY and text.endswith("片区"):
        return True
    if level is Level.PREFECTURE and is_region(text):
        return True
    if _OFFICE_WITHIN.search(text) or _is_forestry_office(text):
        return True
    if _TOWNS_COUNTED.match(text) or _COUNT_GLUED.search(text):
        return True
    if _NO_STEM.match(text) or _provinces().search(text, 1) or _COUNTED.search(text):
        return True
    if is_clause(level, text):
        return True
    # All counties and what is above them are known: 民族地区 is none.
    return level.depth <= _COUNTY and (_runs_into(text) or has_generic_stem(level, text))


def _is_forestry_office(text: str) -> bool:
    """Tell whether a text is a province's or prefecture's office; a county's forests are a township
    of that name: 成都市林业局 signs, 阿荣旗林业局 is listed."""
    place = text.removesuffix("林业局")
    return place != text and any(each.level.depth < _COUNTY for each in gazetteer.find_whole(place))


_WORDS_BEFORE = frozenset("辖含有在为是将对由即")


def _runs_into(text: str) -> bool:
    """Tell whether words run into a county's name, all counties being known: 推动清岗县,
    辖清岗县."""
    if text[0] in _WORDS_BEFORE and gazetteer.find(text[1:]):
        return True
    return any(gazetteer.find(text[start:]) for start in range(2, len(text) - 2))


# A place and all of it, its kind told there alone or not: 清岗全市, 清岗市全市域.
ALL_OF_A_PLACE = pattern(r"(?P<place>\p{Han}{2,12}?)全(?P<kind>[市州盟县区旗])域?", needs="全")
