"""Numbers that stand alone on a line because a page ended there."""

from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.listing.among_lines.records import MOST_CELLS
from pilotdiff.listing.lines.pieces import Piece, Shape

_LONGEST = 3
# So many names stand above the end of a page, and none above the first number of a table whose
# cells stand one a line.
_NAMES_ABOVE = 2


def without_page_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces without bare numbers that count pages: 清岗市 / 2 / 白溪县.

    `pieces` hold no blank lines. The numbers of a table whose cells stand one a line count its
    rows: each but the last is a few lines from the next, and something stands behind the last.
    """
    at = [i for i, piece in enumerate(pieces) if piece.shape is Shape.NUMBER]
    if not at or not _count_pages(pieces, at):
        return list(pieces)
    return [piece for piece in pieces if piece.shape is not Shape.NUMBER]


def _count_pages(pieces: Sequence[Piece], at: Sequence[int]) -> bool:
    texts = [pieces[i].text.text.strip() for i in at]
    if not all(text.isdecimal() and len(text) <= _LONGEST for text in texts):
        return False
    numbers = list(map(int, texts))
    if any(after - before != 1 for before, after in pairwise(numbers)):
        return False
    if at[-1] == len(pieces) - 1:
        return True
    if len(at) == 1:
        above = sum(piece.names is not None for piece in pieces[: at[0]])
        return numbers[0] > 1 or above >= _NAMES_ABOVE
    return at[-1] - at[0] > (MOST_CELLS + 1) * (len(at) - 1)
