"""One name: the unit that a text names, its marks, notes and former names."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from pilotdiff.facts.numerals import GLUED_COUNT
from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.clause_words import is_clause
from pilotdiff.listing.cuts import OPENING
from pilotdiff.listing.headings import read_heading, speaks_of_programme
from pilotdiff.listing.institutions import is_office, may_stand_among_names
from pilotdiff.listing.line_names import Name
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import (
    PLACEHOLDERS,
    Reading,
    below_county,
    below_township,
    gazetteer,
    has_generic_stem,
    is_zone,
    joined,
    kind_words,
    parse,
    split,
    whole_name,
)
from pilotdiff.names.head_words import head_level, is_head_word
from pilotdiff.names.kinds import is_kind_word, kind_at_end, names_peoples_alone
from pilotdiff.names.regions import is_region
from pilotdiff.patterns import pattern

DOUBTFUL = 0.1
CERTAIN = 0.9
_MARKS = "*＊※★☆△▲◆●✅✔✓☑√#①-⑳¹²³⁴⁵⁶⁷⁸⁹"
# What was counted of a unit: 清岗县 1203票.
_SCORE = r"(?<=\s)\d[\d.,]*\s*(?:票|分|亩|公顷|人|户|万?元|万人|％|%|平方公里|公里)"
_NOTE = pattern(rf"[（(【〔\[].*?[）)】〕\]]+|[（(][^（()）]+$|[{_MARKS}]+|{_SCORE}")
_PLAIN = rf"[^（(【〔\[“”\"「」『』《》{_MARKS}]"
# A name in English before that in Chinese: Qinggang County 清岗县.
_COLOUR = r"(?:\s*#[0-9A-Fa-f]{6}\s+)?"
_ENGLISH = r"(?:[A-Za-z][A-Za-z .'’-]{2,40}(?:\([A-Za-z .'’-]{2,30}\))?\s+(?=\p{Han}))?"
_NAME = pattern(
    rf"{_COLOUR}[\s“\"「『《{_MARKS}]*{_ENGLISH}(?P<name>{_PLAIN}+?(?:[（(][^（）()]{{1,12}}[）)]{_PLAIN}+?)??)[\s”\"」』》]*"
    rf"(?P<notes>(?:\s*(?:[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]|【[^【】]*】|〔[^〔〕]*〕|\[[^\[\]]*\]|[{_MARKS}]|{_SCORE}))*"
    # A bracket that nobody closed.
    r"(?:\s*[（(][^（()）]{1,20})?)\s*$"
)
_FORMER = pattern(
    # 原属石桥村: it was a part of that, and does not bear its name.
    r"(?:原名|原称|原为|原系|曾用名|旧[名称]|前身(?:为|是)?|原来的|原(?!属))[:：]?\s*(?P<named>[^，,；;。]+)"
    r"|由(?P<renamed>[^，,；;。]+?)(?:更名|改名|合并|撤并|调整|改设|组成|变更)[^，,；;。]*"
    # 石桥村更名而来, 石桥村撤村建居, 合并石桥村、长坝村.
    r"|^(?:\d{4}年)?(?P<was>(?!由|\d{4}年)[^，,；;。]+?)(?:更名|改名|改称|易名|改居|改社区|撤村[建改](?:居|社区))(?:而[来成])?$"
    r"|^(?:\d{4}年)?合并(?P<took>[^，,；;。]+?[、和与及][^，,；;。]+?)(?:而成)?$"
    # Several names that were made one, with no word before them: 石桥村、长坝村合村并居.
    r"|^(?:\d{4}年)?(?P<joint>(?![与和同拟未不将由]|\d{4}年)[^，,；;。]+?[、和与及][^，,；;。]+?)"
    r"(?:[两二三四五]个?[村镇乡])?(?:合并|撤并|归并|[合撤][村镇乡]并|[两二三四五][村镇乡]合一)"
    r"(?!前|申报|推荐|上报|创建)"
    r"|(?:[现今]?[已后]?(?:更名|改名|改称|易名)(?:为|成|后[为叫]?)?|[现今](?:名|称|为)|^[现今])[:：]?\s*(?P<later>[^，,；;。]+)"
)
# 原石桥村和|原|长坝村|合并而成.
_AROUND_FORMER = pattern(
    r"^原|(?:[两二三四五六]个?(?:社区|街道|[村镇乡]))?(?:更名|改名|合并|撤并|调整).*$"
)
# 石桥、长坝两村, 石桥、长坝村.
_KIND_OF_ALL = pattern(
    r"(?:[两二三四五]个?|(?<=.))(?P<kind>社区|街道|[村镇乡])(?=合并|撤并|归并|[合撤][村镇乡]并|[两二三四五][村镇乡])"
)
_PHRASE = pattern(
    r"(?:哪些?|什么|多少)"
    r"|(?:[各我该每本全此](?:有关|相关|级|个)?|所有的?|全部|其他|其它|其余|下辖|所辖|辖区内?)"
    r"(?:行政|自然|建制|涉农)?(?:[省市州县区旗乡镇村地]|街道|社区)",
    needs="各我该每本全此所其下辖哪什多",
)
_OURS = pattern(
    r"^同[上前]|[我该][省市州县区旗乡镇村]$|^[你贵][省市区旗乡镇村]$|^[东中西南北]{1,2}部?地区$"
)
# What a lost province leaves: 〓自治区南岭县.
_NO_STEM = pattern(r"〓?自治[区州县旗].")
# Farms of a family and cooperatives are named after their village, and lie in it.
_ENTERPRISE_END = ("家庭农场", "合作社")
_VERB = pattern(
    r"^是.+的|.{4}的.|是指|被(?=评|确|命|认|授|列|选)|(?<=[省市州盟县区旗镇乡村道会])(?:等(?:分别)?为|为(?=.{0,10}(?:示范|试点|星级|[省市县区]级|先进|样板)))|评为|列为|定为|命名|认定|入选|入围|荣获|获评|获得|授予|关于|行政区划|[整并名]后|并入|划归|划入|撤并",
    needs="是的被为评列定命认入荣获授关划后撤",
)
# 原清岗县白溪镇 tells where a unit was.
_EARLIER = frozenset("原旧由曾")
_THEME = pattern(r"(?<=.)[“「『\"](?P<theme>[^“”「」『』\"]{2,40})[”」』\"]\s*$", needs='“「『"')
_PLACE_BEFORE = pattern(
    r"\s*[（(【〔\[](?P<inner>[^（()）【】〔〕\[\]]{2,12})[）)】〕\]](?=.)", needs="（(【〔["
)
# It closes a row and is no part of its last name: 大东区等地区.
_AND_OTHERS = pattern(
    r"(?<=[省市州盟县区旗乡镇村])等(?:地区?|单位|省份|城市|[省市州县区旗]|[县市区旗]{2,3}|县（市、区）|乡镇|镇|街道|社区|村)?$",
    needs="等",
)
_TIER = r"(?:[省市县区镇乡村]|街道|社区)"
# Words about tiers and batches, and counts: 县级市和县, 第二批健康县区, 等3个镇.
_COUNTED = pattern(
    r"(?:地级|县级|副省级|直辖|设区)市|(?:县区|区县|县市区|市县区|区市县|旗县区?)$|第[一二三四五六七八九十\d]{1,3}批|(?:19|20)\d\d年"
    rf"|等\d|\d(?:多|余)?[个家座处]|[一二两三四五六七八九十百]个(?:乡镇|城市|{_TIER})"
)
_IN_ENGLISH = pattern(r"[A-Za-z]{5}|[A-Za-z][a-z]{2}")
# An office is no part of a name: 湖西社工委新城.
_OFFICE_WITHIN = pattern(r"(?:社工委|党工委).", needs="委")
# 两州一县, what is left of a number before a blank (3 个村), 9村镇: so many of each tier, no name.
_TIERS_COUNTED = pattern(
    r"(?:[一二两三四五六七八九十\d]{1,3}个?[省市州盟县区旗镇乡村]){2,}$|^个(?:村镇|街道|社区|[市县区镇乡村])$"
    r"|(?:^|\d)村镇$"
)
# The number of a row, which lost the line's end before it: 清岗区1.白溪街道.
_NUMBERED = pattern(r"\d{1,3}[.．、)）]")
_NUMBER_ALONE = pattern(rf"{_TIER}?\d+{_TIER}$")
# The count of a row, behind its last name: 清岗镇、白溪镇2镇.
_COUNT_GLUED = pattern(rf"{GLUED_COUNT}$")
_TOWNS_COUNTED = pattern(r"\d{1,3}个?(?:镇|乡|乡镇|街道|镇街)$")
_HONOUR = pattern(
    r"^(?:全国|全省|全市|中国|首批|国家级|第.{1,3}批|(?:19|20)\d\d)"
    r"|.(?:试点|示范|模范|达标|重点|特色|明星|生态|文化名|历史名|文明|卫生|先进|样板|标杆)"
    r"(?:街道|社区|小?镇|乡镇?|村镇?|嘎查村?|苏木|团场|连队|县|区|市|旗)$"
)
# What places are called for something, as no place is by name: 旅游名镇, 工业强县.
_RANKED = pattern(
    r"^.{0,6}(?:旅游名|文化名|历史名|[产工农商]业强|经济强|文化强|百强|十强|十佳|民俗文化)(?:县|镇|乡|村|城|街道|社区)$"
    # 蔚县|运动休闲特色小镇 is one of a county.
    r"|^.{0,3}[特主风][色题情]小(?:县|镇|乡|村|城|街道|社区)$"
    # What a place is known for: 茶叶之乡.
    r"|^..+之[乡城]$"
    # 三乡镇 is a town, 森林乡镇 no name.
    r"|^..+乡镇$"
    # Classes of areas: 一类区, 二类地区.
    r"|^[一二三四五六七八九十\dA-Za-z甲乙丙丁]类(?:地区|区|县|市|乡镇?|镇|村|社区)$"
    # An honour that the ministry of civil affairs gives, and what the one of water does.
    r"|^\p{Han}{0,8}[千百]年古(?:县|镇|乡|村|城|街)$"
    r"|^.+水利风景区$"
    # What the ministry of culture and tourism gives: 夜间文化和旅游消费集聚区.
    r"|^.+消费集聚区$"
    # A class of divisions: 乡级行政区.
    r"|^.*[省地市州县乡镇]级行政区$"
    # What a rule is about: 县行政区或规模以上旅游区.
    r"|^(?:[县市区旗]行政区)?或?规模以上"
    # Ranks: 五星级园区; 五星村 is a village.
    r"|^\p{Han}{0,4}[一二三四五\d][星A]级\p{Han}{0,8}$"
)
# 里 is a kind in Taiwan; behind these it says where or how far: 城里, 平方公里, 故里.
_WITHIN = pattern(
    r"(?:[省市州县区旗镇乡村城家屋校院店路山河心手哪这那邻故]|[\d〇零一二两三四五六七八九十百千万亿方数几多余][公华海英])里$"
)
LONGEST_PIECE = 160
_WORDS_BEFORE = frozenset("辖含有在为是将对由即")
_KINDS_BEFORE = frozenset("省市州盟县区旗镇乡村道社")
_SHORTEST = 2
_TWO_PARTS = 2
_TWO_NAMES = 8
_TWO_NAMES_LEAST = 4
_COUNTY = Level.COUNTY.depth


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for level in LEVELS for word in kind_words(level)) | {"〓"}


@lru_cache(maxsize=1 << 15)
def read_unit(text: str, level: Level | None = None) -> Reading | None:
    """Return a text that is one unit's path and nothing else; wording of headings is doubtful.

    >>> [name for _, name in read_unit("清岗县白溪镇").parts]
    ['清岗县', '白溪镇']
    """
    if len(text) < 2 or (level is None and text[-1] not in _last_characters()):
        return None
    if is_head_word(text) or text in PLACEHOLDERS or _VERB.search(text):
        return None
    if text.endswith(_ENTERPRISE_END):
        return None
    if text[-1] == "州" and level is not Level.PREFECTURE and whole_name(text, Level.PROVINCE):
        return None  # a province's short name that ends like a prefecture
    reading = parse(text, level)
    if reading is not None and text[-1] == "州" and not gazetteer.find(text):
        # 鄞州 is a district's short name, and no prefecture.
        reading = reading._replace(parts=whole_name(text, Level.COUNTY) or reading.parts)
        reading = reading._replace(level=reading.parts[-1][0])
    if reading is None or not _sound(reading) or places_within(reading.parts[-1][1]):
        return None
    if reading.parts[-1][1] in PLACEHOLDERS:
        return None
    if gazetteer.find_whole(reading.parts[-1][1]):
        return reading
    if names_peoples_alone(reading.parts[-1][1]):
        return None
    if len(text) > 4 and _is_called_for_an_honour(text, reading):
        return None
    if _RANKED.match(reading.parts[-1][1]):
        return None
    if _WITHIN.search(text):
        return None
    stems = [split(*part)[0] for part in reading.parts]
    alone = len(stems) == 1 and text.endswith("里")
    if speaks_of_programme(stems) or _right_behind_its_province(reading) or alone:
        return Reading(reading.parts, reading.level, min(reading.sure, DOUBTFUL))
    return reading


def _right_behind_its_province(reading: Reading) -> bool:
    """Tell whether a village stands right behind a province, as an honour does: 清岗省健康村."""
    if [level for level, _ in reading.parts] != [Level.PROVINCE, Level.COMMUNITY]:
        return False
    return not gazetteer.is_municipality(reading.parts[0][1])


def _is_called_for_an_honour(text: str, reading: Reading) -> bool:
    """Tell whether a reading is made of words of titles, as where no known county stands over it:
    清岗省示范村, 清岗省平安农机示范县."""
    if _bears_a_title(reading):
        return False
    above = (name for level, name in reading.parts[:-1] if level.depth >= _COUNTY)
    if not any(gazetteer.find(name) for name in above):
        return _HONOUR.search(text) is not None
    return _may_be_titled(reading) and _HONOUR.search(reading.parts[-1][1]) is not None


def _vouched_by_its_town(reading: Reading, above: Parts) -> Reading:
    """Return the reading of a village that bears a title's word for its name, sure where a bracket
    behind it states the town that it lies in: 文明村（清岗县白溪镇）."""
    in_town = Reading((*above, *reading.parts), reading.level, reading.sure)
    return reading._replace(sure=1.0) if above and _bears_a_title(in_town) else reading


def _bears_a_title(reading: Reading) -> bool:
    """Tell whether a village in its town bears a title's word for its name, as hundreds do:
    清岗镇文明村, but not 清岗镇示范村."""
    *above, (level, name) = reading.parts
    in_town = bool(above) and above[-1][0] is Level.TOWNSHIP and level is Level.COMMUNITY
    return in_town and split(level, name)[0] in phrases("titles_borne.txt")


def _may_be_titled(reading: Reading) -> bool:
    """Tell whether a unit stands alone or two tiers below a place, as words of titles do:
    清岗省平安农机|示范县."""
    tiers = [level.depth for level, _ in reading.parts]
    return len(tiers) == 1 or (len(tiers) == _TWO_PARTS and tiers[1] - tiers[0] > 1)


@cache
def _provinces() -> re.Pattern[str]:
    """Return a province's whole name, which stands inside no other's: 确定甘肃省清岗县."""
    wholes = [name for name in gazetteer.names(Level.PROVINCE) if len(name) > 2]
    return pattern("|".join(name for name in wholes if not name.endswith("市")))


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
        if part[at - 1] in "村区镇乡道团场查":
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
# What stands in titles in place of a town: 清岗县各乡镇上报示范村.
_EACH = pattern(r"各(?:有关|相关)?(?:乡镇|街道|社区|[镇乡村])")
# A bracket between two villages says where the second lies: 东岭村（清岗区）白石镇西岭村.
_TWO_AROUND_BRACKET = pattern(
    r"(?:村|社区|[村居]委会)[（(][^（()）]{2,12}[）)]\p{Han}{1,8}(?:[镇乡]|街道)\p{Han}{1,12}(?:村|社区|[村居]委会)$",
    needs="）)",
)
# A city lies in no county: 白溪县清岗市 are two places with nothing between them.
_COUNTY_BEFORE_CITY = pattern(r"\p{Han}[县旗]\p{Han}{2,}市$")


def _sound(reading: Reading) -> bool:
    """Not a phrase of prose: 各街道, 我县, 本社区."""
    parts = reading.parts
    if len(parts) == 1 and _NUMBER_ALONE.match(parts[0][1]):
        return False
    if _TIERS_COUNTED.search("".join([name for _, name in parts[-2:]])):
        return False  # 3镇7村, 共有3镇7村
    return _may_begin(*parts[0]) and not any(_is_phrase(*part) for part in parts)


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
    if gazetteer.find(text):
        return False
    if level.depth <= _COUNTY and _COUNTY_BEFORE_CITY.search(text):
        return True
    if (all_of := _ALL_OF_A_PLACE.fullmatch(text)) and gazetteer.find_whole(
        all_of["place"] + all_of["kind"]
    ):
        return True
    if level is Level.COUNTY and text.endswith("片区"):
        return True
    if level is Level.PREFECTURE and is_region(text):
        return True
    if _OFFICE_WITHIN.search(text) or _is_forestry_office(text):
        return True
    if _TIERS_COUNTED.match(text) or _TOWNS_COUNTED.match(text) or _COUNT_GLUED.search(text):
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


def _runs_into(text: str) -> bool:
    """Tell whether words run into a county's name, all counties being known: 推动清岗县,
    辖清岗县."""
    if text[0] in _WORDS_BEFORE and gazetteer.find(text[1:]):
        return True
    return any(gazetteer.find(text[start:]) for start in range(2, len(text) - 2))


def read_name(text: str, start: int, end: int, level: Level | None = None) -> Name | None:
    """Return the name at text[start:end] with its marks and notes; None when it is no unit.

    A county's seat (清岗县城, 清岗县县城) is its county, and that it is the seat a note.

    >>> read_name("清岗县城", 0, 4).note
    '县城'
    """
    match = _NAME.match(text, start, end) if end - start <= LONGEST_PIECE else None
    if match is None:
        return _with_theme(text, start, end, level) or _behind_a_place(text, start, end, level)
    left, right = match.span("name")
    core = "".join(match["name"].split())
    if "等" in core and (others := _AND_OTHERS.search(core)) and len(core) == right - left:
        core, right = core[: others.start()], left + others.start()
    seat = core.endswith("县城") and level in (None, Level.COUNTY)
    if seat and _OLD_TOWN.search(core) and not gazetteer.find_whole(core[:-1]):
        return None
    if seat:
        size = 2 if core.endswith("县县城") else 1
        core, right = core[:-size], right - size
    if (all_of := _ALL_OF_A_PLACE.fullmatch(core)) and len(core) == right - left:
        return _whole_area(match, all_of)
    whole = len(core) > _TWO_NAMES_LEAST and core.endswith(("全境", "全域"))
    if whole:
        core, right = core[:-2], right - 2
    if (within := _PLACE_WITHIN.fullmatch(core)) and len(core) == right - left:
        name = _behind_both(left, right, within)
        if name is not None:
            return name._replace(stop=start + len(text[start:end].rstrip()))
    reading = read_unit(core, level)
    if reading is None or (len(core) < right - left and _runs_over(match["name"], reading)):
        return None
    emphasis = match["notes"].strip() == "**" and text[left - 2 : left] == "**"
    reading = _as_the_bracket_says(core, reading, match["notes"])
    note, former, above = _notes("" if emphasis else match["notes"], reading)
    if note and len(reading.parts) == 1 and _words_a_tier(note):
        reading = reading._replace(sure=min(reading.sure, DOUBTFUL))
    reading = _vouched_by_its_town(reading, above)
    area = "县城" if seat else "全境" if whole else ""
    note = "; ".join(filter(None, (area, note)))
    stop = start + len(text[start:end].rstrip())
    return Name(left, right, core, reading, note, former, above, stop=stop)


# A place and all of it, its kind told there alone or not: 清岗全市, 清岗市全市域.
_ALL_OF_A_PLACE = pattern(r"(?P<place>\p{Han}{2,12}?)全(?P<kind>[市州盟县区旗])域?", needs="全")


def _whole_area(line: re.Match[str], all_of: re.Match[str]) -> Name | None:
    """Return the place of the standard of which a text says that all of it is meant, and that as
    its note; None for any other text."""
    place, kind = all_of["place"], all_of["kind"]
    full = place if place.endswith(kind) else place + kind
    reading = read_unit(full)
    if reading is None or not gazetteer.find_whole(reading.parts[-1][1]):
        return None
    left, right = line.span("name")
    end = left + len(place)
    added = "" if full == place else kind
    return Name(left, end, full, reading, note="全境", stop=right, added=added)


# An old town is a sight, and no county is called 清岗古县: 清岗古县城, 清岗县老县城.
_OLD_TOWN = pattern(r".[古老旧]县城$", needs="古老旧")


def _words_a_tier(note: str) -> bool:
    """Tell whether a bracket says nothing but that the words before it may be of another tier, as
    headings do: 实验街道（乡镇）; a rank (市级) is told of a unit."""
    if note.endswith("级"):
        return False
    level, stem = head_level(note.strip("、，,/和 "))
    return level is not None and not stem


def _runs_over(spaced: str, reading: Reading) -> bool:
    """Tell whether a part of a name goes on over a blank between two names: 老村社区　东岭社区.

    Blanks within one name part its characters (清 岗 县) or its kind from it (东岭 社区).
    """
    bits = [bit for bit in spaced.split() if not bit.isdecimal()]
    ends = {0}
    for _, part in reading.parts:
        ends.add(max(ends) + len(part))
    at = 0
    for before, behind in pairwise(bits):
        at += len(before)
        names = len(behind) > _SHORTEST and _closes_a_name(before)
        if names and at not in ends and read_unit(behind) is not None:
            return True
    return False


def _closes_a_name(text: str) -> bool:
    """Tell whether a text is a name, or what a line's end left of one: 社区, 区."""
    return text[-1] in _last_characters() and (len(text) > 2 or is_kind_word(text))


