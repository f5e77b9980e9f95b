"""The lines of a document a thousand at a time: most chunks of a large table hold nothing that a
doubt looks for, and one look tells."""

from collections.abc import Iterator, Sequence
from re import Pattern
from typing import NamedTuple

from pilotdiff.model import Line

_LINES = 1_000


class Chunk(NamedTuple):
    """Some lines, and what they hold, run together."""

    lines: Sequence[Line]
    text: str


class Chunks:
    """The chunks of a document, each run together once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        starts = range(0, len(lines), _LINES)
        some = (lines[start : start + _LINES] for start in starts)
        self._chunks = [Chunk(each, "".join(map(raw_line, each))) for each in some]

    def __iter__(self) -> Iterator[Chunk]:
        return iter(self._chunks)

    def with_any(self, sought: Pattern[str]) -> Iterator[Line]:
        """Yield the lines that hold what is sought, which does not go over the end of a cell."""
        for chunk in self._chunks:
            if sought.search(chunk.text):
                yield from (line for line in chunk.lines if sought.search(raw_line(line)))


def raw_line(line: Line) -> str:
    """Return all that a line holds, its cells run together."""
    return "".join(line.cells) if line.cells else line.text
