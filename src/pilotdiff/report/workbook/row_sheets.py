"""A sheet of rows: records one below the other under headings that stay in view."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, cast

from pilotdiff.decisions.form import HIDDEN, Field, Opinion, title, word
from pilotdiff.language import Words
from pilotdiff.model import Outcome, Verdict
from pilotdiff.report.diff_columns import NUMBERS
from pilotdiff.report.marked_characters import Pieces
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.workbook.cell_text import height, safe
from pilotdiff.report.workbook.printed_columns import PLACES, Layout
from pilotdiff.report.workbook.sheet_records import Record
from pilotdiff.report.workbook.styles import CellStyles

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_NAMES = ("pilot_name", "result_name")
# A spreadsheet draws each note when it opens the sheet.
_MOST_NOTES = 5_000
_LINES = ("pilot_line", "result_line")
_DAYS = (Field.ON, Field.SECOND_ON)
_KEPT_AS_TYPED = (Field.PARTNER, "pilot_id", "result_id")
_DATES = date(1990, 1, 1), date(2119, 12, 31)


class SheetHead(NamedTuple):
    """A sheet's columns, their titles and widths, and the outcome it is about, if of one."""

    layout: Layout
    titles: Sequence[str]
    widths: Sequence[int]
    outcome: Outcome | None = None


