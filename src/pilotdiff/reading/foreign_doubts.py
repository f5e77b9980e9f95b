"""Doubts of text that another program recognised: nothing in it says where that was unsure."""

from collections.abc import Iterator

from pilotdiff.model import Doubt, Line

_UNSURE = 0.5


def foreign_doubts(line: Line) -> Iterator[Doubt]:
    """Yield a doubt for each Chinese character in a line of such text."""
    for text in dict.fromkeys((line.text, *line.cells)):
        for at, character in enumerate(text):
            if "\u3400" <= character <= "\u9fff":
                yield Doubt(line.number, text, at, _UNSURE)
