"""Clean lines with their places, and pieces of them that keep the raw text and its repairs."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pilotdiff.model import Clean, Line, Repair, RepairKind, Said, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair import part
from pilotdiff.repair.program_text import QUOTES, unquoted


class Text(NamedTuple):
    """A line after repair and where it stands in its source.

    breaks  where further lines begin in a text put together from several, and their numbers
    """

    line: int
    clean: Clean
    place: Said = ""
    heading: int = 0
    breaks: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The clean text."""
        return self.clean.text

    def line_at(self, offset: int) -> int:
        """Return the number of the line in which a place of the text stands."""
        return next((line for start, line in reversed(self.breaks) if start <= offset), self.line)


# What forums put behind every line against copying: a25B`,.82
_NOISE = pattern(r"(?<=\p{Han}|[）)])\s+(?=[!-~]*[^\w\s)）*])[!-~]{3,16}$")
# And around them, scattered: r4 n+ Q! x* p" }9 t4 F 清岗县, 东岭村* \9 L2 R7 O! ~' @! Z& T9 F.
_ODD = "!\"#$&'+;<=>?@\\^`{}~"
_TWO_ODD = rf"(?=[ -~]*?[{re.escape(_ODD)}][ -~]*?[{re.escape(_ODD)}])"
_SCATTERED = pattern(
    rf"^\s*{_TWO_ODD}(?:[!-~]{{1,3}}\s+){{3,}}(?=\S*\p{{Han}})"
    rf"|(?<=\p{{Han}}|[）)]){_TWO_ODD}[!-~]?\s*(?:[!-~]{{1,3}}\s+){{2,}}[!-~]{{1,3}}\s*$",
    needs=_ODD,
)

# What an encyclopaedia puts behind each heading: 清岗[编辑].
_EDIT = pattern(r"(?<=.)\s*[\[［【]\s*编辑(?:本段|源代码)?\s*[\]］】]\s*$")
_SIGNS_BEFORE = frozenset("↓→▶►▸▻☞➤➔➡⇒⇨»—–=＝_~～·•★☆◆◇■□▼▲▽△●○◎※✦✧✿❀-▍▎▏▌┃┆▋█│├└┃┣┗#/")


def line_text(line: Line, wash: Callable[[str], Clean]) -> Text:
    """Clean a line of a document; the row of a table becomes one text."""
    text = table_text(line) if line.cells else line.text
    # Few lines end in ASCII at all.
    if text and text[-3:].isascii() and (noise := _NOISE.search(text)) is not None:
        text = text[: noise.start()]
    if (bare := text.strip()) and (bare[0].isascii() or bare[-1].isascii()):
        text = _SCATTERED.sub("", text)
    if "编辑" in text[-8:] and (mark := _EDIT.search(text)) is not None:
        text = text[: mark.start()]
    if text.lstrip()[:1] in _SIGNS_BEFORE:
        text = _without_signs(text)
    if (bare := text.rstrip())[-1:] in _SIGNS_BEHIND and not line.cells:
        text = _POINTER_BEHIND.sub("：", bare)
    if not line.cells and not QUOTES.isdisjoint(text):
        text = unquoted(text)
    return Text(line.number, wash(text), line.place, line.heading)


# Rules that posts set around the line of a place: —— 清岗市 ——, ▍清岗市.
_FRAME = pattern(
    r"\s*(?:(?P<rule>[—–=＝_~～·•★☆◆◇■□▼▲▽△●○◎※✦✧✿❀\-])(?P=rule)*\s*"
    r"(?P<framed>\p{Han}[^—–=＝]{0,28}?)\s*(?P=rule)+|[▍▎▏▌┃┆▋█]+\s*(?P<barred>\S.*?))\s*"
)
# The lines of a drawn tree: │   ├── 清岗县.
BRANCH = pattern(r"[│├└┃┣┗─━\s]*[├└┣┗][─━]+\s*(?=\p{Han})")
# What a program says to its reader: # 清岗省 (2), // 清岗市.
_REMARK = pattern(r"\s*(?:#{1,6}|//+)\s*(?=\p{Han})")
# What points at a line: ▶清岗县, → 清岗县：白溪镇.
_POINTERS = "↓→▶►▸▻☞➤➔➡⇒⇨»"
_POINTER = pattern(rf"\s*[{_POINTERS}]+\s*(?=\p{{Han}})")
# And from its end at the lines below, as a colon does: 名单如下↓↓, 清岗县示范村名单>>>.
_SIGNS_BEHIND = frozenset("↓⬇☟👇▼▽>》")
_POINTER_BEHIND = pattern(
    r"(?<=\p{Han}|[）)])\s*(?:[↓⬇\uFE0F☟👇▼▽]+|(?<=如下|名单|名录|公布|公示)\s*[>》]{2,})$"
)


