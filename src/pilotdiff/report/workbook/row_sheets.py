"""A sheet of rows: records one below the other under headings that stay in view."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, cast

from pilotdiff.decisions.form import HIDDEN, Field, Opinion, title, word
from pilotdiff.language import Words
from pilotdiff.model import Outcome, Verdict
from pilotdiff.report.diff_columns import NUMBER_COLUMNS
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.workbook.cell_text import points, safe
from pilotdiff.report.workbook.cell_xml import CellTexts, number_cell
from pilotdiff.report.workbook.printed_columns import NAME_COLUMNS, PLACES, Layout
from pilotdiff.report.workbook.sheet_records import SheetRecord
from pilotdiff.report.workbook.styles import CellStyles

if TYPE_CHECKING:
    from xlsxwriter.format import Format

    from pilotdiff.report.workbook.bulk_sheet import BulkSheet

# A spreadsheet draws each note when it opens the sheet.
_MOST_NOTES = 5_000
_LINES = ("pilot_line", "result_line")
_DAYS = (Field.ON, Field.SECOND_ON)
_KEPT_AS_TYPED = (Field.PARTNER, "pilot_id", "result_id")
# Of a value and its record: style and value, as XML.
CellWriter = Callable[[object, SheetRecord], str]
_DATES = date(1990, 1, 1), date(2119, 12, 31)


class SheetHead(NamedTuple):
    """A sheet's columns, their titles and widths, and the outcome it is about, if of one."""

    layout: Layout
    titles: Sequence[str]
    widths: Sequence[int]
    outcome: Outcome | None = None


class Cells(NamedTuple):
    """How the cells of a workbook look, and where their texts go."""

    styles: CellStyles
    texts: CellTexts


class RowSheet:
    """Writes records onto a sheet, from the top."""

    def __init__(self, sheet: "BulkSheet", head: SheetHead, cells: Cells, words: Words) -> None:
        self._sheet, self._head, self._words = sheet, head, words
        self._styles, self._texts = cells.styles, sheet.remembering(cells.texts)
        self._count = 0
        columns = head.layout.columns
        self._plan = [
            (f'<c r="{_letter(at)}', PLACES[column], self._writer(at, column))
            for at, column in enumerate(columns)
        ]
        self._numbers = [PLACES[column] for column in columns if column in NUMBER_COLUMNS]
        self._wrapped = [
            (PLACES[column], width)
            for column, width in zip(columns, head.widths, strict=True)
            if column not in NUMBER_COLUMNS and column not in HIDDEN
        ]
        self._headed()

    def add(self, record: SheetRecord) -> None:
        """Write the next row."""
        self._count += 1
        values = record.values
        texts = cast("tuple[str, ...]", values)  # where `_wrapped` looks
        tall = points([(texts[place], room) for place, room in self._wrapped])
        row = f'{self._count + 1}"'
        parts = [f'<row r="{row}>' if tall is None else f'<row r="{row}{_tall(tall)}>']
        for address, place, made in self._plan:
            value = values[place]
            if value != "":
                parts += (address, row, made(value, record))
        parts.append("</row>")
        self._sheet.add_row("".join(parts))
        label = str(values[PLACES[self._head.layout.columns[0]]])
        numbers = [place for place in self._numbers if values[place] != ""]
        self._sheet.told(self._count, safe(label), len(numbers))

    def finish(self) -> None:
        """Write what depends on how many rows there are: filter, choices, paper."""
        last, columns = max(self._count, 1), self._head.layout.columns
        self._sheet.bounded(last, len(columns))
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
        shown = Field.PILOT_SHOWN if first == NAME_COLUMNS[0] else Field.RESULT_SHOWN
        if shown in others:
            self._sheet.write_string(1, 1 + others.index(shown), none)

    def _headed(self) -> None:
        outcome, styles = self._head.outcome, self._styles
        rooms = zip(self._head.titles, (width - 1 for width in self._head.widths), strict=True)
        self._sheet.set_row(0, points(rooms))
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
        if column in NUMBER_COLUMNS:
            return styles.line if column in _LINES else styles.share
        if column in _DAYS:
            return styles.date
        return styles.kept if column in _KEPT_AS_TYPED else styles.text

    def _writer(self, at: int, column: str) -> CellWriter:
        """Return what makes the rest of a column's cells, behind the address: style and value."""
        style = _styled(self._format(column))
        if column in _LINES:
            return self._lines(at, style, _LINES.index(column))
        if column in NUMBER_COLUMNS:
            return lambda value, _: style + number_cell(cast("float", value))
        if column in NAME_COLUMNS:
            return self._names(style, NAME_COLUMNS.index(column))
        plain = self._texts.plain
        if column == "outcome":
            tints = {one: _styled(tint) for one, tint in self._styles.outcomes.items()}
            return lambda value, record: tints[record.outcome] + plain(str(value))
        if column in _DAYS:
            return lambda value, _: style + self._date(str(value))
        return lambda value, _: style + plain(str(value))

    def _lines(self, at: int, style: str, side: int) -> CellWriter:
        """Write numbers of lines; where one stands on paper or in a sheet is a note to its
        cell."""

        def made(value: object, record: SheetRecord) -> str:
            place = record.places[side]
            if place and self._count <= _MOST_NOTES:
                self._sheet.write_comment(self._count, at, safe(place))
            return style + number_cell(cast("float", value))

        return made

    def _date(self, value: str) -> str:
        """Write a date, or what a file of decisions has in its place."""
        try:
            day = datetime.fromisoformat(value)
        except ValueError:
            return self._texts.plain(value)
        return number_cell(self._sheet.days(day.date()))

    def _names(self, style: str, side: int) -> CellWriter:
        """Write names in which the characters that differ stand out."""
        changed = _styled(self._styles.all_changed)

        def made(value: object, record: SheetRecord) -> str:
            pieces = record.names[side] if record.names else ()
            if not any(piece.changed for piece in pieces):
                return style + self._texts.plain(str(value))
            if len(pieces) == 1:
                return changed + self._texts.plain(str(value))
            return style + self._texts.marked(pieces)

        return made

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


def _styled(style: "Format") -> str:
    return f' s="{style._get_xf_index()}"'


def _tall(points: float) -> str:
    """Return the height of a row, which spreadsheets keep in dots."""
    return f' ht="{int(points * 4 / 3 + 0.5) * 0.75:.16g}" customHeight="1"'


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    name: str = xl_col_to_name(column)
    return name
