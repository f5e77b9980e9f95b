"""Which line of the document bears a number, whatever was read there."""

from bisect import bisect_right
from functools import cached_property

from pilotdiff.listing.lines.ordinals import Ordinal, read_ordinal
from pilotdiff.model import Line, Listing
from pilotdiff.repair import clean


class LineNumbers:
    """The numbers that the lines of a document begin with."""

    def __init__(self, listing: Listing) -> None:
        self._document = listing.document

    # Read when first asked for: the lines of a long list stay packed till then.
    @cached_property
    def _lines(self) -> list[Line]:
        return [line for line in self._document.lines if line.cells or line.text.strip()]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {line.number: place for place, line in enumerate(self._lines)}

    def has_number(self, line: int, shown: str) -> bool:
        """Tell whether a line has that number for its own: it begins with it, has it in a cell, or
        stands under a line that is nothing but the number."""
        place = self._places.get(line)
        if place is None:
            return False
        if _has(self._lines[place], shown):
            return True
        above = self._lines[place - 1] if place else None
        return above is not None and above.text.strip(" \u3000.、．") == shown

    def between(self, after: int, before: int, like: str, number: int) -> int:
        """Return the line from `after` to `before`, neither included, that bears a number written
        like another; 0 when there is none."""
        lines = self._bearing.get((*_style(like), number), [])
        at = bisect_right(lines, after)
        return lines[at] if at < len(lines) and lines[at] < before else 0

    @cached_property
    def _bearing(self) -> dict[tuple[bool, bool, int], list[int]]:
        """The lines that bear each number in each style, in their order."""
        found: dict[tuple[bool, bool, int], list[int]] = {}
        for line in self._lines:
            if (ordinal := _ordinal(line)) is not None:
                style = (*_style(ordinal.mark), ordinal.value)
                found.setdefault(style, []).append(line.number)
        return found


def _has(line: Line, shown: str) -> bool:
    if line.cells:
        return any(cell.strip() == shown for cell in line.cells)
    ordinal = read_ordinal(line.text)
    return ordinal is not None and ordinal.shown == shown


def _ordinal(line: Line) -> Ordinal | None:
    return read_ordinal(line.cells[0] if line.cells else clean(line.text).text)


def _style(mark: str) -> tuple[bool, bool]:
    """Tell whether a number is in brackets, and whether in digits: all that a reader tells
    apart."""
    return mark[:1] in ("(", "（"), any(c.isdecimal() for c in mark)
