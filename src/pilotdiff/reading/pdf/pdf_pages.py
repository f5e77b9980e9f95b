"""The coordinates of a PDF page as a reader sees it."""

from collections.abc import Callable

import pypdfium2

Point = tuple[float, float]
Turn = Callable[[float, float], Point]


def turned(page: pypdfium2.PdfPage) -> Turn:
    """Return the way from the file's coordinates to those of the page as shown, y downwards."""
    turns = page.get_rotation() // 90 % 4
    # The size is that of the page as shown.
    width, height = page.get_size()
    left, bottom, _, _ = page.get_bbox()
    turn: tuple[Turn, Turn, Turn, Turn] = (
        lambda x, y: (x - left, height - (y - bottom)),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (width - (x - left), y - bottom),
        lambda x, y: (width - (y - bottom), height - (x - left)),
    )
    return turn[turns]
