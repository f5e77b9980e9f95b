"""Whether a page breaks what is one over two lines."""

from collections.abc import Sequence

from pilotdiff.listing.clause_words import opens_with_a_verb
from pilotdiff.listing.lines.hard_wraps import COMMAS
from pilotdiff.listing.lines.pieces import Piece, Shape, shape
from pilotdiff.listing.lines.titles_and_dates import is_signature, is_title, leading_units
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import merged

_ENDS = ("。", "！", "？", "；", "：", ":", ";", "!", "?", "”", "）", ")", "》")
RUNS_ON = ("、", "，", ",", "和", "及", "；", ";")
FULL_LINE = 25
_ITEM_END = pattern(r"[、，,；;。\s]")
_FULL_ROW = 18
_CLOSED = ("；", ";")
_HEADED = pattern(r"[^、，,]{2,20}[：:]")
# Where to call or write closes a notice: what stands below is no more of its sentence.
_CONTACT = pattern(
    r"(?:电话|電話|手机|热线|熱線|传真|傳真|邮箱|郵箱|邮编|郵編|邮政编码|信箱|网址|網址|微信|QQ)"
    r"[^\d。A-Za-z]{0,14}[\w＋+（(][\w\s.@:/、，,；;（）()＋－—–\-]{2,60}$"
)
# The number of a page stands between, and blank lines around it.
_BROKEN_OVER = 5
_TEXT = (Shape.NAMES, Shape.HEADING, Shape.PROSE)
# It stands over a list, and is no end of the sentence above: 试点县名单（清岗市）.
_LIST_TITLE = pattern(r"[^，,。；;、]{4,40}名单(?:[（(]\p{Han}{2,9}[）)])", needs="名单")


def goes_on_in_next(first: Piece, second: Piece) -> bool:
    """Tell whether a line may go on in the next."""
    if first.row or second.row:
        return False
    if second.ordinal is not None or first.text.heading or second.text.heading:
        return False
    if _is_number_over(first, second):
        return True
    if first.shape not in _TEXT:
        return False
    if _is_place_cut(first, second) or _is_count_cut(first, second):
        return True
    if second.shape not in _TEXT or (second.heading is not None and second.heading.groups):
        return False
    one, two = first.text.text.rstrip(), second.text.text.strip()
    if _is_begun(first, second) or _is_within_a_place(first, second):
        return True
    if is_signature(two):
        return False
    if two.startswith(COMMAS) or _OF_THE_ABOVE.match(two):
        return True
    if one.endswith(_CLOSED) and (is_read(first) or _is_one_item(first)):
        return False
    if one.endswith(RUNS_ON) and not _HEADED.match(two):
        return True
    return _reads_on(first, second)


def _reads_on(first: Piece, second: Piece) -> bool:
    """Tell the same of two lines between which no sign tells it: by their names and their words."""
    one, two = first.text.text.rstrip(), second.text.text.strip()
    if breaks_off(first) and _stand_apart(first, second):
        return False
    if _CUT_BEHIND_COLON.search(one) and _begins_with_a_name(second):
        return True
    cut = not one.endswith(_ENDS) and one.count("、") > 1 and "、" in two[:16]
    if cut and _broken(first, second):
        return True
    if cut_between_parts(first, second) or _cut_within_name(first, second):
        return True
    if _ENDS_IN_VILLAGE.search(one) and _COMMITTEE.match(two):
        return True
    if _KIND_IN_ROW.match(two) and one[-1:].isalpha() and one[-1] not in _KINDS:
        return True
    next_line = second.text.line <= first.text.line + 2
    if next_line and _opens_a_sentence(one) and two.endswith("。") and not opens_with_a_verb(two):
        return True
    near = second.text.line <= first.text.line + _BROKEN_OVER
    if near and breaks_off(first) and not _HEADED.match(two):
        return True
    if second.heading is not None and second.heading.declared is not None:
        return False
    # A sign of any other sort ends a line too: 名单如下↓↓.
    full = len(one.strip()) >= FULL_LINE and one[-1:].isalnum() and not _CONTACT.search(one)
    told = first.shape is Shape.PROSE or "，" in one
    return next_line and full and told and not _LIST_TITLE.fullmatch(two)


def breaks_a_place(first: Piece, second: Piece) -> bool:
    """Tell whether a line breaks a place, its count or its number off, which the next goes on
    with."""
    cuts = (_is_begun, _is_place_cut, _is_count_cut, _is_number_over)
    return any(each(first, second) for each in cuts)


