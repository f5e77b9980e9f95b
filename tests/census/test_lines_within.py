"""Lines amid the units of a list that gave none."""

from collections.abc import Callable

import pytest

_LIST = "示范村名单\n金堂县东岭村\n大邑县西岭村\n{line}\n新津区南岭村\n新津区北岭村"


@pytest.mark.parametrize(
    "line",
    ["新津区石桥123号", "新津区石桥（村", "新津区石桥村电话123456"],
)
def test_a_line_that_begins_with_a_place_is_told(
    doubtful: Callable[[str], list[str]], line: str
) -> None:
    assert doubtful(_LIST.format(line=line)) == [line]


@pytest.mark.parametrize("line", ["新津区：", "地址：新津区中山路", "新津区石桥村", "第 2 页"])
def test_headings_addresses_units_and_pages_are_not(
    doubtful: Callable[[str], list[str]], line: str
) -> None:
    assert doubtful(_LIST.format(line=line)) == []


def test_the_first_and_the_last_are_told_where_they_are_written_like_their_neighbour(
    doubtful: Callable[[str], list[str]],
) -> None:
    text = "示范村名单\n1.金堂县石桥（村\n2.大邑县西岭村\n3.新津区南岭村\n4.新津区石桥123号"
    assert doubtful(text) == ["1.金堂县石桥（村", "4.新津区石桥123号"]
    assert doubtful("示范村名单\n大邑县西岭村\n新津区南岭村\n金堂县民政局（公章）") == []
