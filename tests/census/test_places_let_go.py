"""Units without a place behind or below one that states its own."""

from collections.abc import Callable

import pytest

_ROWS = """正定县 新城铺镇 东岭村
               西岭村
       南牛乡   木庄村
井陉县 天长镇   河口村"""
_REPEATED = """正定县新城铺镇东岭村
      "      木庄村
井陉县天长镇河口村
      "      庄旺村"""
_SAME = "正定县：东岭村（新城铺镇）；西岭村（同上）\n井陉县：河口村（天长镇）；庄旺村（天长镇）"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (_ROWS, ["西岭村", "南牛乡   木庄村"]),
        (_REPEATED, ["木庄村", "庄旺村"]),
        (_SAME, ["西岭村（同上）"]),
        ("正定县新城铺镇（东岭村、西岭村）、南牛乡（木庄村）\n井陉县天长镇（河口村）", ["木庄村"]),
        ("正定县东岭村，隶属新城铺镇\n井陉县河口村", ["东岭村"]),
        ("属正定县的：新城铺镇东岭村\n属井陉县的：天长镇河口村", ["属正定县的", "属井陉县的"]),
        ("正定县东岭（行政）村\n井陉县河口村", ["东岭（行政）村"]),
        ("正定县新城铺镇东岭村、南牛乡木庄村\n井陉县天长镇河口村、小作镇北岭村", []),
        ("正定县新城铺镇东岭村\n    井陉县天长镇河口村\n    平山县岗南镇南岭村", []),
        ("东岭村\n  西岭村\n    木庄村\n河口村", []),
    ],
)
def test_a_place_that_may_hold_below_is_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful(f"试点村名单\n{text}") == wanted
