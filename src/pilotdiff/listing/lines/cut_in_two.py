"""Lines cut in two within a name, a place, a bracket or a number: what the halves tell of it."""

from collections.abc import Iterator
from functools import cache
from itertools import chain, product

from pilotdiff.listing.lines.pieces import Piece, Shape, shape
from pilotdiff.listing.lines.titles_and_dates import (
    ends_as_title,
    is_title,
    is_title_end,
    leading_units,
    without_lead_in,
)
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.names.called_by_programmes import is_of_programmes, programme_words
from pilotdiff.patterns import IN_BRACKETS, VILLAGE_KIND, pattern
from pilotdiff.repair.texts import merged

ENDS = ("。", "！", "？", "；", "：", ":", ";", "!", "?", "”", "）", ")", "》")
TEXT = (Shape.NAMES, Shape.HEADING, Shape.PROSE)
_ITEM_END = pattern(r"[、，,；;。\s]")
_FULL_ROW = 18
# The number of a heading alone on its line: 二、 / 清岗市（1个）.
_CHINESE = ("cn", "bracketed_cn")


def is_cut_in_two(first: Piece, second: Piece) -> bool:
    """Tell whether two lines are one, of which neither half is whole: a number, a bracket or the
    name of a place stands on both."""
    if second.shape not in (*TEXT, Shape.HEADER, Shape.COUNT):
        return False
    if first.shape is Shape.NUMBER:
        return first.ordinal is not None and first.ordinal.style in _CHINESE
    return first.shape in TEXT and any(is_cut(first, second) for is_cut in _CUTS)


def may_be_cut_in_two(first: Piece, second: Piece) -> bool:
    """Tell whether two lines may be one, if that loses no name: the next begins with the rest of a
    path or of a name."""
    return (
        _is_within_a_place(first, second)
        or is_cut_between_parts(first, second)
        or _is_cut_within_name(first, second)
        or _is_kind_of_the_above(first, second)
    )


def parts_over(text: str, at: int, longest: int) -> Iterator[str]:
    """Yield the parts of a text that have a character before a place and one behind it, fewer than
    `longest` on either side."""
    for start, end in product(range(max(0, at - longest + 1), at), range(at + 1, at + longest)):
        yield text[start:end]


def is_read(piece: Piece) -> bool:
    """Tell whether a line is nothing but names that are read."""
    return piece.names is not None and not piece.names.unread


def as_name(text: str) -> Name | None:
    """Return the one name that a text is."""
    return read_name(text, 0, len(text))


# A place in brackets that its line breaks: 【白溪 / 街道】.
_OPENED = pattern(r"(?:【[^】]{1,12}|〔[^〕]{1,12}|《[^》]{1,12}|\[[^\]]{1,12})")
_CLOSED_BEHIND = pattern(r"\p{Han}{1,8}[】〕》\]][：:]?")


# A number glued to what it numbers; nothing is counted: 05清岗县.
_GLUED_NUMBER = pattern(
    r"^\d{1,3}(?=(?![个家项组批类年月日号级期次名户座处条人团连师营队])\p{Han})"
)


def _is_begun(first: Piece, second: Piece) -> bool:
    """Tell whether a line breaks off within a bracket that the next line closes, or behind the
    first character of its name: （一）白 / 溪镇2个, 05清 / 岗县, 清岗县白 / 溪镇."""
    bare = first.text.text[first.body :].strip()
    if _OPENED.fullmatch(bare):
        return _CLOSED_BEHIND.fullmatch(second.text.text.strip()) is not None
    numbered = first.ordinal is not None
    behind = bare if numbered else _GLUED_NUMBER.sub("", bare)
    above, begun = behind[:-1], behind[-1:]
    if not begun.isalpha() or begun in _KINDS:
        return False
    if not above and numbered:
        return True
    place = read_unit(above) if above.endswith(_PLACES) else None
    known = place is not None and place.sure >= CERTAIN if above else behind != bare
    return known and first.names is None and (is_read(second) or second.header is not None)