def _without_signs(text: str) -> str:
    """Return a line without the rules around it, the tree drawn before it, the sign of a remark, or
    what points at it."""
    if (frame := _FRAME.fullmatch(text)) is not None:
        return frame["framed"] or frame["barred"]
    if (drawn := BRANCH.match(text)) is not None:
        return " " * drawn.end() + text[drawn.end() :]
    before = _REMARK.match(text) or _POINTER.match(text)
    return text[before.end() :] if before else text


def table_text(row: Line) -> str:
    """Write a row as a line of text: its distinct cells, parted by tabs."""
    cells = [re.sub(r"\s*\n\s*", " ", cell).strip() for cell in row.cells]
    kept = [c for at, c in enumerate(cells) if c and (at == 0 or c != cells[at - 1])]
    return "\t".join(kept)


def joined_texts(cleans: Sequence[Clean]) -> Clean:
    """Join texts one behind the other; the repairs of each still replay."""
    repairs: list[Repair] = []
    text = ""
    for clean in cleans:
        shift = len(text)
        repairs += [r._replace(start=r.start + shift, end=r.end + shift) for r in clean.repairs]
        text += clean.text
    return Clean(
        "".join(clean.raw for clean in cleans),
        text,
        tuple(repairs),
        tuple(card for clean in cleans for card in clean.wildcards),
    )


def merged(texts: Sequence[Text]) -> Text:
    """Join lines that are one, broken over several: 黑龙江省双鸭山市 / 岭东区."""
    bare = [part(t.clean, *_bounds(t.text)) for t in texts]
    breaks: list[tuple[int, int]] = []
    start = 0
    for text, clean in zip(texts, bare, strict=True):
        shift = start - _bounds(text.text)[0]
        breaks.append((start, text.line))
        breaks += [(offset + shift, line) for offset, line in text.breaks]
        start += len(clean.text)
    return texts[0]._replace(clean=joined_texts(bare), breaks=tuple(breaks[1:]))


def _bounds(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


def without_spaces(clean: Clean) -> Clean:
    """Drop the spaces that set a name in width: 理　县 is 理县.

    >>> without_spaces(Clean("理　县", "理　县")).text
    '理县'
    """
    repairs, text = list(clean.repairs), clean.text
    while (space := re.search(r"\s+", text)) is not None:
        start, end = space.span()
        why = msg("a space within a name")
        repairs.append(Repair(RepairKind.WIDTH, start, end, space[0], "", why))
        text = text[:start] + text[end:]
    return Clean(clean.raw, text, tuple(repairs), clean.wildcards)


def with_kind(clean: Clean, kind: str, before: str = "") -> Clean:
    """Add the kind that stands once for a name and others, 太谷县 in 太谷、祁二县, and what stands
    once before them: 第三社区 in 第二、三社区."""
    end = len(clean.text)
    why = msg("the kind stands once for several names")
    repair = Repair(RepairKind.ELIDED, end, end, "", kind, why)
    made = [repair] if kind else []
    if before:
        made.append(Repair(RepairKind.ELIDED, 0, 0, "", before, why))
    return clean._replace(text=before + clean.text + kind, repairs=(*clean.repairs, *made))


def spaced_once(text: str) -> str:
    """Return a text with one blank wherever it has several, and none around it.

    >>> spaced_once(" 清岗县  白溪镇 ")
    '清岗县 白溪镇'
    """
    return " ".join(text.split())
