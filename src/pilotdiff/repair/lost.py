"""Signs that stand in place of a character: 将*山社区, 宜春市□都镇.

A font that lacks a character shows a box, a page that censors shows a star, a character set that
lacks it a question mark, a program that drops it a blank (清岗镇、 都镇、大 镇). What they hide is
lost: a 〓 that any character may fill. A star behind a name (清岗县*), a box at the beginning of a
line, and the question mark of a question stay.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from pilotdiff.model import RepairKind, Wildcard, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.patterns import pattern
from pilotdiff.repair.repair_steps import RepairStep, Replacement, carried_out

BOXES = "□▢◻⬜"
STARS = "*＊"
_CHINESE = r"\p{Han}"
_KIND = "(?:自治[区區州县縣旗]|[省市州盟县縣区區旗镇鎮乡鄉村]|街道|社[区區])"
# The rest of the name up to its kind; what lies between is Chinese alone.
_NAME_GOES_ON = rf"(?={_CHINESE}{{0,8}}?{_KIND})"
_LOST = pattern(
    rf"(?<=\p{{Han}}|[、，,：:；;（(])[{BOXES}]{_NAME_GOES_ON}"
    rf"|(?<=\p{{Han}})(?<![省市州盟县縣区區旗镇鎮乡鄉村])[{STARS}](?={_CHINESE}{{0,3}}{_KIND})"
    rf"|(?<=[、，,：:；;。])[{STARS}](?={_KIND})"
)
# Of 3,000 towns one has a name of one character. What heads a column is no name: 乡 镇.
_ONE = r"(?![各本全该我你贵某每新原小名强古城集省市县縣区區乡鄉镇鎮街村])\p{Han}"
_TOWN = r"(?:[镇鎮乡鄉]|街道)(?=$|[、，,；;。（(])"
# In a row of names alone: in a column a short name is set wide, 赵　镇, 3、赵　镇.
_JOINED = r"(?<![\d一二三四五六七八九十])[、，,；;]"
_BLANK_WITHIN = pattern(
    rf"(?:(?<={_JOINED})|^(?=.*{_JOINED})|(?<=[：:])(?=.*{_JOINED})){_ONE}(?P<blank> +){_TOWN}"
)
_BLANK_BEFORE = pattern(rf"(?<={_JOINED})(?P<blank> +){_ONE}{_TOWN}")
_SPACED = pattern(rf"{_JOINED} ")
_SIGN = pattern(_JOINED)


def may_lack_a_character(text: str) -> bool:
    """Tell whether a blank in a line may stand for a character: it is worth a look.

    >>> may_lack_a_character("清岗镇、大 镇"), may_lack_a_character("沙 县：清岗镇")
    (True, False)
    """
    return " " in text and next(_blanks(text), None) is not None


def mark_lost(text: str) -> RepairStep:
    """Put 〓 where a sign, or a blank, stands for a character of a name.

    >>> mark_lost("□清岗镇、□都镇、大 镇").text, mark_lost("赵 镇").text
    ('□清岗镇、〓都镇、大〓镇', '赵 镇')
    """
    sign = msg("a sign in place of a character")
    blank = msg("a blank where a character may be lost")
    edits = [Replacement(*found.span(), LOST, sign) for found in _LOST.finditer(text)]
    edits += [Replacement(*span, LOST, blank) for span in _blanks(text)]
    return (
        RepairStep(*carried_out(RepairKind.LOST, text, sorted(edits)))
        if edits
        else RepairStep(text)
    )


def _blanks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of blanks that stand for a character of a town in a row: of one that would
    have a name of one character; before such, where no other name of the row has a blank."""
    yield from (found.span("blank") for found in _BLANK_WITHIN.finditer(text))
    before = [found.span("blank") for found in _BLANK_BEFORE.finditer(text)]
    if len(before) == len(_SPACED.findall(text)) < len(_SIGN.findall(text)):
        yield from before


# A single one, with the rest of a name behind it and nothing else, and no question before it.
_QUESTIONED = pattern(
    rf"(?:(?<=\p{{Han}})(?<![第共计的了啊吧呀])|(?<=[、，：；（(.．）)\s])|^)[?？](?![个批])"
    rf"(?={_CHINESE}{{0,8}}?{_KIND}(?:{_CHINESE}{{1,8}}?{_KIND})?(?:$|[、，,；;。（(\s|｜]))",
    needs="?？",
)
# One alone may be an honest one.
_OFTEN = 2
_ASKS = pattern(r"[吗呢谁]|哪[里些个家儿]|什么|怎么|如何|是否|为何|多少|几[个名家]|能否|可否")


def is_questioned(sample: Iterable[str]) -> bool:
    """Tell whether question marks stand for characters in a document: in two of its lines."""
    asked = (text for text in sample if "?" in text or "？" in text)
    return len(list(islice(filter(_questioned, asked), _OFTEN))) == _OFTEN


def mark_questioned(text: str) -> RepairStep:
    """Put 〓 where a question mark stands for a character of a name.

    >>> mark_questioned("1、清岗街道?江社区").text, mark_questioned("怎么评的？清岗县").text
    ('1、清岗街道〓江社区', '怎么评的？清岗县')
    """
    why = msg("a question mark in place of a character")
    edits = [Replacement(*span, LOST, why) for span in _questioned(text)]
    if not edits:
        return RepairStep(text)
    return RepairStep(*carried_out(RepairKind.LOST, text, edits), (Wildcard(),) * len(edits))


def _questioned(text: str) -> list[tuple[int, int]]:
    """Return the spans of the marks behind which a name goes on, and before which nothing asks."""
    spans = (found.span() for found in _QUESTIONED.finditer(text))
    return [span for span in spans if _ASKS.search(text[: span[0]]) is None]
