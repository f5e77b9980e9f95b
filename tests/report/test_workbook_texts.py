import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotdiff.report.text_wrapping import sheet_lines
from pilotdiff.report.workbook.cell_text import points, safe, sheet_name
from pilotdiff.report.workbook.print_setup import _plain
from pilotdiff.report.workbook.styles import TINTS


@given(st.text(st.characters(), max_size=40), st.sets(st.text(max_size=4)))
def test_a_sheets_name_is_one_that_a_spreadsheet_takes(text: str, others: Any) -> None:
    taken = {name.lower() for name in others}
    name = sheet_name(text, taken)
    assert 0 < len(name) <= 31
    assert not re.search(r"[\[\]:*?/\\]", name)
    assert name.strip("'") == name
    assert name.lower() not in {*taken, "history"}


def test_names_that_are_cut_stay_apart() -> None:
    long = "结果" * 20
    first = sheet_name(long)
    second = sheet_name(long, {first.lower()})
    assert second.endswith(" 2")
    assert sheet_name("History") == "History 2"


@given(st.text(max_size=20))
def test_a_safe_text_can_be_written_as_xml(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", safe(text))
    assert safe(safe(text)) == safe(text)


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [
        ("", 10, 1),
        ("清水社区", 8, 1),
        ("清水社区", 7, 2),
        ("the only unit of this stem", 12, 3),
        ("Reviewed by", 8, 2),
        ("a\nb", 10, 2),
        ("甲" * 50, 21, 5),
    ],
)
def test_lines_of_a_text(text: Any, room: int, count: int) -> None:
    assert sheet_lines(text, room) == count


def test_a_row_of_short_texts_keeps_its_height() -> None:
    assert points([("甲", 10), ("乙", 4)]) is None
    tall = points([("甲" * 10, 10), ("乙", 4)])
    assert tall is not None
    assert tall > 2 * 12


def lightness(colour: Any) -> Any:
    """CIE L* of a colour, from 0 for black to 100 for white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    luminance = sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * luminance ** (1 / 3) - 16


def test_tints_differ_in_grey_and_leave_black_legible() -> None:
    greys = sorted(map(lightness, TINTS.values()))
    assert min(b - a for a, b in pairwise(greys)) > 4
    assert greys[0] > 65


def test_a_header_takes_a_title_for_no_command() -> None:
    assert _plain("R&D\n&P") == "R&&D &&P"
