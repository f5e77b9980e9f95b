"""A place that a heading states: alone, short, spaced out, in brackets, or before damage."""

import re

from pilotdiff.facts.numerals import numeral, trailing_count
from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.institutions import governs, may_stand_among_names
from pilotdiff.listing.lines.cuts import CLOSING, OPENING
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.places_by_short_names import places_by_short_names
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import gazetteer, kind_words, whole_name
from pilotdiff.patterns import pattern

_LONGEST_SHORT = 8
_REPORTS = pattern(
    r"(?:来自|由)?(?P<reports>\p{Han}{2,24}?)的?(?:推荐|申报|上报|报送|选送)(?:的?(?:单位|名单|对象))?"
    r"|来自(?P<whose>\p{Han}{2,24}?)的?"
    r"|[<＜〈《「『](?P<quoted>\p{Han}{2,24})[>＞〉》」』]",
    needs="荐报送来<＜〈《「『",
)
_AREA = pattern(
    r"(?:[场区园镇乡村县市旗]|街道|委员会|管委会|工委|办事处|管理[处局]|集团|公司|公所|景区|渔业社)$"
)
# Not one of them but any: 各县, 本市.
_ANY = pattern(r"[各本该全每]|有关|相关|所在|上级|下级|单位|基层|自[愿行主]")


def short_place(text: str, lowest: Level = Level.PREFECTURE) -> Parts:
    """Return the division down to a tier that is all of a text: 河北, 河 北, 咸阳; () for none.

    >>> [name for _, name in short_place("四川")]
    ['四川省']
    """
    bare = re.sub(r"\s+", "", text)
    if not 2 <= len(bare) <= _LONGEST_SHORT:
        return ()
    tiers = LEVELS[: lowest.depth + 1]
    return next((found for tier in tiers if (found := whole_name(bare, tier))), ())


_COUNTED = pattern(
    r"^(?P<place>\D{2,12}?)[\s：:（(—–－]*(?:共|计)?\s*(?P<count>\d{1,4})\s*[个家项处名]?[）)]?$"
)
_LONGEST_COUNTED = 80


def counted_place(text: str) -> tuple[Parts, int | None]:
    """Return the place that a text names with a number behind it: 河北（2个）, 河北 2.

    >>> counted_place("四川省3个")[1]
    3
    """
    text = text.strip()
    match = _COUNTED.match(text) if len(text) <= _LONGEST_COUNTED else None
    place = match["place"].strip() if match else ""
    parts = _by_two_names(place) or _whole(place.strip("【】[]〔〕（）()"))
    if parts and parts[-1][0].depth > Level.COUNTY.depth and text[-1].isdecimal():
        return (), None  # 清岗县白溪镇 3: the number of the name stands behind it
    return (parts, int(match["count"])) if match and parts else ((), None)


# A zone and the district that it is run with: 高新区（新市区）.
_TWO_NAMES = pattern(
    r"(?P<zone>\p{Han}{2,12}区)\s*[（(](?P<own>\p{Han}{1,8}[区县市])[）)]", needs="（("
)


def _by_two_names(text: str) -> Parts:
    """Return the district of the standard that brackets behind a zone name; () for any other."""
    both = _TWO_NAMES.fullmatch(text)
    if both is None or not gazetteer.find(both["own"]):
        return ()
    is_zone = lone_zone(both["zone"]) is not None or _whole(both["zone"])
    return _whole(both["own"]) if is_zone else ()


_PART_OF = pattern(r"(?:部分|地区|片区|篇|专场|名单|入选|上榜|的)+$")
_COUNT = pattern(r"[，,：:\s]*(?:共|计)?\s*\d+\s*[个家项处条座名]?$")


def stated_place(text: str) -> tuple[Parts, int | None]:
    """Return the place that brackets state, and how many it has there: 湖北2个, 福建部分,
    咸阳市."""
    count = None
    if match := _COUNT.search(text):
        counted = trailing_count(text) or trailing_count(match[0] + "个")
        text, count = text[: match.start()], counted.number if counted else None
    bare = re.sub(r"\s+", "", text)
    bare = _PART_OF.sub("", bare) if not _whole(bare) else bare
    return _whole(bare), count