def _with_theme(text: str, start: int, end: int, level: Level | None) -> Name | None:
    """Return a name with its theme in quotes behind it: 清岗县东岭村“三治融合”; a quoted unit is
    none."""
    theme = _THEME.search(text, start, end)
    # What was cited is blanked in a sentence: 授予清岗县“    ”称号.
    said = theme["theme"].strip() if theme is not None else ""
    if theme is None or said[-1:] in _last_characters():
        return None
    name = read_name(text, start, theme.start(), level)
    if name is None or name.reading.sure <= DOUBTFUL:
        return None
    note = "; ".join(filter(None, (name.note, said)))
    return name._replace(note=note, stop=start + len(text[start:end].rstrip()))


def _behind_a_place(text: str, start: int, end: int, level: Level | None) -> Name | None:
    """Return a name with the place that holds it in brackets before it: （清岗市）白溪县."""
    match = _PLACE_BEFORE.match(text, start, end)
    if match is None:
        return None
    inner = match["inner"].strip()
    above = _stated_parents(inner) or whole_name(inner, Level.PREFECTURE)
    name = read_name(text, match.end(), end, level) if above else None
    if name is None or name.reading.sure < CERTAIN:
        return None
    if name.above or name.reading.parts[0][0].depth <= above[-1][0].depth:
        return None
    return name._replace(above=above)


