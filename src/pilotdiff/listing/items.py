"""The names that stand on one line, with what the line says of them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from string import ascii_letters
from typing import NamedTuple

from pilotdiff.facts.numerals import (
    NO_VILLAGE,
    NUMBER,
    OF_EACH_TIER,
    numeral,
    of_each_tier,
    trailing_count,
)
from pilotdiff.listing.bracketed_places import without_lead
from pilotdiff.listing.carried_parents import carried, holds, stands_lower
from pilotdiff.listing.chosen_of import chosen_of, leads_up
from pilotdiff.listing.clause_words import has_clause_word
from pilotdiff.listing.contacts import contact_from
from pilotdiff.listing.cuts import colons, pieces_between, within_brackets
from pilotdiff.listing.doers import doers_from
from pilotdiff.listing.former_names import former_names
from pilotdiff.listing.headers import (
    OFFICE_BEFORE_COLON,
    counting_sentence,
    group_header,
    lowered_area,
    raised,
    read_header,
    unknown_label,
)
from pilotdiff.listing.headings import Heading
from pilotdiff.listing.institutions import is_institution, may_stand_among_names
from pilotdiff.listing.joins import (
    columns_joined,
    parent_behind,
    read_abutting,
    read_joined,
    read_paths_abutting,
    read_spaced,
    short_in_a_province,
)
from pilotdiff.listing.line_names import HeadedCount, Header, Name, Names
from pilotdiff.listing.name_reading import LONGEST_PIECE, read_name
from pilotdiff.listing.naming import CERTAIN, DOUBTFUL, read_unit
from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.listing.parents_in_rows import (
    path_of_all,
    under_the_first,
    with_parents,
    zones_beside_counties,
)
from pilotdiff.listing.path_steps import read_side_by_side, read_steps
from pilotdiff.listing.short_forms import read_in_a_place, read_short_forms
from pilotdiff.listing.worded_rows import WordedRow, worded_row
from pilotdiff.model import Level
from pilotdiff.names import Reading, gazetteer, is_zone, split, whole_name
from pilotdiff.patterns import one_of, pattern

_NUMBERED_END = pattern(rf"等?(?:共|共计|合计)?(?P<number>{NUMBER})[个家]?(?P<noun>[^\d]{{0,18}})$")
# What a closing count counts; words that go on with the sentence (个城市迎来降雨) are none.
_COUNTED_NOUN = pattern(
    r"(?:[^，。、]{0,12}(?:[省市州盟县区旗镇乡村居街社]|单位|地方|对象|试点|项目))?"
    r"(?:[（(][^（()）]*[）)])?(?:的?(?:现辖|所辖|全部)?(?:行政区域|行政区划|辖区|境内|范围内?))?$"
)
_SEPARATOR = pattern(
    r"[，,\t|/／]|(?<![\s；;：:][\d一二三四五六七八九十])(?<![\s；;：:]\d\d)(?<![\s；;：:]\d\d\d)(?<![\s；;：:][一二三四五六七八九十]{2})(?<![\s；;：:][一二三四五六七八九十]{3})、|(?<=[省市州盟县区旗镇乡村道场团社屯会]|[）)])\s?[+＋&＆]\s?(?=\p{Han})|(?<=[”」』》])(?=[“「『《])|(?<=[县区旗镇乡道])(?:以?及|和)其?(?:所辖|下辖)的?(?=\p{Han})|(?<!\s)(?<!\s\d)(?<!\s\d\d)(?<!\s\d\d\d)\s{2,}|\s(?=(?:\d{1,4}[.．]|(?:\d{1,4}|[一二三四五六七八九十]{1,3})、))|(?<=\p{Han}|[）)])\s(?=\d{1,4}\s+\p{Han}{3})|(?<=\p{Han}|[）)])(?=[①-⒇❶-❿㊀-㊉]\p{Han})"
)
# The groups of a village are no units, and stand in its note: 清岗县东岭村5、6组.
_GROUPS = pattern(
    r"(?<=村|区|会)\s*(?:第?[\d一二三四五六七八九十]{1,3}"
    r"(?:(?:村民)?小?组?[、,，及和至-]第?[\d一二三四五六七八九十]{1,3})*(?:村民)?小?组"
    # One that bears a name, which no body's is: 东岭村大寨组, but not 东岭村工作组.
    r"|(?!(?:民?委员?|居民?委员?|村民?委员?)会|\p{Han}{0,3}(?:工作|领导|调解|专家|考评|评审|筹备|指导|监督))\p{Han}{1,4}(?:(?<!小)组|村民小组))\s*$",
    needs="组",
)
# What a village is made of counts no units of the list: 东岭村（含3个网格）.
_INSIDE = pattern(
    r"(?:(?<=[村区])|(?<=[镇乡道])(?=\s*[（(]含\d+个(?:网格|小区|楼栋|[小村]?组)))\s*[（(](?P<told>(?:含|[下管所]?辖|由|包[含括]|涉及)[^（()）]{1,12})[）)]\s*$",
    needs="（(",
)
# What a place holds, all of it and none by name: 白溪镇及下属各村, 清岗县和所辖乡镇.
_ALL_WITHIN = pattern(
    r"(?<=[省市州盟县区旗镇乡道])\s*(?P<told>(?:[、，,]|以?及|[和与暨含]|包括)?其?"
    r"(?:(?:下属|下辖|所属|所辖|管辖|辖区内?|辖内|周边|附近)的?(?:各|所有|全部|部分|相关|有关)?"
    r"|(?:各|所有|全部|部分))(?:行政|自然|建制)?"
    r"(?:[县市区旗镇乡村街]{0,2}(?:[县镇乡村]|街道)|社区|[镇村]居|[村社]区?|村（社区）|村\(社区\)))\s*$",
    needs="属辖边近各所全部",
)
# A remark with its label and no bracket behind a name of a row: 东岭村 备注：已复核、西岭村.
_REMARK_BEHIND = pattern(
    r"(?<=[省市州盟县区旗镇乡村道会])\s(?P<label>备注|注|说明)[：:]"
    r"(?P<told>[^\s：:、，,；;。/／（()）]{1,20}?)(?=[、，,；;。/／等]|\s*$)",
    needs="注说",
)
# A town's government stands for the town: 清岗县白溪镇人民政府.
_GOVERNMENT = pattern(r"(?<=[镇乡])(?:人民)?政府\s*$", needs="府")
# What was renamed stands before it: 思茅市→普洱市.
_ARROW = pattern(
    r"\s*(?:→|⟶|➔|➡|⇒|->|=>|(?<=[省市州盟县区旗镇乡村道会场])(?:已|现)?(?:更名|改名|变更|调整|改设|改)为)\s*",
    needs="→⟶➔➡⇒>为",
)
# Its division code behind it: 清岗市 445281.
_CODE = pattern(r"(?<=\p{Han}|[）)])\s+\d{6,12}\s*$")
# How many a place has: 清岗镇：2个.
_COUNT_BEHIND_COLON = pattern(
    rf"\s*(?P<place>[^：:、，,；;。\s]{{2,30}})\s*[：:]\s*(?:共计?|计)?\s*(?P<number>{NUMBER})\s*[个家]?\s*$",
    needs="：:",
)
# What is told of the names in front of it: …两地入选, …榜上有名.
_VERDICT = pattern(
    rf"(?<=[省市州盟县区旗镇乡村道])(?:(?P<tiers>{OF_EACH_TIER})|{NO_VILLAGE}"
    r"等?(?P<number>[一两二三四五六七八九十\d]{1,3})个?[地县区市旗镇乡村家](?:[（(]?[市县区、]+[）)]?)?)?"
    r"(?:成功|双双|均|全部|顺利)?(?:入选|上榜|榜上有名|入围|获评|在列|获批)$"
)
# The name in English behind that in Chinese: 清岗市 / Qinggang.
_GLOSS = pattern(
    r"(?<=\p{Han}|[）)])\s*(?:[/／|,，]\s*)?[A-Za-z][A-Za-z ,.'’&/-]{3,60}$", needs=ascii_letters
)
# The page on which a name of an index stands.
_LEADERS = pattern(r"(?:(?<!…)…|(?<![.．·‧])[.．·‧]{3})[….．·‧\s]*\d{1,4}\s*$", needs="….．·‧")
# That a place has one alone, 清岗市：仅白溪县一地入选, or opens those of it: 其中清岗县白溪镇.
_ONLY = pattern(r"\s*(?:仅有?|只有|其中)(?=\p{Han}{2,12}[市县区旗镇乡村道])", needs="仅只其")
# What else a unit before a comma is called, or was: 东岭村，原名西岭村.
_OTHERWISE_CALLED = pattern(
    r"\s*(?:原名|原称|曾用名|又名|又称|俗称|别名|简称|旧称)[:：]?(?=\p{Han})"
)
# What a unit before a comma is: 东岭村，是种菜的村.
_DESCRIBES = pattern(r"\s*是.+的", needs="是")
# …由甲市、乙市组成: the end of a sentence.
_MADE_OF = pattern(r"(?:组成|构成)$", needs="组构")
_JOINING, _COUNTING = one_of("和及与暨"), one_of("等共")
_GROUP = pattern(r"[；;。]")
_WITHIN_NOTE = pattern(r"[，,；;]\s*")
# What leads up to a row without a colon: 其中包括, 入选的我省.
_LEAD = pattern(
    r"[^，,。、：:；;（(\s\d]{0,14}(?:包括|包含|分别[是为]|依次[是为]|[它他]们是|[我本全][省市州县区](?:的|有|共有)?)"
)
_LONGEST_LEAD = 20
_DENIED = pattern(
    r"[^，,。、：:；;（(\s\d]{0,12}(?:不包括|不包含|不含|未包括|未将|不再将|未列入|未纳入)"
)
_DENIES = pattern(r"[不未非无除]|取消|撤销")
_SHORT_OVER = pattern(r"\s*(?P<place>\p{Han}{2,5})[（(][^（()）]+[）)]", needs="（(")
_COUNTED_OVER = pattern(
    rf"\s*(?P<place>\p{{Han}}{{2,20}}?)(?P<count>共?(?P<number>{NUMBER})[个家名][^（(]{{0,8}}[（(])"
    r"[^（()）]+[）)]",
    needs="（(",
)
# What joins the last item to this one: （乙）白溪村；及 / （丙）南岭村。
_JOINS_BELOW = pattern(r"(?<=[；;，,、])\s*(?:以?及|和|暨)\s*$", needs="及和暨")
# What a program puts behind a line that goes on is among them.
_CLOSING_SIGNS = " \t　、，,；;。./\\"
_LONGEST_NAME, _SHORTEST_NAME = 50, 2
_MANY = 20
_REMARK = pattern(
    r"(?:现|今|由|系|已)(?=合并|更名|撤|并|改|属|为)|不?含|原|合并|新设|改设|撤销|下?辖|包括|除|更名|并入|虚拟|特殊|[省市县]级|简称|以下|试点|示范"
)


def read_names(
    text: str, start: int = 0, level: Level | None = None, *, trusting: bool = False
) -> Names | None:
    """Return the names on a line from `start`; None when the line is anything else.

    Groups stand between ； with a header each (甲市：A区、B县；乙市：C区), names between 、 and ，.
    `trusting`, for a line within a list, takes what could also be the wording of a heading
    (示范村, 建设社区) for a name, and is content when half of the names can be read.

    >>> [name.text for name in read_names("甲市：清岗区、白溪县；乙市：南岭区").names]
    ['清岗区', '白溪县', '南岭区']
    """
    if (within := _ALL_WITHIN.search(text, start)) is not None and within.start() > start:
        before = read_names(text[: within.start()], start, level, trusting=trusting)
        return _noted(before, within["told"].lstrip("、，,")) if before else None
    if level is None and (plain := _plain_name(text, start)) is not None:
        return plain
    text = in_brackets(text)
    if (worded := worded_row(text, start)) is not None:
        return _of_a_worded_row(text, worded)
    if (leaders := _LEADERS.search(text, start)) is not None:
        text = text[: leaders.start()]
    if (doers := doers_from(text, start)) >= 0:
        before = read_names(text[:doers], start, level, trusting=trusting)
        return _noted(before, text[doers:].strip()) if before else None
    if (contact := contact_from(text, start)) >= 0:
        before = read_names(text[:contact], start, level, trusting=trusting)
        if before is not None and all(n.header is None or n.header.path for n in before.names):
            return _noted(before, text[contact:].rstrip(_CLOSING_SIGNS))
    if (groups_of := _GROUPS.search(text, start)) is not None:
        before = read_names(text[: groups_of.start()], start, level, trusting=trusting)
        return _noted(before, groups_of[0].strip()) if before else None
    if (inside := _INSIDE.search(text, start)) is not None:
        before = read_names(text[: inside.start()], start, level, trusting=trusting)
        low = before is not None and before.names[-1].reading.level.depth > Level.COUNTY.depth
        if before is not None and low:
            return _noted(before, inside["told"])
    for matter in (_GLOSS, _CODE):
        if (rest := matter.search(text, start)) is not None:
            text = text[: rest.start()]
    if (joins := _JOINS_BELOW.search(text, start)) is not None:
        text = text[: joins.start()]
    end = start + len(text[start:].rstrip(_CLOSING_SIGNS))
    declared: int | None = None
    if (behind := _COUNT_BEHIND_COLON.match(text, start, end)) is not None:
        declared, end = numeral(behind["number"]), behind.end("place")
    if text[end - 1 : end] == "]" and text[start:end].lstrip()[:1] == "[":
        start, end = text.index("[", start) + 1, end - 1
    if text[start:end].endswith(("：", ":", "—")):
        return None
    groups = _groups(text, start, end, level)
    found = [name for group in groups for name in group.names]
    unread = [span for group in groups for span in group.unread]
    header = groups[-1].header if groups else None
    under = header is not None and bool(header.path)
    if not found or not _enough(text, found, unread, trusting=trusting, under_unit=under):
        return None
    counts = (g.declared for g in reversed(groups) if g.declared and not _of_its_row(g, found))
    headed = (count for group in groups for count in _headed(group, found))
    return Names(tuple(found), tuple(unread), next(counts, declared), tuple(headed))


def _of_a_worded_row(text: str, row: WordedRow) -> Names | None:
    """Return the names of a line that is a row and words around it; None where they lie not below
    the place that the words name, or are not as many as they say."""
    names, unread = _read_group(text, row.left, row.right, row.header, None)
    if not names or unread or max(name.reading.sure for name in names) <= DOUBTFUL:
        return None
    if row.number is not None and row.number != len(names):
        return None
    over = row.header.path[-1] if row.header is not None else None
    return Names(tuple(names)) if all(_lies_below(name, over) for name in names) else None


def in_brackets(text: str) -> str:
    """Return a text of the same length, remarks with their labels in brackets.

    >>> in_brackets("东岭村 备注：新申报、西岭村")
    '东岭村（备注新申报）、西岭村'
    """
    return _REMARK_BEHIND.sub(lambda remark: f"（{remark['label']}{remark['told']}）", text)


def _lies_below(name: Name, over: tuple[Level, str] | None) -> bool:
    """Tell whether a name begins below the place over it, or states that again and goes on:
    清岗市 over 白溪县, and over 清岗市白溪县."""
    first, *_ = parts = name.reading.parts
    return over is None or first[0].depth > over[0].depth or over in parts[:-1]


def _plain_name(text: str, start: int) -> Names | None:
    """Return the one name that a line is, and nothing else."""
    if not _is_plain(name := text[start:].strip()):
        return _spaced_out(text, start)
    reading = read_unit(name)
    if reading is None or not (reading.sure >= CERTAIN or _stands_alone(name, reading)):
        return None
    at = text.index(name, start)
    return Names((Name(at, at + len(name), name, reading, stop=at + len(name)),))


def _spaced_out(text: str, start: int) -> Names | None:
    """Return the county of one character that is set as wide as its neighbours: 隰  县."""
    words = text[start:].split()
    if len(words) != 2 or max(map(len, words)) > 1 or not gazetteer.find_whole("".join(words)):
        return None
    at, end = text.index(words[0], start), len(text.rstrip())
    name = read_name(text, at, end)
    return Names((name,)) if name is not None else None


class _Group(NamedTuple):
    """What stands between two ； of a line.

    header    what stands before its colon, or before that of a group on its left
    unread    where its pieces stand that are no names
    declared  how many names it says there are
    headed    headers with the number of the names behind them
    """

    header: Header | None
    names: Sequence[Name] = ()
    unread: Sequence[tuple[int, int]] = ()
    declared: int | None = None
    headed: tuple[HeadedCount, ...] = ()


def _of_its_row(group: _Group, found: Sequence[Name]) -> bool:
    """Tell whether the count behind a group is of what its place has, and not of all the names
    before it: 清岗县：白溪镇等2个."""
    placed = group.header is not None and bool(group.header.path)
    return placed and group.declared is not None and group.declared != len(found)


def _headed(group: _Group, found: Sequence[Name]) -> tuple[HeadedCount, ...]:
    """Return the headers of a group with the numbers of the names behind them."""
    if group.header is None or group.declared is None or not _of_its_row(group, found):
        return group.headed
    return (*group.headed, HeadedCount(group.header.title, group.declared))


# A line that is read once more trusting what may be wording has the same groups.
@lru_cache(maxsize=1 << 10)
def _groups(text: str, start: int, end: int, level: Level | None) -> tuple[_Group, ...]:
    """Return the groups of a line, () where one of them is anything else."""
    groups: list[_Group] = []
    header: Header | None = None
    spans = pieces_between(text, start, end, _GROUP)
    for left, right in chain.from_iterable(_each_place(text, *span) for span in spans):
        begun = any(group.names for group in groups)
        counting = None if begun else counting_sentence(text, left, right)
        if counting is not None:
            group: _Group | None = _Group(counting, headed=_counted_by(counting))
        else:
            group = _group(text, left, right, header, level)
        if group is None:
            return ()
        groups.append(group)
        header = group.header
    return tuple(groups)


# A place before a colon behind the names of another: 白石镇：东岭村，|石桥镇：西岭村.
_NEXT_PLACE = pattern(
    r"(?:[，,、]|(?<=[村区会])\s)\s*(?=(?P<place>[^，,、。；;：:\s（()）]{2,14}(?:[镇乡县区市旗州盟]|街道|苏木)"
    r"(?:[（(][^（()）]{1,8}[）)])?)\s*[：:])",
    needs="：:",
)


def _each_place(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a group in which each place before a colon stands over its own names."""
    first = next(colons(text, left, right), None)
    begun = first is not None and _is_over(text[left : first[0]])
    at = left
    for match in _NEXT_PLACE.finditer(text, first[1], right) if first and begun else ():
        if _is_over(match["place"]) and not within_brackets(text, left, match.start()):
            yield at, match.start()
            at = match.end()
    yield at, right


