"""Communities whose town became a county, in lists of before and after."""

import pytest

from listed import listed, rows
from pilotdiff.model import Outcome

BEFORE = "浙江省/温州市/苍南县/龙港镇"
AFTER = "浙江省/温州市/龙港市/"


def test_a_community_of_a_town_that_became_a_city_is_one_in_the_city() -> None:
    pilots, results = listed([f"{BEFORE}/柳林社区"]), listed([f"{AFTER}/柳林社区"])
    for row in (*rows(pilots, results), *rows(results, pilots)):
        assert row.outcome is Outcome.RENAMED
        assert "2019" in str(row.reason)


def test_another_kind_there_is_proposed() -> None:
    (row,) = rows(listed([f"{BEFORE}/柳林村"]), listed([f"{AFTER}/柳林社区"]))
    assert row.outcome is Outcome.REVIEW


def test_two_of_one_name_there_are_proposed() -> None:
    pilots = listed([f"{BEFORE}/柳林社区", f"{BEFORE}/柳林村"])
    found = rows(pilots, listed([f"{AFTER}/柳林社区"]))
    assert [row.outcome for row in found if row.result] == [Outcome.RENAMED]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("浙江省/温州市/苍南县/灵溪镇/柳林社区", "浙江省/温州市/龙港市//柳林社区"),  # another town
        ("浙江省/温州市/苍南县/龙港镇/柳林社区", "浙江省/温州市/苍南县//东岭社区"),  # another name
        ("浙江省/温州市/苍南县/平阳镇/柳林社区", "浙江省/温州市/平阳县//柳林社区"),  # no change
    ],
)
def test_others_are_left(before: str, after: str) -> None:
    found = rows(listed([before]), listed([after]))
    assert {row.outcome for row in found}.isdisjoint({Outcome.RENAMED, Outcome.PROMOTED})
