"""CSV and TSV: cells by the csv module, numbered by the line on which each row begins."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice, repeat
from typing import Literal

from pilotdiff.model import Line, msg
from pilotdiff.patterns import pattern
from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.garbage_collection import collector_held
from pilotdiff.reading.limits import MAX_COLUMNS, MAX_LINES
from pilotdiff.reading.sharing import SharedCells
from pilotdiff.reading.text import decoded_text

_DELIMITERS = (",", "\t", ";", "|", "，", "；", "｜", "^")
"""The earlier goes before where several cut lines as evenly."""
_CHUNK = 1_024
_MADE = partial(tuple.__new__, Line)
"""Makes a line of its fields; its own `_make` takes three times as long."""
_SAMPLE = 1 << 16
_SNIFFED_LINES = 60
_LONGEST_ROW = 200
"""Lines that one quoted row may span; beyond it a quotation mark stands alone."""


_HINT = pattern(r"sep=(.)\r?\n", re.IGNORECASE)
"""The first line by which Excel is told the separator."""
_FORMULA = pattern(r'="([^"]*)"')
"""How spreadsheets are told to keep the noughts in front of a code."""
_LOOSE_QUOTE = msg("a quotation mark is never closed: all of them were read as plain characters")


class _LooseQuoteError(Exception):
    """A quotation mark that is never closed."""


def contents(source: RawSource) -> Contents:
    """Return one Line a row that is not empty; `text` stays empty."""
    decoded = decoded_text(source)
    text = decoded.text
    delimiter = _delimiter(text[:_SAMPLE])
    table = _Table(source, decoded.codec, delimiter, text.count("\n") + 1, '="' in text)
    odd_quotes = text.count('"') % 2 == 1
    # The table decodes for itself; a second copy of a national list need not stay in memory.
    del text
    decoded = decoded._replace(text="")
    notes = decoded.notes
    lines: tuple[Line, ...] | None = None
    with collector_held():
        # An exception keeps what was read when it was raised: the second reading stands outside.
        with suppress(_LooseQuoteError):
            lines = table.lines(csv.QUOTE_MINIMAL, odd_quotes)
        if lines is None:
            lines = table.lines(csv.QUOTE_NONE)
            notes += (_LOOSE_QUOTE,)
    return Contents(lines, notes, decoded.encoding, decoded.certainty)


def _delimiter(sample: str) -> str:
    """Return the separator that cuts most of the first lines into equally many cells, else the
    comma."""
    hint = _HINT.match(sample)
    if hint:
        return hint[1]
    lines = [line for line in sample.splitlines()[:_SNIFFED_LINES] if line.strip()]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> float:
    """Return the share of lines that have the commonest number of cells, 0 when that number is
    1."""
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
    except csv.Error:
        return 0.0
    if not widths:
        return 0.0
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    return widths.count(usual) / len(widths) if usual > 1 else 0.0


@dataclass(frozen=True, slots=True)
class _Table:
    source: RawSource
    codec: str
    delimiter: str
    total: int
    has_formulas: bool

    def lines(self, quoting: Literal[0, 3], odd_quotes: bool = False) -> tuple[Line, ...]:
        """Return the rows as Lines. Raises _LooseQuoteError when quotation marks swallow rows."""
        lines: list[Line] = []
        shared = SharedCells()
        end = 0
        try:
            for start, end, rows in self._chunks(quoting):
                numbers = _numbers(start, end, rows)
                if self.has_formulas:
                    rows = [[_plain(cell) for cell in row] for row in rows]
                cells = shared.rows(rows)
                lines += map(_MADE, zip(numbers, repeat(""), cells, repeat(""), repeat(0)))
                self.source.tick(min(end, self.total), self.total)
        except csv.Error as error:  # a cell beyond the csv module's limit
            if quoting == csv.QUOTE_NONE:
                self.source.refuse(
                    "is no readable table ({error}); save it again as CSV", error=error
                )
            raise _LooseQuoteError from None
        if lines and _HINT.match(self.delimiter.join(lines[0].cells) + "\n"):
            del lines[0]
        if odd_quotes and lines and lines[-1].number < end:
            raise _LooseQuoteError
        return tuple([line for line in lines if any(line.cells)])

    def _chunks(self, quoting: Literal[0, 3]) -> Iterator[tuple[int, int, list[list[str]]]]:
        """Yield rows with the lines before the first and up to the last of them."""
        # Decoding again as a stream costs less memory than a StringIO of the whole.
        bytes_ = io.BytesIO(self.source.data)
        stream = io.TextIOWrapper(bytes_, encoding=self.codec, errors="replace", newline="")
        reader = csv.reader(stream, delimiter=self.delimiter, quoting=quoting)
        start = 0
        while rows := list(islice(reader, _CHUNK)):
            if max(map(len, rows)) > MAX_COLUMNS:
                self.source.refuse(
                    "has a row of more than {most} cells; is it a table?", most=f"{MAX_COLUMNS:,}"
                )
            yield start, reader.line_num, rows
            start = reader.line_num
            if start > MAX_LINES:
                self.source.refuse(
                    "has more than {most} rows; split it into smaller files", most=f"{MAX_LINES:,}"
                )


def _numbers(start: int, end: int, rows: list[list[str]]) -> Iterable[int]:
    """Return the line on which each row begins; a quoted cell may hold line ends."""
    if end - start == len(rows):
        return range(start + 1, end + 1)
    numbers = []
    for row in rows:
        numbers.append(start + 1)
        inner = sum(map(_line_ends, row))
        if inner > _LONGEST_ROW:
            raise _LooseQuoteError
        start += 1 + inner
    return numbers


def _plain(cell: str) -> str:
    formula = _FORMULA.fullmatch(cell)
    return formula[1] if formula else cell


def _line_ends(cell: str) -> int:
    return cell.count("\n") + cell.count("\r") - cell.count("\r\n")
