"""Lines of text that give a division code beside a name, as rows of a table."""

import re
from collections.abc import Sequence
from functools import cache

from pilotdiff.listing.lines.following import following, without_blank_end
from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.model import Line
from pilotdiff.names import division_rows
from pilotdiff.patterns import pattern

_NUMBER = r"\s*(?:(?P<number>\d{1,5})[.、．]?\s+)?"
_CODE = r"(?P<code>\d{6}(?:\d{3}){0,2})"
# One name, and no cells set apart with blanks.
_NAME = r"(?P<name>\p{Han}(?:(?!\s{2}|\t|\d{6}).)*?)"
# Programs set both in quotes: '130102' => '长安区',
_QUOTE = r"[\"'`]?"
_CODE_FIRST = pattern(
    rf"{_NUMBER}[（(]?{_QUOTE}{_CODE}{_QUOTE}(?:\s*=>?|[\s:：、.．）)-])"
    rf"\s*{_QUOTE}{_NAME}{_QUOTE}\s*[,;]?\s*"
)
_NAME_FIRST = pattern(rf"{_NUMBER}{_NAME}\s*(?:\s|[（(:：]){_CODE}[）)]?\s*")


class CodedLines:
    """The lines of a document that each give a code and a name; none where there are fewer than
    two, or most codes are such as the standard never had: numbers for the post are none."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._forms = [form for form in (_CODE_FIRST, _NAME_FIRST) if _is_used(form, lines)]

    def found(self, index: int) -> Found | None:
        """Return the lines from one on as rows, with the headings right above them; None where
        none begin there.

        130102 长安区 over 130104 桥西区 are two rows of two cells.
        """
        if not self._forms:
            return None
        heads = _heads(self._lines[index])
        rows = self._rows(index + (heads is not None))
        if heads is not None and rows and len(heads) == len(rows[0].cells):
            return Found([self._lines[index]._replace(text="", cells=heads), *rows], len(rows) + 1)
        return Found(rows, len(rows)) if rows and heads is None else None

    def _rows(self, first: int) -> list[Line]:
        """Return the lines of one form and width from one on as rows, with the blank ones between
        them."""
        rows: list[Line] = []
        for line in following(self._lines, first):
            cells = next(filter(None, (_cells(form, line) for form in self._forms)), ())
            if cells and (not rows or len(cells) == len(rows[0].cells)):
                rows.append(line._replace(text="", cells=cells))
            elif not rows or cells or line.cells or line.text.strip():
                break
            else:
                rows.append(line._replace(text=""))
        return without_blank_end(rows)


_FEWEST = 2


def _is_used(form: re.Pattern[str], lines: Sequence[Line]) -> bool:
    codes = [told["code"] for line in lines if (told := _told(form, line))]
    return len(codes) >= _FEWEST and 2 * sum(map(_is_known, codes)) > len(codes)


_DIGITS = pattern(r"\d{6}")


def _told(form: re.Pattern[str], line: Line) -> re.Match[str] | None:
    return None if line.cells or not _DIGITS.search(line.text) else form.fullmatch(line.text)


def _cells(form: re.Pattern[str], line: Line) -> tuple[str, ...]:
    told = _told(form, line)
    return tuple(cell for cell in told.groups() if cell is not None) if told else ()


def _heads(line: Line) -> tuple[str, ...] | None:
    """Return the words of a line each of which heads a column: 代码 名称; None for another one."""
    words = tuple(line.text.split())
    return words if len(words) > 1 and not line.cells and all(map(role, words)) else None


_COUNTY = 6


def _is_known(code: str) -> bool:
    """Tell whether a code is, or lies in, one that the standard has or had."""
    return code[:_COUNTY] in _known_codes()


@cache
def _known_codes() -> frozenset[str]:
    return frozenset(tenure.code for tenure in division_rows.tenures())
