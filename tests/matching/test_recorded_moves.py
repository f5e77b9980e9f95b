"""A unit that lies elsewhere since what it lay in was dissolved, or another founded, is one."""

import pytest

from listed import listed, rows
from pilotdiff.model import Outcome

MOVED = [
    ("浙江省/杭州市/下城区/天水街道", "浙江省/杭州市/拱墅区/天水街道"),
    ("浙江省/杭州市/余杭区/塘栖镇", "浙江省/杭州市/临平区/塘栖镇"),
    ("安徽省/巢湖市/庐江县", "安徽省/合肥市/庐江县"),
    # With the town that it lay in.
    ("湖南省/永州市/新田县/龙泉镇/梅溪村", "湖南省/永州市/新田县/中山街道/梅溪村"),
]
# The record has the earlier one under several codes, of which one followed the other.
GIVEN = [
    ("四川省/资阳市/简阳市", "四川省/成都市/简阳市"),
    ("安徽省/六安市/寿县", "安徽省/淮南市/寿县"),
]
TWO = [
    # Both stand at all times.
    ("浙江省/绍兴市/越城区/东湖街道", "浙江省/嘉兴市/平湖市/东湖街道"),
    ("河南省/平顶山市/宝丰县/城关镇", "河南省/平顶山市/郏县/城关镇"),
]


@pytest.mark.parametrize(("before", "after"), MOVED)
def test_it_is_one_unit(before: str, after: str) -> None:
    (row,) = rows(listed([before]), listed([after]))
    assert row.outcome is Outcome.RENAMED
    assert "and from" in str(row.reason)
    (back,) = rows(listed([after]), listed([before]))
    assert (back.outcome, str(back.reason)) == (row.outcome, str(row.reason))


@pytest.mark.parametrize(("before", "after"), GIVEN)
def test_a_county_was_given_to_another_city(before: str, after: str) -> None:
    (row,) = rows(listed([before]), listed([after]))
    assert row.outcome is Outcome.RENAMED
    (back,) = rows(listed([after]), listed([before]))
    assert back.outcome is Outcome.RENAMED


@pytest.mark.parametrize(("before", "after"), TWO)
def test_namesakes_of_standing_places_are_none(before: str, after: str) -> None:
    found = rows(listed([before]), listed([after]))
    assert all(row.outcome in (Outcome.DROPPED, Outcome.NEW, Outcome.REVIEW) for row in found)
