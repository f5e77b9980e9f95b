"""Recognised pages as the lines of one document, with their places and their doubts."""

from collections.abc import Iterable, Mapping, Sequence

from pilotdiff.model import Doubt, Line, PageBox, Said, Scan, msg
from pilotdiff.reading.paged import with_pages
from pilotdiff.reading.pdf.pdf_text_lines import PageLine
from pilotdiff.reading.pictures.doubtful import Doubts
from pilotdiff.reading.pictures.pages import PicturePage

_MOST_STRIPS = 6_000
"""Lines of which the picture is kept, at about 10 KB each."""


def scanned(
    pages: Sequence[Sequence[PageLine]], pictures: Mapping[int, PicturePage], doubts: Doubts
) -> tuple[tuple[Line, ...], Scan]:
    """Return the lines of a document, and what its recognised pages leave open.

    `pictures` holds the pages (from 1) that were recognised; the others held text.
    """
    lines: list[Line] = []
    boxes: list[PageBox] = []
    met: list[Doubt] = []
    for page, laid_out, line in with_pages(pages):
        lines.append(_plain(line, doubts))
        if (picture := pictures.get(page)) is not None:
            kept = len(boxes) < _MOST_STRIPS
            boxes.append(_placed(line.number, page, laid_out, picture, kept))
        for text in dict.fromkeys((line.text, *line.cells)):
            met += doubts.told(line.number, text)
    silent = [page for page, seen in pictures.items() if not seen.is_whole]
    return tuple(lines), Scan(tuple(boxes), tuple(met), tuple(silent))


def _placed(line: int, page: int, laid: PageLine, picture: PicturePage, kept: bool) -> PageBox:
    """Return where a line stands on its page, with its picture where it is kept."""
    sides = (picture.width, picture.height) * 2
    left, top, right, bottom = (
        round(edge / side, 4) for edge, side in zip(laid.box, sides, strict=True)
    )
    strip = picture.strips.get(laid.box) if kept else None
    return PageBox(line, page, left, top, right, bottom, strip)


def notes(pictures: Mapping[int, PicturePage]) -> Iterable[Said]:
    """Yield what a person must know of recognised pages before trusting them."""
    pages = tuple(str(page) for page in pictures)
    yield msg("pages read by text recognition: {pages}", pages=pages)
    for page, picture in pictures.items():
        if picture.silent:
            yield msg(
                "page {page}: no text was recognised in {count} places with ink",
                page=page,
                count=picture.silent,
            )
        if picture.has_back:
            yield msg(
                "page {page}: pale print was left out as the back of thin paper, or a watermark; "
                "look whether any of it is of the list",
                page=page,
            )
        if not picture.lines:
            yield msg("page {page}: no text was found on it", page=page)


def _plain(line: Line, doubts: Doubts) -> Line:
    cells = tuple(doubts.plain(cell) for cell in line.cells)
    return line._replace(text=doubts.plain(line.text), cells=cells)