def _whole(text: str) -> Parts:
    if len(text) < 2:
        return ()
    reading = read_unit(text)
    if reading is not None and reading.sure >= CERTAIN:
        return reading.parts
    return short_place(text) or places_by_short_names(text)


# Kinds that heads of lists bear, and no zone alone does.
_HONOURED = pattern(r"(?:示范|实验|试验|合作|自治)[区县旗]|委员会$|^行委$|^新区$|^园区$|^工业园")


_TWO_ZONES = pattern(r"(?P<zone>\p{Han}{3,8})[（(](?P<also>\p{Han}{3,8})[）)]", needs="（(")


def lone_zone(text: str) -> Name | None:
    """Return a zone called by its kind alone as a name, 高新区, 经开区, also with another in
    brackets, 高新区（经开区）; None for anything else.

    实验区 and 示范区 are what lists are of.

    >>> lone_zone("高新区") is None, lone_zone("示范区") is None, lone_zone("清岗区") is None
    (False, True, True)
    """
    words = kind_words(Level.COUNTY)
    bare = text.strip()
    if (both := _TWO_ZONES.fullmatch(bare)) is not None and both["also"] in words:
        bare = both["zone"]
    word = words.get(bare)
    if word is None or len(bare) < 3 or _HONOURED.search(bare):
        return None
    return read_name(bare, 0, len(bare))


def without_count(text: str) -> tuple[str, int | None]:
    """Return a text without the number behind it, and that number: 高新区（2个）.

    >>> without_count("高新区（2个）"), without_count("高新区")
    (('高新区', 2), ('高新区', None))
    """
    counted = trailing_count(text)
    if counted is None:
        return text, None
    return text[: counted.start].rstrip("（(：:共 "), counted.number


_BODY = pattern(
    r"(?:农垦(?:总?局|集团|事业管理局)?|森工(?:集团|总局)?|林管局|国有林(?:区)?管理局)(?:有限(?:责任)?公司)?$",
    needs="农森林",
)


def body_of_a_place(text: str) -> Parts:
    """Return the province of a body over farms and forests, which lists put among provinces:
    黑龙江省农垦总局.

    >>> [name for _, name in body_of_a_place("黑龙江省农垦总局")]
    ['黑龙江省']
    """
    if _BODY.search(text.strip()) is None:
        return ()
    units = leading_units(text)
    parts = _whole(units[0]) if units else ()
    return parts if parts and parts[0][0] is Level.PROVINCE else _province_before(text)


def _province_before(text: str) -> Parts:
    """Return the province that a text begins with, its kind left out: 内蒙古森工集团."""
    return next((found for end in (3, 2) if (found := whole_name(text[:end], Level.PROVINCE))), ())


_BRACKETS = pattern(
    r"[（(【〔\[](?P<inner>[^（()）【】〔〕\[\]]{2,24})[）)】〕\]]$", needs="（(【〔["
)


def bracketed_place(text: str) -> tuple[str, Parts, int | None]:
    """Return a heading without the bracket at its end that states a place, that place, and a count.

    The place is () where no bracket states one; the heading is "" where it is the bracket alone.

    >>> bracketed_place("试点单位（成都市）")[0]
    '试点单位'
    """
    text = text.strip()
    match = _BRACKETS.search(text)
    if match is None:
        return text, (), None
    parts, count = stated_place(match["inner"])
    return (text[: match.start()].strip(), parts, count) if parts else (text, (), None)


# What is left of a broken bracket or a forum's rubbish: ?。1個)   (2个) yX)tFM
_REST = pattern(r"^\P{Han}*?(?P<count>\d+)\s*[个個家]\P{Han}*$|^\P{Han}+$")


def place_before_rubbish(text: str) -> tuple[Parts, int | None]:
    """Return the province or prefecture that opens a text whose rest is damage or rubbish:
    河北?。1個)."""
    units = leading_units(text)
    if len(units) != 1:
        return (), None
    parts = _whole(units[0])
    if not parts or parts[-1][0].depth > Level.COUNTY.depth:
        return (), None
    end = next(n for n in range(len(units[0]), 1, -1) if text.startswith(units[0][:n]))
    match = _REST.match(text[end:])
    if match is None:
        return (), None
    return parts, numeral(match["count"] or "")


