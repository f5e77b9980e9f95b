"""Places behind a dash that close what stands above them."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "东岭村、西岭村\n——正定县新城铺镇\n河口村\n——井陉县天长镇",
            ["正定县新城铺镇", "井陉县天长镇"],
        ),
        ("各镇名单\n——正定县新城铺镇\n——井陉县天长镇", []),
        ("各村名单\n——正定县新城铺镇\n东岭村\n——井陉县天长镇\n河口村", []),
    ],
)
def test_places_below_their_units_are_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful(text) == wanted