def _is_over(title: str) -> bool:
    """Tell whether what stands before a colon is a place over others, and no two with nothing
    between them: 石桥镇南岭县."""
    header = read_header(title)
    if header is None or not header.path or header.path[-1][0] is Level.COMMUNITY:
        return False
    level, name = header.path[-1]
    two = level is Level.COUNTY and not _ENDS_OF_TOWNS.isdisjoint(name[1:-1])
    return not two or bool(gazetteer.find(name))


_ENDS_OF_TOWNS = frozenset("镇乡")


def _group(
    text: str, left: int, right: int, before: Header | None, level: Level | None
) -> _Group | None:
    """Return a group behind one with that header; None for anything else."""
    colon = max(text.find(sign, left, right) for sign in "：:")
    if dashed := _dashed(text, colon + 1 if colon >= 0 else left, right):
        over = read_header(text[left:colon]) if colon >= 0 else before
        if colon < 0 or over is not None:
            return _Group(over, with_parents(text, dashed, over, two_levels=False))
    own, at = _header_of(text, left, right)
    if at < 0 or _DENIED.match(text, at, right):
        return None
    own = _of_the_place_before(own, before)
    header = own or before
    declared, right = _closing_number(text, at, right)
    names, unread = _read_group(text, at, right, header, level)
    if unread and own is not None and chosen_of(own.title):
        return None  # a sentence, whose items are not read as those of a row
    headed = _counted_by(own)
    if declared is not None and own is not None and declared == len(names) and own.path:
        headed = (*headed, HeadedCount(own.title, declared))  # 清岗市：白溪县、北岭县等2个县
        declared = None
    if own is not None and len(names) == 1 and (lower := _lies_in(text, left, own, names[0])):
        names, header = [lower], None
    if not names and (own is None or not own.path):
        return None
    return _Group(header, names, unread, declared, headed)


