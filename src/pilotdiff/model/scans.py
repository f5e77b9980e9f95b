"""What a picture of paper leaves open: where a line stands, and which characters are doubtful."""

from bisect import bisect_left
from typing import NamedTuple


class Strip(NamedTuple):
    """What of a page's picture shows a line: grey levels from black (0) to paper (255).

    packed  the rows from the top, a byte a pixel, compressed (zlib)
    """

    width: int
    height: int
    packed: bytes


class PageBox(NamedTuple):
    """Where a line stands on its page: 0 to 1 from the left and from the top.

    line  its number in the document
    page  from 1
    strip  the picture of the line, None past the lines of which it is kept
    """

    line: int
    page: int
    left: float
    top: float
    right: float
    bottom: float
    strip: Strip | None = None


class Doubt(NamedTuple):
    """A character that the recogniser was not sure of.

    line        the number of its line in the document
    text        the piece of text in which it stands, as read best
    at          its place in `text`, from 0
    confidence  0 to 1, of the best reading
    others      what else it may be, likeliest first; () where nothing else came near
    """

    line: int
    text: str
    at: int
    confidence: float
    others: tuple[str, ...] = ()


class Scan(NamedTuple):
    """What is known of a document that was recognised: the places of its lines, and its doubts.

    silent  the pages that hold ink of which no text was made
    """

    boxes: tuple[PageBox, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    silent: tuple[int, ...] = ()

    def strip_of(self, line: int) -> Strip | None:
        """Return the picture of the line of that number, None where there is none."""
        at = bisect_left(self.boxes, (line,))
        found = self.boxes[at] if at < len(self.boxes) else None
        return found.strip if found and found.line == line else None
