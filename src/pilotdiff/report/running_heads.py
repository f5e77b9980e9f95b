"""What stands above every page of a paper: which two lists it compares, on one line."""

from collections.abc import Sequence

from pilotdiff.report.text_wrapping import widest_line, without_middle

_TO = " → "


def both_titles(titles: Sequence[str], room: int) -> str:
    """Return the titles of both lists on a line that holds `room` cells; one that is too long has …
    for its middle.

    >>> both_titles(("关于公布试点单位名单的通知", "示范名单"), 28)
    '关于公布…单的通知 → 示范名单'
    """
    plain = [" ".join(title.split()) for title in titles]
    left = room - widest_line(_TO)
    # What the other does not need is free for the one.
    rooms = [max(left // 2, left - widest_line(other)) for other in reversed(plain)]
    return _TO.join(map(without_middle, plain, rooms))