def _of_the_place_before(own: Header | None, before: Header | None) -> Header | None:
    """Return the header of a group with what the one before it on its line says of its place, also
    where it says of what lower tier its names are: 清岗县白石镇：东岭村；|石桥镇：西岭村,
    清岗县：示范镇：白石镇；|示范村：石桥镇东岭村."""
    if own is None or before is None or not before.path:
        return own
    if own.path:
        return own._replace(path=(*carried(before.path, own.path[0]), *own.path))
    level = own.heading.level if own.heading is not None else None
    lower = level is not None and level.depth > before.path[-1][0].depth
    return own._replace(path=before.path) if lower else own


def _header_of(text: str, left: int, right: int) -> tuple[Header | None, int]:
    """Return the header of a group, None for none, and where its names begin; -1 where it has words
    before its colon that stand over no names."""
    own, at = group_header(text, left, right)
    if at < 0 and (number := read_ordinal(text, left)) is not None:
        left = min(number.end, right)
        own, at = group_header(text, left, right)
    if at >= 0:
        return (own, at) if own is not None else _place_that_leads(text, at, right)
    own, at = unknown_label(text, left, right)
    told = at > 0 and own is not None and not own.title.isascii()
    inner, begun = group_header(text, at, right) if told else (None, -1)
    return (inner, begun) if inner is not None else (own, at)


