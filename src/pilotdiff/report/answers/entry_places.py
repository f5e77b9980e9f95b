"""How sure the reading of an entry is, and where on the paper or in the workbook it stands."""

from __future__ import annotations

from bisect import bisect_left

from pilotdiff.language import Words
from pilotdiff.model import Entry, Units
from pilotdiff.report.diff_columns import probability


class EntryPlaces:
    """What a listing's readings and its scan tell of the lines of its entries."""

    def __init__(self, units: Units) -> None:
        listing = units.listing
        self._boxes = listing.document.scan.boxes if listing.document.scan else ()
        self._sure = {reading.line: reading.confidence for reading in listing.readings}
        for doubt in listing.document.scan.doubts if listing.document.scan else ():
            self._sure[doubt.line] = min(self._sure.get(doubt.line, 1.0), doubt.confidence)

    def confidence(self, line: int) -> float | int | str:
        """Return how sure a line's reading is, 0 to 1: of its role, and on a scan of its
        characters; "" where nothing tells."""
        sure = self._sure.get(line)
        return "" if sure is None else probability(sure)

    def place(self, entry: Entry, words: Words) -> str:
        """Return page and box, or sheet and row; "" in plain text.

        A box is left, top, right and bottom in hundredths of the page.
        """
        at = bisect_left(self._boxes, (entry.line,))
        if at == len(self._boxes) or self._boxes[at].line != entry.line:
            return words(entry.place)
        _, page, *edges, _ = self._boxes[at]
        box = " ".join(f"{100 * edge:.1f}" for edge in edges)
        return words("page {page}, box {box}", page=page, box=box)
