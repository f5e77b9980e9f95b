"""Units above the level of nearly all others, and towns that begin with the kind of a place."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

_VILLAGES = "、".join(f"清岗县南岭镇{way}岭村" for way in "东西南北上下前后")


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        (f"入选的乡镇是：清岗县白溪镇。\n入选的示范村包括：{_VILLAGES}。", []),
        (f"入选的单位是：清岗县白溪镇。\n入选的示范村包括：{_VILLAGES}。", ["清岗县白溪镇"]),
        ("宣城市宁国市港口镇东岭村、市白溪镇西岭村、泾县南岭镇上岭村入选。", ["市白溪镇"]),
        ("示范街道名单\n广州市市桥街道\n广州市市场街道\n广州市县前街道", []),
    ],
)
def test_what_stands_oddly_is_doubtful(text: str, doubtful: list[str]) -> None:
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    assert [line.text for line in units.census.doubtful] == doubtful