def _place_that_leads(text: str, left: int, right: int) -> tuple[Header | None, int]:
    """Return the place in the words that lead up to a row without a colon, and where the row
    begins: 清岗县入选的村分别是|白溪镇东岭村、."""
    path, at = leads_up(text, left, right)
    # With a number before its noun it is a sentence, and read as one.
    lead = _LEAD.fullmatch(text[left:at].strip()) if path else None
    return (Header(lead[0], path), at) if lead is not None else (None, left)


_ROW_BELOW = 2
# Blanks are sought from the first of them alone.
_DASHES = pattern(r"(?:(?<!\s)\s+)?(?:—{1,2}|[－–-])\s*", needs="—－–-")


def _dashed(text: str, left: int, right: int) -> list[tuple[int, Name]]:
    """Return the names of a row that dashes part, with where each begins, where all are of one tier
    and state no place, but for a first one over the others: no place stands over another of its
    tier. 代 县 — 保 德 县; 代县—东岭镇—西岭镇."""
    spans = list(pieces_between(text, left, right, _DASHES))
    names = [read_name(text, *span) for span in spans] if len(spans) > 1 else []
    found = [name for name in names if name is not None and name.reading.sure > DOUBTFUL]
    if len(found) < max(2, len(spans)) or any(len(n.path) > 1 or n.note for n in found):
        return []
    first, *others = ((span[0], name) for span, name in zip(spans, found, strict=True))
    if len({name.reading.level for _, name in others}) > 1:
        return []
    if first[1].reading.level is others[0][1].reading.level:
        return [first, *others]
    if len(others) < _ROW_BELOW or not stands_lower(others[0][1].path[0], first[1].path[-1]):
        return []
    return [(at, name._replace(above=first[1].path)) for at, name in others]


