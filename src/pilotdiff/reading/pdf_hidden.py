"""Text that another program recognised and laid, unseen, over or under the picture of a page.

A reader of the PDF file sees the picture; what is copied or searched is a guess at it, as good as
that program was, and nothing in it says where it was unsure.
"""

import pypdfium2
from pypdfium2 import raw

_MOST_LOOKED_AT = 200
_HIDDEN = 0.9
"""The share of a page's texts that are not drawn; a stamp or a page number may be."""
_MOST_OBJECTS = 20_000
_COVERS = 0.8
"""The share of the page that its picture takes up."""
_OPAQUE = 255
_LOOKED_AT = 500


def is_hidden(page: pypdfium2.PdfPage) -> bool:
    """Tell whether nearly all text of a page is laid out and not drawn, or lies under a picture."""
    hidden = seen = 0
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=3):
        mode = raw.FPDFTextObj_GetTextRenderMode(item)
        hidden += mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        seen += 1
        if seen == _MOST_LOOKED_AT:
            break
    return (hidden > 0 and hidden >= _HIDDEN * seen) or _lies_under_picture(page)


def _lies_under_picture(page: pypdfium2.PdfPage) -> bool:
    """Tell whether a picture of the whole page is drawn over nearly all of its text."""
    texts, under = 0, 0
    picture: pypdfium2.PdfObject | None = None
    kinds = (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE)
    for count, item in enumerate(page.get_objects(filter=kinds, max_depth=3)):
        if count == _MOST_OBJECTS:
            return False
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            texts += 1
        elif texts and _covers(item, page):
            picture, under = item, texts
    return picture is not None and under >= _HIDDEN * texts and _is_opaque(picture)


def _covers(item: pypdfium2.PdfObject, page: pypdfium2.PdfPage) -> bool:
    left, bottom, right, top = item.get_bounds()
    x1, y1, x2, y2 = page.get_bbox()
    width, height = min(right, x2) - max(left, x1), min(top, y2) - max(bottom, y1)
    return bool(width > 0 < height and width * height >= _COVERS * (x2 - x1) * (y2 - y1))


def _is_opaque(picture: pypdfium2.PdfObject) -> bool:
    """Tell whether nothing shines through a picture, as it does through a seal or a watermark."""
    if raw.FPDFPageObj_HasTransparency(picture) or not isinstance(picture, pypdfium2.PdfImage):
        return False
    try:
        drawn = picture.get_bitmap(render=True)
    except pypdfium2.PdfiumError:
        return False
    if drawn.format != raw.FPDFBitmap_BGRA:
        return True
    alphas = bytes(drawn.buffer)[3::4]
    return min(alphas[:: max(1, len(alphas) // _LOOKED_AT)], default=0) == _OPAQUE
