"""What stands in a cell, as the XML that ends it: behind its address and style."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from pilotdiff.patterns import pattern
from pilotdiff.report.marked_characters import MarkedPiece
from pilotdiff.report.workbook.cell_text import safe

if TYPE_CHECKING:
    from xlsxwriter import Workbook

# What XML and spreadsheets take for more than itself: _x0041_ is a character by its code.
_SPECIAL = pattern(r"[&<>_]|^\s|\s$")
_CODED = pattern("_(?=x[0-9a-fA-F]{4}_)")
# The words of a list stand in many rows, its names on two sheets.
_REMEMBERED = 1 << 14


class RunFonts(NamedTuple):
    """The fonts, as XML, of the characters that stay and of those that changed."""

    plain: str
    changed: str


def number_cell(value: float) -> str:
    """Return the end of a number's cell.

    >>> number_cell(0.25)
    '><v>0.25</v></c>'
    """
    return f"><v>{value:.16G}</v></c>"


class CellTexts(Protocol):
    """Where the texts of cells go."""

    def plain(self, text: str) -> str:
        """Return the end of a text's cell."""

    def marked(self, pieces: Iterable[MarkedPiece]) -> str:
        """Return the end of the cell of a text in pieces."""


class InlineTexts:
    """Puts each text into its own cell: of a long list a table of all texts takes the memory."""

    def __init__(self, fonts: RunFonts) -> None:
        self._fonts = fonts

    def plain(self, text: str) -> str:
        """Return the end of a text's cell."""
        return _inline(text)

    def marked(self, pieces: Iterable[MarkedPiece]) -> str:
        """Return the end of the cell of a text in pieces."""
        return f' t="inlineStr"><is>{_runs(pieces, self._fonts)}</is></c>'


class SharedTexts:
    """Puts each text into the workbook's table once; cells refer to it."""

    def __init__(self, book: "Workbook", fonts: RunFonts) -> None:
        self._table: Any = book.str_table
        self._fonts = fonts
        self._known: dict[str, str] = {}

    def plain(self, text: str) -> str:
        """Return the end of a text's cell."""
        known = self._known.get(text)
        if known is not None:
            self._table.count += 1
            return known
        # XlsxWriter takes such a text for one in pieces.
        made = _inline(text) if text.startswith("<r>") else self._referred(safe(text))
        self._known[text] = made
        return made

    def marked(self, pieces: Iterable[MarkedPiece]) -> str:
        """Return the end of the cell of a text in pieces."""
        return self._referred(_runs(pieces, self._fonts))

    def _referred(self, text: str) -> str:
        return f' t="s"><v>{self._table._get_shared_string_index(text)}</v></c>'


@lru_cache(_REMEMBERED)
def _inline(text: str) -> str:
    return f' t="inlineStr"><is>{_element(safe(text))}</is></c>'


def _runs(pieces: Iterable[MarkedPiece], fonts: RunFonts) -> str:
    return "".join(
        f"<r>{fonts.changed if piece.changed else fonts.plain}{_element(safe(piece.text))}</r>"
        for piece in pieces
    )


def _element(text: str) -> str:
    if not _SPECIAL.search(text):
        return f"<t>{text}</t>"
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<t{kept}>{_CODED.sub('_x005F_', escape(text, quote=False))}</t>"
