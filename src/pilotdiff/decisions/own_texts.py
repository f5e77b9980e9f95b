"""The texts that a workbook was written with: what else stands in it, a person wrote.

They stand as digests on a hidden sheet, so that rows may move and sheets be renamed.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pilotdiff.reading.office.workbook import shown

SHEET = "pilotdiff"
# Over the digests; beside it whether those of the rows of units are among them.
HEAD, WITH_ROWS = "own_texts", "with_rows"
_DIGITS = 8
# A cell holds 32,767 characters.
_A_CELL = 4_000
_MOST_NUMBERS = 40


class OwnTexts(NamedTuple):
    """What a workbook came with: digests, and whether those of its rows of units are among them."""

    digests: frozenset[str]
    with_rows: bool

    def has(self, text: str) -> bool:
        """Tell whether a cell came with the workbook."""
        return _digest(text) in self.digests

    def numbers(self, label: str) -> int:
        """Return how many numbers a row came with that begins with this cell, at most."""
        counts = range(_MOST_NUMBERS, 0, -1)
        return next((n for n in counts if _digest(_counted(label, n)) in self.digests), 0)


def packed_texts(texts: Iterable[str], numbers: Mapping[str, int]) -> list[str]:
    """Return what the sheet holds below its heading: the digests of texts, and of how many numbers
    stand in a row that begins with each label."""
    counted = (_counted(label, count) for label, count in numbers.items())
    digests = sorted({_digest(text) for text in (*texts, *counted)})
    chunks = range(0, len(digests), _A_CELL)
    return ["".join(digests[at : at + _A_CELL]) for at in chunks]


def own_texts(rows: Sequence[Sequence[object]]) -> OwnTexts | None:
    """Return what such a sheet holds; None of another sheet."""
    head = [*map(shown, rows[0])] if rows else []
    if not head or head[0] != HEAD:
        return None
    below = [shown(row[0]) for row in rows[1:]]
    digests = (cell[at : at + _DIGITS] for cell in below for at in range(0, len(cell), _DIGITS))
    return OwnTexts(frozenset(digests), WITH_ROWS in head)


@lru_cache(maxsize=1 << 14)  # a name stands on two sheets, the same words in many rows
def _digest(text: str) -> str:
    # Programs end lines, and keep spaces, each in their own way.
    return hashlib.sha256("".join(text.split()).encode(errors="replace")).hexdigest()[:_DIGITS]


def _counted(label: str, numbers: int) -> str:
    return f"{label}\0{numbers}"
