"""Shares of the work that do not touch each other, done on as many cores as pay."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.forked import SentColumns, as_columns, as_rows, cores, in_processes
from pilotdiff.matching.assign import Edge
from pilotdiff.matching.contest import Alone, FoundPair, pairs_found
from pilotdiff.matching.level_steps import Prepared, prepare
from pilotdiff.matching.names.name_keys import place_key
from pilotdiff.matching.places.stated_places import content
from pilotdiff.model import LEVELS, Level, Unit

# Below this many units a second process costs more than it brings.
PAYS = 60_000


class Partition(NamedTuple):
    """Units that can only be paired with each other.

    together, apart  pairs of their numbers that a person ruled to be the same, or not to be
    """

    pilots: list[Unit]
    results: list[Unit]
    together: frozenset[Edge] = frozenset()
    apart: frozenset[Edge] = frozenset()

    @property
    def size(self) -> int:
        """How much work it is, in units."""
        return len(self.pilots) + len(self.results)

    @property
    def turned(self) -> bool:
        """Whether the results are compared with the pilots, not the pilots with the results.

        Content decides, so that two lists that are swapped are compared in the same way: the longer
        list comes first, of two equally long ones that with the first path.
        """
        if len(self.pilots) != len(self.results):
            return len(self.pilots) < len(self.results)
        ours, theirs = (sorted(map(content, units)) for units in (self.pilots, self.results))
        return theirs < ours


def prepared(partition: Partition) -> Prepared:
    """Return both sides of a partition as they are compared, `turned` or not."""
    pilots, results, together, apart = partition
    if not partition.turned:
        return prepare(pilots, results, together, apart)
    told = (frozenset((result, pilot) for pilot, result in edges) for edges in (together, apart))
    return prepare(results, pilots, *told, turned=True)


PartitionAnswer = tuple[list[FoundPair], list[Alone]]


def partitions(pilots: Sequence[Unit], results: Sequence[Unit]) -> list[Partition]:
    """Return the lists cut by level, and by province where every unit has one; in a fixed order."""
    cut: dict[tuple[Level, str], tuple[list[Unit], list[Unit]]] = defaultdict(lambda: ([], []))
    whole = all(unit.path[0] for units in (pilots, results) for unit in units)
    for side, units in enumerate((pilots, results)):
        for unit in units:
            province = place_key(0, unit.path[0]) if whole and unit.level.depth else ""
            cut[unit.level, province][side].append(unit)
    order = {level: at for at, level in enumerate(LEVELS)}
    keys = sorted(cut, key=lambda key: (order[key[0]], key[1]))
    return [Partition(*cut[key]) for key in keys if all(cut[key])]


def answers(work: list[Partition], done: Callable[[int], None]) -> list[PartitionAnswer]:
    """Return what is found in each partition, in their order; `done` is told the units dealt
    with."""
    width = min(cores(), len(work))
    if width < 2 or sum(partition.size for partition in work) < PAYS:
        return list(_in_turn(work, done))
    return _side_by_side(work, width, done)


def _in_turn(work: list[Partition], done: Callable[[int], None]) -> Iterator[PartitionAnswer]:
    for partition in work:
        yield _answer(partition)
        done(partition.size)


def _answer(partition: Partition) -> PartitionAnswer:
    return pairs_found(prepared(partition))


def _sent(partition: Partition) -> tuple[SentColumns, SentColumns]:
    pairs, alone = _answer(partition)
    return as_columns(pairs), as_columns(alone)


def _side_by_side(
    work: list[Partition], width: int, done: Callable[[int], None]
) -> list[PartitionAnswer]:
    """Return the same on several cores."""
    found: dict[int, PartitionAnswer] = {}
    largest_first = sorted(range(len(work)), key=lambda n: -work[n].size)
    for number, (pairs, alone) in in_processes(lambda n: _sent(work[n]), largest_first, width):
        found[number] = as_rows(FoundPair, pairs), as_rows(Alone, alone)
        done(work[number].size)
    return [found[number] for number in range(len(work))]
