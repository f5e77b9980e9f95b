"""Chinese fonts that a PDF file names, does not hold, and the machine lacks.

pypdfium2 sets another font in their place that has no Chinese characters: those that are drawn one
by one have no width then, and are lost without a sign.
"""

from collections.abc import Callable, Iterator
from ctypes import c_float, c_int, create_string_buffer
from typing import Any

import pypdfium2
from pypdfium2 import raw

_HAN = range(0x3400, 0xA000)
_NOTHING = 0.01
# What is taken for a font of which nothing is known.
_SUBSTITUTES = (b"Chrome Serif MM", b"Chrome Sans MM")
_LONGEST_NAME = 200


def lacks_fonts(page: pypdfium2.PdfPage) -> bool:
    """Tell whether characters of a page are lost: a text without width is of a font that the
    machine lacks, and Chinese is set in it, or all Chinese is lost."""
    lacking = {_name(raw.FPDFFont_GetBaseFontName, font) for font in _substituted(page)}
    if not lacking:
        return False
    fonts = set(_chinese_fonts(page))
    return not fonts or bool(fonts & lacking)


def _substituted(page: pypdfium2.PdfPage) -> Iterator[Any]:
    """Yield the substituted fonts of texts that have no width; a lone space has none either."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=3):
        measured = raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        if measured and right.value - left.value > _NOTHING:
            continue
        font = raw.FPDFTextObj_GetFont(item)
        if font and _name(raw.FPDFFont_GetFamilyName, font) in _SUBSTITUTES:
            yield font


def _chinese_fonts(page: pypdfium2.PdfPage) -> Iterator[bytes]:
    """Yield the name of the font of each Chinese character."""
    text_page = page.get_textpage()
    name, flags = create_string_buffer(_LONGEST_NAME), c_int()
    try:
        for index in range(text_page.count_chars()):
            if raw.FPDFText_GetUnicode(text_page, index) in _HAN:
                raw.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_NAME, flags)
                yield name.value
    finally:
        text_page.close()


def _name(ask: Callable[..., int], font: Any) -> bytes:
    name = create_string_buffer(_LONGEST_NAME)
    ask(font, name, _LONGEST_NAME)
    return name.value
