"""Lines of a program that each hand the same number of texts and numbers on, as rows of a table."""

import re
from collections.abc import Sequence

from pilotdiff.listing.lines.following import following
from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.model import Line
from pilotdiff.patterns import HAN, pattern

_TEXT = r"\"[^\"]*\"|'[^']*'|`[^`]*`"
_ARGUMENT = rf"(?:{_TEXT}|-?\d[\d.]*|null|None|true|false)"
# Before the bracket stand the program's own words: new Area("清岗县", "白溪市"),
_OWN = r"[\t\u3000\x20\x21\x23-\x26\x28-\x5f\x61-\x7e]*"
_CALL = pattern(
    rf"{_OWN}\((?P<arguments>\s*{_ARGUMENT}(?:\s*,\s*{_ARGUMENT})+\s*)\)[\s)\]}};,]*",
    needs="(",
)
_EACH = pattern(_ARGUMENT)
_NOTHING = ("null", "None")
_FEWEST = 2


def called_rows(lines: Sequence[Line], index: int) -> Found | None:
    """Return the lines from one on that are calls of so many arguments as it has, each as a row;
    None where there are not several, most of them with a name.

    ZHENGDING("130123", "正定县", "石家庄市"), over another such line are two rows of three cells.
    """
    first = _cells(lines[index])
    if not first:
        return None
    rows: list[Line] = []
    for line in following(lines, index):
        cells = _cells(line)
        if len(cells) != len(first):
            break
        rows.append(line._replace(text="", cells=cells))
    named = sum(any(map(HAN.search, row.cells)) for row in rows)
    return Found(rows, len(rows)) if len(rows) >= _FEWEST and 2 * named > len(rows) else None


def _cells(line: Line) -> tuple[str, ...]:
    """Return the arguments of a line that is one call, () of another."""
    call = None if line.cells else _CALL.fullmatch(line.text)
    return tuple(map(_bare, _EACH.finditer(call["arguments"]))) if call else ()


def _bare(argument: re.Match[str]) -> str:
    text = argument[0]
    return "" if text in _NOTHING else text.strip("\"'`")
