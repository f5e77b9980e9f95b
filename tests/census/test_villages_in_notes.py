"""Villages without kinds that became remarks of their towns."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "正定县\n新城铺镇：东岭、西岭\n南牛乡：木庄、后庄",
            ["新城铺镇：东岭、西岭", "南牛乡：木庄、后庄"],
        ),
        # What towns are chosen for, and a list that says it is one of towns.
        ("正定县\n新城铺镇：茶叶、旅游\n南牛乡：民宿、陶瓷", []),
        ("示范镇名单\n正定县\n新城铺镇：东岭、西岭\n南牛乡：木庄、后庄", []),
        ("正定县\n新城铺镇：东岭村、西岭村\n南牛乡：木庄村、后庄村", []),
    ],
)
def test_a_row_of_short_names_behind_a_town_is_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful(text) == wanted
