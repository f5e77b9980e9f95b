"""Cells of an .xlsx that are struck out, whole or in part, or hold an error, and formulas without
a saved value."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pilotdiff.patterns import pattern
from pilotdiff.reading.archive import Archive, overlapping
from pilotdiff.reading.office.hidden_cells import sheet_names
from pilotdiff.reading.office.struck_texts import STRIKE, struck_strings, struck_texts

_STYLES = "xl/styles.xml"
_FONTS = pattern(rb"<(?:\w+:)?fonts\b.*?</(?:\w+:)?fonts>", re.DOTALL)
_FONT = pattern(rb"<(?:\w+:)?font\b(?:[^<>]*/>|.*?</(?:\w+:)?font>)", re.DOTALL)
_FORMATS = pattern(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT = pattern(rb"<(?:\w+:)?xf\b[^<>]*?fontId\s*=\s*[\"'](\d+)")
_UNVALUED = pattern(
    rb"<(?:\w+:)?c\s[^<>]*?\br=[\"']([A-Z]{1,3}\d{1,7})[\"'][^<>]*>\s*<(?:\w+:)?f(?:\s[^<>]*)?"
    rb"(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ERROR = pattern(
    rb"<(?:\w+:)?c\s(?=[^<>]*\bt=[\"']e[\"'])[^<>]*?\br=[\"']([A-Z]{1,3}\d{1,7})[\"'][^<>]*>\s*"
    rb"(?:<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*)?<(?:\w+:)?v>([^<]{2,20})</"
)
_CELL = rb"<(?:\w+:)?c\s(?=[^<>]*\bs=[\"'](?:%s)[\"'])[^<>]*\br=[\"']([A-Z]{1,3}\d{1,7})[\"']"
_OVERLAP = 8_192


class ExcelMarks(NamedTuple):
    """Cells of a sheet as they are called, B2: those struck out, formulas without a value, errors
    with their text (#REF!), those struck out in part with what is left."""

    struck: frozenset[str] = frozenset()
    unvalued: frozenset[str] = frozenset()
    errors: frozenset[tuple[str, str]] = frozenset()
    partly: frozenset[tuple[str, str]] = frozenset()


def excel_marks(archive: Archive) -> Mapping[str, ExcelMarks]:
    """Return the marked cells of each sheet of an .xlsx by its name; sheets without are left
    out."""
    styles = b"|".join(b"%d" % at for at in _struck_formats(archive.read(_STYLES)))
    struck = pattern(_CELL % styles) if styles else None
    strings = struck_strings(archive)
    found = {}
    for name in archive.names():
        if name.startswith("xl/worksheets/"):
            marks = _of_sheet(archive.pieces_of(name), struck, strings)
            if marks != ExcelMarks():
                found[name] = marks
    names = sheet_names(archive) if found else {}
    return {names[part]: marks for part, marks in found.items() if part in names}


def _struck_formats(styles: bytes) -> list[int]:
    """Return the numbers of the cells' formats whose font is struck out."""
    fonts, formats = _FONTS.search(styles), _FORMATS.search(styles)
    if fonts is None or formats is None:
        return []
    struck = {at for at, font in enumerate(_FONT.findall(fonts[0])) if STRIKE.search(font)}
    return [at for at, font in enumerate(_FORMAT.findall(formats[0])) if int(font) in struck]


def _of_sheet(
    pieces: Iterator[bytes], struck: re.Pattern[bytes] | None, strings: dict[bytes, str]
) -> ExcelMarks:
    out: set[bytes] = set()
    unvalued: set[bytes] = set()
    errors: set[tuple[str, str]] = set()
    partly: set[tuple[str, str]] = set()
    for text in overlapping(pieces, _OVERLAP):
        if struck is not None:
            out.update(struck.findall(text))
        partly.update(struck_texts(text, strings))
        if b"<f" in text or b":f" in text:
            unvalued.update(_UNVALUED.findall(text))
        if b"<v>#" in text or b":v>#" in text:
            errors.update((at.decode(), what.decode()) for at, what in _ERROR.findall(text))
    names = frozenset(map(bytes.decode, out)), frozenset(map(bytes.decode, unvalued))
    return ExcelMarks(*names, frozenset(errors), frozenset(partly))
