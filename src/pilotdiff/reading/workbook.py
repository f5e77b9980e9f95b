"""Workbooks: .xlsx, .xls and .ods, every visible sheet, through calamine."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
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

from pilotdiff.model import Line, Message, msg
from pilotdiff.reading.archive import Archive
from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.garbage_collection import collector_held
from pilotdiff.reading.limits import MAX_CELLS, MAX_REPEATED_ROWS
from pilotdiff.reading.sharing import SharedCells
from pilotdiff.reading.sniffing import is_ole
from pilotdiff.reading.spans import Span, fill
from pilotdiff.reading.workbook_area import (
    RepeatedError,
    TooLargeError,
    survey_excel,
    survey_opendocument,
)

_LIBRARY_ERRORS = (CalamineError, XmlError, ZipError, WorksheetNotFound, OSError, ValueError)
BROKEN = msg("is broken or no workbook; open it in a spreadsheet program and save it again")
_CONTENT = "content.xml"
_CHUNK = 1_024


def contents(source: RawSource) -> Contents:
    """Return one Line a row that is not empty, sheet after sheet; hidden sheets only in a note."""
    spans = _surveyed(source)
    book = _opened(source)
    lines: list[Line] = []
    hidden: list[str] = []
    with collector_held():
        for index, metadata in enumerate(book.sheets_metadata):
            if not _is_shown(metadata):
                hidden.append(metadata.name)
                continue
            sheet = _sheet(source, book, index)
            known = spans[index] if index < len(spans) else _merged(sheet)
            lines += _lines(source, sheet, known)
    notes = (msg("hidden sheets were left out: {sheets}", sheets=tuple(hidden)),) if hidden else ()
    return Contents(tuple(lines), notes)


class SheetGrid(NamedTuple):
    """A sheet: its name, its rows from the first, and the column of their first cell, from 0."""

    name: str
    rows: Iterator[Sequence[object]]
    left: int


def grids(source: RawSource) -> Iterator[SheetGrid]:
    """Yield every sheet of cells, hidden ones too, for a reader who knows what stands where."""
    _surveyed(source)
    book = _opened(source)
    for index, metadata in enumerate(book.sheets_metadata):
        if metadata.typ == SheetTypeEnum.WorkSheet:
            sheet = _sheet(source, book, index)
            yield SheetGrid(sheet.name, sheet.iter_rows(), sheet.start[1] if sheet.start else 0)


def _surveyed(source: RawSource) -> list[list[Span]]:
    """Return the merged areas that calamine does not tell (those of an .ods), once size is no
    danger."""
    if is_ole(source.data):
        return []
    archive = Archive(source)
    try:
        if _CONTENT in archive.names():
            return survey_opendocument(archive.read(_CONTENT))
        survey_excel(archive)
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
    return []


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


def _merged(sheet: CalamineSheet) -> list[Span]:
    return [Span(*first, *last) for first, last in sheet.merged_cell_ranges or ()]


def _is_shown(sheet: SheetMetadata) -> bool:
    return sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet


def _lines(source: RawSource, sheet: CalamineSheet, spans: list[Span]) -> Iterator[Line]:
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
    return [value if type(value) is str else shown(value) for value in row]


def shown(value: object) -> str:
    """Return a cell's value as the sheet shows it by default: 7.0 as 7, dates in ISO 8601."""
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
