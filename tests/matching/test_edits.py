"""A difference that returns all over two lists is a spelling; one that stands alone is not."""

from collections.abc import Sequence
from math import log

from listed import listed
from pilotdiff.matching.compared_pair import Pair
from pilotdiff.matching.level_steps import prepare

_TOWN = "四川省/资阳市/乐至县/大佛镇/"
_PILOTS = ("双埝塘村", "新埝村", "桥埝村", "大龙村")
_RESULTS = ("双堰塘村", "新堰村", "桥堰村", "大新村")


def _pair(pilot: int, result: int, pilots: Sequence[str] = _PILOTS) -> Pair:
    ours, theirs = (listed([_TOWN + name for name in names]) for names in (pilots, _RESULTS))
    return prepare(ours.units, theirs.units).comparison.pair(pilot, result)


def test_a_spelling_that_changed_everywhere_is_counted_without_the_pair_itself() -> None:
    assert _pair(0, 0).edited == (log(3), 2 / 3)


def test_what_differs_once_says_nothing() -> None:
    assert _pair(3, 3).edited == (0.0, 0.0)
    assert _pair(0, 0, ("双埝塘村",)).edited == (0.0, 0.0)
