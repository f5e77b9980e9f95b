"""What bench/fuzz.py calls in: environment, streams, room on the disk, and signals on the way."""

import signal
from random import Random
from typing import NamedTuple

# By name; None takes the variable away.
Environment = tuple[tuple[str, str | None], ...]
_ENVIRONMENTS: tuple[Environment, ...] = (
    (("LC_ALL", "C"),), (("LC_ALL", "POSIX"), ("LANG", None)), (("LC_ALL", "zh_CN.GBK"),),
    (("LC_ALL", "\u202e\x1b"),), (("LANG", None), ("LC_ALL", None), ("LANGUAGE", "zh")),
    (("COLUMNS", "1"),), (("COLUMNS", "0"),), (("COLUMNS", "²"),), (("COLUMNS", "9" * 5_000),),
    (("COLUMNS", "-5"),), (("COLUMNS", "9999"),), (("LINES", "0"),), (("TERM", "dumb"),),
    (("TERM", "\x1b"),), (("HOME", None),), (("HOME", "/nowhere"),), (("HOME", ""),),
    (("TMPDIR", "/nowhere"),), (("PILOTDIFF_LANG", "xx"),), (("PILOTDIFF_LANG", "\u202e\n\x07"),),
    (("FORCE_COLOR", "1"), ("TERM", "nonsense")), (("NO_COLOR", "1"),), (("TZ", ":nowhere"),),
    (("USER", "\x1b]0;a\x07"), ("USERNAME", "\u202e")), (("SOURCE_DATE_EPOCH", "9" * 30),),
)  # fmt: skip
_ENCODINGS = ("ascii", "gbk", "latin-1", "cp437", "big5", "utf-8")
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Surroundings(NamedTuple):
    """What a call finds around it.

    environment  variables that are other than here
    encoding     of standard output and error
    stdout       where it goes: "" a file, "full" (no space), "gone" (no reader)
    closed       the numbers of the standard streams that are closed
    piped        whether standard input is a pipe, not a file
    file_bytes   how large a file may become, as on a disk that is full; 0 for as large as it likes
    signal       what is sent to it on its way; 0 for nothing
    delay        after so many seconds
    """

    environment: Environment = ()
    encoding: str = "utf-8"
    stdout: str = ""
    closed: tuple[int, ...] = ()
    piped: bool = False
    file_bytes: int = 0
    signal: int = 0
    delay: float = 0.0


USUAL = Surroundings()


def surrounded(random: Random) -> Surroundings:
    """Return the usual surroundings, in a fifth of all calls with one thing that is not."""
    unusual = random.random()
    if unusual < 0.05:
        return Surroundings(environment=random.choice(_ENVIRONMENTS))
    if unusual < 0.08:
        return Surroundings(encoding=random.choice(_ENCODINGS))
    if unusual < 0.10:
        return Surroundings(stdout=random.choice(("full", "gone")))
    if unusual < 0.12:
        return Surroundings(closed=random.choice(((0,), (1,), (2,), (0, 1, 2), (1, 2))))
    if unusual < 0.14:
        return Surroundings(file_bytes=random.choice((4_096, 30_000, 120_000)))
    if unusual < 0.19:
        return signalled(random)
    return Surroundings(piped=unusual < 0.3)


def signalled(random: Random) -> Surroundings:
    """Return surroundings in which somebody ends the call on its way."""
    delay = random.choice((0.005, 0.02, 0.1, 0.3)) * random.random() * 2
    return Surroundings(signal=random.choice(_SIGNALS), delay=delay)
