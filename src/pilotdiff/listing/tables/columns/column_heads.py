"""What the heading of a column says that it holds, in either language."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from pilotdiff.listing.tables.columns.ticks import asks_whether
from pilotdiff.listing.vocabulary import rows_of_words
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import gazetteer, known, parse
from pilotdiff.names.head_words import head_level, head_words
from pilotdiff.patterns import IN_BRACKETS, pattern
from pilotdiff.repair import to_simplified
from pilotdiff.repair.pinyin import drop_annotations

# What the columns of units are, by the roles that their headings give them.
LEVEL_ROLES = {level.value: level for level in LEVELS}
UNIT_ROLES = frozenset({"name", *LEVEL_ROLES})
_LONGEST = 24


def told_level(cell: str) -> Level | None:
    """Return the tier that a cell of a column of tiers names, None for none.

    >>> told_level("县级"), told_level("village"), told_level("")
    (<Level.COUNTY: 'county'>, None, None)
    """
    return LEVEL_ROLES.get(cell.lower()) or head_level(cell)[0] if cell else None


@cache
def _roles() -> dict[str, str]:
    table = {word: level.value for word, level in head_words().items()}
    return table | {word: role for role, word in rows_of_words("columns.txt")}


_LEVELS = frozenset(level.value for level in Level)
_WHERE = pattern(r"^.+?(?:所在|所属|隶属|归属)的?(?=.)")
_COUNTED = pattern(r"[（(]\s*(?:第?.{1,3}批\s*[、，,]?\s*)?(?:共|计)?\s*\d+\s*[个名家]\s*[）)]$")
# What stands at the tier of the provinces beside them.
_AND_THE_CORPS = pattern(r"(?<=.)(?:[、，,]|以?及|和)(?:新疆)?(?:生产建设)?兵团$", needs="兵")
_FOOTNOTE = pattern(r"(?:\s*\[\s*(?:[註注备參参]|note|nb)?\s*\d{1,3}\s*\])+$")
_CHANGED = r"(?:区划调整|调整|变更|更名|改名|更正|勘误|撤并|合并|划转)"
_OLD = pattern(
    rf"(?:原|旧|曾用)(?!则|因|料)(?=.)|{_CHANGED}前|[划调转移迁]出(?=单位|地|[县区市乡镇街])"
)
# What a unit was before, and not what it was called: 原级别.
_RANK = pattern(r"(?:级别|层级|等级|类别|类型|批次|编号|编码|代码|得分|排名)")
_NOW = pattern(rf"{_CHANGED}后")
_NEW = pattern(rf"^(?:现|新(?=上级|所属|隶属|归属|所在)|{_CHANGED}后)(?:的)?(?=.)")
# Where a unit went: 划入单位, 调入县.
_INTO = pattern(r"[划调转移迁]入(?=单位$|地区?$|[县区市乡镇街])")


@lru_cache(maxsize=1 << 12)
def role(heading: str) -> str:
    """Return the role of a column by its heading, "" when the heading is no known one.

    >>> role("试点县（市、区）"), role("贫困县所在省"), role("canonical_name_zh"), role("主攻方向")
    ('county', 'province', 'name', '')
    >>> role("省（区、市）、兵团"), role("試點縣(市、區(qū))"), role("兵团")
    ('province', 'county', '')

    What was changed, and where a unit went:

    >>> role("更正前"), role("更正后"), role("原隶属"), role("现隶属"), role("划入县")
    ('former', 'name', 'former', 'place', 'county')

    A name that sounds like a heading is none:

    >>> role("原乡镇"), role("原阳县"), role("新乡市"), role("市辖区"), role("原级别")
    ('former', '', '', 'county', '')
    """
    heading = _FOOTNOTE.sub("", drop_annotations(heading.strip()).text)
    if heading.startswith("各") and heading.endswith(("：", ":")):
        return ""  # 各有关单位：, whom a document addresses
    counted, heading = is_counted_heading(heading), _COUNTED.sub("", heading)
    if _is_division(heading):
        return ""
    if (old := _OLD.match(heading)) and (len(old[0]) > 1 or _is_short_role(heading[old.end() :])):
        return "" if _RANK.fullmatch(heading, old.end()) else "former"
    if _NOW.fullmatch(heading):
        return "name"
    if into := _INTO.match(heading):
        told = role(heading[into.end() :])
        return told if told in _LEVELS else "place"
    heading = _NEW.sub("", heading)
    if not heading or (len(heading) > _LONGEST and not heading.isascii()):
        return ""
    if heading.isascii():
        return _english(heading)
    heading = _AND_THE_CORPS.sub("", to_simplified(heading))
    own = "note" if asks_whether(heading) else _chinese(heading)
    if own or (where := _WHERE.sub("", heading)) == heading:
        level = head_level(heading)[0] if counted and not own else None
        return level.value if level is not None else own
    return _chinese(where)


def is_counted_heading(heading: str) -> bool:
    """Tell whether a heading says how many units stand below: 示范区（2个）.

    >>> is_counted_heading("社区（共3个）"), is_counted_heading("社区")
    (True, False)
    """
    return _COUNTED.search(heading.strip()) is not None


def _is_short_role(heading: str) -> bool:
    """Tell whether a heading has a role; 原原原… would ask once for each of them."""
    return len(heading) <= _LONGEST and bool(role(heading))


def _is_division(text: str) -> bool:
    """Tell whether a cell is a division that the standard has: 新乡市, 原阳县, but no bare 城区."""
    return text not in _roles() and bool(gazetteer.find_whole(text))


def is_heading_word(text: str) -> bool:
    """Tell whether a text is the very word that heads columns, and no name.

    >>> is_heading_word("城市"), is_heading_word("低碳城市"), is_heading_word("清岗市")
    (True, False, False)
    """
    return text in _roles() and not _is_division(text)


_NO_WORDING = pattern(r"[\s（）()\[\]【】、，,/／·・*＊:：\-_]")
_BEFORE = pattern(
    r"^(?:所在|所属|所辖|隶属|归属|属(?=[地省市县])|具体|项目|涉及|覆盖|申报|推荐|承担|入选|先进|优秀|重点|试点|示范|实验|先行|培育|标杆|样板|创建|实施|建设|拟|整|新|[a-z甲乙丙丁一二三四]类"
    # What is to be done there: 改厕任务村, 年度任务镇.
    r"|\p{Han}{0,6}任务"
    # What part a village has in a group of several: 牵头村 | 成员村.
    r"|牵头|领办|带头|领头|成员|联建|结对|帮扶|受援|周边|辐射|抱团|带动|后进|薄弱|毗邻"
    # Where somebody is sent: 姓名 | 派驻村.
    r"|派驻|派往|驻点|蹲点|挂点|挂职|挂钩|挂联|包联|包保|帮联|帮包|联系|定点|对口|任职|所驻|下派)+"
)
_AFTER = pattern(r"(?:单位)?(?:名称|全称|名单|名|单位)$|盖章$|试点(?:单位)?$")
_NUMBERED = pattern(r"(?<=\p{Han})\s*[1-9１-９]$")
_CLOSING = pattern(rf"\s*{IN_BRACKETS}$")
# What the words of a heading say, the first of these that it has; that of a count comes between.
_FIRST_WORDS = (
    # Who helps a unit is none of the list.
    (
        "ignore",
        pattern(
            r"(?:帮扶|结对|支援|协作|联系|包联|派出|对口|共建|参与|参加|配合|成员|合作|支持|协办|施工|监理|设计|承建"
            r"|负责|主责|经办|采购|招标)"
            r".{0,4}(?:单位|部门|机构|企业)(?:名称)?$"
        ),
    ),
    ("name", pattern(r"^(?=.{2,8}$).*(?:单位|名称|名单)(?:名称)?$")),
    ("category", pattern(r"[社村镇街].*(?:类型|类别)$")),
    ("category", pattern(r"^(?:.{0,4}(?:类型|类别|等级|档次)划分|分类(?:类型|类别|等级)?)$")),
    ("note", pattern(r"(?:主题|备注)$")),
    (
        "count",
        pattern(
            r"(?:申报|推荐|分配|计划|任务|指标|目标|创建|认定|命名|入选|示范|试点|合格|通过|完成|评定)"
            r"(?:单位|总|[省市州县区旗]|乡镇|街道|[乡镇村]|社区)?数$"
        ),
    ),
)
_TWO = pattern(r"[/\\]")
_OF_A_COUNT = pattern(r"数量|个数|名额")
_OTHER_WORDS = (
    ("ignore", pattern(r"(?:资金|金额|人口|户数|面积)|(?:时间|日期|方式)$")),
    # Whom a table names, and where to reach them: 院长, 河长姓名, 法定代表人, 通讯地址.
    (
        "ignore",
        pattern(
            r"(?:姓名|人|书记|主任|经理|主席|[队会组团社园馆厂站所院校班行县市区乡镇街村河湖林田路片网]长|[^人成动]员)"
            r"(?:姓名|签字)?$"
        ),
    ),
    (
        "ignore",
        pattern(r"(?:地址|住址|电话|手机|号码|邮箱|邮编|邮政编码|传真|网址|微信|联系方式)$"),
    ),
    # Where a unit's government sits, and what it is next to, is no unit of the list.
    ("ignore", pattern(r"(?:驻地|首府|州府|盟府|省会|治所|行政中心|政府所在地)(?:驻地|名称)?$")),
    # What numbers papers, and no place: 证书号, 批文编号.
    (
        "ignore",
        pattern(
            r"(?:证|证书|证件|执照|牌|牌匾|批|批文|文件|公文|合同|发票|票|账|帐|银行卡|身份证|许可证?|信用|档案|订单)(?:的)?"
            r"(?:编号|号码?|编码|代码)$"
        ),
    ),
    ("parent", pattern(r"(?:上级|父级|父|上一级).*(?:代码|编码|编号)$")),
    ("id", pattern(r"(?:代码|编码)$")),
)


def _chinese(heading: str) -> str:
    key = _NO_WORDING.sub("", heading).lower()
    bare = _BEFORE.sub("", key)
    for form in (key, bare, _AFTER.sub("", key), _AFTER.sub("", bare)):
        if form in _roles():
            return _roles()[form]
    # 乡镇/农场; 县区\年份 stands in the corner, over the rows and beside the columns.
    both = {role(part) for part in _TWO.split(heading)} if _TWO.search(heading) else set()
    if len(both := both - {""}) == 1:
        return both.pop()
    outer = _CLOSING.sub("", heading)
    if said := _said(key, _FIRST_WORDS):
        return said
    if _OF_A_COUNT.search(_NO_WORDING.sub("", outer) or key):
        return "count"
    if said := _said(key, _OTHER_WORDS):
        return said
    level, stem = head_level(re.sub(r"\s", "", heading))
    if level is not None and not _BEFORE.sub("", stem):
        return level.value
    first, *others = heading.split() or [""]
    if len(others) == 1 and role(first) == "year":
        return role(others[0])  # 年份 试点城市: the heads of two columns that a print runs together
    # 示范乡镇（村）: what stands in brackets is of the tier below. 乡镇1 stands beside 乡镇2.
    outer = _NUMBERED.sub("", outer)
    return _chinese(outer) if outer and outer != heading else ""


def _said(key: str, table: Sequence[tuple[str, re.Pattern[str]]]) -> str:
    """Return the role of the first words of a table that the heading has; "" where it has none."""
    return next((said for said, words in table if words.search(key)), "")


@cache
def _english_words() -> dict[str, tuple[int, str]]:
    table = rows_of_words("heads_english.txt")
    return {word: (rank, found) for rank, (found, word) in reversed(list(enumerate(table)))}


_WORDS = pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def _english(heading: str) -> str:
    """Return the role of an English heading: whole, or by the first of its words that the table
    has."""
    key = re.sub(r"[\s_\-/.()]", "", heading).lower()
    for form in (heading.lower(), key):
        if form in _roles():
            return _roles()[form]
    both = {_english(part) for part in heading.split("/")} if "/" in heading else set()
    if len(both) == 1 and (both := both - {""}):
        return both.pop()
    words = {word.lower() for word in _WORDS.findall(heading)}
    known = [_english_words()[word] for word in words if word in _english_words()]
    return min(known)[1] if known else ""


_SHORTEST_ID = 8
_HEXADECIMAL = "0123456789abcdefABCDEF-"


def is_number(cell: str) -> bool:
    """Tell whether a cell begins with a digit, or is a number to the base of sixteen as ids are.

    >>> is_number("12"), is_number("dfec1760341e"), is_number("Column1")
    (True, True, False)
    """
    if cell[:1].isdigit():
        return True
    return len(cell) >= _SHORTEST_ID and not cell.strip(_HEXADECIMAL)


def is_head_row(cells: Sequence[str]) -> bool:
    """Tell whether a row's cells are headings: two known ones, or a lone one, and a third of
    all; no name of a division among them.

    >>> is_head_row(["县", "乡镇", "得分"]), is_head_row(["河南省", "县", "先进街道"])
    (True, False)
    >>> is_head_row(["新市镇", "建设村"]), is_head_row(["城镇街道办事处", "城关社区"])
    (False, False)

    A word for a tier that is no name makes headings of what stands beside it:

    >>> is_head_row(["乡镇", "2019", "2020年"]), is_head_row(["省", "城区"])
    (True, True)
    """
    filled = _without_years([text for cell in cells if (text := cell.strip())])
    tiers = {head_words()[text] for text in filled if text in head_words()}
    beside = [t for t in filled if tiers & _OVER_COUNTIES and _CITY_PROPER.fullmatch(t)]
    if any(_is_division(text) for text in filled if text not in beside):
        return False
    told = [found for text in filled if (found := role(text))] + ["county"] * len(beside)
    if not told or len(told) < min(2, len(filled)) or len(told) * 3 < len(filled):
        return False
    if all(map(_may_be_a_name, filled)):
        return False
    if not any(found not in ("ignore", "note", "count", "year") for found in told):
        return False
    return not any(map(_is_path, filled))


def _is_path(cell: str) -> bool:
    """Tell whether a cell names a unit with its parents, whatever beside it sounds like headings.

    >>> _is_path("安徽省歙县"), _is_path("县区乡镇")
    (True, False)
    """
    found = parse(cell)
    return found is not None and len(found.parts) > 1 and bool(known(found.parts[0][1]))


_YEAR = pattern(r"(?:19|20)\d\d(?:年(?:度)?)?")


_FEWEST_YEARS = 2


def _without_years(cells: list[str]) -> list[str]:
    """Return a row's cells without several years, each over a column of its own: 城市 | 2010 |
    2011."""
    years = [cell for cell in cells if _YEAR.fullmatch(cell)]
    if len(years) < _FEWEST_YEARS or len({*years}) < len(years):
        return cells
    return [cell for cell in cells if cell not in years]


_NAMING = pattern(r"(?:新|先进|建设|原|旧)")
# Beside the word for a tier above it a heading, elsewhere the name of several districts.
_OVER_COUNTIES = {Level.PROVINCE, Level.PREFECTURE}
_CITY_PROPER = pattern(r"(?:试点|示范)?(?:主|中心)?城区(?:名称)?")


def _may_be_a_name(cell: str) -> bool:
    """Tell whether what sounds like a heading is as good a name: 先进镇, 建设村, but no 县."""
    return not role(cell) or (cell not in _roles() and _NAMING.match(cell) is not None)
