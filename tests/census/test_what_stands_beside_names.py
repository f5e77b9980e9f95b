"""What stands before or behind names and may be a place or a unit of its own."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A county named before units that lie in none.
        ("一是正定县。白石镇东岭村、青石镇西岭村为示范村。", ["白石镇东岭村"]),
        ("石家庄市示范村名单\n正定县白石镇东岭村\n灵寿县青石镇西岭村", []),
        ("示范村名单\n东城区域白石镇东岭村\n青石镇西岭村", []),
        # A unit behind a dash or colon.
        ("名单\n正定县白石镇东岭村—西岭村\n灵寿县青石镇南岭村", ["西岭村"]),
        ("名单\n正定县白石镇东岭村（西岭村）\n灵寿县青石镇南岭村", []),
        # A village that goes on, read as no unit.
        (
            "石家庄市示范点\n正定县白石镇东岭村三片\n灵寿县青石镇西岭村",
            ["正定县白石镇东岭村三片"],
        ),
    ],
)
def test_it_is_told(text: str, wanted: list[str], doubtful: Callable[[str], list[str]]) -> None:
    assert doubtful(text) == wanted