def _is_within_a_place(first: Piece, second: Piece) -> bool:
    """Tell whether a line that is not read ends within a place of the standard with which, behind
    others, the path begins that the next line goes on: 04葫芦 / 岛市绥中县."""
    bare, below = first.text.text[first.body :].strip(), second.text.text.strip()
    begun = bare if first.ordinal is not None else _GLUED_NUMBER.sub("", bare)
    if first.names is not None or not begun.isalpha() or len(begun) > _LONGEST_PLACE:
        return False
    if not is_read(second) or (leading_units(below) and not leading_units(begun)):
        return False
    return _is_place_over_break(begun, below)


def _is_place_over_break(begun: str, below: str) -> bool:
    """Tell whether one of the places that a text begins with ends behind its break."""
    text, at = begun + below, 0
    for unit in leading_units(text):
        if not text.startswith(unit, at):
            return False  # a province without its kind
        if at < len(begun) < at + len(unit):
            return True
        at += len(unit)
    return False


# The kind of a place that stands over others, and what follows it there: 街道：, 县上报, 镇（2个）.
_KIND_OVER_OTHERS = pattern(
    r"\s*(?P<kind>自治[州县旗]|[市县区州旗镇乡]|街道)\s*(?:[：:（(]|(?:推荐|申报|报送|上报)|$)"
)
_REST_OVER_OTHERS = pattern(r"\s*(?P<rest>\p{Han}{2,12})\s*[：:]")


def _is_place_cut(first: Piece, second: Piece) -> bool:
    """Tell whether two lines are the one place that stands over others: 清岗 / 县：, 城 / 口县："""
    begun = first.text.text[first.body :].strip()
    if not begun.isalpha() or len(begun) > _LONGEST_PLACE or second.ordinal is not None:
        return False
    below = second.text.text
    if kind := _KIND_OVER_OTHERS.match(below):
        unit = read_unit(begun + kind["kind"])
        return unit is not None and unit.sure >= CERTAIN
    rest = _REST_OVER_OTHERS.match(below)
    whole = rest is not None and gazetteer.find_whole(begun + rest["rest"])
    return bool(whole) and rest is not None and not gazetteer.find_whole(rest["rest"])


# Before the bracket, or behind it, stands no other; within it no more than a place or a remark.
_BRACKET_OPEN = pattern(r"[（(](?P<within>[^（()）]{0,30})$", needs="（(")
_BRACKET_CLOSED = pattern(r"\s*(?P<within>[^（()）]{0,30})[）)]", needs="）)")
# What stands right above the first bracket of the next line, on a line of its own.
_COUNT_ALONE = pattern(
    r"\s*[（(]\s*(?:共计?|合计|计)?\d{1,4}[个個家]\p{Han}{0,4}[）)]\s*[：:]?\s*$"
)


def _is_bracket_cut(first: Piece, second: Piece) -> bool:
    """Tell whether the next line closes the bracket that a line opens, 清岗县（共3 / 个）：, or is
    the count, in one, of what stands above: 清岗市 / （2个）."""
    above, below = first.text.text.rstrip(), second.text.text
    opened, closed = _BRACKET_OPEN.search(above), _BRACKET_CLOSED.match(below)
    if opened and closed:
        return bool(opened["within"].strip() or closed["within"].strip())
    place = first.names is None or (is_read(first) and len(first.names.names) == 1)
    counted = _COUNT_ALONE.fullmatch(below) is not None
    return counted and place and above[-1:].isalpha() and not is_title(above)


# What a title says, of which one half stands on either line: 20 / 23年, 第 / 二批, 清岗 / 街道.
_SAID_IN_TITLES = pattern(r"(?:19|20)\d\d年|第.{1,3}批", needs="年批")


