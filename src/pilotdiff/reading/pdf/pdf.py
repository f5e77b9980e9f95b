"""PDF files: the text layer by lines from top to bottom, wide gaps in aligned lines as cells.

Pages that hold a picture and no text are recognised where the extra `ocr` is installed, and so are
those over which another program laid text that is not drawn; without the extra that text is read,
and doubted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeVar

import pypdfium2

from pilotdiff.bounded import OutOfBoundsError, within
from pilotdiff.model import Line, Said, Scan, msg
from pilotdiff.reading.contents import Contents, RawSource, commented, struck_out, unseen_text
from pilotdiff.reading.limits import (
    MAX_PAGES,
    MAX_STREAM_BYTES,
    MEBIBYTE,
    PAGES_A_SECOND,
    PAGES_SECONDS,
    PDF_BYTES,
)
from pilotdiff.reading.paged import with_pages
from pilotdiff.reading.pdf.pdf_annotations import page_annotations
from pilotdiff.reading.pdf.pdf_breaks import rejoined
from pilotdiff.reading.pdf.pdf_fonts import lacks_fonts
from pilotdiff.reading.pdf.pdf_grids import grids
from pilotdiff.reading.pdf.pdf_layout import page_lines
from pilotdiff.reading.pdf.pdf_overdrawn import take_out_overdrawn
from pilotdiff.reading.pdf.pdf_paragraphs import paragraphs
from pilotdiff.reading.pdf.pdf_rules import Rule, page_rules
from pilotdiff.reading.pdf.pdf_runs import TextRun, page_glyphs, runs_of
from pilotdiff.reading.pdf.pdf_streams import unpacks_too_far
from pilotdiff.reading.pdf.pdf_struck import without_struck
from pilotdiff.reading.pdf.pdf_text_lines import PageLine
from pilotdiff.reading.pdf.pdf_unseen import is_page_unseen, without_unseen
from pilotdiff.reading.pdf.pdf_windows import Box, cut_texts
from pilotdiff.reading.pictures.needed import HOW_TO_GET_IT, can_recognise
from pilotdiff.reading.recognised_text import foreign_doubts

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.pages import PicturePage

_Answer = TypeVar("_Answer")

_WRONG_PASSWORD = 4
_MOST_LOST = 0.5
_MUTE_FONTS = msg(
    "has fonts that do not tell which characters they show; "
    "run text recognition (OCR) on it or give the text itself"
)


def contents(source: RawSource) -> Contents:
    """Return one Line a line or table row, numbered over all pages; page and line in `place`."""
    if unpacks_too_far(source.data):
        source.refuse(
            "has a page that unpacks to more than {most} MiB; give the list as text or Word",
            most=MAX_STREAM_BYTES // MEBIBYTE,
        )
    document = _opened(source)
    try:
        if len(document) > MAX_PAGES:
            source.refuse(
                "has more than {most} pages; give the pages that hold the list",
                most=f"{MAX_PAGES:,}",
            )
        read = _read(source, document)
        pages = [page.lines for page in read]
        hidden = [number for number, page in enumerate(read, 1) if page.hidden]
        silent = [page for page, found in enumerate(pages, 1) if not found or page in hidden]
        if silent and can_recognise():
            lines, notes, scan = _with_pictures(source, document, pages, silent)
        else:
            lines, notes, scan = _as_text(pages), (), None
        recognised = {box.page for box in scan.boxes} if scan else set()
        if foreign := [page for page in hidden if page not in recognised]:
            notes = (*notes, _foreign(foreign))
            scan = _doubted(scan or Scan(), pages, foreign)
    finally:
        document.close()
    if not lines:
        _refuse_silent(source)
    if _lost_share(lines) > _MOST_LOST:
        source.refuse(_MUTE_FONTS)
    notes = (
        *notes,
        *_silent_pages(pages),
        *struck_out(text for page in read for text in page.struck),
        *unseen_text(text for page in read for text in page.covered),
        *commented(text for page in read for text in page.comments),
    )
    unsure = tuple(line.number for _, laid, line in with_pages(rejoined(pages)) if laid.unsure)
    unseen = tuple(_unseen(read, lines[-1].number))
    return Contents(lines, notes, scan=scan, unseen=unseen, unsure_rows=unsure)


def _unseen(read: list[_ReadPage], last: int) -> Iterator[Line]:
    """Yield what was left out, page after page, as lines behind the last."""
    texts = (
        (number, text)
        for number, page in enumerate(read, 1)
        for text in (*page.struck, *page.covered, *page.comments)
    )
    for at, (page, text) in enumerate(texts, 1):
        yield Line(
            last + at, text, place=msg("not shown, part {part}, row {row}", part=page, row=at)
        )


def _refuse_silent(source: RawSource) -> NoReturn:
    if can_recognise():
        source.refuse("holds pictures in which no text was found; give sharper ones")
    source.refuse("is a scanned PDF without a text layer, and {how}", how=HOW_TO_GET_IT)


def _as_text(pages: list[list[PageLine]]) -> tuple[Line, ...]:
    return tuple(line for _, _, line in with_pages(rejoined(pages)))


def _foreign(pages: list[int]) -> Said:
    return msg(
        "pages whose text another program recognised, not drawn over their picture: {pages}; "
        "a difference in them is for a person to judge",
        pages=tuple(map(str, pages)),
    )


def _doubted(scan: Scan, pages: list[list[PageLine]], foreign: list[int]) -> Scan:
    """Return what a document leaves open of which another program recognised these pages."""
    found = [(page, line) for page, _, line in with_pages(rejoined(pages)) if page in foreign]
    told = {doubt for _, line in found for doubt in foreign_doubts(line)}
    return scan._replace(doubts=tuple(sorted({*scan.doubts, *told})))


def _with_pictures(
    source: RawSource,
    document: pypdfium2.PdfDocument,
    pages: list[list[PageLine]],
    silent: list[int],
) -> tuple[tuple[Line, ...], tuple[Said, ...], Scan | None]:
    """Return the lines of a document whose silent pages are recognised; fills in `pages`. One in
    whose picture nothing is recognised keeps the text that lies under it."""
    from pilotdiff.reading.pictures.abreast import picture_pages
    from pilotdiff.reading.pictures.doubtful import Doubts
    from pilotdiff.reading.pictures.images import drawn, is_picture
    from pilotdiff.reading.pictures.put_together import notes, scanned

    met = Doubts()
    pictures: dict[int, PicturePage] = {}
    scans = [number for number in silent if _asked(document, number, is_picture)]
    images = (_asked(document, number, drawn) for number in scans)
    source.tick(0, max(len(scans), 1))
    for done, (number, picture) in enumerate(
        zip(scans, picture_pages(images, met), strict=True), 1
    ):
        if picture.lines or not pages[number - 1]:
            pictures[number] = picture
            pages[number - 1] = picture.lines
        source.tick(done, len(scans))
    if not pictures:
        return _as_text(pages), (), None
    lines, scan = scanned(rejoined(pages), pictures, met)
    return lines, tuple(notes(pictures)), scan


def _asked(
    document: pypdfium2.PdfDocument, number: int, asked: Callable[[pypdfium2.PdfPage], _Answer]
) -> _Answer:
    """Return what is asked of the page of that number, from 1, which is closed then."""
    page = document[number - 1]
    try:
        return asked(page)
    finally:
        page.close()


def _silent_pages(pages: list[list[PageLine]]) -> tuple[Said, ...]:
    numbers = [str(number) for number, found in enumerate(pages, 1) if not found]
    if not numbers:
        return ()
    return (msg("pages without text, scanned or blank: {pages}", pages=tuple(numbers)),)


def _lost_share(lines: tuple[Line, ...]) -> float:
    """Return the share of characters that the fonts do not tell."""
    text = "".join(line.text + "".join(line.cells) for line in lines)
    lost = sum(times for character, times in Counter(text).items() if _is_lost(character))
    return lost / max(len(text), 1)


def _is_lost(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff"


def _opened(source: RawSource) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) == _WRONG_PASSWORD:
            source.refuse("is protected by a password; save a copy without one")
        source.refuse("is broken or cut off; open it in a PDF reader and save it again")


class _ReadPage(NamedTuple):
    """What was read from one page.

    hidden    whether its text is not drawn, or lies under its picture
    struck    what is struck out on it
    covered   what nobody sees on it, where the rest is seen
    comments  what comments say, and what is filled in over its text
    """

    lines: list[PageLine]
    hidden: bool
    struck: tuple[str, ...]
    covered: tuple[str, ...]
    comments: tuple[str, ...]


def _read(source: RawSource, document: pypdfium2.PdfDocument) -> list[_ReadPage]:
    """Return what was read from each page.

    A kilobyte can draw for hours, or gigabytes: a process reads them that may not.
    """
    seconds = PAGES_SECONDS + len(document) // PAGES_A_SECOND
    try:
        found = within(lambda: list(_pages(source, document)), PDF_BYTES, seconds)
    except OutOfBoundsError:
        source.refuse(
            "breaks the reader or takes more than {most} MiB or {seconds} seconds; "
            "give the list as text or Word",
            most=PDF_BYTES // MEBIBYTE,
            seconds=seconds,
        )
    source.tick(len(document), len(document))
    return found


def _pages(source: RawSource, document: pypdfium2.PdfDocument) -> Iterator[_ReadPage]:
    """Yield what is read from each page in turn."""
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
            if lacks_fonts(page):
                source.refuse(
                    "sets text of page {page} in a font that it does not hold and this machine "
                    "lacks, so that characters are lost; install a Chinese font (Debian: "
                    "fonts-noto-cjk), or give the list as text or Word",
                    page=index + 1,
                )
            yield _read_page(page, horizontal, vertical)
        finally:
            page.close()


def _read_page(page: pypdfium2.PdfPage, horizontal: list[Rule], vertical: list[Rule]) -> _ReadPage:
    laid, cut = page_annotations(page), cut_texts(page)
    glyphs, overdrawn = _without_overdrawn(page)
    seen, covered = without_unseen(page, glyphs)
    if hidden := is_page_unseen(glyphs, covered):
        seen, covered = glyphs, []
    held, out = without_struck(seen, sorted([*horizontal, *laid.strikes]))
    rooms = [*cut.low, *(box for box in cut.left if not _ends_name(box, held))]
    edges = [Rule(x, w.top, w.bottom) for w in cut.edges for x in (w.left, w.right)]
    runs = runs_of(held, sorted([*vertical, *edges]))
    lines = paragraphs(page_lines(runs, grids(horizontal, vertical)), page.get_width())
    return _ReadPage(
        [line._replace(unsure=True) if _holds_one(line, rooms) else line for line in lines],
        hidden,
        _texts(out, vertical),
        _texts([*overdrawn, *covered], vertical),
        laid.texts,
    )


def _ends_name(room: Box, glyphs: list[TextRun]) -> bool:
    """Tell whether what is left of a text ends as names of villages do: of 白石社区 hardly more is
    cut off than its margin, while behind 清岗县 a town may stand."""
    line = [g for g in glyphs if room.top < g.middle[1] < room.bottom]
    shown = sorted((g.left, g.text.strip()) for g in line if g.right < room.right + _AT_EDGE)
    return "".join(text for _, text in shown).endswith(_VILLAGES)


_AT_EDGE = 1.0
_VILLAGES = ("村", "社区", "社區", "居委会", "居委會", "村委会", "村委會")


def _holds_one(line: PageLine, cells: list[Box]) -> bool:
    """Tell whether one of these cells stands in a line."""
    _, top, _, bottom = line.box
    return any(top < (cell.top + cell.bottom) / 2 < bottom for cell in cells)


def _without_overdrawn(page: pypdfium2.PdfPage) -> tuple[list[TextRun], list[TextRun]]:
    """Return the characters of a page, and those that were covered and are taken out of it."""
    glyphs = page_glyphs(page)
    if not take_out_overdrawn(page):
        return glyphs, []
    kept = page_glyphs(page)
    left = set(kept)
    return kept, [glyph for glyph in glyphs if glyph not in left]


def _texts(glyphs: list[TextRun], vertical: list[Rule]) -> tuple[str, ...]:
    return tuple(run.text for run in runs_of(glyphs, vertical))
