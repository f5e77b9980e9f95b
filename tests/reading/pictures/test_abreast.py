"""Pages are read side by side, given in their order, and broken off where the reader stops."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest

pytest.importorskip("cv2", reason="text recognition is not installed (the extra ocr)")

from pilotdiff.reading.pictures import abreast
from pilotdiff.reading.pictures.doubtful import Doubts


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(abreast, "cores", lambda: 2)
    monkeypatch.setattr(abreast, "laid_out", lambda read, _: read)


def test_pages_come_in_their_order_and_no_more_are_drawn_than_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    second = Event()
    given: list[object] = []
    ahead: list[int] = []

    def read(page: int, _: Callable[[], None]) -> int:
        # The first page waits for the second: they are read at a time.
        if page == 1:
            assert second.wait(10)
        second.set()
        return page

    def drawn() -> Iterator[int]:
        for page in range(1, 7):
            ahead.append(page - len(given))
            yield page

    monkeypatch.setattr(abreast, "read_page", read)
    for page in abreast.picture_pages(drawn(), Doubts()):
        given.append(page)
    assert given == [1, 2, 3, 4, 5, 6]
    assert max(ahead) <= 2


@pytest.mark.parametrize("broken", [KeyboardInterrupt, ValueError])
def test_what_breaks_the_reading_off_ends_the_pages_under_way(
    monkeypatch: pytest.MonkeyPatch, broken: type[BaseException]
) -> None:
    ended = Event()

    def read(_: int, go_on: Callable[[], None]) -> int:
        try:
            while True:
                go_on()
        finally:
            ended.set()

    def drawn() -> Iterator[int]:
        yield 1
        raise broken

    monkeypatch.setattr(abreast, "read_page", read)
    with pytest.raises(broken):
        list(abreast.picture_pages(drawn(), Doubts()))
    assert ended.is_set()
