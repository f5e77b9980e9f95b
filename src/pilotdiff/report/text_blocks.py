"""What a text of an answer is made of: headings, sentences and tables to be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class TextHeading(NamedTuple):
    """A heading of a text, of level 1 or 2."""

    text: str
    level: int = 2


class Bullets(NamedTuple):
    """Sentences, each with a mark before it."""

    texts: Sequence[str]


class TextTable(NamedTuple):
    """A table to be read, the last `right` columns of which are numbers."""

    head: Sequence[str]
    rows: Iterable[Sequence[str]]
    right: int = 0


# A plain text is a paragraph.
TextBlock = str | TextHeading | Bullets | TextTable
