"""Strips of scanned pages: as a picture in the page, as dots on a terminal."""

import io
import zlib

import pytest
from rich.text import Text

from pilotdiff.model import Doubt, PageBox, Scan, Strip
from pilotdiff.report.page.page_strips import png
from pilotdiff.report.screen.strip_drawing import StripDrawing


def strip(rows: list[str]) -> Strip:
    """A strip from a drawing: # is ink."""
    grey = bytes(0 if sign == "#" else 255 for row in rows for sign in row)
    return Strip(len(rows[0]), len(rows), zlib.compress(grey))


CROSS = strip(["..##..", "..##..", "######", "######", "..##..", "..##.."])


def test_a_strip_is_a_picture_that_others_read() -> None:
    pillow = pytest.importorskip("PIL.Image", reason="the extra `ocr` is not installed")
    with pillow.open(io.BytesIO(png(CROSS))) as picture:
        assert picture.size == (6, 6)
        assert picture.tobytes() == zlib.decompress(CROSS.packed)


def plain(drawing: StripDrawing, width: int) -> list[str]:
    lines = list(drawing.lines(width))
    assert all(isinstance(line, Text) and len(line.plain) <= width for line in lines)
    return [line.plain for line in lines]


def test_a_strip_is_drawn_in_dots_without_the_rules_across_it() -> None:
    assert plain(StripDrawing(CROSS), 80) == ["  ⠀⠛", "  ⠀⠛"]


def test_a_long_strip_is_broken_where_it_is_blank() -> None:
    blot = "##........" * 30
    drawn = plain(StripDrawing(strip([blot, blot, "." * 300])), 42)
    assert len(drawn) > 3
    assert "".join(drawn).count("⠛") + "".join(drawn).count("⠃") >= 30


def test_the_strip_of_a_line_is_found_by_its_number() -> None:
    boxes = (PageBox(3, 1, 0, 0, 1, 0.1, CROSS), PageBox(5, 1, 0, 0.2, 1, 0.3))
    scan = Scan(boxes, (Doubt(3, "甲", 0, 0.5),))
    assert scan.strip_of(3) is CROSS
    assert [scan.strip_of(line) for line in (1, 4, 5, 6)] == [None] * 4
