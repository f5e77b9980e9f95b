"""What the line before says of a name's parents."""

from pilotdiff.listing.line_names import Header, Name
from pilotdiff.listing.pieces import Piece


def indented(last: Piece | None, piece: Piece, name: Name) -> Name:
    """Return a name on a line set further in goes on with the header of the line before it."""
    header = _header(last)
    if header is None or piece.ordinal or name.header:
        return name
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


def _header(piece: Piece | None) -> Header | None:
    """What stands before the colon of a line of names."""
    return piece.names.names[-1].header if piece is not None and piece.names else None
