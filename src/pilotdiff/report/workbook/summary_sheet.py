"""The first sheet: which documents, how many of what, that the counts add up, and who signs."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from pilotdiff.decisions.form import remarks_title, signature_titles
from pilotdiff.language import Words
from pilotdiff.model import Outcome
from pilotdiff.model.handed_back import Remark, Signature
from pilotdiff.report.list_facts import Fact
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.text_wrapping import longest_word
from pilotdiff.report.workbook.cell_text import points, safe
from pilotdiff.report.workbook.counting_formulas import LiveCount, LiveShare
from pilotdiff.report.workbook.print_setup import PAGE_HEIGHT, fitted
from pilotdiff.report.workbook.sheet_tables import SheetCell, SheetTable, TablePlacer
from pilotdiff.report.workbook.styles import CellStyles

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# The first holds the longest word for an outcome.
_FIRST, _COLUMNS = 24, 10
# Points of the title's row, of one that nothing makes higher, and of one to sign on.
_TITLE, _ROW, _SIGNED = 24.0, 15.0, 26.0
# Left free below what is carried over.
_LINES_LEFT = 2
# Half characters of a column: as many as there is room for, and the most that a word may ask for.
_WIDEST, _LONGEST = 10, 14
# What a bold heading takes beside its characters, and a column of numbers at least.
_BOLD, _NARROWEST = 1, 6
_WRAPPED = 8
# The column that the note of a table begins in, beside its title.
_NOTE = 3
# The columns that each document takes, since its title is long and a number is not.
_SPANS = ((1, 4), (5, 9))


class Summary:
    """Writes the blocks one below the other."""

    def __init__(
        self, sheet: "Worksheet", styles: CellStyles, words: Words, tables: Iterable[TablePlacer]
    ) -> None:
        """Begin the sheet; `tables` are those that it will hold, for whose words its columns are
        wide enough."""
        self._sheet, self._styles, self._words, self._row = sheet, styles, words, 0
        # Where pages end, and the points of the rows on the last one.
        self._breaks: list[int] = []
        self._tall = _TITLE
        self._widths = _widths([placed(0) for placed in tables])
        for at, width in enumerate(self._widths):
            sheet.set_column(at, at, width)
        sheet.hide_gridlines(2)

    def title(self, text: str, remarks: Iterable[str]) -> None:
        """Write what this is, and what a reader must know of it."""
        self._sheet.set_row(0, _TITLE)
        self._sheet.write_string(0, 0, text, self._styles.title)
        self._row = 1
        for remark in remarks:
            self._spread(0, _COLUMNS - 1, remark, self._styles.note)
            self._below([(remark, sum(self._widths[:_COLUMNS]))])
        self._next()

    def documents(self, facts: Iterable[Fact]) -> None:
        """Write the two documents side by side."""
        words = self._words
        self._sheet.write_string(self._row, 0, words("Documents"), self._styles.head)
        self._beside((words("Pilots"), words("Results")), self._styles.head)
        for fact in facts:
            self._sheet.write_string(self._row, 0, fact.name, self._styles.label)
            self._beside(fact.values, self._styles.body)
        self._next()

    def table(self, placed: TablePlacer) -> None:
        """Write a table with its heading, on one page if a page can hold it."""
        needed = self._needed(placed(0))
        if self._tall + needed > PAGE_HEIGHT >= needed and self._tall:
            self._turn()
        # Its lines come below a heading and the heads; a spreadsheet counts rows from 1.
        table = placed(self._row + 3)
        self._sheet.write_string(self._row, 0, table.title, self._styles.section)
        if table.note:
            self._spread(_NOTE, len(self._widths) - 1, table.note, self._styles.note)
        self._below([(table.note, sum(self._widths[_NOTE:]))])
        for at, (head, cell) in enumerate(zip(table.heads, table.lines[0], strict=True)):
            is_word = isinstance(cell, str | Outcome) and at < len(table.heads) - 1
            style = self._styles.head if is_word else self._styles.count_head
            self._sheet.write_string(self._row, at, head, style)
        self._below(zip(table.heads, self._widths, strict=False))
        for number, line in enumerate(table.lines):
            self._line(line, total=number >= len(table.lines) - table.total)
        self._next()

    def remarks(self, told: Iterable[Remark]) -> None:
        """Leave room for a conclusion; what was written into an earlier workbook stands there."""
        lines = [*told, *[Remark("", "")] * _LINES_LEFT]
        if self._tall + (len(lines) + 2) * _ROW > PAGE_HEIGHT:
            self._turn()
        self._sheet.write_string(
            self._row, 0, remarks_title(self._words.language), self._styles.section
        )
        self._next()
        for one in lines:
            self._text(0, one.place, self._styles.label)
            self._spread(1, _COLUMNS - 1, one.text, self._styles.signature)
            self._below([(one.text, sum(self._widths[1:_COLUMNS]))])
        self._next()

    def signatures(self, signed: Iterable[Signature]) -> None:
        """Leave room for those who sign; who signed an earlier workbook stands there again."""
        *who, date = signature_titles(self._words.language)
        if self._tall + len(who) * _SIGNED > PAGE_HEIGHT:
            self._turn()
        by_line = {signature.line: signature for signature in signed}
        for line, text in enumerate(who):
            self._sheet.set_row(self._row, _SIGNED)
            self._sheet.write_string(self._row, 0, text, self._styles.signed)
            for column in (1, 2, 3, 6, 7):
                self._sheet.write_blank(self._row, column, None, self._styles.signature)
            self._sheet.write_string(self._row, 5, date, self._styles.signed)
            if there := by_line.get(line):
                self._text(1, there.name, self._styles.signature)
                self._text(6, there.on, self._styles.signature)
            self._row += 1

    def _needed(self, table: SheetTable) -> float:
        """Return the points of a table with its heading and the row below it."""
        rows = [[cell if isinstance(cell, str) else "" for cell in line] for line in table.lines]
        tall = (points(zip(row, self._widths, strict=False)) for row in (table.heads, *rows))
        note = points([(table.note, sum(self._widths[_NOTE:]))])
        return _ROW + sum(points or _ROW for points in (note, *tall))

    def _beside(self, values: Sequence[str | int], style: "Format") -> None:
        """Write what is told of each document in the columns that it takes."""
        for (first, last), value in zip(_SPANS, values, strict=True):
            self._spread(first, last, value, style)
        rooms = [sum(self._widths[first : last + 1]) for first, last in _SPANS]
        told = zip(values, rooms, strict=True)
        self._below([(value, room) for value, room in told if isinstance(value, str)])

    def _spread(self, first: int, last: int, value: str | int, style: "Format") -> None:
        style = style if isinstance(value, str) else self._styles.counted
        self._sheet.merge_range(self._row, first, self._row, last, "", style)
        if isinstance(value, int):
            self._sheet.write_number(self._row, first, value, style)
        else:
            # merge_range would take a text that begins with = for a formula.
            self._text(first, value, style)

    def _below(self, texts: Iterable[tuple[str, int]]) -> None:
        """Go on below a row that is as high as its texts need: merged cells don't see to it."""
        tall = points(texts)
        self._sheet.set_row(self._row, tall)
        self._next(tall)

    def _turn(self) -> None:
        """Begin a page for what comes next."""
        self._breaks.append(self._row)
        self._sheet.set_h_pagebreaks(self._breaks)
        self._tall = 0.0

    def _next(self, tall: float | None = None) -> None:
        """Go on to the next row, below one of so many points."""
        self._row += 1
        self._tall += tall or _ROW

    def _line(self, line: Sequence[SheetCell], *, total: bool) -> None:
        for at, cell in enumerate(line):
            self._cell(at, cell, self._style(cell, total=total))
        cells = zip(line, self._widths, strict=False)
        self._below([(cell, room) for cell, room in cells if isinstance(cell, str)])

    def _style(self, cell: SheetCell, *, total: bool) -> "Format":
        styles = self._styles
        if isinstance(cell, Outcome):
            return styles.outcomes[cell]
        if isinstance(cell, str):
            return styles.total if total else styles.body
        if isinstance(cell, LiveShare):
            return styles.total_percent if total else styles.percent
        return styles.total_count if total else styles.count

    def _text(self, at: int, text: str, style: "Format") -> None:
        if text:
            self._sheet.write_string(self._row, at, safe(text), style)
        else:
            self._sheet.write_blank(self._row, at, None, style)

    def _cell(self, at: int, cell: SheetCell, style: "Format") -> None:
        if isinstance(cell, Outcome):
            self._sheet.write_string(self._row, at, self._words(OUTCOMES[cell]), style)
        elif isinstance(cell, str):
            self._text(at, cell, style)
        elif isinstance(cell, LiveCount) and not cell.formula:
            self._sheet.write_number(self._row, at, cell.value, style)
        else:
            self._sheet.write_formula(self._row, at, f"={cell.formula}", style, cell.value)


def _widths(tables: Sequence[SheetTable]) -> list[int]:
    """Return how wide the columns are that all tables share: no word of a heading or a cell is
    broken within, as far as the paper is wide; Chinese headings wrap where it is not."""
    wanted, least = (_shared(tables, most) for most in (_LONGEST, _WRAPPED))
    return fitted([max(_WIDEST, width) for width in wanted], least, len(least))


def _shared(tables: Sequence[SheetTable], most: int) -> list[int]:
    """Return what the columns of all tables need, where a Chinese heading may ask for `most`."""
    columns = zip_longest(*(_needs(table, most) for table in tables), fillvalue=_NARROWEST)
    found = [_FIRST, *[max(column) for column in columns][1:]]
    return found + [_WIDEST] * (_COLUMNS - len(found))


def _needs(table: SheetTable, most: int) -> list[int]:
    """Return what the words of each column of a table need."""
    heads = [
        longest_word(head) if head.isascii() else min(most, longest_word(head))
        for head in table.heads
    ]
    cells = [
        max((longest_word(cell) for cell in column if isinstance(cell, str)), default=0)
        for column in zip(*table.lines, strict=True)
    ]
    return [min(_LONGEST, max(pair) + _BOLD) for pair in zip(heads, cells, strict=False)]
