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
    paper = float(np.percentile(red, 80))
    inked = float(np.percentile(red[is_red > 0], 30))
    stretched = np.clip(red * (paper / max(inked, 1.0)), 0, paper)
    grey = np.where(stained, stretched, red).astype(np.uint8)
    clean = image.copy()
    clean[stained] = grey[stained][:, None]
    return clean
