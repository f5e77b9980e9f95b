"""Blocks of a screen: columns as wide as they must be, lines never wider than the screen."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from pilotdiff.report.screen.terminal_layout import Group, ScreenTable, lines_of_block
from pilotdiff.report.text_wrapping import cell_len as own_cell_len

WORDS = st.text("甲乙 ab，1", max_size=60)


def plain(block: Any, width: int = 40) -> list[Any]:
    return [line.plain.rstrip() for line in lines_of_block(block, width)]


def test_columns_take_what_they_need() -> None:
    table = ScreenTable(gap=2, headed=True)
    table.add_column("Place")
    table.add_column("of", right=True)
    table.add_row("成都市", "21")
    table.add_section()
    table.add_row("甘孜", Text("6"))
    assert plain(table) == ["Place   of", "──────────", "成都市  21", "", "甘孜     6"]


def test_what_is_too_long_wraps_beside_its_neighbour() -> None:
    table = ScreenTable(gap=1)
    table.add_column(wraps=False)
    table.add_column()
    table.add_row("甲市", "一二三四 五六七 八")
    assert plain(table, 14) == ["甲市 一二三四", "     五六七 八"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert plain("甲 一二三四五六七", 6) == ["甲 一", "二三四", "五六七"]
    assert plain("甲 abcdefghij", 6) == ["甲", "abcdef", "ghij"]


def test_chinese_prose_fills_its_lines_and_breaks_neither_numbers_nor_before_punctuation() -> None:
    text = "有 1 份称投入1.28亿元，另一份称（暂定）1.38亿元。"
    assert plain(text, 16) == ["有 1 份称投入", "1.28亿元，另一份", "称（暂定）1.38亿", "元。"]


def test_on_a_narrow_screen_heads_wrap_and_drawings_go_before_names_are_broken() -> None:
    table = ScreenTable(gap=2, headed=True)
    table.add_column()
    table.add_column("县（市、区）", right=True, wraps=False)
    table.add_column(wraps=False, spare=True)
    table.add_row("未列入示范名单", "1,234", "████████")
    whole = ["                县（市、区）", "─" * 38, "未列入示范名单         1,234  ████████"]
    assert plain(table, 38) == whole
    narrow = ["          县（市、", "              区）", "─" * 20, "未列入示     1,234", "范名单"]
    assert plain(table, 20) == narrow


def test_a_column_that_does_not_wrap_is_cut_when_there_is_no_room() -> None:
    table = ScreenTable()
    table.add_column(wraps=False)
    table.add_row("一二三四五六")
    assert plain(table, 7) == ["一二三…"]


def test_blocks_stand_in_cells_and_under_one_another() -> None:
    side = ScreenTable(gap=3)
    side.add_row(Group("甲", "乙乙"), Group("丙", "丁", "戊"))
    assert plain(Group("head", side)) == ["head", "甲     丙", "乙乙   丁", "       戊"]


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=5), st.integers(20, 60))
def test_no_line_is_wider_than_the_screen_and_no_word_is_lost(rows: Any, width: int) -> None:
    table = ScreenTable(gap=2)
    table.add_column(most=12)
    table.add_column()
    table.add_column(right=True)
    for row in rows:
        table.add_row(*row)
    drawn = plain(table, width)
    assert all(cell_len(line) <= width for line in drawn)
    kept = sorted("".join(drawn).replace(" ", ""))
    assert kept == sorted("".join("".join(row) for row in rows).replace(" ", ""))


@pytest.mark.parametrize(("style", "codes"), [("bold", "1;4"), ("dim red", "2;4;31")])
def test_a_console_puts_the_colours_on(style: str, codes: str) -> None:
    table = ScreenTable()
    table.add_row(Text("甲", style=style), style="underline")
    console = Console(file=io.StringIO(), force_terminal=True, color_system="standard")
    console.print(table)
    assert console.file.getvalue() == f"\x1b[{codes}m甲\x1b[0m\n"  # type: ignore[attr-defined]


def test_a_text_takes_as_many_cells_as_rich_counts() -> None:
    for code in range(0x10000):
        char = chr(code)
        assert own_cell_len(char) == cell_len(char), hex(code)
    for text in ("第3批", "“示范”区", "a县\u0301b", ""):
        assert own_cell_len(text) == cell_len(text)
