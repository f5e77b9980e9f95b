"""Characters of a PDF page that nobody sees who opens it.

They are drawn over, white on white, in a layer that is not shown, off the page, or laid unseen by
a program that recognised the page's picture. Two drawings tell: the page as it stands, and the
page without its text. Where both are alike no text is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

from pilotdiff.reading.pdf_drawing import Drawing, difference, drawing
from pilotdiff.reading.pdf_runs import TextRun, runs_of
from pilotdiff.reading.pdf_windows import Box

_INK = 0.04
"""The share of a character's room that ink takes up at least; less is of its neighbours."""
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
    drawn = drawing(page)
    _take_out_text(page)
    text = difference(drawn, drawing(page))
    dark = [glyph for glyph in glyphs if not _is_seen(glyph, text)]
    gone = set(_words(dark))
    return (
        [glyph for glyph in glyphs if glyph not in gone],
        [glyph for glyph in glyphs if glyph in gone],
    )


def is_hidden(glyphs: Sequence[TextRun], unseen: Sequence[TextRun]) -> bool:
    """Tell whether nearly all text of a page is unseen, as what was recognised in its picture is.

    >>> word = [TextRun("白", 10, 0, 20, 10), TextRun("石", 20, 0, 30, 10)]
    >>> is_hidden(word, word), is_hidden(word, word[:1]), is_hidden([], [])
    (True, False, False)
    """
    return len(unseen) > 0 and len(unseen) >= _HIDDEN * len(glyphs)


def _take_out_text(page: pypdfium2.PdfPage) -> None:
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
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
