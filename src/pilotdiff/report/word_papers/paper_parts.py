"""What a Word paper is made of, one block below the other; the writer draws them."""

from collections.abc import Sequence
from typing import NamedTuple


class PaperTitle(NamedTuple):
    """What the paper is, in the middle of the line."""

    text: str


class PartHeading(NamedTuple):
    """The heading of a part."""

    text: str


class Fields(NamedTuple):
    """Names with their values, two a line, in a ruled table; an empty value is a blank to fill."""

    pairs: Sequence[tuple[str, str]]


class Ruled(NamedTuple):
    """A ruled table whose heads stand on every page.

    shares   how wide the columns are, of each other
    numbers  the columns that are numbers, counted from 0
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    shares: Sequence[float]
    numbers: frozenset[int] = frozenset()


class Room(NamedTuple):
    """A box with a name to write in by hand; `text` stands in it already."""

    name: str
    text: str = ""


class Turn(NamedTuple):
    """The next page begins here."""


# A text is a paragraph.
PaperPart = str | PaperTitle | PartHeading | Fields | Ruled | Room | Turn