def _is_title_cut(first: Piece, second: Piece) -> bool:
    """Tell whether a title is cut within a place that it begins with, a year, a batch or a word of
    titles, or before what it is: 清 / 岗县示范村名单, 清岗县示 / 范村名单, 清岗县示范村 / 名单."""
    above, below = first.text.text.strip(), second.text.text.strip()
    if first.ordinal is not None or not _is_begun_title(first):
        return False
    whole, at = above + below, len(above)
    if is_title(above) or not (_closes_title(whole, below) or _heads_a_list(first, second)):
        return False
    if is_title_end(below):
        return bool(leading_units(without_lead_in(above)))
    spans = (match.span() for match in _SAID_IN_TITLES.finditer(whole))
    if any(start < at < end for start, end in spans):
        return True
    # A word that titles use stands on both lines: 示范, 卫生, 乡村.
    if not _title_words().isdisjoint(parts_over(whole, at, _LONGEST_WORD)):
        return True
    return _is_place_over_break(without_lead_in(above), below)


def _closes_title(whole: str, below: str) -> bool:
    return ends_as_title(below) and is_title(whole)


def _heads_a_list(first: Piece, second: Piece) -> bool:
    """Tell whether two lines, of which neither is a name, are the heading of a list together."""
    if not first.shape is second.shape is Shape.HEADING:
        return False
    whole = shape(merged([first.text, second.text]))
    return whole.names is None and whole.heading is not None and whole.heading.listing


_LONGEST_WORD = 4


@cache
def _title_words() -> frozenset[str]:
    tables = ("headphrases.txt", "title_words.txt")
    return programme_words() | {"乡村", *chain.from_iterable(map(phrases, tables))}


def _is_begun_title(piece: Piece) -> bool:
    """Tell whether a line may be a title's beginning, though it reads as a name: 清岗市美丽乡村, or
    清岗省乡."""
    if piece.names is None:
        return True
    above = piece.text.text.strip()
    own = above.removeprefix("".join(leading_units(above)))
    return len(own) == 1 or is_of_programmes(*piece.names.names[-1].path[-1])


_CUTS = (_is_begun, _is_place_cut, _is_bracket_cut, _is_title_cut)


def is_cut_between_parts(first: Piece, second: Piece) -> bool:
    """Tell whether a row ends within a path, its last name above the tier of all others, and the
    next line goes on below it: …、南岭村、清岗市 / 白溪县东岭村、…."""
    if first.names is None or first.names.unread:
        return False
    *others, last = first.names.names
    row = first.text.text.strip()
    if all(len(name.path) == 1 for name in others):
        return False  # none of them states a path
    if len(row) < _FULL_ROW or row.endswith(ENDS) or last.note:
        return False
    depth, below = last.reading.level.depth, as_name(_ITEM_END.split(second.text.text.strip())[0])
    if below is None or below.path[0][0].depth <= depth:
        return False
    tiers = {name.reading.level for name in others}
    return len(tiers) == 1 and tiers.pop().depth > depth


