"""Labels over villages that may be towns without their kind."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "正定县卫生村名单\n新城铺：东岭村、西岭村\n南牛：木庄村\n曲阳桥：北高村",
            ["新城铺", "南牛", "曲阳桥"],
        ),
        ("宝鸡市示范社区名单\n永兴：永兴社区\n天长：河口村", ["永兴", "天长"]),
        ("正定县村名单\n便民：东岭村、西岭村\n智慧：北高村", []),
        ("正定县村名单\n一等奖：东岭村、西岭村\n牵头：北高村", []),
        ("河北省村名单\n正定：东岭村、西岭村\n井陉：河口村", []),
    ],
)
def test_labels_that_may_be_towns_are_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful(text) == wanted
