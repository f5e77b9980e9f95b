"""What a command costs, run by a process that is too small to count for its memory."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

COMMAND = str(Path(sys.executable).with_name("pilotdiff"))
# A process begins with the peak of memory of what started it: the script, with its lists.
_FRAME = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(os.waitstatus_to_exitcode(status))
"""


class Cost(NamedTuple):
    """Seconds on the wall and of processors, and MiB of the largest process."""

    seconds: float
    cpu: float
    mebibytes: float


def cost(command: Sequence[object], folder: Path | None = None) -> Cost:
    """What one run of a command costs. Raises CalledProcessError where it fails."""
    framed = [sys.executable, "-c", _FRAME, *map(str, command)]
    done = subprocess.run(framed, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return Cost(*map(float, done.stdout.split()))
