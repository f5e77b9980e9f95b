"""What a heading says of the entries under it: level, category, how many, which unit."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.facts.list_totals import counts_in
from pilotdiff.facts.numerals import CHINESE, NUMBER, numeral, trailing_count
from pilotdiff.listing.categories import canonical
from pilotdiff.listing.lines.cuts import CLOSING, OPENING
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import Level
from pilotdiff.names import PLACEHOLDERS, gazetteer, has_generic_stem, split
from pilotdiff.names.called_by_programmes import is_of_programmes, programme_words
from pilotdiff.names.head_words import head_level, head_words, listed_tiers
from pilotdiff.names.regions import is_region
from pilotdiff.patterns import pattern

_YEAR = r"(?:19|20)\d\d\s?年度?"
_BATCH = pattern(
    rf"(?:{_YEAR})?(?:第(?:{CHINESE}+|\d+)批|首批)(?:次)?(?:[（(]\d{{4}}年?(?:度)?[）)])?|{_YEAR}"
)
_WORDING = pattern(
    r"(?:试点|示范|创建|培育|建设|先行|先进|优秀|样板|达标|入选|候选|推荐|承担|项目|工作|任务|单位|的)+$"
)


class Heading(NamedTuple):
    """A heading read.

    title     without its list word and count
    level     the tier of the entries, None when it names none or several
    category  the type of the entries, canonical, "" when it gives none
    declared  how many entries it announces
    units     the text that names its units: 试点单位：甲街道
    listing   whether it speaks of a list by its own words (名单, a level, a type, a count, a batch)
    groups    whether it groups the counties right under the province: 省直管县
    """

    title: str
    level: Level | None = None
    category: str = ""
    declared: int | None = None
    units: str = ""
    listing: bool = False
    groups: bool = False


# What units are called that a list of any tier honours: 省级放心消费示范城市, 首批试点, 先进集体.
_HONOURED = pattern(
    r"(?:试点|示范|试验|实验|先行|先进|模范|样板|标杆|文明|卫生|宜居|创建|培育|达标|优秀|入选|表扬|表彰|命名)"
    r"(?:城市|地区|单位|区域|片区|集体|对象|主体|基地)?$"
)


def names_honoured(title: str) -> bool:
    """Tell whether a heading ends with what a list calls its units, of whatever tier.

    >>> names_honoured("省级放心消费示范城市"), names_honoured("热门城市")
    (True, False)
    """
    return _HONOURED.search(title) is not None


_RANK = pattern(r"(?:国家|省部?|市|县|区|乡|镇|村)级")
_PILOTS = pattern(r"试点(?:单位)?$")
_LIST_WORD = pattern(
    r"(?:(?:候选|推荐|入围|入选|初审|拟[^，。]{0,8}?)?(?:单位|对象)?(?:名单|名册|名录|目录|一览表?|汇总表|情况表|统计表|公示表|清单))"
    # Of which part of the whole: 名单（清岗）.
    r"(?:的?(?:公示|公告|公布|通知))?(?:如下|见下|附后)?(?:[（(]\p{Han}{2,8}[）)])?$"
)
# What a type is tried at, not who calls it so: 议事规则型村级试点, but not 省级试点.
_AT_LEVEL = pattern(r"(?<=[型类式化])(?P<level>村|社区|乡镇|镇|街道)级$", needs="级")
_NAMED = pattern(
    r"^(?P<title>.*?)[（(【](?:[^（()）]{0,6}?(?:试点|示范|承担|实施|责任|建设|创建|培育)?(?:单位|地区|社区|街道|乡镇|村))[:：](?P<units>[^（）]+)[）)】]$",
    needs="：:",
)
# How many of what a heading ends with were chosen: 我县5个村, 全市共评出5个示范村.
_CHOSEN = pattern(
    rf"(?:[我全本][省市州盟县区旗镇乡]|获奖|{ENTERED}|评选?出|选出|命名|认定|新增|共计?|有|的)+"
    rf"(?P<number>{NUMBER})[个家]\p{{Han}}{{1,10}}",
    needs="个家",
)
# What there are with those chosen before: 清岗省“文明城市”增至7个.
_SO_FAR = pattern(r"(?:增至|升至|增加到|累计(?:达到?|有)?|总数(?:达到?|为))\s*$", needs="至到累总")


def read_heading(text: str) -> Heading:
    """Read a heading that stands without its number and without a closing colon.

    >>> read_heading("便民服务型试点社区").category
    '便民服务型'
    """
    text = text.strip().rstrip("：:")
    named = _NAMED.match(text)
    units = named["units"] if named else ""
    body = title = named["title"] if named else text
    count = trailing_count(body)
    if count is not None and _SO_FAR.search(body[: count.start]):
        count = None
    if count is not None:
        body = body[: count.start].rstrip("，, （(")
    body = _in_brackets(body)
    if groups_counties(body):
        return Heading(title, declared=count.number if count else None, listing=True, groups=True)
    listed = _unquoted(_LIST_WORD.sub("", body))
    core = _WORDING.sub("", listed) if listed != body or units else listed
    core = _AT_LEVEL.sub(r"\g<level>", core)
    level, stem = _tier_and_stem(core, listed)
    tiers = listed_tiers(body)
    several = _counts_several(body) or len(tiers) > 1
    if level is not None and (several or (core != body and _names_a_place(core))):
        level = None
    chosen = _CHOSEN.fullmatch(body) if level is not None and count is None else None
    declared = numeral(chosen["number"]) if chosen else count and count.number
    category = _category(stem if level else _WORDING.sub("", core))
    if _RANK.fullmatch(body):
        category = body
    told = listed != body or level is not None or bool(category) or count is not None
    told = told or is_region(body) or (len(tiers) > 1 and _AND.search(body) is None)
    return Heading(
        title,
        level,
        category,
        declared,
        units,
        told or bool(_BATCH.fullmatch(body)),
    )


def _tier_and_stem(core: str, listed: str) -> tuple[Level | None, str]:
    """Return the tier that a heading's wording names, and what stands before it; `core` is that
    without the words of a programme at its end. Districts are called 城区 behind words of
    programmes alone; some bear that name."""
    called = listed.removesuffix("城区")
    of_programme = _HONOURED.search(called) or called.endswith(tuple(programme_words()))
    if called != listed and of_programme:
        return Level.COUNTY, called
    level, stem = head_level(core)
    if level is None and core != listed:
        return head_level(listed)
    if level is None:
        trimmed = _PILOTS.sub("", core)
        level, stem = head_level(trimmed) if trimmed != core else (level, stem)
    return level, stem


_BRACKETS = pattern(r"[（(）)、，\s]")


def groups_counties(text: str) -> bool:
    """Tell whether a text groups counties under no prefecture, or under several of which the codes
    must tell: 省直管县（市）, 大理州、楚雄州（5个）.

    >>> groups_counties("省直辖县级行政单位"), groups_counties("定州市")
    (True, False)
    >>> groups_counties("喀什地区和和田地区（5个）"), groups_counties("大理州、定州市")
    (True, False)
    """
    bare = _BRACKETS.sub("", text)
    return (bare in PLACEHOLDERS and "直" in bare) or _names_prefectures(text)


def _names_prefectures(text: str) -> bool:
    """Tell whether a text is the names of several prefectures that all know, and their number."""
    count = trailing_count(text)
    places = [place.strip() for place in _AND.split(text[: count.start] if count else text)]
    return len(places) > 1 and all(
        any(found.level is Level.PREFECTURE for found in gazetteer.find_whole(place))
        for place in places
    )


_AND = pattern(r"、|(?<=[市州区盟])[和与]")


_BRACKET = pattern(r"[（(【〔\[）)】〕\]]")


def _in_brackets(text: str) -> str:
    """Return the wording of a heading that stands in brackets: 【便民服务型】."""
    inner = text[1:-1].strip()
    whole = len(text) > 2 and text[0] in OPENING and text[-1] in CLOSING
    return inner if whole and _BRACKET.search(inner) is None else text


def _counts_several(text: str) -> bool:
    """Tell whether a heading counts units of several levels: 3个乡镇、1个村名单."""
    return len({level for _, level in counts_in(text)} - {None}) > 1


def _names_a_place(text: str) -> bool:
    """Tell whether what a heading speaks of is the place whose list it is: 湖南省|试点名单."""
    return bool(gazetteer.find_whole(_LABEL.sub("", text)))


# What a list of several is called by: 附件1：, 表2.
_LABEL = pattern(r"^(?:附?[件表]|附)\s*[\d一二三四五六七八九十]{0,3}[\s：:、.．]*", needs="附件表")


def of_what_lies_in(heading: Heading, text: str, place: str) -> Heading:
    """Return the heading of a list of what lies in a place, whose own kind is no tier of the list:
    白石镇名单.

    >>> of_what_lies_in(read_heading("白石镇名单"), "白石镇名单", "白石镇").level is None
    True
    """
    at = text.rfind(place)
    return (
        heading._replace(level=read_heading(text[at + len(place) :]).level) if at >= 0 else heading
    )


_HONOUR = pattern(
    r"(?P<before>[^“”「」\"]*)[“「\"](?P<honour>[^“”「」\"]{3,40})[”」\"]的?", needs='“「"'
)


def _unquoted(text: str) -> str:
    """Return the name of an honour without its quotation marks:
    第九批“全国民主法治示范村（社区）”."""
    match = _HONOUR.fullmatch(text)
    if match is None or head_level(match["honour"])[0] is None:
        return text
    return match["before"] + match["honour"]


_QUOTED = pattern(r"[“\"「『][^“”\"「」『』]{1,40}[”\"」』]", needs='“"「『')
# 清岗市生态文化村 are of no type, 清岗市数字化社区 are.
_TYPE = pattern(
    r"(?:型|类|式|类型|(?<!文)化|[一二三特]等奖?|优秀奖|优胜奖|[A-E甲乙丙丁]级|[1-5]A级?|[一二三四五]星级)$"
)
_SCOPE = pattern(
    rf"^(?:(?:19|20)\d\d(?:[-—～~至](?:19|20)?\d\d)?年?度?|全[国省市县区州]|第(?:{CHINESE}+|\d+)批|首批|拟|新增|公布|关于"
    r"|[（(]\d{4}年?[）)]"
    # The title of news: 清岗市新增6个智慧型社区.
    r"|\p{Han}{0,8}?(?:新增|再添|新添|再获|入选|获评|上榜)\d{1,4}[个家])+"
)


def _category(stem: str) -> str:
    """Return the type named by what is left of a heading without its level word.

    >>> _category("清岗市新增6个智慧科技型"), _category("全国生态文化")
    ('智慧科技型', '')
    """
    stem = _WORDING.sub("", _SCOPE.sub("", stem)).strip("，、 ")
    if not stem or len(stem) > 30:
        return ""
    if _TYPE.search(stem) or _QUOTED.match(stem):
        return canonical(stem)
    return ""


# One honour of two tiers, by the stems of what reads as a town or two units: 茶叶名镇名, 经济强|强.
_TWO_HONOURS = pattern(
    r"(?P<honour>[名强美优])(?:[县镇乡村]|街道|\|)(?P=honour)$", needs="名强美优"
)


@cache
def _phrases() -> re.Pattern[str]:
    own = "|".join(phrases("headphrases.txt"))
    return pattern(f"{own}|(?:19|20)\\d\\d|第.{{1,3}}批|首批|的|型(?!关)")


# No honour is called so; 示范街 is one.
_ROADS = ("路", "大街", "大道", *(f"{side}街" for side in "东西南北中前后新老"), "新村", "巷")


def speaks_of_programme(stems: Sequence[str]) -> bool:
    """Tell whether what reads like a unit, given the stems of its parts, is the wording of a
    heading.

    One such word is enough where no parent vouches for the name (建设社区 may be one), in a
    path two must come together (船山区基层治理示范社区). A street of a road, 建设路街道 or
    建设北街街道, bears its name.
    """
    if _TWO_HONOURS.search("|".join(stems)) is not None:
        return True
    needed = 1 if len(stems) == 1 else 2
    told = (stem for stem in stems if len(stem) > 2 and not stem.endswith(_ROADS))
    return any(_count_of_phrases(stem) >= needed for stem in told)


def may_be_wording(level: Level, own: str) -> bool:
    """Tell whether a unit's own name is a word of headings or programmes, or several, and its kind;
    a village, a town or a county may bear some of them.

    >>> [may_be_wording(Level.COMMUNITY, name) for name in ("平安村", "治理示范社区", "东岭村")]
    [True, True, False]
    """
    if level.depth < Level.COUNTY.depth:
        return False
    if is_of_programmes(level, own) or has_generic_stem(level, own):
        return True
    stem, kind = split(level, own)
    return kind in head_words() and speaks_of_programme((stem, ""))


def tier_called(heading: Heading) -> Level | None:
    """Return the tier that a heading calls its units by, before it words of programmes alone, or
    none: 示范社区, （一）平安村, 乡镇; None for any other, as a town in brackets or a title.

    >>> tier_called(read_heading("示范社区（2个）")), tier_called(read_heading("（白溪镇）"))
    (<Level.COMMUNITY: 'community'>, None)
    """
    if heading.level is None or _LIST_WORD.search(heading.title):
        return None
    stem = head_level(_in_brackets(heading.title.strip()))[1]
    worded = not stem or stem in programme_words() or _count_of_phrases(stem) > 0
    return heading.level if worded else None


@lru_cache(maxsize=1 << 12)  # parents stand over many units
def _count_of_phrases(stem: str) -> int:
    return len(_phrases().findall(stem))


def is_batch(text: str) -> bool:
    """Tell whether a heading names a batch: 第二批, 首批(2017).

    >>> is_batch("第三批"), is_batch("试点名单")
    (True, False)
    """
    return _BATCH.fullmatch(text.strip()) is not None


def begins_with_a_batch(heading: Heading) -> bool:
    """Tell whether a heading begins with a batch or a year, and is no title of a list of one tier.

    >>> begins_with_a_batch(read_heading("2021年（3个）"))
    True
    >>> begins_with_a_batch(read_heading("第二批示范村名单"))
    False
    """
    titles = heading.level is not None and _LIST_WORD.search(heading.title) is not None
    return _BATCH.match(heading.title.lstrip("【[（(")) is not None and not titles


def behind_its_batch(text: str) -> str:
    """Return what stands behind the batch or year that a line begins with, "" where it begins with
    none.

    >>> behind_its_batch("第二批白溪镇"), behind_its_batch("白溪镇")
    ('白溪镇', '')
    """
    batch = _BATCH.match(text.strip())
    return text.strip()[batch.end() :].strip() if batch is not None else ""


# What there is beside those before it, and nothing more; no name begins so.
_MORE = pattern(r"其[他它余](?:[组类]|单位)?|新增|增补")


def names_a_group(title: str) -> bool:
    """Tell whether a heading without its number names a batch, or what there is beside those before
    it, and nothing else.

    >>> names_a_group("第二批"), names_a_group("其他"), names_a_group("其他村")
    (True, True, False)
    """
    return is_batch(title) or _MORE.fullmatch(title.strip()) is not None
