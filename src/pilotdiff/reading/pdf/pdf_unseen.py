"""Characters of a PDF page that nobody sees who opens it.

They are drawn over, white on white, in a layer that is not shown, off the page, or laid unseen by
a program that recognised the page's picture. Two drawings tell: the page as it stands, and the
page without its text. Where both are alike no text is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_uint

import pypdfium2
from pypdfium2 import raw

from pilotdiff.reading.pdf.pdf_drawing import Drawing, difference, drawing
from pilotdiff.reading.pdf.pdf_runs import TextRun, runs_of
from pilotdiff.reading.pdf.pdf_windows import Box

_INK = 0.04
"""The share of a character's room that ink takes up at least; less is of its neighbours."""
_MOST_LOOKED_AT = 200
_PALE = 180
"""Of 255, of one colour: darker print is seen on white paper."""
_HIDDEN = 0.9
"""The share of a page's characters that are not seen; a stamp or a page number may be."""


def without_unseen(
    page: pypdfium2.PdfPage, glyphs: Sequence[TextRun]
) -> tuple[list[TextRun], list[TextRun]]:
    """Return the characters of a page that a reader sees, and those that he does not.

    The page draws no text from then on.
    """
    if not glyphs:
        return [], []
    if _is_laid_unseen(page):
        return [], list(glyphs)
    _lay_grounds_aside(page)
    drawn = drawing(page)
    _take_out_text(page)
    text = difference(drawn, drawing(page))
    dark = [glyph for glyph in glyphs if not _is_seen(glyph, text)]
    gone = set(_words(dark))
    return (
        [glyph for glyph in glyphs if glyph not in gone],
        [glyph for glyph in glyphs if glyph in gone],
    )


def is_page_unseen(glyphs: Sequence[TextRun], unseen: Sequence[TextRun]) -> bool:
    """Tell whether nearly all text of a page is unseen, as what was recognised in its picture is.

    >>> word = [TextRun("白", 10, 0, 20, 10), TextRun("石", 20, 0, 30, 10)]
    >>> is_page_unseen(word, word), is_page_unseen(word, word[:1]), is_page_unseen([], [])
    (True, False, False)
    """
    return len(unseen) > 0 and len(unseen) >= _HIDDEN * len(glyphs)


def _is_laid_unseen(page: pypdfium2.PdfPage) -> bool:
    """Tell whether nearly all text is laid so that it is never drawn: what was recognised is."""
    unseen = seen = 0
    for item in _texts(page):
        mode = raw.FPDFTextObj_GetTextRenderMode(item)
        unseen += mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        seen += 1
        if seen == _MOST_LOOKED_AT:
            break
    return unseen > 0 and unseen >= _HIDDEN * seen


def _lay_grounds_aside(page: pypdfium2.PdfPage) -> None:
    """Leave out of the drawings the pictures under all text: to unpack one takes longer than
    all else. Pale print is seen by the picture under it."""
    if any(map(_is_pale, _texts(page))):
        return
    kinds = (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE)
    for item in page.get_objects(filter=kinds, max_depth=1):
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            return
        raw.FPDFPageObj_SetIsActive(item, False)


def _is_pale(item: pypdfium2.PdfObject) -> bool:
    colours = [c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(item, *colours)
    return max(colour.value for colour in colours[:3]) > _PALE


def _texts(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfObject]:
    yield from page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,))


def _take_out_text(page: pypdfium2.PdfPage) -> None:
    for item in _texts(page):
        raw.FPDFTextObj_SetTextRenderMode(item, raw.FPDF_TEXTRENDERMODE_INVISIBLE)


def _is_seen(glyph: TextRun, text: Drawing) -> bool:
    """Tell whether there is ink where a character stands, or it takes up no room."""
    box = Box(glyph.left, glyph.top, glyph.right, glyph.bottom)
    return box.area * text.scale**2 < 1 or text.ink(box) > _INK


def _words(glyphs: Sequence[TextRun]) -> Iterator[TextRun]:
    """Yield the characters in runs that say something: a point's ink may fall beside its place."""
    for run in _runs(glyphs):
        if any(glyph.text.strip().isalnum() for glyph in run):
            yield from run


def _runs(glyphs: Sequence[TextRun]) -> Iterator[list[TextRun]]:
    """Yield characters that stand next to each other, together."""
    held: list[TextRun] = []
    for glyph in glyphs:
        if held and len(runs_of([held[-1], glyph], ())) > 1:
            yield held
            held = []
        held.append(glyph)
    if held:
        yield held
