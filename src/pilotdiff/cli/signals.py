"""The signal that ends a process, as an exception: what is half done is undone on its way out."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

# `timeout` sends its signal to the process, and again to the group that it belongs to.
_ONE_SIGNAL = 1.0
_SOON = 0.01


class TerminatedError(BaseException):
    """Somebody wants the process to end; no Exception, so that nothing on the way keeps it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def terminable() -> Iterator[None]:
    """Raise TerminatedError inside when SIGTERM comes, or when the terminal is gone (SIGHUP).

    What was ignored stays so (nohup). Outside the main thread, where Python takes no signal,
    nothing changes.
    """
    last = -_ONE_SIGNAL

    def end(number: int, frame: FrameType | None) -> None:
        nonlocal last
        del frame
        if time.monotonic() - last >= _ONE_SIGNAL:
            last = time.monotonic()
            raise TerminatedError(number)

    before = {number: _taken(number, end) for number in _numbers()}
    try:
        with _never_lost():
            yield
    finally:
        for number, handler in before.items():
            if handler is not None:
                signal.signal(number, handler)


def signalled(error: BaseException) -> BaseException | None:
    """Return what a signal raised, when an error came only as that was on its way out: a zip file
    that is closed while a part of it is being written. None for an error of its own."""
    before = error.__context__
    while before is not None and not isinstance(before, KeyboardInterrupt | TerminatedError):
        before = before.__context__
    return before


@contextmanager
def _never_lost() -> Iterator[None]:
    """Raise once more, a moment later, what a signal raised where Python drops exceptions: in what
    it calls as an object ends or a module's lock is given back."""
    usual = sys.unraisablehook

    def hook(dropped: "sys.UnraisableHookArgs") -> None:
        lost = dropped.exc_value
        if not isinstance(lost, KeyboardInterrupt | TerminatedError) or not _later(lost):
            usual(dropped)

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = usual


def _later(lost: BaseException) -> bool:
    """Have an exception raised in a moment; False where the system has no such timer."""

    def raise_it(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise lost

    if not hasattr(signal, "setitimer") or _taken(signal.SIGALRM, raise_it) is None:
        return False
    signal.setitimer(signal.ITIMER_REAL, _SOON)
    return True


def unhearing() -> None:
    """Ignore Ctrl-C from now on: all is done, and Python would end with a traceback."""
    with suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _numbers() -> list[int]:
    names = ("SIGTERM", "SIGHUP")
    return [getattr(signal, name) for name in names if hasattr(signal, name)]


def _taken(number: int, handler: Any) -> Any:
    """Return the handler that stood there; None when the signal is left as it is."""
    if signal.getsignal(number) is signal.SIG_IGN:
        return None
    try:
        return signal.signal(number, handler)
    except ValueError:  # not in the main thread
        return None
