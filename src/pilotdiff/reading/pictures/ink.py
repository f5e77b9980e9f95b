"""The ink of a page: a red seal is taken out of the picture, what it covers stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.images import Image

_REDDER = 45
"""How far red must stand above the other colours: the ink of a seal, not brown paper."""
_LEAST = 0.0005
"""The share of a page that is red when a seal stands on it."""


def without_seals(image: Image) -> Image:
    """Return a page without the ink of red seals; print under it stays black.

    The red channel shows red ink as bright as the paper, and black print as black.
    """
    import cv2
    import numpy as np

    blue, green, red = (image[:, :, at].astype(np.int16) for at in range(3))
    is_red = (red - np.maximum(blue, green) > _REDDER).astype(np.uint8)
    if is_red.mean() < _LEAST:
        return image
    # The rim of a stroke is paler than its middle.
    stained = cv2.dilate(is_red, np.ones((5, 5), np.uint8)) > 0
    paper = paper_brightness(red.astype(np.uint8))
    bright = red / np.maximum(paper, 1.0)
    inked = float(np.percentile(bright[is_red > 0], 30))
    grey = (np.clip(bright / max(inked, 0.1), 0.0, 1.0) * paper).astype(np.uint8)
    clean = image.copy()
    clean[stained] = grey[stained][:, None]
    return clean


def paper_brightness(red: Image) -> Image:
    """Return how bright the paper is at each place: a photograph is darker in a corner."""
    import cv2
    import numpy as np

    height, width = red.shape
    small = cv2.resize(red, (max(width // 8, 1), max(height // 8, 1)), interpolation=cv2.INTER_AREA)
    # What is brightest near a place is its paper: no stroke is so broad.
    brightest = cv2.GaussianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (0, 0), 4)
    return cv2.resize(brightest, (width, height)).astype(np.float32)
