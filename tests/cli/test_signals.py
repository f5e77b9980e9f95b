"""A signal ends the command wherever it comes."""

import signal
import time

import pytest

from pilotdiff.cli.signals import TerminatedError, terminable


class Ending:
    """Raises a signal as it is given up, where Python drops what a handler raises."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        signal.raise_signal(self.number)
        time.sleep(0)


def end_within(number: int) -> None:
    with terminable():
        Ending(number)
        time.sleep(5)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such timer")
@pytest.mark.parametrize(
    ("number", "raised"), [(signal.SIGTERM, TerminatedError), (signal.SIGINT, KeyboardInterrupt)]
)
def test_it_is_not_lost_where_python_drops_exceptions(
    number: int, raised: type[BaseException]
) -> None:
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(raised):
            end_within(number)
    finally:
        signal.signal(signal.SIGINT, before)
