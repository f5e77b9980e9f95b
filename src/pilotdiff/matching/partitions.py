"""Shares of the work that do not touch each other, done on as many cores as pay."""

import os
import signal
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.matching.assign import Edge
from pilotdiff.matching.contest import Alone, FoundPair, judge
from pilotdiff.matching.level_steps import prepare
from pilotdiff.matching.name_keys import place_key
from pilotdiff.model import LEVELS, Level, Unit

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

# Below this many units a second process costs more than it brings.
PAYS = 60_000
# Seconds between two looks of a child at its parent.
_LOOK = 1.0
_SIGNALS = {signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])}


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


Answer = tuple[list[FoundPair], list[Alone]]


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


def answers(work: list[Partition], done: Callable[[int], None]) -> list[Answer]:
    """Return what is found in each partition, in their order; `done` is told the units dealt
    with."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if cores < 2 or len(work) < 2 or sum(partition.size for partition in work) < PAYS:
        return list(_in_turn(work, done))
    return _side_by_side(work, min(cores, len(work)), done)


def _in_turn(work: list[Partition], done: Callable[[int], None]) -> Iterator[Answer]:
    for partition in work:
        yield _answer(partition)
        done(partition.size)


def _answer(partition: Partition) -> Answer:
    return judge(prepare(partition.pilots, partition.results, partition.together, partition.apart))


_WORK: list[Partition] = []


def _numbered(number: int) -> tuple[int, Answer]:
    return number, _answer(_WORK[number])


def _submitted(pool: "Executor", numbers: Sequence[int]) -> "list[Future[tuple[int, Answer]]]":
    """The work handed out. The children are made here, and hear no signal until `_quietly` has
    taken them from what the parent does on one."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        return [pool.submit(_numbered, number) for number in numbers]
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _quietly(parent: int) -> None:
    """A signal ends a child at once and without a word: the parent speaks for all, and where it is
    gone, so is the child."""
    from threading import Thread

    for number in _SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when its parent has been killed: its answer would wait for ever."""
    from threading import Event

    never = Event()
    while os.getppid() == parent:
        never.wait(_LOOK)
    os._exit(1)


def _side_by_side(work: list[Partition], cores: int, done: Callable[[int], None]) -> list[Answer]:
    """The same on several cores: the children inherit the lists and send back numbers."""
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from multiprocessing import active_children, get_context

    _WORK[:] = work
    found: dict[int, Answer] = {}
    largest_first = sorted(range(len(work)), key=lambda n: -work[n].size)
    try:
        with ProcessPoolExecutor(
            cores, get_context("fork"), initializer=_quietly, initargs=(os.getpid(),)
        ) as pool:
            try:
                for future in as_completed(_submitted(pool, largest_first)):
                    number, answer = future.result()
                    found[number] = answer
                    done(work[number].size)
            except BaseException:
                for child in active_children():
                    child.terminate()
                raise
    finally:
        _WORK.clear()
    return [found[number] for number in range(len(work))]
