"""What the line before says of a name's parents."""

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.line_names import Header, Name
from pilotdiff.listing.pieces import Piece


def indented(last: Piece | None, piece: Piece, name: Name) -> Name:
    """Return a name on a line set further in goes on with the header of the line before it."""
    header = _header(last)
    if piece.ordinal or name.header:
        return name
    if header is None:
        return name if name.above else name._replace(above=_shared(last, name))
    above = tuple(part for part in header.path if part[0].depth < name.path[0][0].depth)
    return name._replace(above=(*above, *name.above), header=header)


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