def _counted_by(header: Header | None) -> tuple[HeadedCount, ...]:
    """Return a header with the number that it states, () for none."""
    if header is None or header.declared is None:
        return ()
    return (HeadedCount(header.title, header.declared),)


def _noted(names: Names, told: str) -> Names:
    """Return names with what is told behind the last as its note: 东岭村（由西岭村更名）."""
    *before, last = names.names
    return names._replace(names=(*before, _also_called(last, told)))


def _lies_in(text: str, start: int, header: Header, place: Name) -> Name | None:
    """Return the village before a dash or colon, with the place behind it that holds it:
    东岭村——清岗县白溪镇."""
    if len(header.path) != 1 or header.path[0][0].depth <= place.reading.level.depth:
        return None
    start = text.index(header.title, start)
    name = read_name(text, start, start + len(header.title))
    if name is None or name.text != header.path[0][1] or len(place.reading.parts) == 1:
        return None
    return name._replace(above=(*place.above, *place.reading.parts), stop=place.stop)


def _is_plain(text: str) -> bool:
    """Return one name and nothing else, as most lines hold; 和 and the like need a closer look."""
    if not 3 <= len(text) <= 40 or _JOINING.search(text):
        return False
    return min(text) >= "\u4e00" and max(text) <= "\u9fff"


