"""A sheet whose rows are given as XML: of a long workbook, cell by cell takes most of the time."""

from datetime import date
from io import StringIO
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from xlsxwriter.worksheet import Worksheet
from xlsxwriter.xmlwriter import XMLwriter

from pilotdiff.report.workbook.cell_xml import CellTexts

if TYPE_CHECKING:
    from xlsxwriter.format import Format

_BUFFER = 1 << 20


class BulkSheet(Worksheet):  # type: ignore[misc]
    """A sheet with cells of its own above, and below them rows that are given as XML.

    The rows wait in a file without a name, in the folder of the workbook.
    """

    dim_rowmax: int

    def __init__(self) -> None:
        super().__init__()
        self._below: IO[str] | None = None

    def add_row(self, xml: str) -> None:
        """Take the next row, a whole `<row>` element. Raises OSError where there is no room."""
        if self._below is None:
            self._below = _opened(self.tmpdir)
        self._below.write(xml)

    def remembering(self, texts: CellTexts) -> CellTexts:
        """Return where the texts of its rows go."""
        return texts

    def told(self, row: int, label: str, numbers: int) -> None:
        """Take no note of how many numbers stand in a row: see OwnSheet."""

    def bounded(self, last: int, columns: int) -> None:
        """Take note that the rows go down to `last`, over so many columns."""
        self._check_dimensions(last, columns - 1)

    def days(self, day: date) -> float:
        """Return a date as spreadsheets count it."""
        return float(self._convert_date_time(day))

    def _write_rows(self) -> None:
        """Write all rows: XlsxWriter calls this as it assembles the file."""
        if self._below is None:
            super()._write_rows()
            return
        # Notes belong to cells that XlsxWriter does not know: it writes the first row alone.
        last = self.dim_rowmax
        self.dim_rowmax = 0
        super()._write_rows()
        self.dim_rowmax = last
        self._below.seek(0)
        while part := self._below.read(_BUFFER):
            self.fh.write(part)

    def discard(self) -> None:
        """Give up the file of the rows."""
        if self._below is not None:
            self._below.close()


def _opened(folder: str) -> IO[str]:
    """Open a file without a name, which its sheet closes."""
    return TemporaryFile("w+", _BUFFER, encoding="utf-8", newline="", dir=folder)


def font(style: "Format") -> str:
    """Return the font of a piece of text as XML, an `<rPr>` element."""
    sheet, written = Worksheet(), StringIO()
    sheet.rstring = XMLwriter()
    sheet.rstring._set_filehandle(written)
    sheet._write_font(style)
    return written.getvalue()
