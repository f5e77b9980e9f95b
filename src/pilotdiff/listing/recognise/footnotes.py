"""Numbered notes below a list, which tell of its units: 注：①2021年设镇。 / ②含原镇。"""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.lines.ordinals import Ordinal, read_ordinal
from pilotdiff.listing.lines.pieces import Piece
from pilotdiff.patterns import pattern

_LABEL = pattern(r"\s*[（(]?(?:[备附]?注|註|注释|附注)\s*[：:]\s*", needs="注註")


def footnotes(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the places of such lines: the one that a label opens with the number 1, or right below
    the label, and those whose numbers go on from it. Names must stand above them."""
    first = next((at for at, piece in enumerate(pieces) if piece.names is not None), len(pieces))
    found: set[int] = set()
    for at in range(first + 1, len(pieces)):
        label = _LABEL.match(pieces[at].text.text)
        if label is not None:
            found.update(_below(pieces, at, label.end()))
    return frozenset(found)


def _below(pieces: Sequence[Piece], at: int, start: int) -> Iterator[int]:
    """Yield the places of the notes that a label opens."""
    last: Ordinal | None = read_ordinal(pieces[at].text.text, start)
    alone = not pieces[at].text.text[start:].strip()
    if last is not None and last.value == 1:
        yield at
    elif not alone:
        return
    for below in range(at + 1, len(pieces)):
        own = pieces[below].ordinal
        if own is None or own.value != (last.value + 1 if last is not None else 1):
            return
        if last is not None and own.style != last.style:
            return
        yield below
        last = own
