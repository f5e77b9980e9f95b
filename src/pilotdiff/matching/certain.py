"""The certain steps: units of one name in one place, whatever the script and the kind's wording."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

Key = Callable[[int], Hashable]


def pair_equal(
    pilots: Iterable[int],
    results: Iterable[int],
    pilot_key: Key,
    result_key: Key,
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pair entries whose keys are equal and stand once on either side.

    Returns the pairs and what is left of both sides, in the order given.
    """
    ours: dict[Hashable, list[int]] = defaultdict(list)
    for number in pilots:
        ours[pilot_key(number)].append(number)
    theirs: dict[Hashable, list[int]] = defaultdict(list)
    for number in results:
        theirs[result_key(number)].append(number)
    pairs: list[tuple[int, int]] = []
    left: list[int] = []
    for key, numbers in ours.items():
        others = theirs.get(key)
        if others is not None and len(numbers) == 1 and len(others) == 1:
            pairs.append((numbers[0], others[0]))
            del theirs[key]
        else:
            left += numbers
    return pairs, left, [number for others in theirs.values() for number in others]


def pair_twins(
    pilots: Iterable[int],
    results: Sequence[int],
    pilot_key: Key,
    result_key: Key,
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pair entries that a list repeats under one key, in the order given, as far as they go."""
    theirs: dict[Hashable, list[int]] = defaultdict(list)
    for number in reversed(results):
        theirs[result_key(number)].append(number)
    pairs, left = [], []
    for number in pilots:
        others = theirs.get(pilot_key(number))
        if others:
            pairs.append((number, others.pop()))
        else:
            left.append(number)
    return pairs, left, [number for others in theirs.values() for number in others]
