"""Pair units of one name in one place, whatever the script and the wording of the kind."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence, Set
from typing import NamedTuple

from pilotdiff.matching.assign import Edge

# The rules that rest on one name in one place.
NAME_RULES = frozenset({"exact", "wording", "stem", "glued"})


class Paired(NamedTuple):
    """Pairs of numbers, and the numbers that are left of both sides, in their order."""

    pairs: list[tuple[int, int]]
    left: list[int]
    left_there: list[int]


def pair_equal(
    pilots: Sequence[int],
    results: Sequence[int],
    keys: Sequence[Hashable],
    keys_there: Sequence[Hashable],
) -> Paired:
    """Pair numbers whose keys are equal and stand once on either side; keys go with the numbers."""
    there = dict(zip(keys_there, results, strict=True))
    repeated = _repeated(keys) | _repeated(keys_there)
    pairs, left = [], []
    for number, key in zip(pilots, keys, strict=True):
        other = there.get(key)
        if other is None or key in repeated:
            left.append(number)
        else:
            pairs.append((number, other))
    return _paired(pairs, left, results)


def _paired(pairs: list[tuple[int, int]], left: list[int], results: Sequence[int]) -> Paired:
    taken = {other for _, other in pairs}
    return Paired(pairs, left, [number for number in results if number not in taken])


def _repeated(keys: Sequence[Hashable]) -> set[Hashable]:
    if len(set(keys)) == len(keys):
        return set()
    return {key for key, count in Counter(keys).items() if count > 1}


def pair_repeated(
    pilots: Sequence[int],
    results: Sequence[int],
    keys: Sequence[Hashable],
    keys_there: Sequence[Hashable],
) -> Paired:
    """Pair numbers that a list repeats under one key, in the order given, as far as they go."""
    theirs: dict[Hashable, list[int]] = defaultdict(list)
    for number, key in zip(reversed(results), reversed(keys_there), strict=True):
        theirs[key].append(number)
    pairs, left = [], []
    for number, key in zip(pilots, keys, strict=True):
        others = theirs.get(key)
        if others:
            pairs.append((number, others.pop()))
        else:
            left.append(number)
    return _paired(pairs, left, results)


def with_pairs_parted(
    numbers: tuple[Sequence[int], Sequence[int]],
    keys: tuple[Sequence[Hashable], Sequence[Hashable]],
    apart: Set[Edge],
) -> tuple[list[Hashable], list[Hashable]]:
    """Return the keys, those set aside that would pair what must stay apart.

    Namesakes of such a pair are set aside with it: which of them is which is no longer certain.
    """
    ours, theirs = (dict(zip(*side, strict=True)) for side in zip(numbers, keys, strict=True))
    barred = {ours[a] for a, b in apart if a in ours and b in theirs and ours[a] == theirs[b]}
    mine, its = ([object() if key in barred else key for key in side] for side in keys)
    return mine, its
