"""A PDF page drawn in grey, and where two drawings of it differ."""

from math import ceil, sqrt
from typing import NamedTuple

import pypdfium2

from pilotdiff.reading.pdf.pdf_windows import Box

_MOST_PIXELS = 4_000_000
_PALEST = 8
"""Of 255: what differs less from its ground nobody reads."""
_DIFFERS = bytes(difference >= _PALEST for difference in range(256))


class Drawing(NamedTuple):
    """One byte a pixel, `stride` bytes a row; `scale` pixels a point of the page."""

    pixels: bytes
    width: int
    height: int
    stride: int
    scale: float

    def ink(self, box: Box) -> float:
        """Return the share of a part of the page, which may lie outside of it, whose pixels are 1.

        >>> Drawing(bytes([0, 0, 1, 0] * 2), 4, 2, 4, 1.0).ink(Box(2, 0, 4, 2))
        0.5
        """
        left, top, right, bottom = (edge * self.scale for edge in box)
        first, last = max(0, int(left)), min(self.width, ceil(right))
        rows = range(max(0, int(top)), min(self.height, ceil(bottom)))
        starts = (row * self.stride for row in rows)
        found = sum(self.pixels.count(1, start + first, start + last) for start in starts)
        return found / max((right - left) * (bottom - top), 1.0)


def drawing(page: pypdfium2.PdfPage) -> Drawing:
    """Return a page as it is shown, a pixel a point where it is not very large."""
    width, height = page.get_size()
    scale = min(1.0, sqrt(_MOST_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        pixels = bytes(bitmap.buffer)
        return Drawing(pixels, bitmap.width, bitmap.height, bitmap.stride, scale)
    finally:
        bitmap.close()


def difference(drawn: Drawing, other: Drawing) -> Drawing:
    """Return a drawing whose pixels are 1 where two others of one size differ, else 0.

    >>> first = Drawing(bytes([255, 0, 254]), 3, 1, 3, 1.0)
    >>> list(difference(first, first._replace(pixels=bytes([255] * 3))).pixels)
    [0, 1, 0]
    """
    differing = int.from_bytes(drawn.pixels) ^ int.from_bytes(other.pixels)
    return drawn._replace(pixels=differing.to_bytes(len(drawn.pixels)).translate(_DIFFERS))
