"""Which lists name their regions whole: by how many units a place has, and how many names recur."""

from collections.abc import Sequence

import pytest

from listed import listed, told
from pilotdiff.matching.level_steps import prepare

_FIRST, _SECOND = "甲乙丙丁", "青白石云松柳溪桥岭山"
# Four towns of one county, with ten villages each.
_ALL = [
    f"四川省/桐川市/青禾县/{_SECOND[town]}河镇/{_FIRST[town]}{second}村"
    for town in range(4)
    for second in _SECOND
]


def whole(pilots: Sequence[str], results: Sequence[str]) -> float:
    found = prepare(listed(pilots).units, listed(results).units)
    return found.comparison.wholeness.whole(found.pilots.places[0], found.results.places[0])


def test_lists_of_all_that_there_is_are_whole() -> None:
    assert whole(_ALL, _ALL) == 1


def test_lists_of_all_are_whole_where_many_were_merged_away() -> None:
    assert whole(_ALL, _ALL[::2]) == 1


def test_lists_of_many_that_were_chosen_are_not() -> None:
    pilots = [each for at, each in enumerate(_ALL) if at % 3]
    results = [each for at, each in enumerate(_ALL) if at % 3 < 2]
    assert whole(pilots, results) == 0


def test_lists_of_nine_in_ten_are_no_whole_ones() -> None:
    pilots = [each for at, each in enumerate(_ALL) if at % 10 != 3]
    results = [each for at, each in enumerate(_ALL) if at % 10 != 6]
    assert whole(pilots, results) < 0.2


@pytest.mark.parametrize("step", [4, 12])
def test_swapping_the_lists_changes_nothing(step: int) -> None:
    pilots = _ALL[:36]
    results = [each for at, each in enumerate(_ALL) if at % step]
    assert whole(pilots, results) == whole(results, pilots)
    assert 0 < whole(pilots, results) <= 1


def test_in_whole_lists_names_that_share_a_word_of_zones_alone_are_for_a_person() -> None:
    town = "四川省/桐川市/青禾县/青河镇"
    pilots = [f"{town}/新语社区", *_ALL]
    results = [f"{town}/高新园虚拟社区", *_ALL]
    assert whole(pilots, results) == 1
    assert told(listed(pilots), listed(results))[0] == "1 ? 1"


@pytest.mark.parametrize(
    "names",
    ["东石坝村 西石坝村", "石坝一村 石坝二村", "苗家庄村 梁家庄村", "石坝村 石桥村"],
)
def test_in_lists_of_few_of_whom_nearly_all_went_on_another_meaning_is_for_a_person(
    names: str,
) -> None:
    ours, theirs = (f"四川省/桐川市/青禾县/青河镇/{each}" for each in names.split())
    assert told(listed([ours, *_ALL[:30]]), listed([theirs, *_ALL[:30]]))[0] == "1 ? 1"


def test_what_tells_neighbours_apart_is_for_a_person_in_whole_lists_too() -> None:
    town = "四川省/桐川市/青禾县/青河镇"
    pilots, results = ([f"{town}/{each}石坝村", *_ALL] for each in "东西")
    assert whole(pilots, results) == 1
    assert told(listed(pilots), listed(results))[0] == "1 ? 1"
