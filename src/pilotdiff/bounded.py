"""Work in a forked process that may take so much memory and time, and may fall over."""

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar, cast

from pilotdiff.forked import ENDING, undisturbed

_Answer = TypeVar("_Answer")


class OutOfBoundsError(Exception):
    """A task took more memory or time than it may, or ended its process."""


def within(task: Callable[[], _Answer], more_bytes: int, seconds: int) -> _Answer:
    """Return what a task answers in a process of its own, which may take so much more memory than
    this one, and so many seconds of a core.

    What the task raises is raised here. Where a system cannot bound a process the task is done in
    this one. Raises OutOfBoundsError.
    """
    if not sys.platform.startswith("linux"):
        return task()
    answers, told = os.pipe()
    with undisturbed():
        child = _fork()
        if not child:
            # Else it would wait for ever to be read, by itself, where its parent is killed.
            os.close(answers)
            _be_the_child(task, told, more_bytes, seconds)
    try:
        os.close(told)
        with open(answers, "rb") as stream:  # noqa: PTH123
            said = stream.read()
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.waitpid(child, 0)
    if not said:
        raise OutOfBoundsError
    answer, error = pickle.loads(said)
    if error is not None:
        raise error
    return cast(_Answer, answer)


def _fork() -> int:
    with warnings.catch_warnings():
        # What other threads there are wait for processes and hold nothing that the child needs.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _be_the_child(task: Callable[[], object], told: int, more_bytes: int, seconds: int) -> NoReturn:
    """Write what the task answers or raises, and end; what is out of bounds writes nothing."""
    try:
        if (tracer := sys.modules.get("faulthandler")) is not None:
            tracer.disable()  # the parent says in a sentence what went wrong here
        for number in ENDING:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        _bound(more_bytes, seconds)
        said = pickle.dumps(_answered(task))
        with open(told, "wb") as stream:
            stream.write(said)
    finally:
        os._exit(0)


def _answered(task: Callable[[], object]) -> tuple[object, Exception | None]:
    try:
        return task(), None
    except MemoryError:
        raise
    except Exception as error:
        return None, error


def _bound(more_bytes: int, seconds: int) -> None:
    import resource

    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + more_bytes
    for bound, value in (
        (resource.RLIMIT_AS, most),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(bound)
        least = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(bound, (least, hard))
