"""Where a row of numbers does not count on: what is missing, repeated or out of place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple


class Fault(Enum):
    """What is wrong at a number."""

    GAP = "gap"
    REPEATED = "repeated"
    MISPLACED = "misplaced"


class Break(NamedTuple):
    """A fault at the number that stands `at` its place in the row.

    missing  the numbers that a gap leaves out, or the one that belongs where another stands
    same     the place of the number that it repeats, -1 when it repeats none
    """

    fault: Fault
    at: int
    missing: tuple[int, ...] = ()
    same: int = -1


def breaks(numbers: Sequence[int], first: int) -> Iterator[Break]:
    """The faults of one row of numbers that should count from `first`.

    The longest rising row is believed; what stands outside it is out of place.
    """
    rising = _longest_rising(numbers)
    believed = {numbers[index]: index for index in rising}
    present = set(numbers)
    before, expected = -1, first
    for index in [*rising, len(numbers)]:
        ends = index == len(numbers)
        upto = expected if ends else numbers[index]
        strays = range(before + 1, index)
        missing = [n for n in range(expected, upto) if n not in present]
        places = [(n,) for n in missing] if len(missing) == len(strays) else [()] * len(strays)
        for stray, place in zip(strays, places, strict=True):
            same = believed.get(numbers[stray], -1)
            yield Break(Fault.MISPLACED if same < 0 else Fault.REPEATED, stray, place, same)
        if not ends:
            if len(missing) > len(strays):
                yield Break(Fault.GAP, index, tuple(missing))
            before, expected = index, numbers[index] + 1


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The indices of the longest strictly rising subsequence (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        back.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(number)
            ends.append(index)
        else:
            tops[pile], ends[pile] = number, index
    found: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(index)
        index = back[index]
    return found[::-1]