_PLACE_WITHIN = pattern(
    r"(?P<over>\p{Han}{2,12})[（(](?P<inner>\p{Han}{2,12})[）)](?P<own>\p{Han}{2,20})", needs="（("
)


def _behind_both(left: int, right: int, within: re.Match[str]) -> Name | None:
    """Return a name behind its county and, in brackets, its town: 清岗县（白溪镇）东岭村; None
    where they do not step down."""
    over, inner, own = (read_unit(within[part]) for part in ("over", "inner", "own"))
    if over is None or inner is None or own is None or min(over.sure, inner.sure) < CERTAIN:
        return None
    steps = [level.depth for level, _ in (*over.parts, *inner.parts, *own.parts)]
    if steps != sorted(set(steps)):
        return None
    start = left + within.start("own")
    return Name(start, right, within["own"], own, above=(*over.parts, *inner.parts))


def may_be_a_town(name: Name) -> bool:
    """Tell whether a name begins with an area that is none of the prefectures, 琉璃河地区, or is a
    district that the standard never had, 南坝区."""
    (level, first), *lower = name.reading.parts
    district = level is Level.COUNTY and first.endswith("区") and not is_zone(first)
    unknown = district and not lower and not gazetteer.find(first)
    return unknown or gazetteer.is_unknown_area(level, first)