# A village's committee cut in two: …、东岭村 / 委会、西岭村委会.
_ENDS_IN_VILLAGE = pattern(r"(?:村|社区|居|村民|居民|委|委员)$")
_COMMITTEE = pattern(
    rf"(?:(?:村民|居民|民|村|居)?委(?:员)?会|员?会)(?=[、，,；;。\s]|{IN_BRACKETS}|$)",
    needs="会",
)
# A line that is, or begins with, nothing but the word for a kind.
_KIND_ALONE = pattern(
    rf"\s*(?:自治[州县旗]|[市县区州旗镇乡村]|街道|社区)(?:[、，,；;。\s]|{IN_BRACKETS}|$)"
)
_KIND_AND_COUNT = pattern(rf"\s*(?:[市县区州旗镇乡村]|街道|社区)(?:{IN_BRACKETS})?\s*")
# It begins a line as no name does, and goes on with a row: …白溪镇东岭 / 村、西岭村.
_KIND_IN_ROW = pattern(
    r"(?:[县区镇乡村]|街道|社区)(?:[（(][^（()）]{1,12}[）)])?[、／/；;|](?=\p{Han}{2})"
)
# What is left of a people's own township, county or prefecture: …布依 / 族乡.
_OF_PEOPLES = ("族乡", "族镇", "族自治", "自治县", "自治州", "自治旗")
# A town's kind before a village, which is none of 镇南村 and the like: 白溪 / 镇东岭村.
_KIND_OVER_VILLAGE = pattern(rf"(?P<kind>[镇乡])(?P<village>\p{{Han}}{{2,8}}{VILLAGE_KIND})$")
# What is left of the kind of a people's own county or prefecture: …族自 / 治县.
_OF_A_PEOPLE = frozenset({"治县", "治州", "治旗"})
_KINDS = frozenset("市县区州旗镇乡村")
_PLACES = (*_KINDS - {"村"}, "街道", "苏木")
_WEAK = 0.5
# A row with more than one name, or behind a label.
_MANY = pattern(r"[：:、，,；;•·]|\S\s{2,}\S|\p{Han}\s\p{Han}")


def _is_kind_of_the_above(first: Piece, second: Piece) -> bool:
    """Tell whether the next line begins with the kind of what a line ends with: 东岭村 / 委会、…,
    新溪布依 / 族乡, 白溪镇东岭 / 村、西岭村, 白溪 / 镇东岭村."""
    one, two = first.text.text.rstrip(), second.text.text.strip()
    if not one[-1:].isalpha():
        return False
    if _ENDS_IN_VILLAGE.search(one) and _COMMITTEE.match(two):
        return True
    if one[-1] in _KINDS:
        return False
    if _KIND_IN_ROW.match(two) or two.startswith(_OF_PEOPLES):
        return True
    below = _KIND_OVER_VILLAGE.match(two) if first.names is None else None
    town = read_unit(first.text.text[first.body :].strip() + below["kind"]) if below else None
    village = read_unit(below["village"]) if below else None
    units = [unit for unit in (town, village) if unit is not None and unit.sure >= CERTAIN]
    return [unit.level for unit in units] == [Level.TOWNSHIP, Level.COMMUNITY]


def _is_cut_within_name(first: Piece, second: Piece) -> bool:
    """Tell whether the next line begins with the rest of a name, which makes all of both lines
    names: 山西省：太 / 原市, …、集美 / 区."""
    one, two = first.text.text.rstrip(), second.text.text
    worded = first.heading is None or first.heading.listing
    own = one.endswith("自") and two.strip() in _OF_A_PEOPLE
    alone = (own or _KIND_AND_COUNT.fullmatch(two) is not None) and not worded
    row = first.ordinal is not None or _MANY.search(one) is not None
    if not (alone or row) or not one[-1:].isalpha():
        return False
    rest = second.names.names[0] if second.names is not None else None
    body = max(second.body, len(two) - len(two.lstrip()))
    weak = rest is not None and rest.start <= body and rest.reading.sure < _WEAK
    weak = weak or (first.names is None and rest is None and _are_a_known_place(first, second))
    if not (weak or own) and (_KIND_ALONE.match(two) is None or one[-1] in _KINDS):
        return False
    whole = shape(merged([first.text, second.text]))
    if whole.names is None or whole.names.unread:
        return False
    at = whole.text.breaks[-1][0]
    over = [name for name in whole.names.names if name.start < at < name.end]
    return bool(over) and (rest is None or over[0].reading.sure > rest.reading.sure)


def _are_a_known_place(first: Piece, second: Piece) -> bool:
    """Tell whether two short lines of which none is a name are a place of the standard together:
    （一）忻 / 州市."""
    whole = first.text.text[first.body :].strip() + second.text.text.strip()
    return len(whole) <= _LONGEST_PLACE and bool(gazetteer.find_whole(whole))


_LONGEST_PLACE = 16
