"""PDF files: the text layer by lines from top to bottom, wide gaps in aligned lines as cells."""

from collections.abc import Iterator

import pypdfium2

from pilotdiff.model import Line
from pilotdiff.reading.contents import Contents, Source
from pilotdiff.reading.limits import MAX_PAGES
from pilotdiff.reading.pdf_grids import grids
from pilotdiff.reading.pdf_layout import PageLine, page_lines
from pilotdiff.reading.pdf_rules import page_rules
from pilotdiff.reading.pdf_runs import page_runs

_WRONG_PASSWORD = 4
_SCANNED = (
    "is a scanned PDF without a text layer; "
    "run text recognition (OCR) on it or give the text itself"
)


def contents(source: Source) -> Contents:
    """One Line a line or table row, numbered over all pages; page and line in `place`."""
    document = _opened(source)
    try:
        pages = len(document)
        if pages > MAX_PAGES:
            source.refuse(f"more than {MAX_PAGES:,} pages; give the pages that hold the list")
        lines = tuple(_lines(source, document))
    finally:
        document.close()
    if not lines:
        source.refuse(_SCANNED)
    return Contents(lines)


def _opened(source: Source) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) == _WRONG_PASSWORD:
            source.refuse("is protected by a password; save a copy without one")
        source.refuse("is broken or cut off; open it in a PDF reader and save it again")


def _lines(source: Source, document: pypdfium2.PdfDocument) -> Iterator[Line]:
    number = 0
    for page, found in enumerate(_pages(source, document), 1):
        for position, line in enumerate(found, 1):
            number += 1
            place = f"page {page}, line {position}"
            yield Line(number, line.text, line.cells, place)
        source.tick(page, len(document))


def _pages(source: Source, document: pypdfium2.PdfDocument) -> Iterator[list[PageLine]]:
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            source.refuse(
                f"is broken at page {index + 1}; open it in a PDF reader and save it again"
            )
        try:
            horizontal, vertical = page_rules(page)
            yield page_lines(page_runs(page, vertical), grids(horizontal, vertical))
        finally:
            page.close()
