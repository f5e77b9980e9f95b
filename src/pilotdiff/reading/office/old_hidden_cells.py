"""Rows and columns that a sheet of an old .xls hides, and cells that are struck out in it, which
calamine does not tell."""

import struct
from collections.abc import Iterator, Mapping

from pilotdiff.reading.office.cell_names import column_letters
from pilotdiff.reading.office.hidden_cells import HiddenCells

_MOST_SECTORS = 1 << 20
_BEGINS, _ENDS, _SHEET, _COLUMNS, _ROW = 0x0809, 0x000A, 0x0085, 0x007D, 0x0208
_FONT, _FORMAT = 0x0031, 0x00E0
# A cell with a text: shared, of its own, in runs.
_TEXTS = frozenset({0x00FD, 0x0204, 0x00D6})
_STRUCK = 0x0008


def hidden_in_old_cells(data: bytes) -> Mapping[str, HiddenCells]:
    """Return what each sheet of an .xls hides, by the sheet's name; of a damaged one nothing.

    The layout is that of [MS-CFB] and [MS-XLS]; sheets that hide nothing are left out.
    """
    try:
        book = _stream(data)
        sheets = {name: _of_sheet(book, start) for name, start in _sheets(book)}
    except (struct.error, IndexError):
        return {}
    return {name: hidden for name, hidden in sheets.items() if hidden != HiddenCells()}


def struck_in_old_cells(data: bytes) -> Mapping[str, frozenset[str]]:
    """Return the cells with texts of each sheet of an .xls that are struck out as they are called,
    B2, by the sheet's name; of a damaged one nothing."""
    try:
        book = _stream(data)
        formats = _struck_formats(book)
        if not formats:
            return {}
        sheets = {name: frozenset(_of_formats(book, at, formats)) for name, at in _sheets(book)}
    except (struct.error, IndexError):
        return {}
    return {name: cells for name, cells in sheets.items() if cells}


def _struck_formats(book: bytes) -> frozenset[int]:
    """Return the numbers of the cells' formats whose font is struck out; no font is the fourth."""
    fonts: list[bool] = []
    formats: list[int] = []
    for kind, body in _records(book, 0):
        if kind == _FONT:
            fonts.append(bool(struct.unpack_from("<H", body, 2)[0] & _STRUCK))
        elif kind == _FORMAT:
            formats.append(struct.unpack_from("<H", body)[0])
    struck = {at + (at >= _NO_FONT) for at, font in enumerate(fonts) if font}
    return frozenset(at for at, font in enumerate(formats) if font in struck)


_NO_FONT = 4


def _of_formats(book: bytes, start: int, formats: frozenset[int]) -> Iterator[str]:
    for kind, body in _records(book, start):
        if kind in _TEXTS:
            row, column, number = struct.unpack_from("<HHH", body)
            if number in formats:
                yield f"{column_letters(column)}{row + 1}"


def _stream(data: bytes) -> bytes:
    """Return the stream of the compound file that holds the workbook."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    table_sectors, first_entry = struct.unpack_from("<I", data, 44)[0], 48
    sectors = list(struct.unpack_from("<109I", data, 76))
    following = struct.unpack_from("<I", data, 68)[0]
    while following < _MOST_SECTORS and len(sectors) < table_sectors:
        *more, following = struct.unpack_from(f"<{size // 4}I", data, (following + 1) * size)
        sectors += more
    table = b"".join(_sector(data, at, size) for at in sectors[:table_sectors])
    entries = _chain(data, table, struct.unpack_from("<I", data, first_entry)[0], size)
    small, books = b"", []
    for at in range(0, len(entries), 128):
        name = entries[at : at + struct.unpack_from("<H", entries, at + 64)[0] - 2]
        start, length = struct.unpack_from("<II", entries, at + 116)
        if entries[at + 66] == 5:
            small = _chain(data, table, start, size)
        elif name.decode("utf-16-le", "replace") in ("Workbook", "Book"):
            books.append((start, length))
    start, length = books[0]
    if length >= struct.unpack_from("<I", data, 56)[0]:
        return _chain(data, table, start, size)[:length]
    within = 1 << struct.unpack_from("<H", data, 32)[0]
    lesser = _chain(data, table, struct.unpack_from("<I", data, 60)[0], size)
    # Sectors of the small streams count from the beginning, those of a file from its second.
    return _chain(bytes(within) + small, lesser, start, within)[:length]


def _sector(data: bytes, at: int, size: int) -> bytes:
    return data[(at + 1) * size : (at + 2) * size]


def _chain(data: bytes, table: bytes, start: int, size: int) -> bytes:
    """Return the sectors that a table of successors strings together."""
    found: list[bytes] = []
    while start < min(_MOST_SECTORS, len(table) // 4) and len(found) <= len(table) // 4:
        found.append(_sector(data, start, size))
        start = struct.unpack_from("<I", table, 4 * start)[0]
    return b"".join(found)


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of one part, those of charts inside it left out."""
    depth = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        depth += (kind == _BEGINS) - (kind == _ENDS)
        if not depth:
            return
        if depth == 1:
            yield kind, book[at + 4 : at + 4 + length]
        at += 4 + length


def _sheets(book: bytes) -> Iterator[tuple[str, int]]:
    for kind, body in _records(book, 0):
        if kind == _SHEET:
            wide = body[7] & 1
            name = body[8 : 8 + (body[6] << wide)]
            yield name.decode("utf-16-le" if wide else "latin-1"), struct.unpack_from("<I", body)[0]


def _of_sheet(book: bytes, start: int) -> HiddenCells:
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, body in _records(book, start):
        if kind == _ROW and body[12] & 0x20:
            rows.add(struct.unpack_from("<H", body)[0])
        elif kind == _COLUMNS and body[8] & 1:
            first, last = struct.unpack_from("<HH", body)
            columns.update(range(first, last + 1))
    return HiddenCells(frozenset(rows), frozenset(columns))
