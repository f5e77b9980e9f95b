"""A task in a process with bounds: its answer, what it raises, and what becomes of one that falls
over."""

import os
import signal
import subprocess
import sys

import pytest

from pilotdiff.bounded import OutOfBoundsError, within
from pilotdiff.model import UserError

MEBIBYTE = 1 << 20
bounded = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="processes are bounded on Linux alone"
)


def _refused() -> int:
    raise UserError("{path} is a folder: name a file in it", path="a")


def _endless() -> None:
    while True:
        pass


@bounded
def test_another_process_answers() -> None:
    assert within(os.getpid, 64 * MEBIBYTE, 5) != os.getpid()


@bounded
def test_what_it_refuses_is_refused_here() -> None:
    with pytest.raises(UserError, match="a is a folder"):
        within(_refused, 64 * MEBIBYTE, 5)


@pytest.mark.slow
@bounded
@pytest.mark.parametrize(
    "task",
    [lambda: bytes(200 * MEBIBYTE), _endless, lambda: os.kill(os.getpid(), signal.SIGKILL)],
    ids=["memory", "time", "fault"],
)
def test_what_is_out_of_bounds_is_told(task: object) -> None:
    with pytest.raises(OutOfBoundsError):
        within(task, 64 * MEBIBYTE, 1)  # type: ignore[arg-type]


# Its output is at its end when no process is left that could write to it.
_KILLS_ITS_PARENT = """
import os, signal
from pilotdiff.bounded import within
within(lambda: (os.kill(os.getppid(), signal.SIGKILL), bytes(1 << 20))[1], 64 << 20, 5)
"""


@bounded
def test_it_ends_with_the_process_that_asked() -> None:
    asking = subprocess.run(
        [sys.executable, "-c", _KILLS_ITS_PARENT], capture_output=True, timeout=30, check=False
    )
    assert asking.returncode == -signal.SIGKILL
