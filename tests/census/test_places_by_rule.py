"""Sentences that lay places to units by a sign, a number or their order."""

from collections.abc import Callable

import pytest

_BARE = "\n新城铺镇东岭村\n天长镇河口村#"
_PLACED = "\n正定县新城铺镇东岭村\n井陉县天长镇河口村#"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"石家庄市示范村名单（带#者属井陉县，其余属正定县）{_BARE}", ["带#者属井陉县"]),
        (f"石家庄市示范村名单\n#为井陉县，未标的为正定县{_BARE}", ["未标的为正定县"]),
        (f"石家庄市示范村名单{_BARE}\n注：1为正定县，2为井陉县。", ["1为正定县"]),
        (
            "石家庄市示范镇名单\n新城铺镇、天长镇（前一个属正定县，后一个属井陉县）",
            ["前一个属正定县"],
        ),
        (f"石家庄市示范村名单（带#者属井陉县，其余属正定县）{_PLACED}", []),
        (f"石家庄市示范村名单\n注：带#的为省级示范村，其余为市级。{_BARE}", []),
        ("1.新城铺镇东岭村 2.南牛乡木庄村（以上正定县） 3.天长镇河口村（井陉县）", ["以上正定县"]),
        (f"石家庄市示范村（标*的为井陉县，未标的为正定县）{_BARE}", ["标*的为井陉县"]),
        (f"石家庄市示范村名单{_BARE}\n以上2个村由正定县申报", []),
    ],
)
def test_places_laid_by_a_rule_are_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful(text) == wanted