# A place in brackets that its line breaks: 【白溪 / 街道】.
_OPENED = pattern(r"(?:【[^】]{1,12}|〔[^〕]{1,12}|《[^》]{1,12}|\[[^\]]{1,12})")
_CLOSED_BEHIND = pattern(r"\p{Han}{1,8}[】〕》\]][：:]?")
# A number glued to what it numbers; nothing is counted: 05清岗县.
_GLUED_NUMBER = pattern(
    r"^\d{1,3}(?=(?![个家项组批类年月日号级期次名户座处条人团连师营队])\p{Han})"
)


def _is_begun(first: Piece, second: Piece) -> bool:
    """Tell whether a line breaks off within a bracket that the next line closes, or behind the
    first character of its name: （一）白 / 溪镇2个, 05清 / 岗县, 02清岗县白 / 溪镇."""
    bare = first.text.text[first.body :].strip()
    if _OPENED.fullmatch(bare):
        return _CLOSED_BEHIND.fullmatch(second.text.text.strip()) is not None
    numbered = first.ordinal is not None
    behind = bare if numbered else _GLUED_NUMBER.sub("", bare)
    above, begun = behind[:-1], behind[-1:]
    if not begun.isalpha() or begun in _KINDS or not (numbered or behind != bare):
        return False
    if not above and numbered:
        return True
    place = read_unit(above) if above.endswith(_PLACES) else None
    known = not above or (place is not None and place.sure >= CERTAIN)
    return known and first.names is None and is_read(second)


def _is_within_a_place(first: Piece, second: Piece) -> bool:
    """Tell whether a line that is not read ends within a place of the standard with which, behind
    others, the path begins that the next line goes on: 04葫芦 / 岛市绥中县."""
    bare, below = first.text.text[first.body :].strip(), second.text.text.strip()
    begun = bare if first.ordinal is not None else _GLUED_NUMBER.sub("", bare)
    if first.names is not None or not begun.isalpha() or len(begun) > _LONGEST_PLACE:
        return False
    if not is_read(second) or (leading_units(below) and not leading_units(begun)):
        return False
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


# A count in a bracket that the line breaks: 清岗县（共3 / 个）：.
_COUNT_OPEN = pattern(r"[（(](?:共|共计|合计|计)?\d{0,4}$", needs="（(")
_COUNT_CLOSED = pattern(r"\s*\d{0,4}[个家名项处]?\p{Han}{0,4}[）)]\s*[：:]?\s*$")


def _is_count_cut(first: Piece, second: Piece) -> bool:
    """Tell whether the next line closes the bracket with a count that a line opens, and is no more:
    清岗县（共3 / 个）：."""
    above, below = first.text.text.rstrip(), second.text.text
    if _COUNT_OPEN.search(above) is None or _COUNT_CLOSED.fullmatch(below) is None:
        return False
    return any(sign.isdecimal() for sign in above[-5:] + below)


def _is_number_over(first: Piece, second: Piece) -> bool:
    """Tell whether a line is the Chinese number of the next, and no more: 二、 / 清岗市（1个）."""
    if first.shape is not Shape.NUMBER or first.ordinal is None:
        return False
    return first.ordinal.style in _CHINESE and second.shape in (*_TEXT, Shape.HEADER)


_CHINESE = ("cn", "bracketed_cn")
# What the place above has: 清岗县白溪镇 / 的东岭村入选。
_OF_THE_ABOVE = pattern(r"的\p{Han}.*。$", needs="的")


def _opens_a_sentence(line: str) -> bool:
    """Tell whether a line decides on what it names, and does not end: 确定清岗县白溪镇等2个单."""
    return opens_with_a_verb(line) and not line.endswith(_ENDS) and not is_title(line)


# The first character of a row's first name: 清岗街道：土 / 桥社区、东岭社区.
_CUT_BEHIND_COLON = pattern(r"\p{Han}[：:]\s*(?![无空略])\p{Han}$", needs="：:")


def _begins_with_a_name(piece: Piece) -> bool:
    name = piece.names.names[0] if piece.names is not None else None
    if name is None or name.header is not None:
        return False
    return not piece.text.text[piece.body : name.start].strip()


def is_read(piece: Piece) -> bool:
    """Tell whether a line is nothing but names that are read."""
    return piece.names is not None and not piece.names.unread


def _is_one_item(piece: Piece) -> bool:
    """Tell whether a line is one numbered item, whose name reads like a heading: (1)和谐社区；."""
    return piece.ordinal is not None and "、" not in piece.text.text[piece.body :]


_WHOLE = pattern(r"[区园城场所站院校会团矿港基地司局县镇乡村街道社]$")


