"""A place or heading with the first of the numbered names below it on its line: 清岗县：1.白溪镇 /
2.南岭镇."""

from collections.abc import Iterator, Sequence
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
_LOWEST_OVER = Level.TOWNSHIP.depth


def with_first_numbers_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, such a line cut before the number where the next one bears the second of
    its style. `pieces` hold no blank lines."""
    apart = (
        _apart(piece, pieces[at] if at < len(pieces) else None)
        for at, piece in enumerate(pieces, 1)
    )
    return list(chain.from_iterable(apart))


def _apart(piece: Piece, below: Piece | None) -> Iterator[Piece]:
    second = below.ordinal if below is not None and below.names is not None else None
    if second is None or second.value != _SECOND or piece.table is not None:
        yield piece
        return
    text = piece.text
    for first in _FIRST.finditer(text.text, piece.body):
        number = read_ordinal(text.text, first.start("number"))
        if number is None or number.style != second.style:
            continue
        spans = pairwise((0, first.start("number"), len(text.text)))
        over, own = (shape(text._replace(clean=part(text.clean, *span))) for span in spans)
        if _stands_over(over) and own.shape is Shape.NAMES:
            yield from (over, own)
            return
    yield piece


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
