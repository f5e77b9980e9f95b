"""How sure a line's reading is: the best way through the lines beside all others."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.model import LineReading, Role
from pilotdiff.reading import read_bytes


def readings(text: str) -> tuple[LineReading, ...]:
    return outline(read_bytes("list.txt", text.encode())).readings


def test_a_line_with_one_reading_only_has_no_runner_up() -> None:
    reading = readings("清岗县\n白溪县")[1]
    assert (reading.role, reading.runner_up) == (Role.ITEM, None)
    assert reading.margin == reading.confidence <= 0.97


def test_the_margin_is_what_lies_between_the_two_best_ways() -> None:
    """A bracketed place is worth 5 + 1, the same line as a heading above names 1: e^(-5/2)."""
    reading = readings("示范社区名单\n【成都市】\n金堂县白溪镇东岭社区\n金堂县白溪镇西岭社区")[1]
    assert (reading.role, reading.runner_up) == (Role.PARENT, Role.HEADING)
    assert reading.confidence == pytest.approx(0.924, abs=0.05)
    assert reading.margin == pytest.approx(2 * reading.confidence - 1, abs=0.01)


def test_a_number_that_is_reached_speaks_for_the_heading_above() -> None:
    """Three entries where three are announced say more than three where four are."""
    text = "一、示范街道（{}个）\n清岗街道\n白溪街道\n北岭街道\n二、示范社区\n东岭社区"
    reached, missed = (readings(text.format(n))[4] for n in (3, 4))
    assert reached.role is missed.role is Role.HEADING
    assert reached.confidence > missed.confidence


def test_the_number_counts_at_the_end_of_the_text_too() -> None:
    text = "示范街道（{}个）\n清岗街道\n白溪街道"
    reached, missed = (readings(text.format(n))[0] for n in (2, 3))
    assert reached.confidence > missed.confidence


def test_both_halves_of_a_name_have_its_reading() -> None:
    halves = "1.内蒙古自治区呼和浩特市清岗区白溪街\n道东岭社区"
    text = f"示范社区名单\n{halves}\n2.河北省石家庄市北岭区南岭街道西岭社区"
    first, second = readings(text)[1:3]
    assert first._replace(line=second.line, text=second.text) == second


def test_what_stands_behind_the_end_of_a_page_is_no_entry() -> None:
    text = "示范县名单\n清岗县\n相关链接\n白溪县"
    assert [reading.role for reading in readings(text)[2:]] == [Role.FURNITURE] * 2


def test_an_end_above_the_list_ends_nothing() -> None:
    text = "相关链接\n示范县名单\n清岗县\n白溪县"
    assert [reading.role for reading in readings(text)[2:]] == [Role.ITEM] * 2


def test_every_line_has_one_reading_in_its_place() -> None:
    text = "示范县名单\n\n— 1 —\n清岗县\n近日，有关情况如下。\n"
    told = readings(text)
    assert [reading.line for reading in told] == [1, 3, 4, 5]
    assert told[1].role is Role.PAGE
    assert all(reading.reason for reading in told)
