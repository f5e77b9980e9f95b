"""Units that lie in another place than the headings, labels and lines around them say."""

from collections.abc import Callable

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

_OF_A_COUNTY = "名单\n汕尾市海丰县\n1.白溪镇东岭村\n2.黑溪镇西岭村\n3.青溪镇北岭村\n"


_Doubtful = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("4.古县镇南村", ["古县镇南村"]),
        ("4.古县镇南岭村", []),
        ("4.海丰县红溪镇南岭村", []),
        ("4.兵团一三六团三连", []),
    ],
    ids=["another-county", "a-town-called-like-one", "the-same", "the-corps"],
)
def test_units_of_another_county_than_their_heading_are_doubted(
    line: str, wanted: list[str], doubtful: _Doubtful
) -> None:
    assert doubtful(_OF_A_COUNTY + line) == wanted


def test_a_zone_before_a_colon_that_ends_a_heading_is_doubted_and_keeps_the_city() -> None:
    rows = "东岭村、西岭村\n高新区：南岭村\n常州市金坛区\n黑溪镇：北岭村"
    text = f"名单\n常州市武进区\n{rows}\n"
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    paths = {unit.own: unit.path[1:3] for unit in units.units}
    assert paths["南岭村"] == ("常州市", "高新区")
    assert [line.text for line in units.census.doubtful] == ["南岭村"]


def test_lines_that_lose_the_city_of_their_neighbours_are_doubted(doubtful: _Doubtful) -> None:
    rows = "白溪镇：东岭村\n白塔区：南岭村\n黑溪镇：西岭村"
    text = f"名单\n常州市武进区\n{rows}\n常州市金坛区\n青溪镇：北岭村\n"
    assert doubtful(text) == ["南岭村", "西岭村"]


@pytest.mark.parametrize(
    ("label", "told"),
    [("海丰盐场", True), ("海丰县", False), ("其他", False), ("黑溪镇", False), ("示范村", False)],
)
def test_a_label_that_is_no_parent_of_its_names_is_doubted(
    label: str, told: bool, doubtful: _Doubtful
) -> None:
    rows = [f"{one}溪镇：{one}岭村" for one in "白青赤紫"]
    text = "\n".join(["名单", "汕尾市海丰县", *rows, f"{label}：南岭村"])
    assert (label in doubtful(text)) is told


def test_units_below_a_place_that_is_not_read_as_one_over_others_are_doubted(
    doubtful: _Doubtful,
) -> None:
    rows = "居委服务会：西岭村\n黑溪镇：南岭村"
    text = f"名单\n汕尾市海丰县\n白溪镇：东岭村\n汕尾市陆河县\n{rows}\n汕尾市陆丰市\n青溪镇：北岭村"
    assert doubtful(text) == ["汕尾市陆河县", "西岭村", "南岭村"]


def test_a_county_that_nobody_knows_is_a_heading_where_units_lie_in_it(doubtful: _Doubtful) -> None:
    rows = "白石镇：东岭村、西岭村\n白塔区：南岭村\n黑石镇：北岭村"
    text = f"名单\n清岗市白溪县\n{rows}\n清岗市南岭县\n青溪镇：上岭村\n"
    assert doubtful(text) == ["南岭村", "北岭村"]


def test_a_village_that_states_another_town_than_its_heading_is_doubted(
    doubtful: _Doubtful,
) -> None:
    rows = "白石街道（3个）\n黑石镇后街社区\n东岭社区\n西岭社区\n青石镇（1个）\n青石镇南岭村"
    assert doubtful(f"名单\n武进区\n{rows}\n") == ["黑石镇后街社区"]


def test_villages_that_all_state_another_town_are_doubted_once(doubtful: _Doubtful) -> None:
    rows = "白石街道（2个）\n黑石镇后街社区\n黑石镇前街社区\n青石镇（1个）\n南岭村"
    assert doubtful(f"名单\n武进区\n{rows}\n") == ["黑石镇后街社区"]
