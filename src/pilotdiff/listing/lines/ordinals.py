"""The number in front of a line: every style that official lists use."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from string import ascii_letters
from typing import NamedTuple

from pilotdiff.facts.numerals import numeral
from pilotdiff.listing.vocabulary import any_of
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

_CN = "(?:[〇零一二三四五六七八九十百廿卅]{1,5}|[壹贰叁肆伍陆柒捌玖拾]{1,3})"
_COUNTED = "年月日时分秒个处号级万亿千百余多元家名种项类期届批户人岁周天%％./-"
# With these a number begins a name: 10里铺村, 2道河村, 7间房村, 8组社区, 112街社区, 3街坊社区.
# 143团花园镇 is a regiment with its town, 1团山镇 a town with its number: so do towns go on that
# begin with 团 (the statistical codes of 2016 and 2021).
_ALONE = r"\s*(?:$|[、，,；;（(])"
_COMPANY = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})连"
_REGIMENT = (
    rf"团(?:(?={_ALONE}|{_COMPANY})|(?![结山林城泊瓢柏甸旺风陂堡洲河坝泽溪街田])\p{{Han}}{{1,5}}镇)"
)
# What is called by its number alone, and may stand behind a number of the list: 1.143团, 2、859农场
_CALLED = rf"{_REGIMENT}|(?:连|农场){_ALONE}"
_NAMED = (
    rf"{_CALLED}|里(?:[铺桥店堡河庄墩湾]|社区|村)|道[河沟岭桥湾江]|间房|棵[树柳松]"
    r"|眼[井泉]|组|队|(?:街坊?|区|院|厂|矿|库|栋|楼|所|大院|小区|工区|医院|工厂)(?:联合)?(?:社区|居委|居民)"
)
# A number set wide, as the names behind it are: 1 0   水 岭 镇.
_SPREAD = r"\d(?:[ \u3000]\d){1,3}"
_QUOTE = r"\s*(?:[>＞]\s*)*"
_NAME = r"(?=[^\W\d_a-zA-Z])"
# Each style begins with signs of its own; an expression for all would take milliseconds to compile.
_NUMBERS = pattern(
    rf"""{_QUOTE}(?:
    (?P<nested>(?!19|20)\d{{1,3}}(?:[.．]\d{{1,3}}){{1,3}})(?![\d.．]|\s*[{_COUNTED}]|{_CALLED})[.．、]?\s*
    |(?P<dashed>\d{{1,2}}[-－]\d{{1,3}})(?:\s+|[、.．]\s*){_NAME}(?![{_COUNTED}])
    |(?P<half>{_SPREAD}|\d{{1,6}})\s*[)）][、.．]?\s*
    |(?P<plain>{_SPREAD}(?=\s*[、.．])|\d{{1,6}})\s*(?:\\?[、.．。,，]|/(?=\p{{Han}}{{2}}))(?:(?!\d)|(?=\d{{1,4}}(?:{_CALLED})))\s*
    |(?P<spaced>{_SPREAD}(?=\s{{2,}}{_NAME}|\s\p{{Han}}\s\p{{Han}}\s)|\d{{1,6}})(?:[\s:：]+(?!\d)|\s*$)
    |(?P<glued>\d{{1,4}}){_NAME}(?![{_COUNTED}]|{_NAMED})
    |(?P<keycap>\d{{1,2}})\ufe0f?\u20e3\s*
    )""",
    re.VERBOSE,
)
# 第一名单位 is none: a rank is glued to what a unit's kind ends.
_BEFORE_A_UNIT = r"(?!单)(?=\p{Han}{1,10}?(?:[省市县区旗镇乡村]|街道|社区))"
_RANKS = pattern(
    rf"""{_QUOTE}(?:
    第\s*(?P<ranked>\d{{1,4}})\s*[名位][、.．：:]?\s*
    |第\s*(?P<ranked_cn>{_CN})\s*[名位](?:[、.．：:]\s*|\s+(?=\p{{Han}})|{_BEFORE_A_UNIT})
    |(?P<part>第{_CN})(?:章|节|部分|条|款)[、：:]?\s*
    )""",
    re.VERBOSE,
)
# The stems, which count to ten: （甲）, 乙、
_STEMS = "甲乙丙丁戊己庚辛壬癸"
# The branches, which count to twelve: 子、
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHINESE = pattern(
    rf"{_QUOTE}(?:(?P<stem>[{_STEMS}])\s*[、.．]\s*|(?P<branch>[{_BRANCHES}])\s*[、.．]\s*|其(?P<among>[一二三四五六七八九十])\s*[、，,：:.．]\s*|(?P<half_cn>{_CN})\s*[)）][、.．]?\s*|(?P<cn>{_CN})\s*[、.．,，]\s*|(?P<counted>[一二三四五六七八九十]{{1,3}})[是为](?=\p{{Han}}{{2}}))"
)
_BRACKETED = pattern(
    rf"""{_QUOTE}[（(〔]\s*(?:
    (?P<bracketed_cn>{_CN})\s*[）)〕][、.．]?\s*
    |(?P<bracketed_stem>[{_STEMS}])\s*[）)〕][、.．]?\s*
    |(?P<bracketed>{_SPREAD}|\d{{1,6}})\s*[）)〕][、.．]?\s*
    )""",
    re.VERBOSE,
)
_LETTERS = pattern(
    rf"""{_QUOTE}(?:
    [Nn][Oo][.．:]?\s*(?P<numbered>\d{{1,4}})\s*[、.．：:]?\s*{_NAME}
    |(?P<coded>[A-Z]{{1,4}}[-－]?\d{{1,4}})(?:\s+|[、.．：:]\s*){_NAME}
    |[（(]?(?P<roman>[IVX]{{1,5}}(?=[.．、)）])|[Ⅰ-Ⅻ])[.．、)）]?\s*(?:{_NAME}|$)
    |[（(]?(?P<small_roman>[ivx]{{1,5}}(?=[.．、)）])|[ⅰ-ⅻ])[.．、)）]?\s*(?:{_NAME}|$)
    |[（(]?(?P<letter>[A-Za-z])(?:[.．、)）]\s*|\s+(?=\p{{Han}}{{3}})){_NAME}
    )""",
    re.VERBOSE,
)
_SIGNS = pattern(
    rf"""{_QUOTE}(?:
    (?P<circled>[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿㊀-㊉㉑-㉟㊱-㊿])[、.．]?\s*
    |(?P<stars>\*{{2,5}})(?!.*\*\*)\s*(?=\[|\p{{Han}})
    |(?P<bullet>-{{2,3}}(?=\s*\p{{Han}})|[-*+>＞•·●■◆○◦▪▫‣⁃▶►◇□※–∙◎—]|[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?)\s*(?![-*\d])
    )""",
    re.VERBOSE,
)
_GLUED = pattern(r"\s*(?P<glued>\d{1,6})(?=\p{Han})")
# A number filled up with a zero counts nothing, but stands in dates: 01周礼镇, 05年, 06月12日.
_FILLED_UP = pattern(r"\s*(?P<glued>0\d{1,3})(?=\p{Han})(?!年|[月日时分](?:\d|$))")
_NUMERALS = frozenset(f"〇零一二三四五六七八九十百廿卅壹贰叁肆伍陆柒捌玖拾其{_STEMS}{_BRANCHES}")
_LETTER_SIGNS = frozenset(ascii_letters + "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ")
# The first of each run of signs, and the number that it is.
_CIRCLED = {"①": 1, "⑴": 1, "⒈": 1, "㈠": 1, "❶": 1, "㊀": 1, "㉑": 21, "㊱": 36}


class Ordinal(NamedTuple):
    """A line's number.

    style   which kind of number it is; lines of one style count together
    value   the number, the last one of 1.2.3, -1 for bullets
    shown   as written, without brackets and points: "1", "三", "①"; "" for bullets
    mark    as written, with them: "一、", "(二)"
    end     where the text behind it begins
    """

    style: str
    value: int
    shown: str
    mark: str
    end: int


# Many ask what number a line begins with.
@lru_cache(maxsize=1 << 12)
def read_ordinal(text: str, start: int = 0) -> Ordinal | None:
    """Return the number that `text` begins with at `start`, None when there is none.

    >>> read_ordinal("（三）清岗县").value
    3
    """
    match = _written(text, start)
    if match is None:
        match = _before_a_name(text, start)
    if match is None or match.lastgroup is None:
        return None
    style, shown = match.lastgroup, "".join(match[match.lastgroup].split())
    mark = match[0].strip()
    if len(shown) == 4 and shown[:2] in ("19", "20") and _may_be_a_year(style, mark):
        return None
    if style == "nested":
        # 1.1 and 1.1.1 stand at two depths, and count apart.
        style, depth = "nested", len(re.split(r"[.．]", shown))
        return Ordinal(f"nested{depth}", _value(style, shown), shown, mark, match.end())
    if style == "stars":
        return Ordinal(f"bullet{len(shown)}", -1, "", mark, match.end())  # as wikis write lists
    if style == "bullet":
        # Of another sign, or set in, they stand below those before them.
        blanks = len(match[0]) - len(match[0].lstrip())
        return Ordinal(f"bullet {shown}{blanks}", -1, "", mark, match.end())
    return Ordinal(style, _value(style, shown), shown, mark, match.end())


def number_end(text: str) -> int:
    """Return where what stands behind a text's number begins, 0 for a text without one.

    >>> number_end("（三）清岗县"), number_end("清岗县")
    (3, 0)
    """
    ordinal = read_ordinal(text)
    return ordinal.end if ordinal is not None else 0


def _written(text: str, start: int) -> re.Match[str] | None:
    """Return the number that stands at `start`, blanks and signs of a quotation before it."""
    at = start
    while at < len(text) and (text[at] in ">＞" or text[at].isspace()):
        at += 1
    first = text[at : at + 1]
    for written in _beginning_with(first):
        if (match := written.match(text, start)) is not None:
            return match
    quoted = at > start and not text[start:at].isspace()
    is_sign = first and not (first.isalpha() or first.isdecimal())
    return _SIGNS.match(text, start) if quoted or is_sign else None


def _beginning_with(first: str) -> tuple[re.Pattern[str], ...]:
    """Return the styles but signs that begin with a character, those tried first before others."""
    if first.isdecimal():
        return (_NUMBERS,)
    if first == "第":
        return (_RANKS,)
    if first in _NUMERALS:
        return (_CHINESE,)
    if first in ("（", "(", "〔"):
        return (_BRACKETED, _LETTERS)
    return (_LETTERS,) if first in _LETTER_SIGNS else ()


_ENDED = r"(?=$|[\s、，,；;：:（(])"


@cache
def _name_like_counted() -> re.Pattern[str]:
    """Return what begins like a counter and reads to its end as a path with its town, or as a
    village: 1人和镇, 2万寿镇东岭村, 3天台社区; no 3个镇, 5家示范社区, 3号楼社区, 2分场社区."""
    return pattern(
        rf"(?!\p{{Han}}{{0,6}}(?:{any_of('headphrases.txt')}|乡镇|村镇))[{_COUNTED}](?<![年月日个号])"
        rf"(?![{_COUNTED}](?!镇|街道)|场)(?:\p{{Han}}{{1,3}}(?:[镇乡]|街道)(?:\p{{Han}}{{1,12}}(?:村|社区|嘎查|委会))?"
        rf"|(?<=[万百千天余元人周名时])\p{{Han}}{{1,4}}(?:村|社区)(?:\p{{Han}}{{0,2}}委会)?){_ENDED}"
    )


def _before_a_name(text: str, start: int) -> re.Match[str] | None:
    """Return a number glued to a name that begins like a counter: 2天津市, 3日照市, 01周礼镇,
    4人和镇东岭村."""
    match = _GLUED.match(text, start)
    if match is None or _FILLED_UP.match(text, start) is not None:
        return match
    at = match.end()
    if _name_like_counted().match(text, at) is not None:
        return match
    ends = (at + length for length in gazetteer.lengths(text[at : at + 2]))
    return match if any(gazetteer.find_whole(text[at:end]) for end in ends) else None


def _may_be_a_year(style: str, mark: str) -> bool:
    """Tell whether a number may be a year: a list's own numbers past 1900 end in a point or 、."""
    return style in ("spaced", "glued") or (style == "plain" and mark[-1] in ",，")


def _value(style: str, shown: str) -> int:
    if style in ("part", "bracketed_cn", "half_cn", "cn", "ranked_cn", "counted", "among"):
        number = numeral(shown.removeprefix("第"))
        return -1 if number is None else number
    if style in ("stem", "bracketed_stem", "branch"):
        return (_BRANCHES if style == "branch" else _STEMS).index(shown) + 1
    if style == "circled":
        return next(ord(shown) - ord(one) + n for one, n in reversed(_BY_CODE) if shown >= one)
    if style == "letter":
        return ord(shown.upper()) - ord("A") + 1
    if style in ("roman", "small_roman"):
        return _roman(shown.upper())
    return int(re.split(r"\D", shown)[-1])


def _roman(shown: str) -> int:
    """Return the number that roman digits write: IX is 9; one sign may hold it all: Ⅸ."""
    if shown[0] >= "Ⅰ":
        return ord(shown[0]) - ord("Ⅰ") + 1
    digits = [_ROMAN[char] for char in shown]
    lesser = [a if a >= b else -a for a, b in pairwise([*digits, 0])]
    return sum(lesser)


_ROMAN = {"I": 1, "V": 5, "X": 10}
_BY_CODE = sorted(_CIRCLED.items())
