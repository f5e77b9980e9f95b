"""What the line before says of a name's parents."""

from pilotdiff.listing.carried_parents import Parts, carried, holds
from pilotdiff.listing.line_names import Header, Name
from pilotdiff.listing.pieces import Piece


def indented(last: Piece | None, piece: Piece, name: Name, base: Parts = ()) -> Name:
    """Return a name on a line set further in goes on with the header of the line before it.

    `base` is what the line over all those that are set in so states: one with a header of its own
    goes on with it.
    """
    if piece.ordinal:
        return name
    if name.header:
        return name._replace(above=(*carried(base, name.path[0]), *name.above))
    header = _header(last)
    if header is None:
        return name if name.above else name._replace(above=_shared(last, name))
    above = tuple(part for part in header.path if part[0].depth < name.path[0][0].depth)
    return name._replace(above=(*above, *name.above), header=header)


def stated_over(piece: Piece | None) -> Parts:
    """Return what the header of a line states: 清岗市 of 清岗市：白溪县（2个）：…."""
    header = _header(piece)
    return header.path if header is not None else ()


def indent(piece: Piece) -> int:
    """Tell how many blanks stand before a line's text.

    >>> from pilotdiff.listing.pieces import shape
    >>> from pilotdiff.model import Clean
    >>> from pilotdiff.repair.texts import Text
    >>> indent(shape(Text(1, Clean("　　清岗县", "　　清岗县"))))
    2
    """
    return len(piece.text.text) - len(piece.text.text.lstrip())


def _shared(last: Piece | None, name: Name) -> Parts:
    """Return the parents that all names of the line above share, where they can hold the name."""
    shared = {one.above for one in last.names.names} if last is not None and last.names else set()
    above = shared.pop() if len(shared) == 1 else ()
    lower = bool(above) and above[-1][0].depth < name.path[0][0].depth
    return above if lower and holds(above[-1], name.path[0]) is not False else ()


def _header(piece: Piece | None) -> Header | None:
    """Return what stands before the colon of a line of names."""
    return piece.names.names[-1].header if piece is not None and piece.names else None
