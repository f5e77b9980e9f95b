"""How far a workbook's cells reach, before anything is laid out as a full rectangle.

Two cells in opposite corners of an .xlsx sheet make calamine allocate 17 thousand million of them;
an .ods repeats a cell or a row by writing a number. Both are a few bytes, so the parts are surveyed
first.
"""

from collections.abc import Iterable
from itertools import pairwise

from pilotdiff.patterns import pattern
from pilotdiff.reading.archive import Archive, overlapping
from pilotdiff.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_REPEATED_ROWS
from pilotdiff.reading.office.merged_areas import MergedArea

# Cells and rows that hold something: an empty one with a style is written <c r="XFD9" s="1"/>.
_FAR = pattern(rb"""=\s*["'](?:[A-Za-z]{2,}[0-9]+|[A-Za-z]?[0-9]{7,})["'][^<>]*(?<!/)>""")
_FILLED = pattern(rb"""\sr\s*=\s*["']([A-Za-z]{0,9})([0-9]{1,18})["'][^<>]*(?<!/)>""")
_OVERLAP = 512
_TABLE = pattern(rb"<(?:\w+:)?table[\s>]")
_TOKEN = pattern(rb"<(?:\w+:)?(table-row|table-cell|covered-table-cell)\b([^<>]*?)(/?)>")
_NUMBER = pattern(
    rb"""number-((?:rows|columns)-(?:repeated|spanned))\s*=\s*["']\s*\+?([0-9]{1,18})"""
)


class TooLargeError(Exception):
    """The cells would fill more than MAX_CELLS."""


class RepeatedError(Exception):
    """Filled cells or rows are written once and stand for more than a list ever repeats."""


def survey_excel(archive: Archive) -> None:
    """Raise TooLargeError when the filled cells of a sheet of an .xlsx lie too far apart."""
    for name in archive.names():
        _survey_sheet(archive.pieces_of(name))


def _survey_sheet(pieces: Iterable[bytes]) -> None:
    rows = columns = 0
    for text in overlapping(pieces, _OVERLAP):
        # Up to 26 columns and 999,999 rows nothing can go wrong, and most sheets stay there.
        if _FAR.search(text):
            for letters, digits in set(_FILLED.findall(text)):
                rows = max(rows, int(digits))
                columns = max(columns, _column(letters))
        if rows * columns > MAX_CELLS:
            raise TooLargeError


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - 64
    return column


def survey_opendocument(content: bytes) -> list[list[MergedArea]]:
    """Return the merged areas of each sheet of an .ods.

    Raises TooLargeError for cells that reach too far, RepeatedError for filled ones that are
    written once and stand for too many.
    """
    starts = [match.start() for match in _TABLE.finditer(content)]
    return [_survey_table(content, start, end) for start, end in pairwise([*starts, len(content)])]


def _survey_table(content: bytes, start: int, end: int) -> list[MergedArea]:
    spans: list[MergedArea] = []
    row, next_row, column, width = -1, 0, 0, 0
    # Of the rows before, and of this one once a cell of it is filled.
    repeated = own = 0
    for match in _TOKEN.finditer(content, start, end):
        numbers = {name: int(digits) for name, digits in _NUMBER.findall(match[2])}
        if match[1] == b"table-row":
            row, column = next_row, 0
            next_row += numbers.get(b"rows-repeated", 1)
            repeated, own = repeated + own, 0
            continue
        bottom = row + numbers.get(b"rows-spanned", 1) - 1
        right = column + numbers.get(b"columns-spanned", 1) - 1
        if bottom > row or right > column:
            spans.append(MergedArea(row, column, bottom, right))
        columns = numbers.get(b"columns-repeated", 1)
        column += columns
        if not match[3]:
            width = max(width, column)
            if width * next_row > MAX_CELLS:
                raise TooLargeError
            own = next_row - row - 1
            if repeated + own > MAX_REPEATED_ROWS or columns > MAX_COLUMNS:
                raise RepeatedError
    return spans
