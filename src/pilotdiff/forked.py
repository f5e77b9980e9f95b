"""Work done beside one's own in processes that inherit what they need and send back answers.

They are forked, so nothing is sent to them. Where a system has no fork, or one core, `cores` says
one, and the work is done in turn.
"""

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future, ProcessPoolExecutor

_Answer = TypeVar("_Answer")
_Row = TypeVar("_Row", bound=tuple[Any, ...])
# Of rows that are sent from one process to another.
SentColumns = tuple[tuple[Any, ...], ...]

# Seconds between two looks of a child at its parent.
_LOOK = 1.0
ENDING = {signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])}
# What the children run: they inherit it.
_TASKS: list[Callable[[int], object]] = []


def as_columns(rows: Sequence[tuple[object, ...]]) -> SentColumns:
    """Return rows of one length as their columns: sent so, they take a third of the time that as
    many named tuples take. To zip so many rows takes five times as long."""
    width = len(rows[0]) if rows else 0
    return tuple(tuple(map(itemgetter(at), rows)) for at in range(width))


def as_rows(kind: type[_Row], columns: Iterable[Iterable[Any]]) -> list[_Row]:
    """Return the rows that were made columns, as named tuples of a kind; its `_make` takes three
    times as long."""
    return list(map(partial(tuple.__new__, kind), zip(*columns, strict=True)))


def cores() -> int:
    """Return how many cores this process may use; one where processes cannot be forked."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def in_processes(
    task: Callable[[int], _Answer], numbers: Sequence[int], width: int
) -> Iterator[tuple[int, _Answer]]:
    """Yield each number with what `task` answers for it, in the order in which they are done.

    `width` processes work, and take the numbers in the order given. What a task raises is raised
    here, and the others end.
    """
    from concurrent.futures import as_completed

    with _pool(task, width) as pool:
        futures = _submitted(pool, numbers)
        for future in as_completed(futures):
            yield futures[future], future.result()  # type: ignore[misc]


@contextmanager
def meanwhile(task: Callable[[], _Answer]) -> Iterator[Callable[[], _Answer]]:
    """Give a function that waits for what `task` answers; it is at work in another process
    meanwhile.

    What the task raises is raised by that function. An error in the block ends the task.
    """
    with _pool(lambda _: task(), 1) as pool:
        (future,) = _submitted(pool, (0,))
        yield future.result  # type: ignore[misc]


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the signals that end a process waiting, so that what must be whole is done first."""
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _pool(task: Callable[[int], object], width: int) -> "Iterator[ProcessPoolExecutor]":
    """Return processes that have the task; they end at once where the parent is interrupted."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    _TASKS.append(task)
    context = get_context("fork")
    try:
        with ProcessPoolExecutor(
            width, context, initializer=_quietly, initargs=(os.getpid(),)
        ) as pool:
            try:
                yield pool
            except BaseException:
                for child in active_children():
                    child.terminate()
                raise
    finally:
        _TASKS.pop()


def _done(number: int) -> object:
    return _TASKS[-1](number)


def _submitted(pool: "Executor", numbers: Sequence[int]) -> "dict[Future[object], int]":
    """Return the work handed out. The children are made here, and hear no signal until `_quietly`
    has taken them from what the parent does on one."""
    with undisturbed():
        return {pool.submit(_done, number): number for number in numbers}


def _quietly(parent: int) -> None:
    """Let a signal end a child at once and without a word: the parent speaks for all, and where it
    is gone, so is the child."""
    from threading import Thread

    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when its parent has been killed: its answer would wait for ever."""
    from threading import Event

    never = Event()
    while os.getppid() == parent:
        never.wait(_LOOK)
    os._exit(1)