def reporting_place(text: str) -> Parts:
    """Return the place that a line names as whose the names below are, with words of reporting or
    in signs: 清岗县上报, 来自清岗县的, <清岗县>; () for any other text.

    >>> [name for _, name in reporting_place("成都市金堂县报送")]
    ['成都市', '金堂县']
    >>> [name for _, name in reporting_place("金 堂 县 上 报")]
    ['金堂县']
    >>> reporting_place("金堂县"), reporting_place("单位申报")
    ((), ())
    """
    match = _REPORTS.fullmatch("".join(text.split()))
    return _whole(next(filter(None, match.groups()))) if match is not None else ()


def unread_reporter(text: str) -> str:
    """Return what a line names, in words of reporting, as whose the names below are, where it is no
    known place; "" for any other line.

    >>> unread_reporter("清岗林场上报"), unread_reporter("金堂县上报"), unread_reporter("各县申报")
    ('清岗林场', '', '')
    """
    match = _REPORTS.fullmatch("".join(text.strip().rstrip("：:").split()))
    name = (match["reports"] or match["whose"] or "") if match is not None else ""
    if not name or _whole(name) or not may_stand_among_names(name):
        return ""
    return name if _AREA.search(name) is not None and not _ANY.match(name) else ""


def tiers_over(text: str) -> tuple[Level, ...]:
    """Return the tiers at which may stand what a line that is not read names: who reports the names
    below, at any; the body over an area, beside towns, where others may be units themselves.

    >>> [level.value for level in tiers_over("清岗社区工作委员会")], tiers_over("清岗站")
    (['township'], ())
    """
    if unread_reporter(text):
        return LEVELS
    return (Level.TOWNSHIP,) if governs(text) else ()


_LEAD_IN = pattern(
    r"^(?:以下|下列|下面|其中|现将|附件?|续?附?表(?=\s*\d)|\d{4}\s*年度?|[为是：:，,\d]|\s)+"
)


def leading_place(text: str) -> Parts:
    """Return the place that opens the wording of a heading: 成都市示范村名单,
    以下为绵阳市的示范村.

    >>> [name for _, name in leading_place("成都市试点名单")]
    ['成都市']
    >>> [name for _, name in leading_place("2023年度成都市试点名单")]
    ['成都市']
    """
    text = _LEAD_IN.sub("", text.strip())
    parts: Parts = ()
    for unit in leading_units(text):
        parts = (*parts, *_whole(unit))
    return parts


def leading_name(text: str) -> tuple[Parts, str]:
    """Return the county or town that opens the wording of a heading, known or not, and what is left
    of it; () where it opens with none.

    >>> [name for _, name in leading_name("附件1：白石镇示范村名单")[0]]
    ['白石镇']
    >>> leading_name("【白石镇】示范村名单")[1]
    '示范村名单'
    """
    text = _LEAD_IN.sub("", re.sub(r"\s+", "", text)).lstrip(OPENING)
    for end in range(min(len(text) - 1, _LONGEST_PLACE), 2, -1):
        ends = text[end - 1] in _PLACE_ENDS and text[end - 1 : end + 1] not in _WITHIN_WORDS
        reading = read_unit(text[:end]) if ends else None
        if reading is None or reading.sure < _NAMED or reading.level not in _OVER_LISTS:
            continue
        rest = text[end:].strip().lstrip(CLOSING)
        if read_heading(rest).listing or len(rest.rstrip("：:")) <= _SHORT_REST:
            return reading.parts, rest
    return (), text


# Behind which character a county or a town may end; how sure a reading must be, of those that
# nothing vouches for but that several headings are alike.
_PLACE_ENDS = frozenset("市县区旗镇乡道木")
_WITHIN_WORDS = ("区划", "区域", "县域", "镇域", "市场")
_NAMED = 0.7
_LONGEST_PLACE = 24
_SHORT_REST = 8
_OVER_LISTS = (Level.COUNTY, Level.TOWNSHIP)


def leads_in(text: str) -> bool:
    """Tell whether words lead in to what follows: 以下为, 下面是.

    >>> leads_in("以下单位："), leads_in("清岗县")
    (True, False)
    """
    return text.lstrip()[:2] in ("以下", "下列", "下面")
