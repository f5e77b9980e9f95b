"""What is told behind the names of a line: notes, offices and people, codes, counts, signs."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from string import ascii_letters
from typing import NamedTuple

from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.facts.numerals import (
    CHINESE,
    NO_VILLAGE,
    NUMBER,
    OF_EACH_TIER,
    numeral,
    of_each_tier,
    trailing_count,
)
from pilotdiff.listing.lines.doers import doers_from
from pilotdiff.listing.unit_names.bracketed_places import PLACE_LABEL, stated_parents, without_lead
from pilotdiff.listing.unit_names.line_names import Names
from pilotdiff.listing.unit_names.remarks_around import remark_at_end
from pilotdiff.listing.vocabulary import any_of, phrases
from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.patterns import END_OF_A_NAME, IN_BRACKETS, pattern

# The groups of a village are no units, and stand in its note: 清岗县东岭村5、6组, 东岭村3社.
GROUPS_BEHIND = pattern(
    r"(?<=村|区|会)\s*(?:第?[\d一二三四五六七八九十]{1,3}"
    r"(?:(?:村民)?小?组?[、,，及和至-]第?[\d一二三四五六七八九十]{1,3})*(?:(?:村民)?小?组|(?:生产)?(?:经济)?社)"
    # One that bears a name, which no body's is: 东岭村大寨组, but not 东岭村工作组.
    r"|(?!(?:民?委员?|居民?委员?|村民?委员?)会|\p{Han}{0,3}(?:工作|领导|调解|专家|考评|评审|筹备|指导|监督|党|服务|互助|议事|评议|宣传|巡逻))"
    r"(?:(?!村|区)\p{Han}){1,4}(?:(?<!小)组|(?:[村居]民)?小组))\s*$",
    needs="组社",
)
# A remark with its label and no bracket behind a name of a row: 东岭村 备注：已复核、西岭村.
_REMARK_BEHIND = pattern(
    rf"{END_OF_A_NAME}\s(?P<label>备注|注|说明)[：:]"
    r"(?P<told>[^\s：:、，,；;。/／（()）]{1,20}?)(?=[、，,；;。/／等]|\s*$)",
    needs="注说",
)
# Where a name of a row lies, with a label and no bracket: 东岭村 地址：清岗县白溪镇.
_PLACE_BEHIND = pattern(
    rf"{END_OF_A_NAME}\s(?P<label>{PLACE_LABEL})[：:]"
    rf"(?P<told>\p{{Han}}{{2,24}}?[市州县区旗镇乡道])(?=[、，,；;。\s]|$)",
    needs="址点置地属在",
)
# Its division code behind it: 清岗市 445281.
CODE_BEHIND = pattern(r"(?<=\p{Han}|[）)])\s+\d{6,12}\s*$")
# What a program puts behind a line that goes on is among them.
CLOSING_SIGNS = " \t　、，,；;。./\\"


def in_brackets(text: str) -> str:
    """Return a text of the same length, remarks with their labels and the places of names in
    brackets.

    >>> in_brackets("东岭村 备注：新申报、西岭村"), in_brackets("东岭村 地址：清岗县白溪镇")
    ('东岭村（备注新申报）、西岭村', '东岭村（位于清岗县白溪镇）')
    """
    text = _PLACE_BEHIND.sub(_as_place, text)
    return _REMARK_BEHIND.sub(lambda remark: f"（{remark['label']}{remark['told']}）", text)


def _as_place(place: re.Match[str]) -> str:
    """Return a place with its label in brackets, as long as it was."""
    return f"（位于{place['told']}）".ljust(len(place[0]))


class Behind(NamedTuple):
    """What is told behind names: where it begins, and what it says.

    fits  tells whether it may stand behind these names, None where it may behind any: a line that
          holds it holds no other names
    """

    at: int
    told: str
    fits: Callable[[Names], bool] | None = None


# What a place holds, all of it and none by name: 白溪镇及下属各村, 清岗县和所辖乡镇.
_ALL_WITHIN = pattern(
    r"(?<=[省市州盟县区旗镇乡道])\s*(?P<told>(?:[、，,]|以?及|[和与暨含]|包括)?其?"
    r"(?:(?:下属|下辖|所属|所辖|管辖|辖区内?|辖内|周边|附近)的?(?:各|所有|全部|部分|相关|有关)?"
    r"|(?:各|所有|全部|部分))(?:行政|自然|建制)?"
    r"(?:[县市区旗镇乡村街]{0,2}(?:[县镇乡村]|街道)|社区|[镇村]居|[村社]区?|村（社区）|村\(社区\)))\s*$",
    needs="属辖边近各所全部",
)


def all_within(text: str, start: int) -> Behind | None:
    """Return the end of a line that means all that lies in the place before it:
    白溪镇及下属各村."""
    within = _ALL_WITHIN.search(text, start)
    if within is None or within.start() == start:
        return None
    return Behind(within.start(), within["told"].lstrip("、，,"))


# What a village is made of.
_COUNTED_INSIDE = r"\d个(?:[村居]民)?(?:小?组|网格|小区|楼栋|院落|自然[村屯])"
_MADE_OF = pattern(_COUNTED_INSIDE)
# That counts no units of the list: 东岭村（含3个网格）.
_INSIDE = pattern(
    r"(?:(?<=[村区])|(?<=[镇乡道])(?=\s*[（(]含\d+个(?:网格|小区|楼栋|[小村]?组)))\s*[（(](?P<told>(?:含|[下管所]?辖|由|包[含括]|涉及)[^（()）]{1,12}"
    # 东岭村（共3个组）
    rf"|(?:共计?|有)?\d{{0,2}}{_COUNTED_INSIDE})[）)]\s*$",
    needs="（(",
)
# Whom a message calls on behind the name of a unit: 东岭村@张三 已报.
_CALLED_ON = pattern(
    rf"(?:{END_OF_A_NAME}|(?<=[）)]))(?:\s*[@＠]\s*\p{{Han}}[^@＠、，,；;。]{{0,20}})+$",
    needs="@＠",
)
# Who answers there, with the telephone: 东岭村 张三 13812345678.
_PERSON = pattern(
    rf"(?:{END_OF_A_NAME}|(?<=[）)]))\s+(?P<told>\p{{Han}}{{1,3}}(?![村镇乡县区市])\p{{Han}}\s*[：:]?\s*"
    r"(?:1[3-9]\d{9}|(?:0\d{2,3}[-－—]?)?\d{7,8}))\s*$"
)
# What is measured there: 东岭村，建设面积1.2万亩，投资1800万元.
_MEASURED = pattern(
    rf"(?:{END_OF_A_NAME}|(?<=[）)]))(?:\s*[，,；;]\s*\p{{Han}}{{2,10}}[:：]?\s*(?:约|共|达|近)?\d[\d.,]*\s*[万亿]?"
    r"(?:余|多)?(?:亩|元|公里|千米|米|平方米|平方公里|公顷|吨|户|人|户\d+人|立方米|公斤|斤|％|%|分))+$",
    needs="亩元里米顷吨户人斤％%分",
)


# What is said of all units of a line behind them: …，均为省级示范村.
_OF_ALL = pattern(
    r"[，,]\s*(?:均|都|全部|皆|悉数)(?P<told>[为是被获入列达]\p{Han}{1,24})[。！]?\s*$"
)
_LONGEST_PLACE = 8


def _of_all(text: str, start: int) -> int:
    """Return where it begins that is said of all units of a line; -1 where nothing is, or it states
    where they lie: …，均为清岗县的村."""
    said = _OF_ALL.search(text, start)
    if said is None:
        return -1
    told = said["told"]
    ends = ((at, at + size) for at in range(len(told)) for size in range(3, _LONGEST_PLACE + 1))
    known = any(gazetteer.find_whole(told[at:end]) for at, end in ends)
    return -1 if known or stated_parents(without_lead(f"均{told}")) else said.start()


def told_behind(text: str, start: int) -> Iterator[Behind]:
    """Yield what a line may tell behind its names: who does the work, whom to call, the groups of a
    village, what it is made of."""
    if (doers := doers_from(text, start)) >= 0:
        yield Behind(doers, text[doers:].strip())
    if (contact := _contact_from(text, start)) >= 0:
        yield Behind(contact, text[contact:].rstrip(CLOSING_SIGNS), _stand_under_places)
    if (called := _CALLED_ON.search(text, start)) is not None:
        yield Behind(called.start(), called[0].strip(), bool)
    if (of_all := _of_all(text, start)) >= 0:
        yield Behind(of_all, "", bool)
    if (person := _PERSON.search(text, start)) is not None:
        yield Behind(person.start(), person["told"])
    if (measured := _MEASURED.search(text.rstrip(CLOSING_SIGNS), start)) is not None:
        yield Behind(measured.start(), measured[0].strip(CLOSING_SIGNS), _are_all)
    if (remark := remark_at_end(text.rstrip(CLOSING_SIGNS), start)) is not None:
        yield Behind(remark.start(), remark["told"], bool)
    if (groups := GROUPS_BEHIND.search(text, start)) is not None:
        yield Behind(groups.start(), groups[0].strip())
    if (inside := _INSIDE.search(text, start)) is not None:
        yield Behind(inside.start(), inside["told"], _end_below_a_county)


def _stand_under_places(names: Names) -> bool:
    """Tell whether places alone, or labels that say nothing of the names, stand before the colons
    of a line."""
    heads = (name.header for name in names.names if name.header is not None)
    return all(head.path or head.title in phrases("labels.txt") for head in heads)


def _are_all(names: Names) -> bool:
    """Tell whether a line names all that it counts, or counts none."""
    return names.declared in (None, len(names.names))


def _end_below_a_county(names: Names) -> bool:
    """Tell whether the last name of a line is that of a town or village."""
    return names.names[-1].reading.level.depth > Level.COUNTY.depth


# The page on which a name of an index stands.
_LEADERS = pattern(r"(?:(?<!…)…|(?<![.．·‧])[.．·‧]{3})[….．·‧\s]*\d{1,4}\s*$", needs="….．·‧")


def without_leaders(text: str, start: int) -> str:
    """Return a line of an index without the page that stands behind its names: 清岗县……12."""
    leaders = _LEADERS.search(text, start)
    return text if leaders is None else text[: leaders.start()]


# The name in English behind that in Chinese: 清岗市 / Qinggang.
_GLOSS = pattern(
    r"(?<=\p{Han}|[）)])\s*(?:[/／|,，]\s*)?[A-Za-z][A-Za-z ,.'’&/-]{3,60}$", needs=ascii_letters
)
# What joins the last item to this one: （乙）白溪村；及 / （丙）南岭村。
_JOINS_BELOW = pattern(r"(?<=[；;，,、])\s*(?:以?及|和|暨)\s*$", needs="及和暨")


def without_code(text: str, start: int) -> str:
    """Return a line without the name in English, the code and the word that joins, which stand
    behind its names: 清岗市 / Qinggang, 清岗市 445281."""
    for matter in (_GLOSS, CODE_BEHIND, _JOINS_BELOW):
        if (rest := matter.search(text, start)) is not None:
            text = text[: rest.start()]
    return text


# 推荐单位 may be what is recommended too.
_RECOMMENDED = pattern(
    r"(?<=[\s，,；;。])(?:推荐|申报|报送|上报)(?:单位|部门|机构)\s*[：:]\s*"
    r"(?=[^：:、，,；;。\s]{2,20}(?:[局办委部厅会]|政府)\s*$)"
)


def _contact_from(text: str, start: int = 0) -> int:
    """Return where a label of contacts, or of the office that recommends, begins behind a comma or
    a blank; -1 where there is none.

    >>> _contact_from("东岭村，联系人：张华"), _contact_from("联系人：张华")
    (4, -1)
    >>> _contact_from("东岭村 推荐单位：清岗县民政局"), _contact_from("清岗县 推荐单位：东岭村")
    (4, -1)
    """
    if "：" not in text and ":" not in text:
        return -1
    match = _label().search(text, start) or _RECOMMENDED.search(text, start)
    return match.start() if match is not None and text[start : match.start()].strip() else -1


@cache
def _label() -> re.Pattern[str]:
    return pattern(rf"(?<=[\s，,；;。]){any_of('contacts.txt')}\s*[：:]")


_NUMBERED_END = pattern(rf"等?(?:共|共计|合计)?(?P<number>{NUMBER})[个家]?(?P<noun>[^\d]{{0,18}})$")
# What a closing count counts; words that go on with the sentence (个城市迎来降雨) are none.
_COUNTED_NOUN = pattern(
    r"(?:[^，。、]{0,12}(?:[省市州盟县区旗镇乡村居街社]|单位|地方|对象|试点|项目))?"
    rf"(?:{IN_BRACKETS})?(?:的?(?:现辖|所辖|全部)?(?:行政区域|行政区划|辖区|境内|范围内?))?$"
)
# What is told of the names in front of it: …两地入选, …榜上有名.
_VERDICT = pattern(
    rf"{END_OF_A_NAME}(?:(?P<tiers>{OF_EACH_TIER})|{NO_VILLAGE}"
    r"等?(?P<number>[一两二三四五六七八九十\d]{1,3})个?[地县区市旗镇乡村家](?:[（(]?[市县区、]+[）)]?)?)?"
    rf"(?:成功|双双|均|全部|顺利)?(?:{ENTERED}|在列)$"
)


# The number of a row right behind its last name: 东岭村、西岭村|2个村委会.
_GLUED_END = pattern(
    rf"{END_OF_A_NAME}(?P<number>\d{{1,3}}|{CHINESE}{{1,3}})个"
    r"(?:行政村|自然村|[村居]委会|[村居]民委员会|乡镇|[省市县区旗镇乡村]|街道|社区|单位)$"
)


def _counts_row(row: str, count: re.Match[str]) -> bool:
    """Tell whether as many names stand in a row as the number behind it says."""
    names = 1 + row.count("、")
    return names > 1 and numeral(count["number"]) == names


def closing_number(text: str, start: int, end: int) -> tuple[int | None, int]:
    """Return a count behind the last name, 等3个街道, and where the names end."""
    if (verdict := _VERDICT.search(text, max(start, end - 30), end)) is not None:
        end = verdict.start()
        if verdict["tiers"]:
            return of_each_tier(verdict["tiers"]), end
        if verdict["number"] and (number := numeral(verdict["number"])) is not None:
            return number, end
    tail = text[max(start, end - 30) : end]
    at = max(tail.rfind("等"), tail.rfind("共"))
    match = _NUMBERED_END.match(tail, at) if at > 0 else None
    if match and _COUNTED_NOUN.match(match["noun"]):
        return numeral(match["number"]), end - len(tail) + at
    if at > 0 and tail[at:] in ("等", "等地", "等单位"):
        return None, end - len(tail) + at
    if (glued := _GLUED_END.search(tail)) is not None and _counts_row(text[start:end], glued):
        return numeral(glued["number"]), end - len(tail) + glued.start()
    count = trailing_count(text[start:end])
    counted = count is not None and not _MADE_OF.search(text, start + count.start, end)
    if count is not None and counted and count.start > 1:
        return count.number, start + count.start
    return None, end
