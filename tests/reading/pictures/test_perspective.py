"""A photographed table is seen from the front: by the lines that are ruled on its paper."""

import pytest

pytest.importorskip("cv2", reason="text recognition is not installed (the extra ocr)")

import cv2
import numpy as np

from pilotdiff.reading.pdf.pdf_grids import grids
from pilotdiff.reading.pdf.pdf_rules import Rule
from pilotdiff.reading.pdf.pdf_runs import TextRun
from pilotdiff.reading.pictures.images import Image
from pilotdiff.reading.pictures.ink import without_seals
from pilotdiff.reading.pictures.perspective import from_the_front
from pilotdiff.reading.pictures.ruling import closed, image_rules, parted

WIDTH, HEIGHT = 1200, 1700
XS, YS = (150, 400, 800, 1050), range(200, 1500, 100)


def ruled() -> Image:
    """Return a page with a table of three columns and twelve rows."""
    page = np.full((HEIGHT, WIDTH, 3), 250, np.uint8)
    for x in XS:
        cv2.line(page, (x, YS[0]), (x, YS[-1]), (20, 20, 20), 3)
    for y in YS:
        cv2.line(page, (XS[0], y), (XS[-1], y), (20, 20, 20), 3)
    return page


def photographed(page: Image) -> Image:
    """Return a page as seen from below and from a side."""
    corners = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32)
    seen = np.array([[90, 60], [1080, 20], [1170, 1660], [30, 1600]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, seen)
    return cv2.warpPerspective(page, matrix, (WIDTH, HEIGHT), borderValue=(250, 250, 250))


def test_the_rules_of_a_photographed_table_stand_straight() -> None:
    page = photographed(ruled())
    front = from_the_front(page)
    assert front is not None
    level, upright = image_rules(front.of(page))
    assert (len(level), len(upright)) == (len(YS), len(XS))
    assert (len(level), len(upright)) != tuple(map(len, image_rules(page)))


def test_an_even_sheet_and_a_page_without_rules_stay_as_they_are() -> None:
    assert from_the_front(ruled()) is None
    assert from_the_front(np.full((HEIGHT, WIDTH, 3), 250, np.uint8)) is None


def test_a_streak_down_the_page_is_no_rule_of_the_table() -> None:
    page = ruled()
    cv2.line(page, (600, 0), (600, HEIGHT), (90, 90, 90), 3)
    _, upright = image_rules(page)
    assert len(upright) == len(XS)


def test_the_leaning_side_of_a_table_is_a_rule_of_it() -> None:
    page = ruled()
    cv2.line(page, (XS[-1], YS[0]), (XS[-1], YS[-1]), (250, 250, 250), 5)
    cv2.line(page, (XS[-1] + 20, YS[0]), (XS[-1] + 8, YS[-1]), (20, 20, 20), 3)
    _, upright = image_rules(page)
    assert len(upright) == len(XS)


def test_a_table_open_at_its_sides_has_its_outer_columns() -> None:
    page = ruled()
    for x in (XS[0], XS[-1]):
        cv2.line(page, (x, YS[0]), (x, YS[-1]), (250, 250, 250), 5)
    for y in YS:
        cv2.line(page, (XS[0], y), (XS[-1], y), (20, 20, 20), 3)
    cv2.line(page, (600, YS[0]), (600, YS[-1]), (20, 20, 20), 3)
    (grid,) = grids(*image_rules(page))
    assert closed(grid).xs == pytest.approx(sorted([*XS, 600]), abs=8)


@pytest.mark.parametrize(
    ("texts", "columns"),
    [
        ([(20, 60), (120, 160)], [(0, 0), (0, 1)]),
        ([(40, 160)], [(0, 0), (0, 0)]),
        ([(120, 160)], [(0, 0), (0, 0)]),
    ],
)
def test_a_rule_that_was_not_seen_goes_on_between_two_texts(
    texts: list[tuple[int, int]], columns: list[tuple[int, int]]
) -> None:
    level = [Rule(y, 0, 200) for y in (0, 40, 80, 120)]
    upright = [Rule(0, 0, 120), Rule(100, 40, 120), Rule(200, 0, 120)]
    (grid,) = grids(level, upright)
    runs = [TextRun("市", left, 10, right, 30) for left, right in texts]
    merged = parted(grid, runs).merged()
    assert [merged[0, 0], merged[0, 1]] == columns


def test_a_seal_in_the_dark_corner_of_a_photograph_is_taken_out() -> None:
    page = np.full((400, 800, 3), 250, np.uint8)
    cv2.circle(page, (620, 200), 90, (70, 60, 215), 12)
    cv2.line(page, (500, 200), (740, 200), (25, 25, 25), 8)
    light = np.linspace(1, 0.5, 800)[None, :, None]
    seen = (page * light).astype(np.uint8)
    clean = without_seals(seen)
    ring, print_ = clean[112, 620].min() / light[0, 620, 0], clean[200, 620].max()
    assert ring > 215
    assert print_ < 60
