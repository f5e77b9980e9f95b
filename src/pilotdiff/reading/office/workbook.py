"""Workbooks: .xlsx, .xls and .ods, every visible sheet, through calamine."""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import groupby, islice
from string import ascii_uppercase
from types import MappingProxyType
from typing import NamedTuple

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
)

from pilotdiff.column_headings import sheet_columns
from pilotdiff.model import Line, Message, msg, sheet_of
from pilotdiff.reading.archive import Archive
from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.garbage_collection import collector_held
from pilotdiff.reading.limits import MAX_CELLS, MAX_REPEATED_ROWS
from pilotdiff.reading.lines_shown import lines_shown
from pilotdiff.reading.office.cell_names import column_letters
from pilotdiff.reading.office.cell_notes import CellNote, cell_notes
from pilotdiff.reading.office.excel_marks import ExcelMarks, excel_marks
from pilotdiff.reading.office.hidden_cells import HiddenCells, hidden_cells, hidden_in_opendocument
from pilotdiff.reading.office.merged_areas import MergedArea, fill
from pilotdiff.reading.office.old_hidden_cells import hidden_in_old_cells, struck_in_old_cells
from pilotdiff.reading.office.opendocument_marks import opendocument_marks
from pilotdiff.reading.office.workbook_area import (
    RepeatedError,
    TooLargeError,
    survey_excel,
    survey_opendocument,
)
from pilotdiff.reading.sharing import SharedCells
from pilotdiff.reading.sniffing import is_ole

_LIBRARY_ERRORS = (CalamineError, XmlError, ZipError, WorksheetNotFound, OSError, ValueError)
BROKEN = msg("is broken or no workbook; open it in a spreadsheet program and save it again")
_CONTENT, _STYLES = "content.xml", "styles.xml"
_CHUNK = 1_024
_MOST_TOLD = 20
# What a formula without a saved value is read as: a value that is not there.
_UNVALUED = "#N/A"
# The hidden sheet that every workbook of pilotdiff has.
OWN_SHEET = "pilotdiff"
_OWN = msg("pilotdiff wrote this workbook; its sheet of all rows alone was read")


def contents(source: RawSource) -> Contents:
    """Return one Line a row that is not empty, sheet after sheet; hidden sheets only in a note,
    hidden rows and columns among what is not seen."""
    surveyed = _surveyed(source)
    spans = surveyed.spans
    book = _opened(source)
    if (own := _own_rows(source, book)) is not None:
        return Contents(tuple(_lines(source, own, [])), (_OWN,))
    lines: list[Line] = []
    unseen: list[Line] = []
    hidden: list[str] = []
    with collector_held():
        for index, metadata in enumerate(book.sheets_metadata):
            if not _is_shown(metadata):
                hidden.append(metadata.name)
                continue
            sheet = _sheet(source, book, index)
            known = spans[index] if index < len(spans) else _merged(sheet)
            rows = _lines(source, sheet, known)
            left = sheet.start[1] if sheet.start else 0
            if within := surveyed.hidden.get(sheet.name):
                rows = _shown(rows, within, left, unseen)
            if marks := surveyed.marks.get(sheet.name):
                rows = _with_errors(rows, marks, left) if marks.errors or marks.unvalued else rows
                rows = _valid(rows, marks, left, unseen)
            # A number tells one line of the document: those of a sheet go on from the one before.
            above = lines[-1].number if lines else 0
            read = _read_as_text(list(rows))
            lines += (row._replace(number=above + row.number) for row in read) if above else read
    last = lines[-1].number if lines else 0
    sheets = {sheet_of(line.place) for line in unseen}
    numbered = (line._replace(number=at) for at, line in enumerate(unseen, last + 1))
    notes = [msg("hidden sheets were left out: {sheets}", sheets=tuple(hidden))] if hidden else []
    notes += [_note(sheet, within) for sheet, within in surveyed.hidden.items() if sheet in sheets]
    for name, marks in surveyed.marks.items():
        if name not in hidden:
            notes += _notes_of(name, marks)
    notes += _told_comments([each for each in surveyed.comments if each.sheet not in hidden])
    return Contents(tuple(lines), tuple(notes), unseen=tuple(numbered))


def _own_rows(source: RawSource, book: CalamineWorkbook) -> CalamineSheet | None:
    """Return the sheet of all rows of a workbook that pilotdiff wrote, whose other sheets say the
    same again; None where it is another's."""
    if OWN_SHEET not in book.sheet_names:
        return None
    for index in range(len(book.sheets_metadata)):
        sheet = _sheet(source, book, index)
        head = {str(cell).casefold() for row in islice(sheet.iter_rows(), 1) for cell in row}
        if {"outcome", "pilot_raw", "result_raw"} <= {sheet_columns().get(text) for text in head}:
            return sheet
    return None


