"""Photographed tables seen from the front: the ruled lines of a page tell how it lay.

Lines that are parallel on paper meet far away in a photograph. So the slope of a page's upright
lines grows with their place from left to right, that of its level ones with their place from top to
bottom, and both evenly: slope = first + second · place. The four numbers are the perspective.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.images import Image

_SLOPES = 0.25
"""A line of a page leans no farther than this to a side, once the page is upright."""
_SHORTEST = 8
"""The shortest line that tells, as a part of the shorter side: one in so many."""
_FEWEST = 4
"""So many places in which lines lie tell how slopes grow."""
_APART = 0.02
"""Lines nearer than this share of the page are one."""
_OFF = 0.006
"""The least that lines must differ from those of an even sheet."""
_BEYOND = 0.15
"""How far beyond its edges a page may reach once it is seen from the front."""


class _Slopes(NamedTuple):
    """The slope of lines by their place, both in halves of the longer side from the middle."""

    first: float
    second: float


class Front(NamedTuple):
    """What shows a page from the front: a transformation (3 × 3), and the size of what it gives."""

    matrix: Image
    size: tuple[int, int]

    def of(self, image: Image) -> Image:
        """Return a page as it is seen from the front."""
        import cv2
        import numpy as np

        shown = cv2.warpPerspective(
            image, self.matrix, self.size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
        )
        return np.asarray(shown, dtype=np.uint8)


def from_the_front(image: Image) -> Front | None:
    """Return what shows a page from the front.

    None where its lines are as on an even sheet, or where too few are ruled to tell.
    """
    import numpy as np

    height, width = image.shape[:2]
    half = max(height, width) / 2
    lines = (_lines(image) - np.array([width, height] * 2) / 2) / half
    upright, level = _slopes(lines[:, [1, 0, 3, 2]]), _slopes(lines)
    if upright is None or level is None:
        return None
    off = (upright.first + level.first, upright.second / 2, level.second / 2)
    if max(map(abs, off)) < _OFF:
        return None
    # The columns: where level lines meet, where upright ones do, and the middle of the page.
    seen = np.array(
        [
            [1, upright.first, 0],
            [level.first, 1, 0],
            [-level.second, -upright.second, 1],
        ]
    )
    centred = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, half]]) / half
    return _whole(np.linalg.inv(centred) @ np.linalg.inv(seen) @ centred, width, height)


def _whole(matrix: Image, width: int, height: int) -> Front:
    """Return what shows all of a page, as far as it does not reach far beyond its edges."""
    import cv2
    import numpy as np

    size = np.array([width, height])
    corners = np.array([[[0, 0], [width, 0], [width, height], [0, height]]], np.float64)
    reach = cv2.perspectiveTransform(corners, matrix)[0]
    least = np.maximum(reach.min(axis=0), -_BEYOND * size)
    most = np.minimum(reach.max(axis=0), (1 + _BEYOND) * size)
    moved = np.array([[1, 0, -least[0]], [0, 1, -least[1]], [0, 0, 1]])
    across, down = (most - least).astype(int).tolist()
    return Front(moved @ matrix, (across, down))


def _lines(image: Image) -> Image:
    """Return the long straight lines of a page: x and y of both ends, lines × 4, in pixels.

    They are looked for in a picture of half the size.
    """
    import cv2
    import numpy as np

    small = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    dark = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12
    )
    shorter = min(dark.shape)
    found = cv2.HoughLinesP(
        dark, 1, np.pi / 720, 80, minLineLength=shorter // _SHORTEST, maxLineGap=shorter // 120
    )
    return np.zeros((0, 4)) if found is None else found.reshape(-1, 4) * 2.0


def _slopes(lines: Image) -> _Slopes | None:
    """Return how the slopes of the lines near to level grow from top to bottom.

    None where such lines lie in too few places.
    """
    import numpy as np

    run, rise = lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1]
    level = np.abs(rise) < _SLOPES * np.abs(run)
    slopes = rise[level] / run[level]
    places = lines[level, 1] - slopes * lines[level, 0]
    lengths = np.abs(run[level])
    for _ in range(4):
        if len(set((places / _APART).round().tolist())) < _FEWEST:
            return None
        second, first = np.polyfit(places, slopes, 1, w=lengths)
        misses = np.abs(slopes - first - second * places)
        near = misses <= max(2.5 * float(np.median(misses)), 0.002)
        places, slopes, lengths = places[near], slopes[near], lengths[near]
    return _Slopes(float(first), float(second))
