"""One line on standard error that tells how far long work has come; for terminals only."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from pilotdiff.cli.terminal import is_dumb
from pilotdiff.model.callbacks import Tick

# Work that is done sooner needs no line; more often than this nobody can read it.
_PATIENCE = 0.7
_PAUSE = 0.1


class Progress:
    """Shows one stage at a time; `shown=False` shows nothing at all."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty() and not is_dumb()
        self._start = time.monotonic()
        self._last = 0.0
        self._drawn = False

    @contextmanager
    def stage(self, title: str) -> Iterator[Tick]:
        """Call what it gives with (done, total) as often as you like."""

        def tick(done: int, total: int) -> None:
            now = time.monotonic()
            if now - self._start > _PATIENCE and now - self._last > _PAUSE:
                self._last = now
                self._draw(f"{title} {100 * done // total} %" if total else title)

        tick(0, 0)
        try:
            yield tick
        finally:
            self._draw("")

    def _draw(self, text: str) -> None:
        if self._shown and (text or self._drawn):
            self._drawn = bool(text)
            try:
                print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
            except OSError:  # the terminal is gone
                self._shown = False
