"""What differs between two texts, in pieces for a reader's eye."""

from difflib import SequenceMatcher
from typing import NamedTuple

from pilotdiff.repair import fold


class MarkedPiece(NamedTuple):
    """A run of characters, and whether the other text has others there."""

    text: str
    changed: bool = False


Pieces = tuple[MarkedPiece, ...]


def unmarked(text: str) -> Pieces:
    """Return a text with nothing marked."""
    return (MarkedPiece(text),) if text else ()


def compared(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Return both texts with what differs marked; script and width are no difference (區 is 区)."""
    pairs = _aligned(before, after)
    left = (MarkedPiece(ours, changed) for ours, _, changed in pairs if ours)
    right = (MarkedPiece(theirs, changed) for _, theirs, changed in pairs if theirs)
    return tuple(left), tuple(right)


def _aligned(before: str, after: str) -> list[tuple[str, str, bool]]:
    one, other = fold(before), fold(after)
    if one == other:
        return [(before, after, False)]
    found = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [(before[a:b], after[c:d], tag != "equal") for tag, a, b, c, d in found]
