"""Villages that begin with another county, its kind left out."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("village", "wanted"),
    [("金堂东岭村", ["金堂东岭村"]), ("南岭村", []), ("金堂村", []), ("金堂县东岭村", [])],
)
def test_a_village_that_begins_with_another_county_is_doubted(
    doubtful: Callable[[str], list[str]], village: str, wanted: list[str]
) -> None:
    row = f"四川大邑县西岭村、{village}、蒲江县北岭村"
    assert doubtful(f"近日公布名单，{row}等3个村成为示范村。") == wanted
