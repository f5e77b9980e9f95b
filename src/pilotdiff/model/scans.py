"""What a picture of paper leaves open: where a line stands, and which characters are doubtful."""

from typing import NamedTuple


class PageBox(NamedTuple):
    """Where a line stands on its page: 0 to 1 from the left and from the top.

    line  its number in the document
    page  from 1
    """

    line: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


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
    """What is known of a document that was recognised: the places of its lines, and its doubts."""

    boxes: tuple[PageBox, ...] = ()
    doubts: tuple[Doubt, ...] = ()
