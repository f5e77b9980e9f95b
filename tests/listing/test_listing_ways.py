"""How sure a line's reading is: the best way through the lines beside all others."""

from collections.abc import Sequence
from typing import Any

import pytest

from casefile import cases
from listed import units_of
from pilotdiff.listing import outline
from pilotdiff.model import LineReading, Role
from pilotdiff.reading import read_bytes


def readings(text: str, name: str = "list.txt") -> Sequence[LineReading]:
    return outline(read_bytes(name, text.encode())).readings


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


HEADED_ROW = "示范县名单\n一、清岗地区\n1.白溪县\n二、北岭地区（2个）：南岭县、东岭县\n"


@pytest.mark.parametrize("case", cases("line_readings", "doubtful"))
def test_a_doubtful_line_is_as_sure_as_what_speaks_for_it(case: dict[str, Any]) -> None:
    name = "list.md" if "#" in case["text"] else "list.txt"
    found = readings(case["text"], name)[case["line"] - 1]
    assert found.role is Role(case["role"])
    assert found.confidence == pytest.approx(case["confidence"], abs=0.02)


@pytest.mark.parametrize("case", cases("lines_and_names", "before_colon"))
def test_what_stands_before_the_colon_of_a_row_is_the_heading_until_the_next(
    case: dict[str, Any],
) -> None:
    entries = outline(read_bytes("list.txt", (HEADED_ROW + case["below"]).encode())).entries
    assert [entry.above for entry in entries[-2:]] == [("北岭地区",), tuple(case["above"])]


@pytest.mark.parametrize("case", cases("lines_and_names", "behind_text"))
def test_behind_a_text_only_rows_and_whole_paths_go_on_with_the_list(case: dict[str, Any]) -> None:
    above, below, role = case["above"], case["below"], Role(case["role"])
    assert readings(f"示范名单\n{above}\n近日，有关情况如下。\n{below}")[-1].role is role


def _said(text: str, line: int) -> str:
    return str(readings(text)[line - 1].reason)


@pytest.mark.parametrize("case", cases("lines_and_names", "above"))
def test_what_stands_above_is_said_where_it_does(case: dict[str, Any]) -> None:
    assert (case["said"] in _said(case["text"], case["line"])) is case["holds"]


def test_a_line_like_the_one_above_is_surer_than_another() -> None:
    text = "示范名单\n{}\n清岗县白溪镇"
    like, other = (readings(text.format(above))[2] for above in ("东岭县北岭镇", "东岭县"))
    assert like.role is other.role is Role.ITEM
    assert like.margin >= other.margin


@pytest.mark.parametrize(
    ("number", "role", "above"), [("二", Role.HEADING, ()), ("七", Role.FURNITURE, ("绵阳市",))]
)
def test_a_broken_heading_is_told_by_its_number(
    number: str, role: Role, above: tuple[str, ...]
) -> None:
    """The second of the headings ends the first, though it can't be read; a seventh is none."""
    text = f"一、绵阳市\n1.清岗县\n2.白溪县\n{number}、www.example.com\n3.北岭县"
    listing = outline(read_bytes("list.txt", text.encode()))
    assert listing.readings[3].role is role
    assert listing.entries[-1].above == above


def test_the_end_of_a_page_holds_for_all_that_follows() -> None:
    text = "示范县名单\n1.清岗县\n上一篇：没有了\n2.白溪县\n3.北岭县"
    assert [reading.role for reading in readings(text)[2:]] == [Role.FURNITURE] * 3


def test_a_table_is_a_list_that_goes_on_and_can_end() -> None:
    table = "县 | 镇 |\n清岗县 | 白溪镇 |\n东岭县 | 西岭镇 |\n"
    assert readings(f"{table}\n北岭镇\n南岭镇")[-1].role is Role.ITEM
    ended = readings(f"{table}\n上一篇：没有了\n清岗县北岭镇\n清岗县南岭镇")
    assert [reading.role for reading in ended[-2:]] == [Role.FURNITURE] * 2
    row = readings(f"{table}\n北岭镇、河东镇、河西镇\n近日，有关情况如下。\n清岗县南岭镇")
    assert [reading.role for reading in row[-3:]] == [Role.ITEM, Role.RUNNING_TEXT, Role.ITEM]


def test_an_unread_line_counts_as_one_of_those_announced() -> None:
    text = "一、示范县（{}个）\n1.清岗县\n2.白溪县\n3.甲乙丙丁\n二、示范社区\n东岭社区"
    reached, missed = (readings(text.format(n))[4] for n in (3, 4))
    assert readings(text.format(3))[3].role is Role.UNREAD
    assert reached.confidence > missed.confidence


@pytest.mark.parametrize("number", [0, 2, 4])
def test_a_number_that_is_not_reached_says_nothing(number: int) -> None:
    text = "一、示范县（{}个）\n1.清岗县\n2.白溪县\n3.北岭县\n二、示范社区\n东岭社区"
    reached, other = (readings(text.format(n))[4] for n in (3, number))
    assert reached.confidence > other.confidence


def test_an_unread_name_below_a_plain_heading_is_told() -> None:
    text = "示范县（3个）\n1.清岗县\n2.白溪县\n3.甲乙丙丁\n4.北岭县"
    assert readings(text)[3].role is Role.UNREAD


def test_of_a_long_table_half_of_the_rows_may_leave_their_county_blank() -> None:
    """A blank goes on with the block that it stands in; a sample of full rows shows none."""
    counties = ["温江区", "新都区", "郫都区", "新津区"]
    whole = [("四川省", "成都市", counties[n // 25], f"清{n}镇") for n in range(100)]
    blank = [("", "", "", row[3]) if n % 25 % 4 > 1 else row for n, row in enumerate(whole)]
    named = [(f"{n}", whole[n][3], *row) for n, row in enumerate(blank)]
    table = [",".join(row) for row in [("序号", "名称", "省", "市", "县", "乡镇"), *named]]
    found = units_of("\n".join(table), "list.csv")
    assert [tuple(unit.path[:4]) for unit in found.units] == whole
