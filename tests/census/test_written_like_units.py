"""Lines that are written as those of units are, with a place behind them."""

import pytest

from pilotdiff import read
from pilotdiff.census.written_like_units import written_like_rows, written_like_units

_TWO = "名单\n东岭村（清岗县白溪镇）\n西岭村（清岗县白溪镇）\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_TWO + "石桥客栈（清岗县白溪镇）", ["石桥客栈"]),
        # Units that have its place alone, as under a heading, are told too.
        (
            "名单\n东岭村（正定县白石镇）\n西岭村（正定县白石镇）\n石桥客栈（正定县白石镇）\n"
            "南岭村（灵寿县清溪镇）\n北岭村",
            ["石桥客栈", "北岭村"],
        ),
        # The place behind a dash was read as the unit.
        (
            "名单\n1.东岭村——正定县白石镇\n2.石桥客栈——正定县白石镇\n3.西岭村——正定县白石镇",
            ["石桥客栈"],
        ),
        # Remarks, parents and headings over all of them are no units.
        (_TWO + "石桥客栈（2019年）", []),
        (
            "石家庄市（正定县）\n东岭村（白石镇）\n西岭村（白石镇）\n"
            "邯郸市（涉县）\n南岭村（清溪镇）",
            [],
        ),
        ("名单\n示范村（石家庄市）\n东岭村（正定县）\n西岭村（灵寿县）", []),
        ("名单\n东岭村（清岗县白溪镇）\n石桥客栈（清岗县白溪镇）", []),
    ],
)
def test_lines_in_the_form_of_units_are_told(text: str, told: list[str]) -> None:
    listed = read(text)
    found = written_like_units(listed.listing, listed.units)
    assert [each.text for each in found] == told


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("石桥（东坝生产队、西坝村组）", ["石桥"]),
        ("县良种场（一分场生活区）", ["县良种场"]),
        # Remarks, persons and headings are no rows of places.
        ("联系人：张三、李四", []),
        ("备注：其中2个为新增", []),
        ("示范村（石桥花园、东坝花园）", []),
    ],
)
def test_rows_in_the_form_of_towns_are_told(row: str, told: list[str]) -> None:
    form = "{}（{}）" if "（" in row else "{}：{}"
    rows = [form.format(*each) for each in (("白石镇", "东岭村、西岭村"), ("黑石镇", "南岭村"))]
    listed = read("\n".join(("武进区", rows[0], row, rows[1])))
    found = written_like_rows(listed.listing, listed.units)
    assert [each.text for each in found] == told
