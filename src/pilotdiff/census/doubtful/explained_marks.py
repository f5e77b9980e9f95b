"""What a note says of a mark that stands behind some units: 注：带*的为暂缓命名, [1] 已撤销."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from pilotdiff.census.doubtful.chunks import raw_line
from pilotdiff.census.failed_units import FAILS, MARKED
from pilotdiff.model import Clean, DoubtfulLine, Line, Unit
from pilotdiff.patterns import pattern

_SIGNS = r"[*＊★☆▲△◆◇●○◎#※†‡]{1,3}"
_NUMBER = (
    r"[①-⑳⁰¹²³⁴-⁹]{1,3}|注\s*\d{1,2}|"
    r"[\[［【〔（(]\s*\^?\s*(?:脚?注|备注)?\s*[\d①-⑳*＊]{1,2}\s*[\]］】〕）)]"
)
_MARK = rf"(?P<mark>{_SIGNS}|{_NUMBER})"
# Within a sentence: 带*的为暂缓命名.
_SAYS = pattern(
    rf"[“\"（(]?(?P<mark>{_SIGNS}|[①②③])[”\"）)]?(?:号|者|的|标记|标识|标志|单位)*\s*"
    r"(?:[:：]|为|表示|代表|是|系|指)?(?P<said>[^；;。，,]{2,40})"
)
# A line of its own: [1] 该村已于2020年撤销示范资格.
_NOTE = pattern(
    rf"\s*(?:脚?注释?|备注|说明)?\s*[:：]?\s*(?:{_MARK}|(?P<bare>\d{{1,2}}(?!\d)))"
    r"\s*[:：、.．]?\s*(?P<said>.{2,120})"
)
_HINTS = frozenset("*＊★☆▲△◆◇●○◎#※†‡①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹[［【〔（(注0123456789")
_BEHIND = rf"\s*{_MARK}(?=$|[、，,；;。\s|）)])"
_AROUND = frozenset("[]［］【】〔〕（）()^脚备注")


def units_marked_failed(
    lines: Sequence[Line], units: Sequence[Unit], wash: Callable[[str], Clean]
) -> Iterator[DoubtfulLine]:
    """Yield the lines of units with a mark of which the document says that it stands for failing,
    withdrawing or waiting.

    wash  cleans a line of the document
    """
    held = {unit.entry.line for unit in units}
    meanings: dict[str, str] = {}
    for line in lines:
        if line.number not in held and not _HINTS.isdisjoint(said := raw_line(line)):
            meanings |= _meanings(wash(said).text)
    if not meanings:
        return
    texts = {line.number: wash("\t".join(line.cells) or line.text).text for line in lines}
    for unit in units:
        marks = _marks_of(unit, texts.get(unit.entry.line, ""))
        if mark := next((mark for mark in marks if mark_key(mark) in meanings), ""):
            text = f"{unit.own}{mark} {meanings[mark_key(mark)]}"
            yield DoubtfulLine(unit.entry.line, text, MARKED, (unit.entry.text,))


def mark_key(mark: str) -> str:
    """Return what a mark and the note that explains it have in common.

    >>> mark_key("[1]"), mark_key("¹"), mark_key("（注1）"), mark_key("①"), mark_key("＊")
    ('1', '1', '1', '1', '*')
    """
    kept = "".join(char for char in mark if char not in _AROUND and not char.isspace())
    return unicodedata.normalize("NFKC", kept)


def _meanings(text: str) -> dict[str, str]:
    """Return the marks that a line says stand for failing, and what it says of each.

    >>> _meanings("注：带*的为暂缓命名，其余为正式命名"), _meanings("〔1〕因故于2020年撤销。")
    ({'*': '暂缓命名'}, {'1': '因故于2020年撤销'})
    """
    note = _NOTE.match(text)
    if note is not None and FAILS.search(note["said"]):
        mark = note["mark"] or note["bare"]
        return {mark_key(mark): note["said"].strip().rstrip("。；;")}
    return {
        mark_key(found["mark"]): found["said"]
        for found in _SAYS.finditer(text)
        if FAILS.search(found["said"])
    }


def _marks_of(unit: Unit, line: str) -> Iterator[str]:
    """Yield the marks of a unit: those behind its name on its line, signs before it or anywhere in
    its row, and those in cells of their own."""
    for found in re.finditer(re.escape(unit.own) + _BEHIND, line):
        yield found["mark"]
    cells = line.split("\t")
    yield from (cell.strip() for cell in cells if _IS_NUMBER.fullmatch(cell.strip()))
    written = line if len(cells) > 1 else f"{unit.entry.raw} {unit.entry.note}"
    yield from (found[0] for found in _IS_SIGN.finditer(written))


_IS_NUMBER = pattern(_NUMBER)
_IS_SIGN = pattern(_SIGNS)
