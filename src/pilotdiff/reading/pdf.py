"""PDF files: the text layer by lines from top to bottom, wide gaps in aligned lines as cells."""

from collections import Counter
from collections.abc import Iterator

import pypdfium2

from pilotdiff.model import Line, Said, msg
from pilotdiff.reading.contents import Contents, Source
from pilotdiff.reading.limits import MAX_PAGES
from pilotdiff.reading.pdf_breaks import rejoined
from pilotdiff.reading.pdf_grids import grids
from pilotdiff.reading.pdf_layout import PageLine, page_lines
from pilotdiff.reading.pdf_rules import page_rules
from pilotdiff.reading.pdf_runs import page_runs

_WRONG_PASSWORD = 4
_MOST_LOST = 0.5
_MUTE_FONTS = msg(
    "has fonts that do not tell which characters they show; "
    "run text recognition (OCR) on it or give the text itself"
)
_SCANNED = msg(
    "is a scanned PDF without a text layer; "
    "run text recognition (OCR) on it or give the text itself"
)


def contents(source: Source) -> Contents:
    """One Line a line or table row, numbered over all pages; page and line in `place`."""
    document = _opened(source)
    try:
        if len(document) > MAX_PAGES:
            source.refuse(
                "has more than {most} pages; give the pages that hold the list",
                most=f"{MAX_PAGES:,}",
            )
        pages = list(_pages(source, document))
    finally:
        document.close()
    if not any(pages):
        source.refuse(_SCANNED)
    lines = tuple(_lines(rejoined(pages)))
    if _lost_share(lines) > _MOST_LOST:
        source.refuse(_MUTE_FONTS)
    return Contents(lines, _silent_pages(pages))


def _silent_pages(pages: list[list[PageLine]]) -> tuple[Said, ...]:
    numbers = [str(number) for number, found in enumerate(pages, 1) if not found]
    if not numbers:
        return ()
    return (msg("pages without text, scanned or blank: {pages}", pages=tuple(numbers)),)


def _lost_share(lines: tuple[Line, ...]) -> float:
    """The share of characters that the fonts do not tell."""
    text = "".join(line.text + "".join(line.cells) for line in lines)
    lost = sum(times for character, times in Counter(text).items() if _is_lost(character))
    return lost / max(len(text), 1)


def _is_lost(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff"


def _opened(source: Source) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) == _WRONG_PASSWORD:
            source.refuse("is protected by a password; save a copy without one")
        source.refuse("is broken or cut off; open it in a PDF reader and save it again")


def _lines(pages: list[list[PageLine]]) -> Iterator[Line]:
    number = 0
    for page, found in enumerate(pages, 1):
        for position, line in enumerate(found, 1):
            number += 1
            yield Line(
                number,
                line.text,
                line.cells,
                msg("page {page}, line {line}", page=page, line=position),
            )


def _pages(source: Source, document: pypdfium2.PdfDocument) -> Iterator[list[PageLine]]:
    for index in range(len(document)):
        source.tick(index, len(document))
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            source.refuse(
                "is broken at page {page}; open it in a PDF reader and save it again",
                page=index + 1,
            )
        try:
            horizontal, vertical = page_rules(page)
            yield page_lines(page_runs(page, vertical), grids(horizontal, vertical))
        finally:
            page.close()
    source.tick(len(document), len(document))
