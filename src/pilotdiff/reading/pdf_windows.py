"""The part of a PDF page in which a text may be seen: what lies past it is cut off.

A name too long for its cell is printed so. The file holds all of it, over the cells beside it.
"""

from collections.abc import Iterable, Iterator
from ctypes import addressof, c_float
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from pilotdiff.reading.pdf_pages import Point, Turn, turned


class Box(NamedTuple):
    """A part of the page as shown."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    def shared(self, other: "Box") -> "Box":
        """Return what both cover; its area is 0 where they share nothing.

        >>> Box(0, 0, 9, 9).shared(Box(5, 5, 20, 20))
        Box(left=5, top=5, right=9, bottom=9)
        """
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


def around(turn: Turn, points: Iterable[Point]) -> Box:
    """Return the box around points of the file's coordinates."""
    xs, ys = zip(*(turn(*point) for point in points), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def bounds(item: pypdfium2.PdfObject, turn: Turn) -> Box:
    """Return the box of an object of a page."""
    left, bottom, right, top = item.get_bounds()
    return around(turn, ((left, bottom), (right, top)))


def windows(page: pypdfium2.PdfPage) -> dict[int, Box]:
    """Return what may be seen of each text that is cut at one of its edges, by its address."""
    turn, found = turned(page), {}
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1):
        if window := _window(item, turn):
            box = bounds(item, turn)
            is_cut = box.left < window.left or window.right < box.right
            if (is_cut and box.shared(window).area > 0) or is_too_high(box, window):
                found[address(item.raw)] = window
    return found


_CUT = 0.3
"""The share of a line's height that lies past the edge of its cell at least."""


def is_too_high(text: Box, window: Box) -> bool:
    """Tell whether the room in which a text may be seen cuts it at its top or bottom.

    >>> is_too_high(Box(0, 4, 40, 14), Box(0, 8, 50, 30)), is_too_high(
    ...     Box(0, 7, 40, 17), Box(0, 8, 50, 30)
    ... )
    (True, False)
    """
    past = max(window.top - text.top, text.bottom - window.bottom)
    return window.area > 0 and past > _CUT * (text.bottom - text.top)


def cut_cells(page: pypdfium2.PdfPage) -> list[Box]:
    """Return the rooms of a page that are too low for the lines of text in them: cells of a table
    whose rows have a fixed height."""
    turn, found = turned(page), set()
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1):
        if (window := _window(item, turn)) and is_too_high(bounds(item, turn), window):
            found.add(window)
    return sorted(found)


def address(item: object) -> int:
    """Return the address of an object of PDFium's, 0 for none."""
    return addressof(item.contents) if item else 0  # type: ignore[attr-defined]


def _window(item: pypdfium2.PdfObject, turn: Turn) -> Box | None:
    path = raw.FPDFPageObj_GetClipPath(item)
    clips = [list(_points(path, at)) for at in range(max(0, raw.FPDFClipPath_CountPaths(path)))]
    window: Box | None = None
    for points in filter(None, clips):
        clip = around(turn, points)
        window = window.shared(clip) if window else clip
    return window


def _points(path: object, index: int) -> Iterator[Point]:
    x, y = c_float(), c_float()
    for at in range(max(0, raw.FPDFClipPath_CountPathSegments(path, index))):
        segment = raw.FPDFClipPath_GetPathSegment(path, index, at)
        if raw.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value