def lowered(name: Name, parents: Parts) -> Name:
    """Return the name as it reads beneath its parents: 琉璃河地区 under a county is a township, and
    花园北区第二社区 under a township a community."""
    lowest = max((level.depth for level, _ in parents), default=-1)
    if lowest < _COUNTY:
        return name
    reading = name.reading
    if lowest == Level.TOWNSHIP.depth:
        reading = below_township(name.text, reading)
    county = next((text for level, text in parents if level is Level.COUNTY), "")
    return name._replace(reading=below_county(name.text, reading, county))


def _notes(notes: str, reading: Reading) -> tuple[str, tuple[str, ...], Parts]:
    """Read marks and brackets behind a name: the note, the former names, parents stated there."""
    said = [bit.strip() for bit in _NOTE.findall(notes)]
    above: Parts = ()
    kept, former = [], []
    for bit in said:
        inner = _together(_within(bit)) if bit[0] in OPENING else bit
        parents, more = stated_first(inner) if bit[0] in OPENING else ((), "")
        parents = parents or (_short_city(inner, reading) if bit[0] in OPENING else ())
        if parents and parents[-1] == reading.parts[0]:
            parents = parents[:-1]  # 白溪街道东岭社区（清岗市白溪街道）
        if parents and parents[-1][0].depth < reading.parts[0][0].depth:
            above = parents
            kept += [more] if more else []
            former += former_names(more)
            continue
        if len(parents) > 1 and parents[-1][0] is reading.level and len(reading.parts) == 1:
            # 青溪小镇（清岗市白石镇） lies in what holds the town.
            above = tuple(part for part in parents if part[0].depth < reading.level.depth)
        elif not parents and bit[0] in OPENING and not above:
            above = _place_begun(inner, reading)
        kept.append(inner)
        former += former_names(inner)
    return "; ".join(kept), tuple(former), above


