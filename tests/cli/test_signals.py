"""A signal ends the command wherever it comes."""

import signal
import time

import pytest

from pilotdiff.cli import entry
from pilotdiff.cli.signals import TerminatedError, signalled, terminable


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


class HalfWritten:
    """Cannot be closed while a part of it is being written, like zipfile's ZipFile."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, *raised: object) -> None:
        raise ValueError("there is an open writing handle")


def write_and_stop(stop: BaseException) -> None:
    with HalfWritten():
        raise stop


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), TerminatedError(signal.SIGTERM)])
def test_an_error_on_its_way_out_is_the_signal(stop: BaseException) -> None:
    with pytest.raises(ValueError, match="open writing handle") as caught:
        write_and_stop(stop)
    assert signalled(caught.value) is stop
    assert signalled(ValueError("of its own")) is None


def test_a_command_that_is_stopped_within_a_file_ends_as_stopped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(entry, "_run", lambda *_: write_and_stop(KeyboardInterrupt()))
    assert entry.main(["match", "one.txt", "two.txt"]) == entry.INTERRUPTED
    assert "should not happen" not in capsys.readouterr().err
