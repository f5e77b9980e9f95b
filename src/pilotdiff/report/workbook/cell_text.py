"""Texts as a cell and a sheet's name can hold them, and the height of the rows that hold them."""

from collections.abc import Container, Iterable

from pilotdiff.patterns import pattern
from pilotdiff.report.text_wrapping import sheet_lines
from pilotdiff.report.workbook.workbook_limits import CELL_LENGTH

# What XML forbids, and halves of characters.
_FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_ENDS = pattern(r"\r\n?")
_NAMELESS = pattern(r"[\[\]:*?/\\\x00-\x1f]+")
_NAME_LENGTH = 31
_CUT = "…"
# Points that a line of ten-point text takes in the highest of the usual Chinese fonts, and what
# stands above and below.
_LINE, _MARGIN = 14.0, 2.5


def safe(text: str) -> str:
    """Return the text without what no cell can hold; a longer one is cut off and ends in "…"."""
    if text.isprintable() and len(text) <= CELL_LENGTH // 2:
        return text
    text = _FORBIDDEN.sub(_REPLACEMENT, text)
    if "\r" in text:
        text = _ENDS.sub("\n", text)
    if len(text) > CELL_LENGTH // 2:
        text = _cut(text, CELL_LENGTH)
    return text


def _cut(text: str, most: int) -> str:
    coded = text.encode("utf-16-le")
    if len(coded) <= 2 * most:
        return text
    return coded[: 2 * (most - 1)].decode("utf-16-le", "ignore") + _CUT


def sheet_name(text: str, taken: Container[str] = ()) -> str:
    """Return the text as a sheet may be called; `taken` are the names that there are, in small
    letters.

    >>> sheet_name("清岗县/白溪镇")
    '清岗县 白溪镇'
    """
    name = _trimmed(_NAMELESS.sub(" ", text), _NAME_LENGTH) or "-"
    tried, number = name, 1
    while tried.lower() in taken or tried.lower() == "history":  # Excel keeps that one to itself
        number += 1
        tail = f" {number}"
        tried = _trimmed(name, _NAME_LENGTH - len(tail)) + tail
    return tried


def _trimmed(text: str, most: int) -> str:
    return _cut(text, most).strip(" '")


def points(texts: Iterable[tuple[str, int]]) -> float | None:
    """Return the points of a row of texts, each with its room; None where one line is enough.

    Not every program works it out for wrapped texts on opening.
    """
    # Most texts are short, and there may be millions.
    long = [(text, room) for text, room in texts if 2 * len(text) > room or "\n" in text]
    most = max((sheet_lines(text, room) for text, room in long), default=1)
    return most * _LINE + _MARGIN if most > 1 else None
