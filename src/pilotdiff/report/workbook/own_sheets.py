"""Sheets that remember what is written on them, and the hidden one that keeps it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pilotdiff.decisions.own_texts import HEAD, SHEET, WITH_ROWS, packed_texts
from pilotdiff.report.marked_characters import MarkedPiece
from pilotdiff.report.workbook.bulk_sheet import BulkSheet
from pilotdiff.report.workbook.cell_text import safe
from pilotdiff.report.workbook.cell_xml import CellTexts

if TYPE_CHECKING:
    from xlsxwriter import Workbook


class _Remembering:
    """Puts texts where the others of the workbook go, and remembers them for a sheet."""

    def __init__(self, texts: CellTexts, told: set[str]) -> None:
        self._texts, self._told = texts, told

    def plain(self, text: str) -> str:
        """Return the end of a text's cell."""
        self._told.add(safe(text))
        return self._texts.plain(text)

    def marked(self, pieces: Iterable[MarkedPiece]) -> str:
        """Return the end of the cell of a text in pieces."""
        pieces = tuple(pieces)
        self._told.add("".join(safe(piece.text) for piece in pieces))
        return self._texts.marked(pieces)


class OwnSheet(BulkSheet):
    """A sheet that remembers its texts, and in `numbers` how many numbers stand in a row that
    begins with each."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = set[str]()
        self._labels: dict[int, str] = {}
        self._counts: dict[int, int] = {}

    @property
    def numbers(self) -> dict[str, int]:
        """The most numbers of a row that begins with each text."""
        told: dict[str, int] = {}
        for row, count in self._counts.items():
            label = self._labels.get(row, "")
            told[label] = max(count, told.get(label, 0))
        return told

    def remembering(self, texts: CellTexts) -> CellTexts:
        """Return where the texts of its rows go."""
        return _Remembering(texts, self.texts)

    def told(self, row: int, label: str, numbers: int) -> None:
        """Remember how many numbers stand in a row that is given as XML, and how it begins."""
        self._labels[row] = label
        if numbers:
            self._counts[row] = numbers

    def _write_string(self, row: int, col: int, string: str, *style: object) -> object:
        self.texts.add(string)
        if not col:
            self._labels[row] = string
        return super()._write_string(row, col, string, *style)

    def _write_rich_string(self, row: int, col: int, *parts: object) -> object:
        self.texts.add("".join(part for part in parts if isinstance(part, str)))
        return super()._write_rich_string(row, col, *parts)

    def write_comment(self, row: int, col: int, comment: str, *options: object) -> object:
        """Write a comment, and remember it."""
        self.texts.add(comment)
        return super().write_comment(row, col, comment, *options)

    def _write_number(self, row: int, col: int, *number: object) -> object:
        self._counts[row] = self._counts.get(row, 0) + 1
        return super()._write_number(row, col, *number)

    def _write_formula(self, row: int, col: int, *formula: object) -> object:
        self._counts[row] = self._counts.get(row, 0) + 1
        return super()._write_formula(row, col, *formula)


def keep_own_texts(book: "Workbook", more: Iterable[str]) -> None:
    """Write the hidden sheet on what the others hold, and `more` that formulas may come to say."""
    sheets = [*book.worksheets()]
    own = [sheet for sheet in sheets if isinstance(sheet, OwnSheet)]
    texts = {*more}.union(*(sheet.texts for sheet in own))
    numbers: dict[str, int] = {}
    for sheet in own:
        for label, count in sheet.numbers.items():
            numbers[label] = max(count, numbers.get(label, 0))
    kept = book.add_worksheet(SHEET)
    kept.write_string(0, 0, HEAD)
    if len(own) == len(sheets):
        kept.write_string(0, 1, WITH_ROWS)
    for at, cell in enumerate(packed_texts(texts, numbers), start=1):
        kept.write_string(at, 0, cell)
    kept.hide()
