"""What somebody laid over a PDF page: lines that strike text out, comments, filled-in fields."""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import create_string_buffer
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from pilotdiff.reading.pdf.pdf_pages import Point, turned
from pilotdiff.reading.pdf.pdf_rules import Rule
from pilotdiff.reading.pdf.pdf_windows import around

_MOST = 2_000
_SAID = b"Contents"
_FILLED_IN = b"V"


class Annotations(NamedTuple):
    """What lies over a page.

    strikes   the lines that strike text out
    texts     what comments say, and what is typed over the page or filled into its fields
    """

    strikes: tuple[Rule, ...] = ()
    texts: tuple[str, ...] = ()


def page_annotations(page: pypdfium2.PdfPage) -> Annotations:
    """Return what lies over a page, and take away the signs that only lead to comments: they may
    stand on its text."""
    strikes: list[Rule] = []
    texts: list[str] = []
    for index in reversed(range(min(raw.FPDFPage_GetAnnotCount(page), _MOST))):
        with _opened(page, index) as annotation:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            if kind == raw.FPDF_ANNOT_STRIKEOUT:
                strikes += _strikes(page, annotation)
            said = _FILLED_IN if kind == raw.FPDF_ANNOT_WIDGET else _SAID
            # A pop-up says again what its comment says, a link says where it leads.
            if kind not in (raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_LINK):
                texts.append(" ".join(_text(annotation, said).split()))
        if kind in (raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_TEXT):
            raw.FPDFPage_RemoveAnnot(page, index)
    return Annotations(tuple(strikes), tuple(filter(None, reversed(texts))))


@contextmanager
def _opened(page: pypdfium2.PdfPage, index: int) -> Iterator[Any]:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _strikes(page: pypdfium2.PdfPage, annotation: Any) -> Iterator[Rule]:
    """Yield a rule through the middle of each piece of text that an annotation strikes out."""
    turn, quad = turned(page), raw.FS_QUADPOINTSF()
    for index in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
        if raw.FPDFAnnot_GetAttachmentPoints(annotation, index, quad):
            corners: tuple[Point, ...] = (
                (quad.x1, quad.y1),
                (quad.x2, quad.y2),
                (quad.x3, quad.y3),
                (quad.x4, quad.y4),
            )
            box = around(turn, corners)
            yield Rule((box.top + box.bottom) / 2, box.left, box.right)


def _text(annotation: Any, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    held = create_string_buffer(length)
    characters = raw.cast(held, raw.POINTER(raw.FPDF_WCHAR))
    raw.FPDFAnnot_GetStringValue(annotation, key, characters, length)
    return held.raw.decode("utf-16-le", "replace").rstrip("\0")
