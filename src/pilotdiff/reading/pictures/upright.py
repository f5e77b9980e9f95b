"""The way up of a page: its quarter turns, and the slant that is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import atan2, cos, radians, sin
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.images import Image
    from pilotdiff.reading.pictures.recognising import FourCorners

_LONG = 3.0
"""How many times as wide as high a box is whose slant says something."""


def lies_on_its_side(boxes: Sequence[FourCorners]) -> bool:
    """Return whether most of a page's lines run from top to bottom."""
    long = [box for box in boxes if max(_size(box)) > _LONG * min(_size(box))]
    upright = sum(1 for box in long if _size(box)[1] > _size(box)[0])
    return len(long) >= 3 and upright > len(long) * 0.7


def slant(boxes: Sequence[FourCorners]) -> float:
    """Return the angle of a page's lines in radians, positive where they fall to the right."""
    angles = [
        atan2(box[1][1] - box[0][1], box[1][0] - box[0][0])
        for box in boxes
        if _size(box)[0] > _LONG * _size(box)[1]
    ]
    return median(angles) if angles else 0.0


def straightened(image: Image, angle: float) -> tuple[Image, Callable[[FourCorners], FourCorners]]:
    """Return a page turned back by `angle`, and what turns the places on it alike."""
    import cv2
    import numpy as np

    if abs(angle) < radians(0.05):
        return image, lambda box: box
    height, width = image.shape[:2]
    x, y = width / 2, height / 2
    c, s = cos(angle), sin(angle)
    matrix = np.array([[c, s, x - c * x - s * y], [-s, c, y + s * x - c * y]])
    # Beyond the edge lies more paper.
    paper = tuple(float(np.percentile(image[:, :, at], 80)) for at in range(3))
    turned = cv2.warpAffine(image, matrix, (width, height), borderValue=paper)

    def back(box: FourCorners) -> FourCorners:
        corners = tuple(
            (c * px + s * py + matrix[0, 2], -s * px + c * py + matrix[1, 2]) for px, py in box
        )
        return corners[0], corners[1], corners[2], corners[3]

    return np.asarray(turned, dtype=np.uint8), back


def _size(box: FourCorners) -> tuple[float, float]:
    (ax, ay), (bx, by), _, (dx, dy) = box
    return ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, ((dx - ax) ** 2 + (dy - ay) ** 2) ** 0.5
