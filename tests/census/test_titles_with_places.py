"""Titles that may be the first unit of a list, or the place of its units."""

from collections.abc import Callable

import pytest

_ROWS = "\n石家庄市/正定县/新城铺镇/东岭村\n石家庄市/—/南牛乡/木庄村"
_BARE = "\n白马村\n青石村\n红岩村"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("石家庄市/—/新城铺镇/西岭村" + _ROWS, ["石家庄市/—/新城铺镇/西岭村"]),
        ("示范村名单/2023年/河北省" + _ROWS, []),
        ("白溪镇文明区" + _BARE, ["白溪镇文明区"]),
        ("清岗县先行示范区" + _BARE, []),
        ("白溪镇示范村名单" + _BARE, []),
    ],
)
def test_a_title_that_may_be_a_place_is_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful(text) == wanted