def _stands_alone(name: str, reading: Reading) -> bool:
    """Tell whether a plain name of which nobody vouches for all parts is one name all the same: it
    counts nothing and is no row of the standard's names."""
    if reading.sure <= DOUBTFUL or name[-1] in "城等" or _COUNTING.search(name):
        return False
    return not read_abutting(name, 0, len(name))


def _enough(
    text: str,
    found: list[Name],
    unread: list[tuple[int, int]],
    *,
    trusting: bool,
    under_unit: bool,
) -> bool:
    """Tell whether what was read on a line makes it a line of names."""
    if trusting:
        return len(found) >= len(unread)
    if max(name.reading.sure for name in found) <= DOUBTFUL:
        return False
    missed = [text[left:right] for left, right in unread]
    if not under_unit and any(map(_MADE_OF.search, missed)):
        return False
    if unread and text.rstrip().endswith("。") and not under_unit:
        return len(found) > 2 * len(unread) and all(_among_names(text, *span) for span in unread)
    if not under_unit and any(map(has_clause_word, missed)):
        return False
    if len(found) > _MANY and len(found) >= 9 * len(unread):
        return True
    if any(len(piece) > _LONGEST_NAME for piece in missed):
        return False
    # Among the towns of a county its 林业局 is an item that is none.
    offices = any(map(OFFICE_BEFORE_COLON.search, missed))
    if offices and not under_unit:
        return False
    return len(found) >= (1 if under_unit and not offices else 3) * len(unread)


def _among_names(text: str, left: int, right: int) -> bool:
    """Tell whether a piece that can't be read is an item all the same, no word of a sentence
    (近日)."""
    piece = text[left:right]
    joined = "、" in (text[left - 1 : left], text[right : right + 1])
    if is_institution(piece):
        return True
    return (joined or "〓" in piece) and may_stand_among_names(piece)


def _closing_number(text: str, start: int, end: int) -> tuple[int | None, int]:
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
    count = trailing_count(text[start:end])
    if count is not None and count.start > 1:
        return count.number, start + count.start
    return None, end


def _read_group(
    text: str, start: int, end: int, header: Header | None, level: Level | None
) -> tuple[list[Name], list[tuple[int, int]]]:
    """Return the names of a group, each with its parents, and the pieces that are none."""
    spans = list(pieces_between(text, start, end, _SEPARATOR))
    stated, unread = _read_pieces(text, spans, header, level)
    # Within a row such words are those of a sentence: …名单中，清岗县入选的村为白溪镇东岭村、….
    if any(leads_up(text, *span)[0] for span in unread):
        return [], [(start, end)]
    if unread and (path := path_of_all(text, spans)) is not None:
        stated, unread = [(spans[0][0], path)], []
    if unread and header is None and (short := short_in_a_province(text, start, end)):
        return short, []
    if header is not None and stated:
        first = stated[0][1].path[0][0]
        header = lowered_area(raised(header, first), first)
    if header is not None and any(_as_low(header, name) for _, name in stated):
        return [], [(start, end)]
    names = with_parents(text, under_the_first(text, stated), header, "、" in text[start:end])
    if len(names) < 2:
        return names, unread
    if len(names) == 2 and not unread and (one := parent_behind(text, *names)) is not None:
        return [one], unread
    return columns_joined(text, zones_beside_counties(names)), unread


def _read_pieces(
    text: str, spans: list[tuple[int, int]], header: Header | None, level: Level | None
) -> tuple[list[tuple[int, Name]], list[tuple[int, int]]]:
    """Return the names of a group's pieces, by where each piece begins, and the pieces that are
    none; no more of these than a row of names may have."""
    told = header.heading.level if header is not None and header.heading is not None else None
    if told is not None:
        level = None
    read = read_short_forms(text, spans, header.path if header is not None else ())
    stated: list[tuple[int, Name]] = []
    unread: list[tuple[int, int]] = []
    for left, right in spans:
        if stated and _OTHERWISE_CALLED.match(text, left, right):
            begun, before = stated[-1]
            stated[-1] = (begun, _also_called(before, text[left:right].strip()))
            continue
        found = (
            read.get(left)
            or read_piece(text, left, right, level)
            or short_name(text, left, right, told)
            or (_led(text, left, right, level) if (left, right) == spans[0] != spans[-1] else [])
        )
        if not found and stated and _DESCRIBES.match(text, left, right):
            continue
        if not found:
            unread.append((left, right))
            if len(unread) > (8 if header else 2) and len(unread) > len(stated):
                break
        stated += [(left, name) for name in found]
    return stated, unread


