"""Text of a PDF page that somebody covered with a filled shape, often to write over it.

The two lie in one place then, and would be read into each other.
"""

from collections.abc import Iterator
from ctypes import c_int

import pypdfium2
from pypdfium2 import raw

from pilotdiff.reading.pdf.pdf_drawing import difference, drawing
from pilotdiff.reading.pdf.pdf_pages import turned
from pilotdiff.reading.pdf.pdf_windows import Box, bounds

_COVERED = 0.9
"""The share of a text's room that the shape takes up."""
_LEAST = 3.0
"""Points of a shape's shorter side: a rule of a table is thinner."""
_MOST_SHAPES = 500


def take_out_overdrawn(page: pypdfium2.PdfPage) -> bool:
    """Take from a page the texts that lie under a shape; tell whether there were any."""
    found = list(_under_shapes(page))
    if not found:
        return False
    drawn = drawing(page)
    modes = [raw.FPDFTextObj_GetTextRenderMode(item) for item, _ in found]
    for item, _ in found:
        raw.FPDFTextObj_SetTextRenderMode(item, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    seen = difference(drawn, drawing(page))
    for (item, _), mode in zip(found, modes, strict=True):
        raw.FPDFTextObj_SetTextRenderMode(item, mode)
    # A shape may be drawn in part, or let through what lies under it.
    covered = [item for item, box in found if not seen.ink(box)]
    for item in covered:
        page.remove_obj(item)
    return bool(covered)


def _under_shapes(page: pypdfium2.PdfPage) -> Iterator[tuple[pypdfium2.PdfObject, Box]]:
    """Yield the texts over which a shape is drawn later, each with its box."""
    turn = turned(page)
    texts: list[tuple[pypdfium2.PdfObject, Box]] = []
    shapes = 0
    for item in page.get_objects(
        filter=(raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH), max_depth=1
    ):
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            texts.append((item, bounds(item, turn)))
        elif texts and _is_filled(item) and shapes < _MOST_SHAPES:
            shape, shapes = bounds(item, turn), shapes + 1
            if min(shape.right - shape.left, shape.bottom - shape.top) >= _LEAST:
                under = [text for text in texts if _covers(shape, text[1])]
                texts = [text for text in texts if text not in under]
                yield from under


def _covers(shape: Box, text: Box) -> bool:
    return text.area > 0 and shape.shared(text).area >= _COVERED * text.area


def _is_filled(path: pypdfium2.PdfObject) -> bool:
    mode, stroked = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, mode, stroked)
    return bool(mode.value != raw.FPDF_FILLMODE_NONE)
