"""Pages read side by side, one a core, and given in their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

from pilotdiff.forked import cores
from pilotdiff.reading.pictures.pages import PicturePage, ReadPage, laid_out, read_page

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.doubtful import Doubts
    from pilotdiff.reading.pictures.images import Image

_MOST = 3
"""Pages that are read at a time: each takes a hundred and fifty megabytes more."""


class _StoppedError(Exception):
    """The reading was broken off."""


def picture_pages(images: Iterable[Image], doubts: Doubts) -> Iterator[PicturePage]:
    """Yield what a reader sees on each of the pages.

    Threads read them, since the recogniser works outside of Python; no more pages are drawn than
    are read at a time. Where the reading is broken off they end within a second or two.
    """
    stop = Event()

    def go_on() -> None:
        if stop.is_set():
            raise _StoppedError

    width = min(cores(), _MOST)
    under_way: deque[Future[ReadPage]] = deque()
    with ThreadPoolExecutor(width) as pool:
        try:
            for image in images:
                under_way.append(pool.submit(read_page, image, go_on))
                if len(under_way) == width:
                    yield laid_out(under_way.popleft().result(), doubts)
            while under_way:
                yield laid_out(under_way.popleft().result(), doubts)
        finally:
            stop.set()