def _shown(
    rows: Iterable[Line], hidden: HiddenCells, first: int, unseen: list[Line]
) -> Iterator[Line]:
    """Yield the rows as the sheet shows them, its first column being `first`; what it hides goes to
    `unseen`."""
    columns = [at - first for at in hidden.columns]
    for row in rows:
        if row.number - 1 in hidden.rows:
            unseen.append(row)
            continue
        gone = [at for at in columns if 0 <= at < len(row.cells) and row.cells[at]]
        if gone:
            unseen.append(row._replace(cells=tuple(row.cells[at] for at in gone)))
            row = row._replace(cells=_without(row.cells, gone))
        if any(row.cells):
            yield row


def _read_as_text(rows: Sequence[Line]) -> Iterable[Line]:
    """Return the rows of a sheet, or, where one column alone holds anything, its lines: a text
    that was pasted into a workbook is no table."""
    used = {at for row in rows for at, cell in enumerate(row.cells) if cell}
    if len(used) != 1:
        return rows
    number, lines = 0, []
    for row in rows:
        cell = row.cells[max(used)]
        for text in (shown for line in cell.split("\n") for shown in lines_shown(line)):
            number = max(number + 1, row.number)
            lines.append(row._replace(number=number, text=text, cells=()))
    return lines


def _valid(
    rows: Iterable[Line], marks: ExcelMarks, first: int, unseen: list[Line]
) -> Iterator[Line]:
    """Yield the rows without what is struck out in their cells, which goes to `unseen`."""
    left = dict.fromkeys(marks.struck, "") | dict(marks.partly)
    numbers = {int(cell.lstrip(ascii_uppercase)) for cell in left}
    for row in rows:
        cells = row.cells if row.number in numbers else ()
        names = [f"{column_letters(first + at)}{row.number}" for at in range(len(cells))]
        gone = [at for at, name in enumerate(names) if cells[at] and name in left]
        if gone:
            unseen.append(row._replace(cells=tuple(cells[at] for at in gone)))
            kept = (left.get(name, cell) for name, cell in zip(names, cells, strict=True))
            row = row._replace(cells=tuple(kept))
        if any(row.cells):
            yield row


def _with_errors(rows: Iterable[Line], marks: ExcelMarks, first: int) -> Iterator[Line]:
    """Yield the rows with what stands in cells that have no value: calamine leaves them blank, and
    a blank cell is filled in from the row above."""
    said = dict(marks.errors) | dict.fromkeys(marks.unvalued, _UNVALUED)
    numbers = {int(cell.lstrip(ascii_uppercase)) for cell in said}
    for row in rows:
        if row.number in numbers:
            names = (f"{column_letters(first + at)}{row.number}" for at in range(len(row.cells)))
            cells = zip(row.cells, names, strict=True)
            row = row._replace(cells=tuple(cell or said.get(name, "") for cell, name in cells))
        yield row


def _notes_of(sheet: str, marks: ExcelMarks) -> Iterator[Message]:
    if struck := {*marks.struck, *(cell for cell, _ in marks.partly)}:
        yield msg(
            "cells of sheet {sheet} that are struck out were left out: {cells}",
            sheet=sheet,
            cells=tuple(sorted(struck)[:_MOST_TOLD]),
        )
    if marks.unvalued:
        yield msg(
            "formulas of sheet {sheet} have no saved value and were read as blank: {cells}; "
            "open it in a spreadsheet program and save it again",
            sheet=sheet,
            cells=tuple(sorted(marks.unvalued)[:_MOST_TOLD]),
        )
    if marks.errors:
        yield msg(
            "cells of sheet {sheet} hold an error instead of a value: {cells}",
            sheet=sheet,
            cells=tuple(f"{at} {what}" for at, what in sorted(marks.errors)[:_MOST_TOLD]),
        )


def _told_comments(comments: Iterable[CellNote]) -> Iterator[Message]:
    """Yield what says that comments on cells are no part of the list."""
    for sheet, group in groupby(comments, key=lambda each: each.sheet):
        told = [f"{each.cell} {each.text}".strip() for each in group]
        yield msg(
            "comments on cells of sheet {sheet} were not read: {comments}",
            sheet=sheet,
            comments=tuple(told[:_MOST_TOLD]),
        )


def _without(cells: Sequence[str], gone: Collection[int]) -> tuple[str, ...]:
    return tuple("" if at in gone else cell for at, cell in enumerate(cells))


def _note(sheet: str, cells: HiddenCells) -> Message:
    rows = tuple(str(at + 1) for at in sorted(cells.rows)[:_MOST_TOLD])
    columns = tuple(map(column_letters, sorted(cells.columns)[:_MOST_TOLD]))
    if rows and columns:
        return msg(
            "hidden rows {rows} and columns {columns} of sheet {sheet} were left out",
            rows=rows,
            columns=columns,
            sheet=sheet,
        )
    if rows:
        return msg("hidden rows of sheet {sheet} were left out: {rows}", sheet=sheet, rows=rows)
    return msg(
        "hidden columns of sheet {sheet} were left out: {columns}", sheet=sheet, columns=columns
    )


