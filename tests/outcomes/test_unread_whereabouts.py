"""Lists by place are parts of one list: what is not read of one lies in its own place."""

import pytest

from listed import listed
from making import units
from pilotdiff.listing import outline
from pilotdiff.model import Units
from pilotdiff.outcomes.unread_whereabouts import ANYWHERE, place_of_list, unread_pilots
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


def made(title: str, *paths: str) -> Units:
    return units(title, listed(list(paths)).units, title=title)


OTHERS = made("甲省乙市试点名单", "甲省/乙市/丙县/丁镇", "甲省/乙市/己县/戊镇")


@pytest.mark.parametrize(
    ("title", "paths", "others", "level"),
    [
        ("甲省子市试点名单", ["甲省/子市/丑县/寅镇"], [OTHERS], 1),
        # One unit and a title that says nothing tell no place.
        ("甲省试点名单", ["甲省/子市/丑县/寅镇"], [OTHERS], None),
        ("甲省试点名单", [f"甲省/子市/{n}县/寅镇" for n in "丑卯辰"], [OTHERS], 1),
        # The other list has units there too.
        ("甲省乙市试点名单", ["甲省/乙市/丑县/寅镇"], [OTHERS], None),
        ("甲省试点名单", ["甲省/子市/丑县/寅镇", "甲省/午市/丑县/寅镇"], [OTHERS], None),
    ],
)
def test_the_place_of_a_list(
    title: str, paths: list[str], others: list[Units], level: int | None
) -> None:
    place = place_of_list(made(title, *paths), others)
    assert [depth for depth, key in enumerate(place) if key] == ([] if level is None else [level])
    assert len(place) == len(ANYWHERE.place)


@pytest.mark.parametrize(
    ("last", "counted"),
    [
        # The list has one county of that name, the standard no other: it lies in one city.
        ("4.平江县〓〓〓", {"岳阳市": 1, "湘潭市": 0}),
        ("4.〓〓〓", {"岳阳市": 1, "湘潭市": 1}),
        # Several cities of the standard have a 鼓楼区.
        ("4.鼓楼区〓〓〓", {"岳阳市": 1, "湘潭市": 1}),
    ],
)
def test_a_line_of_a_county_bears_on_the_city_it_lies_in(
    last: str, counted: dict[str, int]
) -> None:
    towns = "1.岳阳市平江县南江镇\n2.岳阳市鼓楼区长寿镇\n3.湘潭市韶山市清溪镇"
    text = f"湖南省试点镇名单\n{towns}\n{last}\n"
    unread = unread_pilots(resolve(outline(read_bytes("list.txt", text.encode()))))
    assert {city: unread.within(("湖南省", city)) for city in counted} == counted
