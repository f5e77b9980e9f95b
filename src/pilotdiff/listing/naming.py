"""The unit that a text names, and how surely it names one."""

from functools import cache, lru_cache

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.lines.headings import speaks_of_programme
from pilotdiff.listing.unit_names.phrases_like_units import is_sound, places_within
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import (
    PLACEHOLDERS,
    Reading,
    gazetteer,
    has_generic_stem,
    kind_words,
    parse,
    split,
    whole_name,
)
from pilotdiff.names.called_by_programmes import is_of_programmes, titles_borne
from pilotdiff.names.head_words import is_head_word
from pilotdiff.names.kinds import names_peoples_alone
from pilotdiff.names.settlements import ends_of_villages
from pilotdiff.patterns import END_OF_A_NAME, pattern

_COUNTY = Level.COUNTY.depth
DOUBTFUL = 0.1
CERTAIN = 0.9
# Farms of a family and cooperatives are named after their village, and lie in it.
_ENTERPRISE_END = ("家庭农场", "合作社")
_VERB = pattern(
    r"^是.+的|.{4}的.|是指|被(?=评|确|命|认|授|列|选)|"
    rf"{END_OF_A_NAME}(?:是|等(?:分别)?为|为(?=.{{0,10}}(?:示范|试点|星级|[省市县区]级|先进|样板)))|评为|列为|定为|命名|认定|入选|入围|(?<=[省市州盟县区旗])上榜|荣获|获评|获奖|获得|授予|关于|行政区划|[整并名]后|并入|划归|划入|撤并|(?:委会|政府|办事处)驻(?!址)|办公地[点址][为在]",
    needs="是的被为评列定命认入上荣获授关划后撤驻点址",
)
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
_TWO_PARTS = 2


_NAME_AND_CALLED = pattern(rf"{END_OF_A_NAME}为(?P<called>\p{{Han}}{{3,12}})$", needs="为")


def _is_called_so(text: str) -> bool:
    """Tell whether a text ends with what a programme calls the unit before it: 东岭村为平安村."""
    found = _NAME_AND_CALLED.search(text)
    return found is not None and is_of_programmes(Level.COMMUNITY, found["called"])


@cache
def last_characters() -> frozenset[str]:
    """Return the characters with which the words for kinds of units end, and that of a lost one."""
    return frozenset(word[-1] for level in LEVELS for word in kind_words(level)) | {"〓"}


# What closes a row, and no village is called: 东岭村（白石镇）等村.
_AND_OTHERS = pattern(r"等(?:村|社区|镇|乡|街道|[市州县区旗])", needs="等")


@lru_cache(maxsize=1 << 15)
def read_unit(text: str, level: Level | None = None) -> Reading | None:
    """Return a text that is one unit's path and nothing else, but for blanks around it; wording of
    headings is doubtful.

    >>> [name for _, name in read_unit("清岗县白溪镇").parts]
    ['清岗县', '白溪镇']
    """
    text = text.strip()
    if len(text) < 2:
        return None
    kind = level is not None or text[-1] in last_characters()
    if not kind and next(ends_of_villages(text), None) is None:
        return None
    if is_head_word(text) or text in PLACEHOLDERS or _VERB.search(text) or _is_called_so(text):
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
    if reading is None or not is_sound(reading) or places_within(reading.parts[-1][1]):
        return None
    if reading.parts[-1][1] in PLACEHOLDERS or _AND_OTHERS.fullmatch(reading.parts[-1][1]):
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


def is_surely_a_unit(text: str) -> bool:
    """Tell whether a text surely names a unit, of whatever tier: 白溪镇, but not 示范镇."""
    reading = read_unit(text)
    return reading is not None and reading.sure >= CERTAIN


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


def village_like_a_title(text: str) -> Reading | None:
    """Return a village in its town whose name is a word of titles, which few villages are called
    by; None for any other text.

    >>> village_like_a_title("白溪镇生态社区").parts[-1][1], village_like_a_title("生态社区")
    ('生态社区', None)
    """
    reading = parse(text)
    tiers = [level for level, _ in reading.parts[-2:]] if reading is not None else []
    if reading is None or tiers != [Level.TOWNSHIP, Level.COMMUNITY] or not is_sound(reading):
        return None
    return reading if has_generic_stem(*reading.parts[-1]) else None


def vouched_by_its_town(reading: Reading, above: Parts) -> Reading:
    """Return the reading of a village that bears a title's word for its name, sure where a bracket
    behind it states the town that it lies in: 文明村（清岗县白溪镇）."""
    in_town = Reading((*above, *reading.parts), reading.level, reading.sure)
    return reading._replace(sure=1.0) if above and _bears_a_title(in_town) else reading


def _bears_a_title(reading: Reading) -> bool:
    """Tell whether a village in its town bears a title's word for its name, as hundreds do:
    清岗镇文明村, but not 清岗镇示范村."""
    *above, (level, name) = reading.parts
    in_town = bool(above) and above[-1][0] is Level.TOWNSHIP and level is Level.COMMUNITY
    return in_town and split(level, name)[0] in titles_borne()


def _may_be_titled(reading: Reading) -> bool:
    """Tell whether a unit stands alone or two tiers below a place, as words of titles do:
    清岗省平安农机|示范县."""
    tiers = [level.depth for level, _ in reading.parts]
    return len(tiers) == 1 or (len(tiers) == _TWO_PARTS and tiers[1] - tiers[0] > 1)
