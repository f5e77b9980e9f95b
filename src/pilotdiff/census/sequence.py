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

    missing  the numbers that a gap leaves out, or the one that belongs where another stands; of
             a gap too wide to be looked through, the first and the last
    lost     how many the gap leaves out
    same     the place of the number that it repeats, -1 when it repeats none
    """

    fault: Fault
    at: int
    missing: tuple[int, ...] = ()
    same: int = -1
    lost: int = 0


# A list numbered by division codes may leave a million numbers out: they are counted, not named.
_NAMED = 1_000


def breaks(numbers: Sequence[int], first: int) -> Iterator[Break]:
    """Yield the faults of one row of numbers that should count from `first`.

    The longest rising row is believed; what stands outside it is out of place.
    """
    rising = _longest_rising(numbers)
    believed = {numbers[index]: index for index in rising}
    present = sorted(set(numbers))
    before, expected = -1, first
    for index in [*rising, len(numbers)]:
        ends = index == len(numbers)
        upto = expected if ends else numbers[index]
        strays = range(before + 1, index)
        missing, count = _missing(present, expected, upto)
        places = [(n,) for n in missing] if count == len(strays) else [()] * len(strays)
        for stray, place in zip(strays, places, strict=True):
            same = believed.get(numbers[stray], -1)
            yield Break(Fault.MISPLACED if same < 0 else Fault.REPEATED, stray, place, same)
        if not ends:
            if count > len(strays):
                yield Break(Fault.GAP, index, missing, lost=count)
            before, expected = index, numbers[index] + 1


def _missing(present: Sequence[int], start: int, stop: int) -> tuple[tuple[int, ...], int]:
    """Return the numbers of [start, stop) that are not present (which is sorted), and how many they
    are.

    >>> _missing([1, 4], 1, 5)
    ((2, 3), 2)
    >>> _missing([1, 999999], 2, 999999)
    ((2, 999998), 999997)
    """
    between = present[bisect_left(present, start) : bisect_left(present, stop)]
    count = max(stop - start, 0) - len(between)
    if count <= _NAMED + len(between):
        held = set(between)
        return tuple(n for n in range(start, stop) if n not in held), count
    first, last = start, stop - 1
    for number in between:
        first += number == first
    for number in reversed(between):
        last -= number == last
    return (first, last), count


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return the indices of the longest strictly rising subsequence (patience sorting)."""
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