def _stand_apart(first: Piece, second: Piece) -> bool:
    """Tell whether a row ends with what is whole, though it reads as no name (开发区), and the next
    begins with a name."""
    begun = second.names.names[0] if second.names is not None else None
    own = begun is not None and begun.reading.sure >= CERTAIN and begun.start <= second.body + 2
    return own and _WHOLE.search(first.text.text.rstrip()) is not None


_BETWEEN = frozenset("、，,；;：:/／|｜")
_SAID = pattern(r"[，,。；;！!？?]")


def breaks_off(piece: Piece) -> bool:
    """Tell whether the last of a row's names is cut off at the line's end: …、沧州市肃."""
    row = piece.text.text.rstrip()
    if row.endswith(("）", ")")):
        return False  # what it ends with is whole, though it reads as no name
    if piece.names is None:
        row = row[piece.body :]
        *_, before, last = ["", "", *(row.split("、") if "、" in row else _apart(row))]
        if not last or row[-1] in _ENDS or _SAID.search(last) or _name(last):
            return False  # what goes on behind another sign is said of the names
        return bool(before and (_name(before) or leading_units(last) or opens_with_a_verb(row)))
    return any(
        right >= len(row) and row[left - 1] in _BETWEEN for left, right in piece.names.unread
    )


def cut_between_parts(first: Piece, second: Piece) -> bool:
    """Tell whether a row ends within a path, its last name above the tier of all others, and the
    next line goes on below it: …、南岭村、清岗市 / 白溪县东岭村、…."""
    if first.names is None or first.names.unread:
        return False
    *others, last = first.names.names
    row = first.text.text.strip()
    if all(len(name.path) == 1 for name in others):
        return False  # none of them states a path
    if len(row) < _FULL_ROW or row.endswith(_ENDS) or last.note:
        return False
    depth, below = last.reading.level.depth, _name(_ITEM_END.split(second.text.text.strip())[0])
    if below is None or below.path[0][0].depth <= depth:
        return False
    tiers = {name.reading.level for name in others}
    return len(tiers) == 1 and tiers.pop().depth > depth


# A village's committee cut in two: …、东岭村 / 委会、西岭村委会.
_ENDS_IN_VILLAGE = pattern(r"(?:村|社区|居|村民|居民|委|委员)$")
_COMMITTEE = pattern(
    r"(?:(?:村民|居民|民|村|居)?委(?:员)?会|员?会)(?=[、，,；;。\s]|[（(][^（()）]*[）)]|$)",
    needs="会",
)
# A line that is, or begins with, nothing but the word for a kind.
_KIND_ALONE = pattern(
    r"\s*(?:自治[州县旗]|[市县区州旗镇乡村]|街道|社区)(?:[、，,；;。\s]|[（(][^（()）]*[）)]|$)"
)
_KIND_AND_COUNT = pattern(r"\s*(?:[市县区州旗镇乡村]|街道|社区)(?:[（(][^（()）]*[）)])?\s*")
# It begins a line as no name does, and goes on with a row: …白溪镇东岭 / 村、西岭村.
_KIND_IN_ROW = pattern(r"(?:[县区镇乡村]|街道|社区)(?:[（(][^（()）]{1,12}[）)])?、(?=\p{Han}{2})")
# What is left of the kind of a people's own county or prefecture: …族自 / 治县.
_OF_A_PEOPLE = frozenset({"治县", "治州", "治旗"})
_KINDS = frozenset("市县区州旗镇乡村")
_PLACES = (*_KINDS - {"村"}, "街道", "苏木")
_WEAK = 0.5
# A row with more than one name, or behind a label.
_MANY = pattern(r"[：:、，,；;•·]|\S\s{2,}\S|\p{Han}\s\p{Han}")


def _cut_within_name(first: Piece, second: Piece) -> bool:
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
_HEAD = pattern(r"^[^：:]{2,20}[：:]")
_FEWEST = 3


def _apart(row: str) -> Sequence[str]:
    """Return the items of a row that blanks part, behind its colon: three of one tier at least
    before the last; () for any other row."""
    items = _HEAD.sub("", row).split()
    names = [_name(item) for item in items[:-1]]
    tiers = {name.reading.level if name else None for name in names}
    return items if len(names) >= _FEWEST and len(tiers) == 1 and None not in tiers else ()


def _name(text: str) -> Name | None:
    return read_name(text, 0, len(text))


def _broken(first: Piece, second: Piece) -> bool:
    """Tell whether the last name of one line or the first of the next cannot be read by itself."""
    if ":" in second.text.text[:20] or "：" in second.text.text[:20]:
        return False
    ended = first.names is None or any(
        right >= len(first.text.text.rstrip()) - 1 for _, right in first.names.unread
    )
    begun = second.names is None or any(left < 2 for left, _ in second.names.unread)
    return ended or begun
