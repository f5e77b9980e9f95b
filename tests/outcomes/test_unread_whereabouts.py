"""Lists by place are parts of one list: what is not read of one lies in its own place."""

from typing import Any

import pytest

from casefile import cases
from listed import listed, units_of
from making import units
from pilotdiff.census.unread_units import UnreadUnits
from pilotdiff.model import Units
from pilotdiff.outcomes.unread_whereabouts import (
    ANYWHERE,
    Whereabouts,
    place_of_list,
    places_of_lines,
    unread_pilots,
)


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


@pytest.mark.parametrize("case", cases("outcomes_parts", "in_city"))
def test_a_line_of_a_county_bears_on_the_city_it_lies_in(case: dict[str, Any]) -> None:
    last, counted = case["last"], case["counted"]
    towns = "1.岳阳市平江县南江镇\n2.岳阳市鼓楼区长寿镇\n3.湘潭市韶山市清溪镇"
    text = f"湖南省试点镇名单\n{towns}\n{last}\n"
    unread = unread_pilots(units_of(text))
    assert {city: unread.within(("湖南省", city)) for city in counted} == counted


TOLD = "河北省示范村名单\n正定县\n正定镇东岭村\n平山县\n{line}\n平山镇柳湾村\n"


@pytest.mark.parametrize("case", cases("outcomes_parts", "below_county"))
def test_a_line_below_the_heading_of_a_county_lies_in_it(case: dict[str, Any]) -> None:
    line, listed_there, apart = case["line"], case["listed_there"], case["apart"]
    text = TOLD.format(line=line)
    document = units_of(text)
    number = text.splitlines().index(line) + 1
    others = listed([f"河北省/石家庄市/{listed_there}/黑石镇/石桥村"]).units
    unread = UnreadUnits(lines=(number,))
    (place,) = places_of_lines(document, unread, others)
    path = ("河北省", "石家庄市", listed_there, "黑石镇")
    assert Whereabouts(place).may_be_in(path) is not apart


def test_a_line_below_the_later_name_of_a_county_may_be_of_its_former_one() -> None:
    text = TOLD.replace("平山县", "鹿泉区").format(line="白石镇□□村")
    document = units_of(text)
    others = listed(["河北省/石家庄市/鹿泉市/黑石镇/石桥村"]).units
    (place,) = places_of_lines(document, UnreadUnits(lines=(5,)), others)
    assert Whereabouts(place).may_be_in(("河北省", "石家庄市", "鹿泉市", "黑石镇"))
