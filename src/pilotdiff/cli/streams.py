"""The three streams of the process, where whoever started it closed them."""

import os
import sys
from typing import TextIO

# In the order of their numbers: a stream opened here takes the number that is free.
_STREAMS = (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))


def supply() -> None:
    """Put a stream in the place of each that is closed, so that none is None.

    A program that is started by another one (cron, a daemon) may have none. Nothing can be read
    from such a standard input; what is written to standard output fails, as it should; what is
    written to standard error goes nowhere. The numbers 0 to 2 are taken, so that no file which is
    opened later gets what was meant for a stream.
    """
    for name, mode, flags in _STREAMS:
        if getattr(sys, name) is None:
            number = os.open(os.devnull, flags)
            stream = open(number, mode, encoding="utf-8", errors="replace")  # noqa: SIM115, PTH123
            setattr(sys, name, stream)


def forget(stream: TextIO) -> None:
    """Let what is left to be written go nowhere, at the end of the process too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