def _within(bracket: str) -> str:
    """Return what stands in a bracket, which the line's end may have left open."""
    closed = bracket[-1] in "）)】〕]"
    return (bracket[1:-1] if closed else bracket[1:].rstrip("；;，,、 ")).strip()


def _together(text: str) -> str:
    """Return a text whose characters are set apart without the blanks: 清 岗 市 白 溪 镇.

    >>> _together("清 岗 市"), _together("清岗市 白溪镇")
    ('清岗市', '清岗市 白溪镇')
    """
    bits = text.split()
    return "".join(bits) if len(bits) > 1 and max(map(len, bits)) == 1 else text


_DIVISION_END = pattern(r"[市州盟县区旗]")
_LONGEST_PLACE = 24
# What lies in a county ends so, and what one does there (代管, 帮扶) does not.
_SPOT = pattern(r"(?:[园苑城坊里厦路街巷弄场桥道湖岛湾港站坝坪岭山河区]|基地|\d+号)$")


def ends_like_a_spot(text: str) -> bool:
    """Tell whether a text without a unit's kind ends like a place, and not like a person or a body.

    >>> [ends_like_a_spot(text) for text in ("石桥花园", "农业农村局", "张三")]
    [True, False, False]
    """
    return _SPOT.search(text) is not None


def _place_begun(inner: str, reading: Reading) -> Parts:
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