class RowSheet:
    """Writes records onto a sheet, from the top."""

    def __init__(
        self, sheet: "Worksheet", head: SheetHead, styles: CellStyles, words: Words
    ) -> None:
        self._sheet, self._head, self._styles, self._words = sheet, head, styles, words
        self._count = 0
        columns = head.layout.columns
        self._plan = [
            (at, PLACES[column], self._writer(column)) for at, column in enumerate(columns)
        ]
        self._wrapped = [
            (PLACES[column], width)
            for column, width in zip(columns, head.widths, strict=True)
            if column not in NUMBERS and column not in HIDDEN
        ]
        self._headed()

    def add(self, record: Record) -> None:
        """Write the next row."""
        self._count += 1
        values = record.values
        texts = cast("tuple[str, ...]", values)  # where `_wrapped` looks
        tall = height([(texts[place], room) for place, room in self._wrapped])
        if tall:
            self._sheet.set_row(self._count, tall)
        for at, place, write in self._plan:
            value = values[place]
            if value != "":
                write(self._count, at, value, record)

    def finish(self) -> None:
        """Write what depends on how many rows there are: filter, choices, paper."""
        last, columns = max(self._count, 1), self._head.layout.columns
        if self._head.outcome and not self._count:
            self._nothing()
        # A filter sorts what is within it: the hidden columns belong to their rows.
        self._sheet.autofilter(0, 0, last, len(columns) - 1)
        self._sheet.print_area(0, 0, last, self._head.layout.printed - 1)
        if self._head.layout.asks and self._count:
            self._choices(last)

    def _nothing(self) -> None:
        """Say that there is no such unit: an empty table on paper might be one not filled in."""
        first, *others = self._head.layout.columns
        words = self._words
        none = words("none")
        self._sheet.write_string(1, 0, none, self._styles.text)
        shown = Field.PILOT_SHOWN if first == _NAMES[0] else Field.RESULT_SHOWN
        if shown in others:
            self._sheet.write_string(1, 1 + others.index(shown), none)

    def _headed(self) -> None:
        outcome, styles = self._head.outcome, self._styles
        rooms = zip(self._head.titles, (width - 1 for width in self._head.widths), strict=True)
        self._sheet.set_row(0, height(rooms))
        style = styles.outcome_heads[outcome] if outcome else styles.head
        for at, (name, width) in enumerate(zip(self._head.titles, self._head.widths, strict=True)):
            column = self._head.layout.columns[at]
            hidden = {"hidden": True} if column in HIDDEN else {}
            self._sheet.set_column(at, at, width, self._format(column), hidden)
            self._sheet.write_string(0, at, name, style)
        self._sheet.freeze_panes(1, self._head.layout.fixed)
        self._sheet.repeat_rows(0)

    def _format(self, column: str) -> "Format":
        styles = self._styles
        if column in NUMBERS:
            return styles.line if column in _LINES else styles.share
        if column in _DAYS:
            return styles.date
        return styles.kept if column in _KEPT_AS_TYPED else styles.text

    def _writer(self, column: str) -> "Callable[[int, int, object, Record], None]":
        if column in _LINES:
            return self._pilot_line if column == _LINES[0] else self._result_line
        if column in NUMBERS:
            return self._number
        if column in _NAMES:
            return self._pilot_name if column == _NAMES[0] else self._result_name
        if column == "outcome":
            return self._outcome
        return self._date if column in _DAYS else self._text

    def _text(self, row: int, at: int, value: object, _: Record) -> None:
        # Never `write`, which takes a text that begins with = for a formula.
        self._sheet.write_string(row, at, safe(str(value)))

    def _number(self, row: int, at: int, value: object, _: Record) -> None:
        self._sheet.write_number(row, at, value)

    def _pilot_line(self, row: int, at: int, value: object, record: Record) -> None:
        self._line(row, at, value, record.places[0])

    def _result_line(self, row: int, at: int, value: object, record: Record) -> None:
        self._line(row, at, value, record.places[1])

    def _line(self, row: int, at: int, value: object, place: str) -> None:
        """Write the number of a line; where it stands on paper or in a sheet is a note to the
        cell."""
        self._sheet.write_number(row, at, value)
        if place and row <= _MOST_NOTES:
            self._sheet.write_comment(row, at, safe(place))

    def _outcome(self, row: int, at: int, value: object, record: Record) -> None:
        self._sheet.write_string(row, at, str(value), self._styles.outcomes[record.outcome])

    def _date(self, row: int, at: int, value: object, record: Record) -> None:
        """Write a date, or what a file of decisions has in its place."""
        try:
            day = datetime.fromisoformat(str(value))
        except ValueError:
            self._text(row, at, value, record)
            return
        self._sheet.write_datetime(row, at, day.date())

    def _pilot_name(self, row: int, at: int, value: object, record: Record) -> None:
        self._name(row, at, str(value), record.names[0] if record.names else ())

    def _result_name(self, row: int, at: int, value: object, record: Record) -> None:
        self._name(row, at, str(value), record.names[1] if record.names else ())

    def _name(self, row: int, at: int, name: str, pieces: Pieces) -> None:
        """Write a name in which the characters that differ stand out."""
        styles = self._styles
        if not any(piece.changed for piece in pieces):
            self._sheet.write_string(row, at, safe(name))
        elif len(pieces) == 1:
            self._sheet.write_string(row, at, safe(name), styles.all_changed)
        else:
            parts: list[object] = []
            for piece in pieces:
                parts += [styles.changed if piece.changed else styles.plain, safe(piece.text)]
            self._sheet.write_rich_string(row, at, *parts, styles.text)

    def _choices(self, last: int) -> None:
        words, language = self._words, self._words.language
        for field, choices in ((Field.VERDICT, [*Verdict]), (Field.SECOND, [*Opinion])):
            self._check(
                field,
                last,
                validate="list",
                source=[word(choice, language) for choice in choices],
                error_message=words("Choose one of the list, or leave the cell empty."),
            )
        earliest, latest = _DATES
        for field in _DAYS:
            self._check(
                field,
                last,
                validate="date",
                criteria="between",
                minimum=earliest,
                maximum=latest,
                error_message=words("Write a date: year, month and day."),
            )
        self._to_fill_in(last)

    def _check(self, field: Field, last: int, **rule: object) -> None:
        at = self._head.layout.columns.index(field)
        rule["error_title"] = title(field, self._words.language)
        self._sheet.data_validation(1, at, last, at, rule)

    def _to_fill_in(self, last: int) -> None:
        """Tint what a person must decide until the verdict is there."""
        columns = self._head.layout.columns
        verdict, on = columns.index(Field.VERDICT), columns.index(Field.ON)
        if self._head.outcome is Outcome.REVIEW:
            test = f"=ISBLANK(${_letter(verdict)}2)"
        elif self._head.outcome is None:
            words = self._words
            term = words(OUTCOMES[Outcome.REVIEW]).replace('"', '""')
            test = f'=AND($A2="{term}",ISBLANK(${_letter(verdict)}2))'
        else:
            return
        rule = {"type": "formula", "criteria": test, "format": self._styles.to_fill_in}
        self._sheet.conditional_format(1, verdict, last, on, rule)


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    name: str = xl_col_to_name(column)
    return name
