"""What would act on a terminal or a page is seen there instead."""

import pytest

from pilotdiff.report.screen.terminal_layout import ScreenTable, lines_of_block
from pilotdiff.report.visible import visible


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("柳城\x1b[31m街道", "柳城␛[31m街道"),
        ("柳城\x00街道\x7f", "柳城␀街道␡"),
        ("柳城\u202e街道", "柳城\ufffd街道"),
        ("柳城\u061c街道\u200e\u200f", "柳城\ufffd街道\ufffd\ufffd"),
        ("柳城\U000e0041街道", "柳城\ufffd街道"),
        ("柳城\t街道\u3000（一）\n", "柳城\t街道\u3000（一）\n"),
    ],
)
def test_visible(text: str, wanted: str) -> None:
    assert visible(text) == wanted


def test_on_a_screen() -> None:
    assert [line.plain for line in lines_of_block("柳城\x1b[31m街道", 40)] == ["柳城␛[31m街道"]


def test_a_column_is_as_wide_as_what_is_seen() -> None:
    table = ScreenTable()
    table.add_column("")
    table.add_row("柳城\x1b[31m街道")
    assert [line.plain.rstrip() for line in lines_of_block(table, 40)] == ["柳城␛[31m街道"]