def _also_called(name: Name, told: str) -> Name:
    """Return a name with what else its unit is or was called: 东岭村，原名西岭村."""
    note = "; ".join(filter(None, (name.note, told)))
    return name._replace(note=note, former=(*name.former, *former_names(told)))


def _led(text: str, start: int, end: int, level: Level | None) -> list[Name]:
    """Return the first names of a row behind words that lead up to them: 本次入选的包括清岗县、."""
    lead = _LEAD.match(text, start, min(end, start + _LONGEST_LEAD))
    if lead is None or _DENIES.search(lead[0]):
        return []
    names = read_piece(text, lead.end(), end, level)
    return names if all(name.reading.sure > DOUBTFUL for name in names) else []


def _as_low(header: Header, name: Name) -> bool:
    """Tell whether a community stands before a colon, and what reads like another behind it:
    清岗县东岭村：党建引领文化兴村, 东岭村：包括原西岭村."""
    lowest = Level.COMMUNITY
    return name.path[0][0] is lowest and bool(header.path) and header.path[-1][0] is lowest


def read_piece(text: str, start: int, end: int, level: Level | None) -> list[Name]:
    """Return one piece between separators: a name, names joined by 和, or names with spaces
    between.

    >>> [name.text for name in read_piece("清岗镇和白溪镇", 0, 7, None)]
    ['清岗镇', '白溪镇']
    """
    if end - start < _SHORTEST_NAME:
        return []
    ordinal = read_ordinal(text[start:end])
    shown = ""
    if ordinal is not None and ordinal.end < end - start:
        start, shown = start + ordinal.end, ordinal.shown
    if end - start > LONGEST_PIECE:
        return []
    if text[end - 1].isdecimal() and (code := _CODE.search(text, start, end)) is not None:
        end = code.start()
    if (government := _GOVERNMENT.search(text, start, end)) is not None:
        town = read_name(text, start, government.start(), level)
        return [town._replace(ordinal=shown, stop=end)] if town else []
    if (part := _GROUPS.search(text, start, end)) is not None:
        village = read_name(text, start, part.start(), level)
        note = part[0].strip()
        return [village._replace(ordinal=shown, note=note, stop=end)] if village else []
    if owned := _owned(text, start, end):
        return [owned[0]._replace(ordinal=shown), *owned[1:]]
    if (only := _ONLY.match(text, start, end)) is not None:
        start = only.end()
    if (arrow := _ARROW.search(text, start, end)) and not _within_brackets(text, start, arrow):
        present = read_name(text, arrow.end(), end, level)
        former = text[start : arrow.start()].strip()
        earlier = read_unit(former)
        if present is None or earlier is None:
            return []
        above = tuple(p for p in earlier.parts if p[0].depth < present.path[0][0].depth)
        formers = (*present.former, former)
        return [present._replace(ordinal=shown, former=formers, above=(*above, *present.above))]
    several = (
        read_steps(text, start, end)
        or read_joined(text, start, end)
        or read_abutting(text, start, end)
        or read_paths_abutting(text, start, end)
        or read_spaced(text, start, end, level)
        or read_side_by_side(text, start, end)
    )
    if several:
        return [several[0]._replace(ordinal=shown), *several[1:]]
    name = read_name(text, start, end, level)
    if name is None and ordinal is not None and ordinal.style == "glued":
        # 29团2连: the number is a part of the name.
        shown, name = "", read_name(text, start - ordinal.end, end, level)
    if name is not None:
        return _within_its_brackets(text, name) or [name._replace(ordinal=shown)]
    return _under_short_place(text, start, end) if text[end - 1 : end] in ("）", ")") else []


