"""The strip of a page's picture that shows one line, small enough to be kept."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pilotdiff.model import Strip

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.images import Image

_TALLEST = 48
"""Pixels of a strip's height; a row of several lines may have so many for each 1/30 of width."""
_WIDEST = 1_400
_MARGIN = 5
_STEP = 32
"""Grey levels are kept in steps of so many: what compresses, and shows a person no less."""


def strip(page: Image, box: Sequence[float]) -> Strip:
    """Return the picture of a line of an upright page from its box (left, top, right, bottom)."""
    import cv2
    import numpy as np

    height, width = page.shape[:2]
    left, top = (max(int(edge) - _MARGIN, 0) for edge in box[:2])
    right, bottom = (int(edge) + _MARGIN for edge in box[2:])
    cut = page[min(top, height - 1) : bottom, min(left, width - 1) : right]
    grey = cv2.cvtColor(cut, cv2.COLOR_BGR2GRAY)
    tall = max(_TALLEST, grey.shape[1] // 30)
    scale = min(tall / grey.shape[0], _WIDEST / grey.shape[1], 1.0)
    size = (max(round(grey.shape[1] * scale), 1), max(round(grey.shape[0] * scale), 1))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    paper = max(float(np.percentile(small, 80)), 1.0)
    white = np.clip(small * (255.0 / paper), 0, 255)
    levels = np.minimum(np.round(white / _STEP) * _STEP, 255).astype(np.uint8)
    return Strip(size[0], size[1], zlib.compress(levels.tobytes(), 9))
