"""What differs between two texts, in pieces for a reader's eye."""

from difflib import SequenceMatcher
from typing import NamedTuple

from pilotdiff.repair import fold


class Piece(NamedTuple):
    """A run of characters, and whether the other text has others there."""

    text: str
    changed: bool = False


Pieces = tuple[Piece, ...]


def whole(text: str) -> Pieces:
    """A text with nothing marked."""
    return (Piece(text),) if text else ()


def compared(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Both texts with what differs marked; script and width are no difference (區 is 区)."""
    one, other = fold(before), fold(after)
    if one == other:
        return whole(before), whole(after)
    left, right = [], []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        changed = tag != "equal"
        left.append(Piece(before[a:b], changed))
        right.append(Piece(after[c:d], changed))
    return tuple(filter(_text, left)), tuple(filter(_text, right))


def _text(piece: Piece) -> str:
    return piece.text
