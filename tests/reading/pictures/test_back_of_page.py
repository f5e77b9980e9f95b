"""Print that shines through from the back is taken out; what is printed on the front stays."""

import pytest

pytest.importorskip("cv2", reason="text recognition is not installed (the extra ocr)")

import cv2
import numpy as np

from pilotdiff.reading.pictures.back_of_page import without_back
from pilotdiff.reading.pictures.images import Image


def lettered(ink: int, paper: int = 250) -> Image:
    """Return a page with lines of strokes as black as `ink`."""
    page = np.full((900, 700, 3), paper, np.uint8)
    for y in range(60, 860, 60):
        for x in range(60, 640, 40):
            cv2.line(page, (x, y), (x + 22, y + 26), (ink,) * 3, 4)
            cv2.line(page, (x + 22, y), (x, y + 26), (ink,) * 3, 4)
    return page


def shining_through(front: Image, share: float) -> Image:
    """Return a page through which the back is seen, shifted, so pale as `share` says."""
    back = np.roll(front, 31, axis=0).astype(float)
    return np.clip(front - (255 - back) * share, 0, 255).astype(np.uint8)


def test_the_back_goes_and_the_front_stays() -> None:
    front = lettered(20)
    clean = without_back(shining_through(front, 0.16))
    assert clean is not None
    assert ((clean < 120) == (front < 120)).mean() > 0.999
    assert (clean[front[:, :, 0] > 240] > 225).mean() > 0.97


@pytest.mark.parametrize("ink", [20, 120, 200])
def test_print_of_one_blackness_stays(ink: int) -> None:
    assert without_back(lettered(ink)) is None


def test_a_page_with_both_black_and_grey_print_stays() -> None:
    page = lettered(20)
    page[450:] = lettered(130)[450:]
    assert without_back(page) is None
