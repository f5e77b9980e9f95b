"""Print of the back that shines through thin paper: taken out, so that the front can be read.

Print is as black as print is, and what shines through is pale; between the two there is nothing.
Faint print, coarse pictures and pens have no such gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilotdiff.reading.pictures.ink import paper_brightness

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.images import Image

_BINS = 20
"""Steps from black (0) to paper (1)."""
_PALEST_PRINT = 12
"""The step from which on strokes may be those of the back, where a gap lies before it."""
_GAP = 3
"""So many steps before it must be all but empty."""
_EMPTY = 0.015
"""What of all strokes may lie in the gap."""
_LEAST = 0.08
"""The share of pale strokes, and of black ones, without which there is no back or no front."""
_STROKES = (25, 8, 90)
"""The pixels of a stroke's ink, its least height, and its greatest height and width."""


def without_back(page: Image) -> Image | None:
    """Return a page without the print that shines through from its back, None where none does."""
    import cv2
    import numpy as np

    paper = paper_brightness(page[:, :, 2])
    level = np.clip(page.min(axis=2) / np.maximum(paper, 1.0), 0.0, 1.0)
    dark = cv2.adaptiveThreshold(
        (level * 255).astype(np.uint8),
        255,
        cv2.ADAPTIVE_THRESH_MEAN_C,
        cv2.THRESH_BINARY_INV,
        31,
        12,
    )
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark)
    blackest = np.ones(count, np.float32)
    inked = dark > 0
    np.minimum.at(blackest, labels[inked], level[inked])
    is_stroke = (stats[:, 4] >= _STROKES[0]) & (stats[:, 3] >= _STROKES[1])
    is_stroke &= stats[:, 2:4].max(axis=1) <= _STROKES[2]
    is_stroke[0] = False
    if (pale := _palest_print(blackest[is_stroke], stats[is_stroke, 4])) is None:
        return None
    blackest[0] = 1.0
    # The rims of black strokes are pale too, and stay.
    front = (blackest < pale)[labels].astype(np.uint8)
    behind = (cv2.dilate(front, np.ones((5, 5), np.uint8)) == 0) & (level > pale - 1 / _BINS)
    clean = page.copy()
    clean[behind] = np.clip(paper, 0, 255).astype(np.uint8)[behind][:, None]
    return clean


def _palest_print(blackest: Image, inks: Image) -> float | None:
    """Return the level (0 to 1) that parts the strokes of the front from those of the back.

    None where they are not of two kinds. `blackest` are the levels of the strokes, `inks` how many
    pixels each has.
    """
    import numpy as np

    shares = np.histogram(blackest, _BINS, (0.0, 1.0), weights=inks)[0] / max(inks.sum(), 1)
    for step in range(_PALEST_PRINT, _BINS):
        gap, behind = shares[step - _GAP : step].sum(), shares[step:].sum()
        front = shares[: step - _GAP].sum()
        if gap <= _EMPTY and behind >= _LEAST and front >= _LEAST:
            return step / _BINS
    return None
