"""What a note says of a mark that stands behind some units: 注：带*的为暂缓命名."""

from collections.abc import Callable, Iterator, Sequence

from pilotdiff.census.failed_units import FAILS, MARKED
from pilotdiff.model import Clean, DoubtfulLine, Line, Unit
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import line_text

_MARKS = frozenset("*＊★☆▲△◆◇●○◎#※①②③")
_SAYS = pattern(
    r"[“\"（(]?(?P<mark>[*＊★☆▲△◆◇●○◎#※①②③]{1,3})[”\"）)]?(?:号|者|的|标记|标识|标志|单位)*\s*"
    r"(?:[:：]|为|表示|代表|是|系|指)?(?P<said>[^；;。，,]{2,40})",
    needs="".join(sorted(_MARKS)),
)


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
        if line.number in held or _MARKS.isdisjoint(line.text or "".join(line.cells)):
            continue
        text = line_text(line, wash).text
        meanings |= {
            found["mark"]: found["said"]
            for found in _SAYS.finditer(text)
            if FAILS.search(found["said"])
        }
    if not meanings:
        return
    rows = {line.number: "".join(line.cells) for line in lines if line.cells}
    for unit in units:
        written = rows.get(unit.entry.line) or f"{unit.entry.raw} {unit.entry.note}"
        for mark, said in meanings.items():
            if mark in written:
                text = f"{unit.own}{mark} {said}"
                yield DoubtfulLine(unit.entry.line, text, MARKED, (unit.entry.text,))
