"""One clause of running text: the words in front of its units, the units, where they end."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from pilotdiff.facts.chosen_words import without_proposing
from pilotdiff.facts.numerals import CHINESE, NUMBER, numeral
from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.clause_words import has_clause_word
from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.lines.items import read_names
from pilotdiff.listing.naming import CERTAIN, DOUBTFUL, read_unit
from pilotdiff.listing.sentences.clause_names import ends_of, names_from
from pilotdiff.listing.sentences.words import COUNT_BEHIND, uses
from pilotdiff.listing.unit_names.chosen_of import chosen_of, place_before_its_count
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.short_forms import short_path
from pilotdiff.model import Level
from pilotdiff.names import gazetteer, split, whole_name
from pilotdiff.patterns import pattern

_OPENS = pattern(
    r"(?:其中|分别|包括|以及|(?!贵州|全州县)[我全你贵该本][省市州县区][在将把]?|的|[:：\s])*"
)
_COUNTED_IN_BRACKETS = pattern(
    rf"(?<!\d)(?<!{CHINESE})(?P<number>{NUMBER})[个家][^，。（(]{{0,10}}[（(](?P<inner>[^（()）：:]+)[)）]"
)
# Of a unit's name, and what owns it: a page can hold a million pieces of one character.
_SHORTEST = 2
_LONGEST_OWNER = 12
# How a place has its number: 清岗市占2个（…）.
_HOLDS = pattern(r"(?<=[省市州盟县区旗])(?:占了?|共?有|独占|拥有|获批|入选|新增|各?推荐)$")
# What is given to units is none: 授予“清岗省园林县”称号.
_HONOUR = pattern(
    r"[“「『《][^“”「」『』《》]{2,40}[”」』》]的?(?:荣誉)?(?:称号|牌匾|奖)", needs="称荣牌奖"
)
_MOST_STARTS = 4


class Clause(NamedTuple):
    """The units that a clause names.

    lead    what stands right in front of them: "lead" or "weak" (a verb), "join", "" for nothing
    parents what the clause itself puts over them: 云南省有清岗县
    start   where the first of them begins
    closed  whether other words follow them within the clause
    """

    names: tuple[Name, ...]
    lead: str
    start: int
    closed: bool
    parents: Parts = ()


def first_clause(text: str, left: int, right: int, *, going_on: bool = False) -> Clause | None:
    """Return the units of a clause with which a row may begin; None when it names none.

    A unit begins behind a verb, at the clause's own beginning, or where a name of the standard
    does (国家林草局授予北京市清岗区). `going_on`: the sentence has named units before.

    >>> [name.text for name in first_clause("确定清岗县为试点", 0, 8).names]
    ['清岗县']
    """
    if (honour := _HONOUR.search(text, left, right)) is not None:
        right = honour.start()
    if right - left < _SHORTEST:
        return None
    if (owned := _owned(text, _opened(text, left, right), right)) is not None:
        return owned
    for at in _behind("lead", text, left, right):
        if (owned := _owned(text, at, right)) is not None and owned.parents:
            return owned._replace(lead="lead")
    counted = _in_brackets(text, left, right)
    if counted is not None and counted.parents:
        return counted
    for lead, start in _starts(text, left, right, going_on):
        names, closed = names_from(text, start, right, ())
        if names:
            if whole := _behind_a_sign(text, left, start, right, names[0]):
                return whole
            around = _around(text, left, start, right, names[0]) if lead == "lead" else None
            found = Clause(tuple(names), lead, start, closed, _over(text, left, start))
            return around or found
    return counted


_SIGNS = frozenset("：:（(、")


def _behind_a_sign(text: str, left: int, start: int, right: int, cut: Name) -> Clause | None:
    """Return the unit that a clause is behind a colon or the like, where no word of deciding opens
    it, but for one character within the name: ：将军路街道东岭社区. `cut` begins behind that."""
    word = uses("lead", "weak").match(text, left, start)
    decides = word is not None and len(word[0]) > 1
    if decides or start - left > _OPENING or text[left - 1 : left] not in _SIGNS:
        return None
    if gazetteer.find(cut.reading.parts[0][1]):
        return None
    whole = read_name(text, left, right)
    if whole is None or whole.end != cut.end or whole.reading.sure < CERTAIN:
        return None
    return Clause((whole,), "", left, closed=False)


_TAKES = "将"


def _around(text: str, left: int, start: int, right: int, cut: Name) -> Clause | None:
    """Return the units of a clause in which what looks like a verb is a part of a name:
    清岗县小将镇, 确定|将乐县, 确定|将台地区. `cut` is the name that begins behind it."""
    # No area is called with one character.
    level, own = cut.reading.parts[0]
    stub = own.endswith("地区") and len(split(level, own)[0]) == 1
    before = [(use, at) for use in ("lead", "weak") for at in _behind(use, text, left, start)]
    for lead, at in (("", _opened(text, left, right)), *before):
        taken = text[at:start] == _TAKES
        if at >= start - 1 and not taken:
            continue
        names, closed = names_from(text, at, right, ())
        known = bool(names) and bool(gazetteer.find(names[0].reading.parts[0][1]))
        if names and names[0].end > start and (known or (taken and stub)):
            return Clause(tuple(names), lead, at, closed)
    return None


def _owned(text: str, start: int, right: int) -> Clause | None:
    """Return a unit and what it owns: 清岗县的白溪镇, 江西的清岗县."""
    parts, at = owner(text, start, right)
    city = () if parts else whole_name(text[start : at - 1], Level.PREFECTURE)
    names, closed = names_from(text, at, right, ()) if parts or city else ([], False)
    if not names or (city and holds(city[-1], names[0].path[0]) is not True):
        return None
    parts = parts or city
    # 白溪镇东岭村的西岭社区 lies in 白溪镇.
    over = tuple(part for part in parts if part[0].depth < names[0].path[0][0].depth)
    return Clause(tuple(names), "", at, closed, over)


def owned_by_a_stranger(text: str, start: int, right: int) -> Clause | None:
    """Return a unit of an area that is no known town, in a row of towns and what they have:
    白溪镇的东岭村，青石片的西岭村."""
    at = text.find("的", start, right)
    called = text[start:at].strip() if at > start else ""
    if not _AREA.fullmatch(called) or has_clause_word(called) or not may_stand_among_names(called):
        return None
    names, closed = names_from(text, at + 1, right, ())
    if not names or any(name.path[0][0] is not Level.COMMUNITY for name in names):
        return None
    return Clause(tuple(names), "", at + 1, closed, ((Level.TOWNSHIP, called),))


# What words before 的 are none of: 入选的, 全市的, 三个镇的.
_AREA = pattern(r"(?![我全本该各其每两三四五六七八九十])\p{Han}{2,6}(?<![市省县选榜批围定予])")


def owner(text: str, start: int, right: int) -> tuple[Parts, int]:
    """Return the place to which what follows belongs, and where that begins; without parts where
    there is none.

    >>> [part[1] for part in owner("清岗县白溪镇的八站", 0, 9)[0]]
    ['清岗县', '白溪镇']
    """
    at = text.find("的", start, right)
    if at < 0 or at - start > _LONGEST_OWNER:
        return (), right
    called = without_proposing(text[start:at])
    reading = read_unit(called)
    return whole_name(called, Level.PROVINCE) or (reading.parts if reading else ()), at + 1


_HAS = pattern(r"[^，,。；;：:、]{2,14}?(?:有|是|为|选择|选取|选定|遴选|确定)")


def _had(text: str, left: int, right: int) -> Clause | None:
    """Return a unit and what it has, which lies below it: 清岗市有白溪县."""
    has = _HAS.match(text, left, right)
    parents = _over(text, left, has.end()) if has else ()
    if has is None or not parents:
        return None
    names, closed = names_from(text, has.end(), right, ())
    if not names or names[0].path[0][0].depth <= parents[-1][0].depth:
        return None
    return Clause(tuple(names), "weak", has.end(), closed, parents)


def _in_brackets(text: str, left: int, right: int) -> Clause | None:
    """Return the units in the brackets behind their number: 6个乡镇（清岗镇、白溪镇）."""
    match = _COUNTED_IN_BRACKETS.search(text, left, right)
    found = read_names(text[: match.end("inner")], match.start("inner")) if match else None
    if match is None or found is None or len(found.names) != numeral(match["number"]):
        return None
    last = found.names[-1]._replace(stop=match.end())
    place = read_unit(_HOLDS.sub("", text[_opened(text, left, right) : match.start()].strip()))
    over = place.parts if place is not None and place.sure > DOUBTFUL else ()
    return Clause((*found.names[:-1], last), "", match.start("inner"), True, over)


def next_clause(
    text: str, left: int, right: int, levels: Collection[Level], *, alike: bool = False
) -> Clause | None:
    """Return the units of a clause that goes on with a row of units of these levels.

    `alike`: of no place of the row is it said what it has, so 为 and 有 are signs of a name rather
    than words: 清岗县白溪镇为民村.
    """
    if (owned := _owned(text, left, right)) is not None:
        return owned
    if (had := _had(text, left, right)) is not None:
        whole = read_name(text, left, right) if alike or _is_bare(had, text, left) else None
        is_one = whole is not None and whole.reading.level in levels
        if whole is None or not is_one or whole.reading.sure < CERTAIN:
            return had
        return Clause((whole,), "join", left, closed=False)
    counted = _in_brackets(text, left, right)
    if counted is not None and counted.parents:
        return counted
    joint = uses("join").match(text, left, right)
    for start in (left, joint.end()) if joint else (left,):
        names, closed = names_from(text, start, right, tuple(levels))
        if names:
            return Clause(tuple(names), "join", start, closed)
    for stop in (right, *ends_of(text, left, right)):
        if short := short_path(text, left, stop):
            return Clause((short,), "join", left, closed=stop < right)
    doubtful = read_name(text, left, right)
    if doubtful is not None and doubtful.reading.level in levels:
        # Among others of its level 文明村 is a village.
        return Clause((doubtful,), "join", left, closed=False)
    return counted


def _is_bare(had: Clause, text: str, left: int) -> bool:
    """Tell whether but one character is left of a name behind what may be a word, in a row:
    清岗县|有|庆镇."""
    level, name = had.names[0].path[0]
    return text[left - 1] == "、" and len(split(level, name)[0]) == 1


def opened_by(text: str, left: int, right: int) -> tuple[str, int]:
    """Return what opens a clause, a verb of deciding or nothing, and where the text behind it
    begins.

    >>> opened_by("确定清岗县", 0, 5)
    ('lead', 2)
    """
    lead = next(_behind("lead", text, left, right), 0)
    return ("lead", lead) if lead else ("", _opened(text, left, right))


def _starts(text: str, left: int, right: int, going_on: bool) -> Iterator[tuple[str, int]]:
    """Yield where the first unit of a clause may begin, and what stands in front of it."""
    yield from (("lead", start) for start in _behind("lead", text, left, right))
    begin = _opened(text, left, right)
    # 云南省有清岗县: the province stands over what it has. 在清岗县: 在 is no part of the name.
    weak = list(_behind("weak", text, left, right))
    yield from (
        ("weak", at) for at in weak if _over(text, left, at) or _opens(text, begin, at, right)
    )
    yield "", begin
    if going_on:
        yield from (("join", start) for start in _behind("join", text, left, right))
    yield from (("weak", start) for start in weak)
    yield from (("", start) for start in anchors(text, begin + 1, right))


def _behind(use: str, text: str, left: int, right: int) -> Iterator[int]:
    """Yield the places behind the words of a use, the last first; 我县 and the like passed over,
    and what is denied: 不包括, 未将."""
    found = uses(use).finditer(text, left, right)
    ends = [
        match.end()
        for match in found
        if text[match.start() - 1] not in "不未"
        and not (use == "join" and _ends_a_name(text, match.end()))
    ]
    for end in reversed(ends[-_MOST_STARTS:]):
        if (opened := _opened(text, end, right)) > end:
            yield opened
        yield end


def _ends_a_name(text: str, at: int) -> bool:
    """Tell whether the kind of a place follows, and no place: 协和|镇东岭村, but 和|镇海区."""
    kind = text[at : at + 1] in _NO_BEGINNING or text.startswith("道", at)
    return kind and not gazetteer.lengths(text[at : at + 2])


_OPENING = 2
_NO_BEGINNING = frozenset("省市州盟县区旗镇乡村街社")


def _opens(text: str, begin: int, start: int, right: int) -> bool:
    """Tell whether a word opens a clause and a name of some length follows: 在清岗街道,
    又有白溪镇."""
    return (
        start - begin <= _OPENING and right - start > _OPENING and text[start] not in _NO_BEGINNING
    )


def _opened(text: str, left: int, right: int) -> int:
    opening = _OPENS.match(text, left, right)
    return opening.end() if opening else left


def anchors(text: str, left: int, right: int) -> list[int]:
    """Return the first places where a province or city of the standard begins.

    >>> anchors("今年成都市金堂", 0, 7)
    [2]
    """
    found: list[int] = []
    for start in range(left, right - 2):
        lengths = gazetteer.lengths(text[start : start + 2])
        wholes = (d for size in lengths for d in gazetteer.find_whole(text[start : start + size]))
        if any(d.level is not Level.COUNTY for d in wholes):
            found.append(start)
        if len(found) == _MOST_STARTS:
            break
    return found


_LONGEST_NOUN = 8


def parent_alone(text: str, left: int, right: int) -> Parts:
    """Return the unit of a clause that only counts what it has: 四川省5个, before 分别为.

    >>> [name for _, name in parent_alone("四川省5个", 0, 5)]
    ['四川省']
    >>> [name for _, name in parent_alone("四川省共有5地入选", 0, 9)]
    ['四川省']
    """
    begin = _opened(text, left, right)
    count = COUNT_BEHIND.search(text, begin, right)
    if count is None or "等" in count[0] or right - count.end() > _LONGEST_NOUN:
        return ()
    bare = re.sub("(?:共?有|入选|上榜)$", "", text[begin : count.start()].strip())
    reading = read_unit(bare)
    sure = reading is not None and reading.sure > DOUBTFUL
    return reading.parts if reading and sure else place_before_its_count(text, begin, right)


_WHERE = pattern(r"^(?:其中|并|决定|拟|同意|计划|将)?[在从]?")
_PARENT = pattern(
    r"(?P<unit>[^，,。；;：:、]{2,14}?)(?:(?:的|共|现|也|还|各|又|另)?(?:有|是|为)|"
    r"(?:分别|首批|先行)?(?:选[择取定]|[遴评]选|确定|认定|命名|授予|推荐|申报)了?"
    r"|(?:委|(?:人民)?政府)?(?:[又也还已再拟并]|先后|率先|首先|先行|分别|陆续|继续|计划|决定|通过)*"
    r"(?:将在?|[把在对由从以]|依托|聚焦|围绕|推选))$"
)


def _over(text: str, left: int, start: int) -> Parts:
    """Return the unit that the words before the names put over them: 云南省有."""
    if path := chosen_of(text[left:start]):
        return path
    match = _PARENT.search(text[left:start])
    if match is None:
        return ()
    unit = _WHERE.sub("", match["unit"].strip())
    reading = read_unit(unit)
    if reading is not None and reading.sure > DOUBTFUL:
        return reading.parts
    return whole_name(unit, Level.PREFECTURE) or whole_name(unit, Level.PROVINCE)
