"""One name that most units of a list bear, each in another place."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        (
            "先行区名单\n陕西省洋县国家农业先行区\n河北省隆化县国家农业先行区\n北京市顺义区国家农业先行区",
            ["陕西省洋县国家农业先行区"],
        ),
        (
            "先行区名单\n陕西省洋县国家农业先行区\n河北省隆化县白溪农业先行区\n北京市顺义区东岭先行区",
            [],
        ),
        ("示范镇名单\n陕西省洋县城关镇\n河北省隆化县城关镇\n北京市顺义区城关镇", []),
    ],
)
def test_what_all_places_are_called_is_doubtful(text: str, doubtful: list[str]) -> None:
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    assert [line.text for line in units.census.doubtful] == doubtful
