"""Merged cells of a sheet, filled in."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class MergedArea(NamedTuple):
    """A merged area, rows and columns from 0 in the sheet, all bounds included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def area(self) -> int:
        """How many cells it covers."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


def fill(
    rows: Iterable[tuple[int, list[str]]], spans: Iterable[MergedArea]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the numbered rows of a sheet with each merged area's text in all of its cells."""
    waiting = sorted(spans, reverse=True)
    reaching: list[tuple[MergedArea, str]] = []
    for number, row in rows:
        while waiting and waiting[-1].top <= number:
            span = waiting.pop()
            if span.top == number and span.left < len(row):
                reaching.append((span, row[span.left]))
        if reaching:
            reaching = [(span, text) for span, text in reaching if span.bottom >= number]
            for span, text in reaching:
                right = min(span.right + 1, len(row))
                row[span.left : right] = [text] * (right - span.left)
        yield number, row
