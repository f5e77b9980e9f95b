"""Print of the back that shines through thin paper: taken out, so that the front can be read.

Print is as black as print is, and what shines through is pale; between the two there is nothing.
Faint print, coarse pictures and pens have no such gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilotdiff.reading.pictures.ink import paper_brightness

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.images import Image

_BLACK = 0.5
"""What is darker is print of the front, from black (0) to paper (1)."""
_BINS = 20
_PALEST_PRINT = 12
"""The step of so many from which on strokes may be those of the back."""
_GAP = 3
"""So many steps before it must be all but empty."""
_EMPTY = 0.015
"""What of all ink may lie in the gap."""
_LEAST = 0.06
"""The share of pale strokes, and of black ink, without which there is no back or no front."""
_RIM = 7
"""Pixels across in which the pale rim of a black stroke lies."""
_STROKE = (25, 8)
"""The pixels of a stroke's ink, and its least height: grain is smaller."""


def without_back(page: Image) -> Image | None:
    """Return a page without the print that shines through from its back, None where none does."""
    import cv2
    import numpy as np

    paper = paper_brightness(page[:, :, 2])
    level = np.clip(page.min(axis=2) / np.maximum(paper, 1.0), 0.0, 1.0)
    shown = (level * 255).astype(np.uint8)
    dark = cv2.adaptiveThreshold(
        shown, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12
    )
    front = _spread(level < _BLACK)
    if (pale := _palest_print(level, dark * (1 - front), float((dark * front > 0).sum()))) is None:
        return None
    behind = _spread(level < pale - 1 / _BINS) == 0
    clean = page.copy()
    clean[behind] = np.clip(paper, 0, 255).astype(np.uint8)[behind][:, None]
    return clean


def _spread(ink: Image) -> Image:
    """Return where ink and its rims are (1)."""
    import cv2
    import numpy as np

    return cv2.dilate(ink.astype(np.uint8), np.ones((_RIM, _RIM), np.uint8))


def _palest_print(level: Image, pale: Image, black: float) -> float | None:
    """Return the level that parts the strokes of the front from those of the back.

    None where they are not of two kinds. `pale` is where ink is that is not black, `black` how many
    pixels are.
    """
    import cv2
    import numpy as np

    count, labels, stats, _ = cv2.connectedComponentsWithStats(pale)
    blackest = np.ones(count, np.float32)
    inked = pale > 0
    np.minimum.at(blackest, labels[inked], level[inked])
    is_stroke = (stats[:, 4] >= _STROKE[0]) & (stats[:, 2:4].max(axis=1) >= _STROKE[1])
    is_stroke[0] = False
    inks = stats[is_stroke, 4]
    whole = max(inks.sum() + black, 1.0)
    shares = np.histogram(blackest[is_stroke], _BINS, (0.0, 1.0), weights=inks)[0] / whole
    if black / whole < _LEAST:
        return None
    for step in reversed(range(_PALEST_PRINT, _BINS)):
        if shares[step - _GAP : step].sum() <= _EMPTY and shares[step:].sum() >= _LEAST:
            return step / _BINS
    return None
