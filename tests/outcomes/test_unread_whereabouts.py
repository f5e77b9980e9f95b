"""Lists by place are parts of one list: what is not read of one lies in its own place."""

import pytest

from listed import listed
from making import units
from pilotdiff.model import Units
from pilotdiff.outcomes.unread_whereabouts import ANYWHERE, place_of_list


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
