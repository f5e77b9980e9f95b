"""Pilots that may yet have gone on: those under review, those that the result under review may be
as well, and those that the result document names beside its list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pilotdiff.model import Outcome, Row
from pilotdiff.outcomes.named_beside import told_beside

Contested = Mapping[int, tuple[int, ...]]


def contested(rows: Sequence[Row]) -> Contested:
    """Return the pilots that may yet have gone on, by `id(pilot)`: the numbers of the rows under
    review that speak of them, or of their own row."""
    found: dict[int, list[int]] = defaultdict(list)
    rivals: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if row.outcome is Outcome.REVIEW and row.pilot is not None:
            found[id(row.pilot)].append(number)
            for name in row.pairing.rivals if row.pairing else ():
                rivals[name].append(number)
    for number, row in enumerate(rows):
        if row.outcome is Outcome.DROPPED and row.pilot is not None:
            if row.pilot.name in rivals:
                found[id(row.pilot)] += rivals[row.pilot.name]
            if told_beside(row):
                found[id(row.pilot)].append(number)
    return {pilot: tuple(numbers) for pilot, numbers in found.items()}


def yet_open(told: Iterable[tuple[int, ...]]) -> int:
    """Return how many of some pilots may yet have gone on at most, by the numbers that each is
    `contested` in: one row makes one of them go on.

    >>> yet_open([(1,), (1,), ()]), yet_open([(1,), (2, 3)])
    (1, 2)
    """
    numbers = [each for each in told if each]
    return min(len(numbers), len({row for each in numbers for row in each}))