class SheetGrid(NamedTuple):
    """A sheet: its name, its rows from the first, and the column of their first cell, from 0."""

    name: str
    rows: Iterator[Sequence[object]]
    left: int


def sheet_grids(source: RawSource) -> Iterator[SheetGrid]:
    """Yield every sheet of cells, hidden ones too, for a reader who knows what stands where."""
    _surveyed(source)
    book = _opened(source)
    for index, metadata in enumerate(book.sheets_metadata):
        if metadata.typ == SheetTypeEnum.WorkSheet:
            sheet = _sheet(source, book, index)
            yield SheetGrid(sheet.name, sheet.iter_rows(), sheet.start[1] if sheet.start else 0)


class Surveyed(NamedTuple):
    """What calamine does not tell: merged areas of an .ods, hidden cells, comments, marks."""

    spans: Sequence[list[MergedArea]] = ()
    hidden: Mapping[str, HiddenCells] = MappingProxyType({})
    marks: Mapping[str, ExcelMarks] = MappingProxyType({})
    comments: Sequence[CellNote] = ()


def _surveyed(source: RawSource) -> Surveyed:
    """Return what calamine does not tell, once size is no danger."""
    if is_ole(source.data):
        struck = struck_in_old_cells(source.data)
        old = {name: ExcelMarks(struck=cells) for name, cells in struck.items()}
        return Surveyed(hidden=hidden_in_old_cells(source.data), marks=old)
    archive = Archive(source)
    try:
        if _CONTENT in archive.names():
            content = archive.read(_CONTENT)
            spans, hidden = survey_opendocument(content), hidden_in_opendocument(content)
            styles = archive.read(_STYLES) if _STYLES in archive.names() else b""
            marks = opendocument_marks(content, styles)
            return Surveyed(spans, hidden, marks, cell_notes(archive))
        survey_excel(archive)
        hidden, comments = hidden_cells(archive), cell_notes(archive)
        return Surveyed(hidden=hidden, marks=excel_marks(archive), comments=comments)
    except TooLargeError:
        source.refuse(
            "has a sheet that reaches over more than {most} cells; "
            "delete the cells far outside the list",
            most=f"{MAX_CELLS:,}",
        )
    except RepeatedError:
        source.refuse(
            "repeats a filled row more than {most} times, which no list does; "
            "delete the repetitions and save it again",
            most=f"{MAX_REPEATED_ROWS:,}",
        )


def _opened(source: RawSource) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(source.data))
    except PasswordError:
        source.refuse("is protected by a password; save a copy without one")
    except _LIBRARY_ERRORS:
        source.refuse(BROKEN)


def _sheet(source: RawSource, book: CalamineWorkbook, index: int) -> CalamineSheet:
    try:
        return book.get_sheet_by_index(index)
    except _LIBRARY_ERRORS:
        source.refuse(BROKEN)


def _merged(sheet: CalamineSheet) -> list[MergedArea]:
    return [MergedArea(*first, *last) for first, last in sheet.merged_cell_ranges or ()]


def _is_shown(sheet: SheetMetadata) -> bool:
    return sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet


def _lines(source: RawSource, sheet: CalamineSheet, spans: list[MergedArea]) -> Iterator[Line]:
    total = sheet.total_height + 1
    merged = sum(span.area for span in spans)
    if max(merged, total * sheet.width) > MAX_CELLS:
        source.refuse(
            "has a sheet, {sheet}, larger than any list; save the list alone", sheet=sheet.name
        )
    # calamine gives every row, but only the columns from the first one in use.
    first = sheet.start[1] if sheet.start else 0
    shifted = [
        span._replace(left=max(span.left - first, 0), right=span.right - first) for span in spans
    ]
    rows = fill(enumerate(map(_texts, sheet.iter_rows())), shifted)
    shared = SharedCells()
    while chunk := list(islice(rows, _CHUNK)):
        cells = shared.rows([row for _, row in chunk])
        for (number, _), row in zip(chunk, cells, strict=True):
            if any(row):
                yield Line(number + 1, "", row, _place(sheet.name, number + 1))
        source.tick(chunk[-1][0] + 1, total)


def _texts(row: Sequence[object]) -> list[str]:
    return [*map(shown, row)]


def shown(value: object) -> str:
    """Return a cell's value as the sheet shows it by default: 7.0 as 7, dates in ISO 8601."""
    if isinstance(value, str):
        return value  # most cells
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value)


def _place(sheet: str, row: int) -> Message:
    return msg("sheet {sheet}, row {row}", sheet=sheet, row=row)