def _within_brackets(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether what is found is told of a name in brackets: 白溪镇（由石桥镇更名为白溪镇）."""
    before = text[start : found.start()]
    return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))


def _owned(text: str, start: int, end: int) -> list[Name]:
    """Return a name behind the place that it belongs to, or several joined: 清岗市的白溪区,
    白溪镇的东岭村和西岭村."""
    at = text.find("的", start, end)
    place = read_name(text, start, at) if at >= 0 else None
    if place is None or place.note or place.reading.sure < CERTAIN:
        return []
    name = read_name(text, at + 1, end)
    names = read_joined(text, at + 1, end) or ([name] if name is not None else [])
    lowest = place.reading.level.depth
    if any(one.reading.sure < CERTAIN or one.path[0][0].depth <= lowest for one in names):
        return []
    return [one._replace(above=(*place.path, *one.above)) for one in names]


def short_name(text: str, start: int, end: int, level: Level | None) -> list[Name]:
    """Return a division written without its kind where its level is told:
    示范省份：河北、内蒙古.

    >>> [name.text for name in short_name("内蒙古", 0, 3, Level.PROVINCE)]
    ['内蒙古']
    """
    bare = text[start:end].strip()
    parts = whole_name(bare, level) if level is not None else ()
    if not parts:
        return []
    start += text[start:end].index(bare)
    reading = Reading(((parts[0][0], bare),), parts[0][0], 1.0)
    return [Name(start, start + len(bare), bare, reading, stop=end)]


def _within_its_brackets(text: str, name: Name) -> list[Name]:
    """成都市（温江区、金堂县） lists what stands in the brackets; 乙社区（原乙村） does not."""
    start, end = name.end, name.stop
    if not name.note or name.former or text[start : start + 1] not in tuple("（(〔【["):
        return []
    if short := _short_in_brackets(text, name):
        return short
    if (town := _in_its_town(name)) is not None:
        return [town]
    inner = read_names(text, start + 1) if end == len(text) else None
    if inner is None or inner.unread:
        inner = read_names(text[: end - 1], start + 1)
    if inner is None or inner.unread:
        return []
    known = gazetteer.find(inner.names[0].reading.parts[0][1])  # 含山县, 原平市
    if _REMARK.match(text, start + 1) and not known:
        return []
    tops = {n.path[0][0] for n in inner.names}
    path = name.path
    if tops == {Level.COUNTY} and len(path) == 1 and is_zone(name.text):
        path = ((Level.PREFECTURE, name.text),)  # 雄安新区（雄县、安新县）
    if any(top.depth <= path[-1][0].depth for top in tops):
        return []
    only = inner.names[0] if len(inner.names) == 1 else None
    if only is not None and (only.reading.sure < CERTAIN or _is_same(name, only)):
        return []
    header = Header(name.text, path)
    return [n._replace(above=(*path, *n.above), header=header) for n in inner.names]


def _in_its_town(name: Name) -> Name | None:
    """Return a village right behind its county with the town that brackets behind it state:
    清岗县东岭村（白溪镇）."""
    *above, own = name.reading.parts
    if own[0] is not Level.COMMUNITY or not above or above[-1][0] is not Level.COUNTY:
        return None
    said, *more = _WITHIN_NOTE.split(name.note)
    place = without_lead(said)
    town = read_unit(place)
    if (
        town is None
        or town.sure < CERTAIN
        or [level for level, _ in town.parts] != [Level.TOWNSHIP]
    ):
        return None
    if not place.endswith(("镇", "乡", "街道")) or not name.text.endswith(own[1]):
        return None
    if any(read_unit(bit) is not None for bit in more):
        return None
    return name._replace(
        note="，".join(more) if more else name.note,
        start=name.end - len(own[1]),
        text=own[1],
        above=(*name.above, *above, *town.parts),
        reading=Reading((own,), own[0], name.reading.sure),
    )


def _short_in_brackets(text: str, name: Name) -> list[Name]:
    """Return the places in the brackets behind the one that holds them, all without their kinds:
    石家庄市（平山、正定）."""
    spans = list(pieces_between(text, name.end + 1, name.stop - 1, _SEPARATOR))
    found = read_in_a_place(text, spans, name.path)
    if len(found) < len(spans):
        return []
    header = Header(name.text, name.path)
    short = [one for left, _ in spans for one in found[left]]
    return [
        one._replace(
            above=name.path, header=header._replace(heading=Heading("", one.reading.level))
        )
        for one in short
    ]


def _is_same(name: Name, other: Name) -> bool:
    """Tell whether two names are those of one place: 高碑店地区（高碑店乡）."""
    stems = [split(*one.reading.parts[-1])[0] for one in (name, other)]
    return len(other.path) == 1 and stems[0] == stems[1]


def _under_short_place(text: str, start: int, end: int) -> list[Name]:
    """Return the names in brackets behind their city, its kind left out, or behind their count:
    沈阳（浑南区、新民市）, 清岗区2个（东岭镇、西岭镇）."""
    if counted := _counted_in_brackets(text, start, end):
        return counted
    match = _SHORT_OVER.fullmatch(text, start, end)
    parents = whole_name(match["place"], Level.PREFECTURE) if match else ()
    inner = read_names(text[: end - 1], match.end("place") + 1) if match and parents else None
    if inner is None or inner.unread:
        return []
    if any(holds(parents[-1], name.path[0]) is not True for name in inner.names):
        return []
    return [name._replace(above=(*parents, *name.above)) for name in inner.names]


def _counted_in_brackets(text: str, start: int, end: int) -> list[Name]:
    """Return the names in brackets behind a place and their right number."""
    match = _COUNTED_OVER.fullmatch(text, start, end)
    if match is None:
        return []
    place = read_name(text, *match.span("place"))
    inner = read_names(text[: end - 1], match.end("count"))
    if place is None or place.reading.sure < CERTAIN or inner is None or inner.unread:
        return []
    if len(inner.names) != numeral(match["number"]):
        return []
    if any(name.path[0][0].depth <= place.reading.level.depth for name in inner.names):
        return []
    return [name._replace(above=(*place.path, *name.above)) for name in inner.names]