_TOWN = pattern(r"\p{Han}{2,16}")


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


def _as_the_bracket_says(core: str, reading: Reading, notes: str) -> Reading:
    """Return the reading of a name whose place the bracket behind it states, and which seems to
    begin with that place or another one: 石桥街后街社区（清岗区石桥街街道）, 花园北区第三社区.

    It lies in no second town: 东岗镇村社区（白溪区东岗街道）; nor in a second county: a regiment of
    the corps, and a zone that is called by a city (清岗经济开发区（清岗市白溪县）).
    """
    bits = (bit.strip() for bit in _NOTE.findall(notes))
    stated = [stated_first(bit[1:-1].strip())[0] for bit in bits if bit[0] in OPENING]
    places = [parts[-1] for parts in stated if parts]
    if any(level is Level.COUNTY for level, _ in places):
        reading = below_county(core, reading)
    if any(level is Level.TOWNSHIP for level, _ in places) and len(reading.parts) == 1:
        return below_township(core, reading)
    (first, town), *rest = reading.parts
    if reading.level is not Level.COMMUNITY or not rest:
        return reading
    towns = [place for place in places if place[0] is Level.TOWNSHIP]
    if first is Level.TOWNSHIP and towns and (first, town) not in towns:
        return parse(core, below=first) or reading
    return below_township(core, reading) if towns else reading


