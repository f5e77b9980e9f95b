"""The part of a PDF page in which a text may be seen: what lies past it is cut off.

A name too long for its cell is printed so. The file holds all of it, over the cells beside it.
"""

from collections.abc import Iterable, Iterator
from ctypes import addressof, c_float
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from pilotdiff.reading.pdf.pdf_pages import Point, Turn, turned


class Box(NamedTuple):
    """A part of the page as shown."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        """Its area, 0 where it has neither width nor height."""
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


class CutTexts(NamedTuple):
    """Where a page cuts texts off whose rest may not be in the file.

    low    the cells that are too low for their lines
    left   what is left of lines that are too long
    edges  the windows of those: what stands behind them is of another cell
    """

    low: list[Box]
    left: list[Box]
    edges: list[Box]


def cut_texts(page: pypdfium2.PdfPage) -> CutTexts:
    """Return where a page cuts texts off: in rows of a fixed height, and beside a filled cell.

    A program that leaves out what is not seen writes one character more at most; where there is
    more past the edge, the file holds all of that line, but not of others in a room for one.
    """
    turn = turned(page)
    low: set[Box] = set()
    left: set[Box] = set()
    edges: set[Box] = set()
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1):
        if (window := _window(item, turn)) is None:
            continue
        text = bounds(item, turn)
        past = max(window.left - text.left, text.right - window.right)
        height = text.bottom - text.top
        if is_too_high(text, window):
            low.add(window)
        elif past > _LEAST_PAST and (past < _MOST_PAST * height or _is_of_one_line(window, height)):
            left.add(text.shared(window))
            edges.add(window)
    return CutTexts(sorted(low), sorted(left), sorted(edges))


_LEAST_PAST = 0.5
"""Points: what is less may be the print of a character at its edge."""
_MOST_PAST = 1.1
"""In heights of a character."""
_ONE_LINE = 1.8
"""In heights of a character: in what is lower no second line is seen."""


def _is_of_one_line(window: Box, height: float) -> bool:
    return window.bottom - window.top < _ONE_LINE * height


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
