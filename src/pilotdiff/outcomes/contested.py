"""Pilots that may yet have gone on: those under review, those that the result under review may be
as well, those that the result document names beside its list, and those that may stand in a place
of it that gave no unit."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from pilotdiff.model import Outcome, Row
from pilotdiff.model.outcomes import WITHOUT_PARTNER
from pilotdiff.outcomes.named_beside import told_beside
from pilotdiff.outcomes.unread_places import places_unread

Contested = Mapping[int, tuple[int, ...]]


def contested(rows: Sequence[Row]) -> Contested:
    """Return the pilots that may yet have gone on, by `id(pilot)`: the numbers of the rows under
    review that speak of them, or of their own row, and those of `places_unread`."""
    found: dict[int, list[int]] = defaultdict(list)
    rivals: dict[str, list[int]] = defaultdict(list)
    unread: dict[int, tuple[int, ...]] = {}
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
            if places := places_unread(row):
                unread[id(row.pilot)] = places
    told = {pilot: (*numbers, *unread.get(pilot, ())) for pilot, numbers in found.items()}
    return unread | told  # most share the places: one tuple of them all


def claimed_by_open(rows: Sequence[Row]) -> Mapping[int, tuple[Row, ...]]:
    """Return the rows of units without a partner that rows under review may be of as well, by
    `id(row)`: these."""
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.outcome is Outcome.REVIEW and row.pairing is not None:
            for name in row.pairing.rivals:
                claims[name].append(row)
    found = (
        (row, row.pilot or row.result) for row in rows if claims and row.outcome in WITHOUT_PARTNER
    )
    return {
        id(row): tuple(claims[unit.name]) for row, unit in found if unit and unit.name in claims
    }


def yet_open(told: Iterable[tuple[Hashable, ...]]) -> int:
    """Return how many of some pilots may yet have gone on at most, by the numbers that each is
    `contested` in: one row makes one of them go on.

    >>> yet_open([(1,), (1,), ()]), yet_open([(1,), (2, 3)])
    (1, 2)
    """
    numbers = [each for each in told if each]
    return min(len(numbers), len({row for each in set(numbers) for row in each}))
