"""A place or heading with the first of the numbered names below it on its line: 清岗县：1.白溪镇 /
2.南岭镇."""

from collections.abc import Collection, Sequence
from itertools import chain, pairwise

from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.lines.pieces import Piece, Shape, shape, single
from pilotdiff.listing.naming import CERTAIN
from pilotdiff.model import Level
from pilotdiff.patterns import pattern
from pilotdiff.repair import part

_FIRST = pattern(
    r"(?<=[^\s\d])\s*(?P<number>(?<!\d)1[.．、](?!\d)|[（(][1一][）)]|一、|①)(?=\s*\p{Han})"
)
_SECOND = 2
_IN_DIGITS = frozenset({"plain", "half", "bracketed"})
_LOWEST_OVER = Level.TOWNSHIP.depth


def with_first_numbers_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, such a line cut before the number where the next one bears the second of
    its style, and others written like it too. `pieces` hold no blank lines."""
    seconds = (below.ordinal for below in pieces if below.names is not None and below.ordinal)
    styles = {_sort(second.style) for second in seconds if second.value == _SECOND}
    if not styles:
        return list(pieces)
    cut = {at: two for at, piece in enumerate(pieces) if (two := _two(piece, styles))}
    goes_on = (two[1] for at, two in cut.items() if _goes_on(two[1], pieces[at + 1 : at + 2]))
    sure = {_sort(first.style) for first in goes_on}
    apart = (
        cut[at] if at in cut and _sort(cut[at][1].style) in sure else (piece,)
        for at, piece in enumerate(pieces)
    )
    return list(chain.from_iterable(apart))


def _goes_on(first: Piece, below: Sequence[Piece]) -> bool:
    """Tell whether the line below bears the second number of a style."""
    ordinals = [each.ordinal for each in below if each.names is not None and each.ordinal]
    alike = (one for one in ordinals if _sort(one.style) == _sort(first.style))
    return any(one.value == _SECOND for one in alike)


def _sort(style: str) -> str:
    """Return the style of numbers, one for those in digits: 1. and 2)."""
    return "digits" if style in _IN_DIGITS else style


def _two(piece: Piece, styles: Collection[str]) -> tuple[Piece, Piece] | None:
    """Return the place or heading that a line begins with, and the first name of one of some styles
    below it; None for any other line."""
    text = piece.text
    for first in _FIRST.finditer(text.text, piece.body) if piece.table is None else ():
        number = read_ordinal(text.text, first.start("number"))
        if number is None or _sort(number.style) not in styles:
            continue
        spans = pairwise((0, first.start("number"), len(text.text)))
        over, own = (shape(text._replace(clean=part(text.clean, *span))) for span in spans)
        if _stands_over(over) and own.shape is Shape.NAMES:
            return over, own
    return None


def _stands_over(piece: Piece) -> bool:
    """Tell whether a line is a place that may lie over others, or a heading of a list."""
    if piece.header is not None:
        return bool(piece.header.path) or piece.header.heading is not None
    if piece.heading is not None:
        return piece.heading.listing and piece.heading.level is not None
    name = single(piece)
    if name is None or name.reading.sure < CERTAIN:
        return False
    return name.reading.level.depth <= _LOWEST_OVER
