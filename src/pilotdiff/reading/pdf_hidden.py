"""Text that another program recognised and laid, invisible, over the picture of a page.

A reader of the PDF file sees the picture; what is copied or searched is a guess at it, as good as
that program was, and nothing in it says where it was unsure.
"""

import pypdfium2
from pypdfium2 import raw

_MOST_LOOKED_AT = 200
_HIDDEN = 0.9
"""The share of a page's texts that are not drawn; a stamp or a page number may be."""


def is_hidden(page: pypdfium2.PdfPage) -> bool:
    """Tell whether nearly all text of a page is laid out and not drawn."""
    hidden = seen = 0
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=3):
        mode = raw.FPDFTextObj_GetTextRenderMode(item)
        hidden += mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        seen += 1
        if seen == _MOST_LOOKED_AT:
            break
    return hidden > 0 and hidden >= _HIDDEN * seen
