"""Whether a page breaks what is one over two lines."""

from collections.abc import Sequence

from pilotdiff.listing.clause_words import has_clause_word, opens_with_a_verb
from pilotdiff.listing.lines.broken_sentences import (
    is_headed,
    is_one_sentence,
    is_within_a_sentence,
)
from pilotdiff.listing.lines.cut_in_two import (
    ENDS,
    TEXT,
    as_name,
    is_cut_in_two,
    is_read,
    may_be_cut_in_two,
)
from pilotdiff.listing.lines.hard_wraps import COMMAS
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.lines.titles_and_dates import is_signature, leading_units
from pilotdiff.listing.naming import CERTAIN
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import PAGE_BREAK
from pilotdiff.patterns import pattern

RUNS_ON = ("、", "，", ",", "和", "及", "；", ";")
FULL_LINE = 25
_CLOSED = ("；", ";")
# Where to call or write closes a notice: what stands below is no more of its sentence.
_CONTACT = pattern(
    r"(?:电话|電話|手机|热线|熱線|传真|傳真|邮箱|郵箱|邮编|郵編|邮政编码|信箱|网址|網址|微信|QQ)"
    r"[^\d。A-Za-z]{0,14}[\w＋+（(][\w\s.@:/、，,；;（）()＋－—–\-]{2,60}$"
)
# It stands over a list, and is no end of the sentence above: 试点县名单（清岗市）.
_LIST_TITLE = pattern(r"[^，,。；;、]{4,40}名单(?:[（(]\p{Han}{2,9}[）)])", needs="名单")


def goes_on_in_next(first: Piece, second: Piece) -> bool:
    """Tell whether a line may go on in the next."""
    if first.row or second.row:
        return False
    if second.ordinal is not None or first.text.heading or second.text.heading:
        return False
    if is_cut_in_two(first, second):
        return True
    if first.shape not in TEXT or (second.shape not in TEXT and not _closes_with_count(second)):
        return False
    if second.heading is not None and second.heading.groups:
        return False
    one, two = first.text.text.rstrip(), second.text.text.strip()
    if is_signature(two):
        return False
    if two.startswith(COMMAS):
        return True
    if one.endswith(_CLOSED) and (is_read(first) or _is_one_item(first)):
        return False
    if is_within_a_sentence(two):
        return True
    if one.endswith(RUNS_ON) and not is_headed(two):
        return True
    return _reads_on(first, second)


def _closes_with_count(piece: Piece) -> bool:
    """Tell whether a line that counts closes a sentence: 3个县为示范县。"""
    return piece.shape is Shape.COUNT and piece.text.text.rstrip().endswith("。")


def _reads_on(first: Piece, second: Piece) -> bool:
    """Tell the same of two lines between which no sign tells it: by their names and their words."""
    one, two = first.text.text.rstrip(), second.text.text.strip()
    if breaks_off(first) and _stand_apart(first, second):
        return False
    if _CUT_BEHIND_COLON.search(one) and _begins_with_a_name(second):
        return True
    cut = not one.endswith(ENDS) and one.count("、") > 1 and "、" in two[:16]
    if cut and _broken(first, second):
        return True
    if may_be_cut_in_two(first, second):
        return True
    next_line = second.text.line <= first.text.line + 2
    if next_line and is_one_sentence(first, second):
        return True
    near = second.text.line <= first.text.line + PAGE_BREAK
    if near and breaks_off(first) and not is_headed(two):
        return True
    if second.heading is not None and second.heading.declared is not None:
        return False
    # A sign of any other sort ends a line too: 名单如下↓↓.
    full = len(one.strip()) >= FULL_LINE and one[-1:].isalnum() and not _CONTACT.search(one)
    told = first.shape is Shape.PROSE or "，" in one
    return next_line and full and told and not _LIST_TITLE.fullmatch(two)


# The first character of a row's first name: 清岗街道：土 / 桥社区、东岭社区.
_CUT_BEHIND_COLON = pattern(r"\p{Han}[：:]\s*(?![无空略])\p{Han}$", needs="：:")


def _begins_with_a_name(piece: Piece) -> bool:
    name = piece.names.names[0] if piece.names is not None else None
    if name is None or name.header is not None:
        return False
    return not piece.text.text[piece.body : name.start].strip()


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
        if not last or row[-1] in ENDS or _SAID.search(last) or as_name(last):
            return False  # what goes on behind another sign is said of the names
        return bool(before and (as_name(before) or leading_units(last) or opens_with_a_verb(row)))
    return any(
        right >= len(row) and row[left - 1] in _BETWEEN for left, right in piece.names.unread
    )


_HEAD = pattern(r"^[^：:]{2,20}[：:]")
_FEWEST = 3


_DASH = pattern(r"\s*(?:—{1,2}|[－–]|(?<=\p{Han})-(?=\p{Han}))\s*", needs="—－–-")
_FEWEST_DASHED = 2


def _apart(row: str) -> Sequence[str]:
    """Return the items of a row that blanks part, behind its colon: three of one tier at least
    before the last; or dashes, two; () for any other row, and where the last is said of them:
    东岭村-西岭村-先进."""
    row = _HEAD.sub("", row)
    for items, fewest in ((row.split(), _FEWEST), (_DASH.split(row), _FEWEST_DASHED)):
        names = [as_name(item) for item in items[:-1]]
        tiers = {name.reading.level if name else None for name in names}
        if len(names) >= fewest and len(tiers) == 1 and None not in tiers:
            said = items[-1] in phrases("headphrases.txt") or has_clause_word(items[-1])
            return () if said else items
    return ()


def _broken(first: Piece, second: Piece) -> bool:
    """Tell whether the last name of one line or the first of the next cannot be read by itself."""
    if ":" in second.text.text[:20] or "：" in second.text.text[:20]:
        return False
    ended = first.names is None or any(
        right >= len(first.text.text.rstrip()) - 1 for _, right in first.names.unread
    )
    begun = second.names is None or any(left < 2 for left, _ in second.names.unread)
    return ended or begun