def _stated_parents(inner: str) -> Parts:
    """Return the parents that a bracket states: （河北省承德市）, （贵州）."""
    parent = read_unit(inner) if inner[:1] not in _EARLIER else None
    if parent is not None and (parent.sure >= CERTAIN or _may_hold_units(parent)):
        return parent.parts
    return whole_name(inner, Level.PROVINCE)


# What says that the rest of a bracket is where its unit lies, or where all before it do.
_LIES_IN = pattern(
    r"^(?:[均都皆同]?(?:隶属|位于|地处|坐落|所属|从属|属于?(?!地))[于在]?|[均都皆]为)[：:]?\s*(?=\p{Han}{2})"
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
    whole = _set_apart(place) or _stated_parents(place)
    bits = [bit.strip() for bit in _BIT.split(place)]
    if whole or len(bits) == 1 or sum(map(_names_a_unit, bits)) > 1:
        return whole, ""
    for at in (0, -1):
        if parents := _stated_parents(bits[at]):
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


def _names_a_unit(text: str) -> bool:
    reading = read_unit(text)
    return reading is not None and reading.sure >= CERTAIN


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


def _short_city(inner: str, reading: Reading) -> Parts:
    """Return the city that a bracket states without its kind, where by the codes it holds the unit:
    （唐山）."""
    city = whole_name(inner, Level.PREFECTURE) if 1 < len(inner) < _COUNTY + 3 else ()
    return city if city and holds(city[0], reading.parts[0]) is True else ()


def former_names(note: str) -> list[str]:
    """Return the names that a unit had or has at another time, as a note gives them.

    >>> former_names("原甲镇乙村"), former_names("现更名为丙村"), former_names("现状良好")
    (['甲镇乙村'], ['丙村'], [])
    >>> former_names("原石桥村、永和村合并而成"), former_names("原石桥村与和平村合并")
    (['石桥村', '永和村'], ['石桥村', '和平村'])
    >>> former_names("石桥、长坝两村合村并居"), former_names("石桥村、长坝村合并申报")
    (['石桥村', '长坝村'], [])
    >>> former_names("石桥村更名而来"), former_names("石桥村更名申报")
    (['石桥村'], [])
    >>> former_names("2020年由石桥村更名"), former_names("原石桥、长坝两村合并")
    (['石桥村'], ['石桥村', '长坝村'])
    >>> former_names("合并石桥村、长坝村"), former_names("原石桥村和原长坝村")
    (['石桥村', '长坝村'], ['石桥村', '长坝村'])
    """
    names = []
    for match in _FORMER.finditer(note):
        pieces = joined(next(filter(None, match.groups())))
        said = [_AROUND_FORMER.sub("", each.strip()) for each in pieces]
        together = match["joint"] or (len(pieces) > 1 and match["named"])
        kind = _KIND_OF_ALL.search(match[0] if together else "")
        for name in said:
            whole = name + kind["kind"] if kind and not name.endswith(kind["kind"]) else name
            names += [each for each in (name, whole) if read_unit(each) is not None][:1]
    return names
