"""Characters that the recogniser passed over are told by the room and the ink that they take."""

from collections.abc import Sequence

import pytest

from pilotdiff.reading.pictures.characters import Character
from pilotdiff.reading.pictures.needed import can_recognise

if not can_recognise():
    pytest.skip("text recognition is not installed (the extra ocr)", allow_module_level=True)

import numpy as np

from pilotdiff.reading.pictures.lost_characters import (
    PlacedCharacter,
    PrintGap,
    page_pitch,
    strip_gaps,
)
from pilotdiff.reading.pictures.print_widths import too_wide

HEIGHT, PITCH = 40, 30


def strip(cells: str, widths: Sequence[int] = ()) -> np.ndarray:
    """A strip of paper; "x" is a cell with ink, " " one without."""
    image = np.full((HEIGHT, 8 + sum(widths or [PITCH] * len(cells)) + 8, 3), 255, np.uint8)
    left = 8
    for cell, width in zip(cells, widths or [PITCH] * len(cells), strict=True):
        if cell == "x":
            image[6:-6:2, left + 2 : left + width - 2] = 0
        left += width
    return image


def read(text: str, cells: Sequence[int]) -> list[PlacedCharacter]:
    """Characters read in the cells of these numbers."""
    return [
        PlacedCharacter(Character(character, 0.99), (8 + (cell + 0.5) * PITCH) / HEIGHT)
        for character, cell in zip(text, cells, strict=True)
    ]


@pytest.mark.parametrize(
    ("cells", "text", "at", "wanted"),
    [
        ("xxx", "湖镇", (0, 2), [PrintGap(1, True)]),
        ("x x", "湖镇", (0, 2), [PrintGap(1, False)]),
        ("xxx", "阳镇", (1, 2), [PrintGap(0, True)]),
        (" xx", "阳镇", (1, 2), []),
        ("xxx", "湖镇", (0, 1), [PrintGap(2, True)]),
        ("xxxx", "湖镇", (0, 3), [PrintGap(1, True), PrintGap(1, True)]),
        ("xxx", "湖汾镇", (0, 1, 2), []),
        ("x x", "1镇", (0, 2), []),
    ],
)
def test_room_for_a_character(
    cells: str, text: str, at: Sequence[int], wanted: list[PrintGap]
) -> None:
    assert list(strip_gaps(strip(cells), read(text, at), PITCH / HEIGHT)) == wanted


def test_the_pitch_is_that_of_most() -> None:
    lines = [read("张渚镇", (0, 1, 2)), read("湖镇", (0, 2)), read("丁蜀镇", (0, 1, 2))]
    assert page_pitch(lines) == pytest.approx(PITCH / HEIGHT)
    assert page_pitch([read("1、", (0, 1))]) == 0


def test_more_ink_than_characters() -> None:
    strips = [*[strip("xxx")] * 6, strip("xxx", (PITCH, PITCH // 2, PITCH))]
    lines = [*[read("张渚镇", (0, 1, 2))] * 6, read("湖镇", (0, 1))]
    assert list(too_wide(strips, lines)) == [6]
    assert not list(too_wide(strips[5:], lines[5:])), "two strips tell no usual width"
