"""Whether a sentence that one line begins goes on in the next, where no sign tells it."""

from functools import cache
from itertools import chain

from pilotdiff.listing.clause_words import has_clause_word, opens_with_a_verb
from pilotdiff.listing.lines.cut_in_two import ENDS, as_name, is_read, parts_over
from pilotdiff.listing.lines.pieces import Piece, indent
from pilotdiff.listing.lines.titles_and_dates import is_title, leading_units
from pilotdiff.listing.naming import CERTAIN
from pilotdiff.listing.vocabulary import phrases, rows_of_words
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern
from pilotdiff.repair import to_simplified

_CLAUSES = pattern(r"[，、,].*[，、,]|^(?:近日|日前|经|經)\p{Han}{0,4}[，,]").search
# What no sentence begins with: 等3个镇, 为试点, 被命名为…, 的东岭村入选; 和静县 is a name.
_WITHIN = pattern(
    r"[”、]|的\p{Han}|等(?!级)|为\p{Han}{0,8}(?:示范|试点|先进)|[被获]\p{Han}{1,8}[为得称评]|列[为入]"
    r"|以?及(?!时)|[和与]\p{Han}{1,8}[、，等]|共?\d+个[^：:]*(?:称号|[为入]\p{Han}*)。"
)
# What no sentence ends with, and where a number is cut.
_HANGS = pattern(r"(?:[的在有是为等和将把由及对]|包括|其中|[，、；：].*第)$")
_NUMBER, _COUNTED = pattern(r"\d$"), pattern(r"[\d.万亿千百个家户亩年月日%％]")


_HEADED = pattern(r"[^、，,]{2,20}[：:]")


def is_headed(text: str) -> bool:
    """Tell whether a line begins with a label or a place before its colon: 清岗县：白溪镇."""
    return _HEADED.match(text) is not None


def is_within_a_sentence(text: str) -> bool:
    """Tell whether a line begins as no sentence or name does, and closes one: 等3个镇为试点。"""
    return text.endswith("。") and _WITHIN.match(text) is not None


def is_one_sentence(first: Piece, second: Piece) -> bool:
    """Tell whether a line decides on what it names, and does not end, and the next closes the
    sentence: 确定清岗县白溪镇等2个单 / 位为示范单位。"""
    one, two = first.text.text.strip(), second.text.text.strip()
    if one.endswith(ENDS) or not two.endswith("。") or is_title(one):
        return False
    if _HANGS.search(one) or (_NUMBER.search(one) and _COUNTED.match(two)):
        return True
    if _is_cut_in_words(one, two) or _is_cut_in_a_path(one, two):
        return True
    if opens_with_a_verb(two):
        return False
    if opens_with_a_verb(one):
        return True
    # A unit by itself is an item of the list that the line leads up to; a paragraph is set in, and
    # a headline has one clause.
    if is_read(second) or indent(second) > indent(first) or is_headed(one):
        return False
    return _CLAUSES(one) is not None and has_clause_word(to_simplified(one))


_LONGEST_CUT = 6
_KINDS = ("街道", "社区", "嘎查", "苏木")
_PLACE_ENDS = frozenset("省市州盟县区旗")


def _is_cut_in_words(above: str, below: str) -> bool:
    """Tell whether one word of sentences, or one place of the standard, stands on both lines: 选 /
    择清岗县, …、清 / 岗县."""
    parts = list(parts_over(above + below, len(above), _LONGEST_CUT))
    if not _sentence_words().isdisjoint(parts):
        return True
    return any(len(p) > 2 and p[-1] in _PLACE_ENDS and gazetteer.find_whole(p) for p in parts)


@cache
def _sentence_words() -> frozenset[str]:
    words = chain(phrases("clause_words.txt"), (word for _, word in rows_of_words("verbs.txt")))
    return frozenset((*_KINDS, *(word for word in words if len(word) > 1)))


_APART = pattern(r"[、，,；;：:。（(]|等|的")
_LONGEST_PATH = 24


def _is_cut_in_a_path(above: str, below: str) -> bool:
    """Tell whether the path of one unit stands on both lines, behind other words: 经评审，清岗市 /
    白溪县东岭村、…, …、清岗县白 / 溪镇东岭村."""
    begun, rest = _APART.split(above)[-1], _APART.split(below)[0]
    if not begun or len(begun) == len(above) or len(begun + rest) > _LONGEST_PATH:
        return False
    if above.endswith(("：" + begun, ":" + begun)):
        return False  # what a label tells is whole: 推荐单位：清岗县
    starts = (at for at in range(len(begun)) if at == 0 or leading_units(begun[at:]))
    return any(_is_one_path(begun[at:], rest) for at in starts)


def _is_one_path(begun: str, rest: str) -> bool:
    whole, over = as_name(begun + rest), as_name(begun)
    if whole is None or whole.reading.sure < CERTAIN or len(whole.path) < 2:
        return False
    if over is None:
        return bool(leading_units(begun))
    return over.reading.level.depth < whole.reading.level.depth
