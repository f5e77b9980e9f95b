"""What the line before says of a name's parents."""

from collections.abc import Iterable

from pilotdiff.listing.carried_parents import Parts, as_prefecture, holds, under_heading
from pilotdiff.listing.line_names import Header, Name
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.pieces import Piece, indent, on_screen


def indented(last: Piece | None, piece: Piece, name: Name, base: Parts = ()) -> Name:
    """Return a name on a line set further in goes on with the header of the line before it.

    `base` is what the line over all those that are set in so states: one with a header of its own
    goes on with it.
    """
    if piece.ordinal:
        return name
    if name.header is not None and name.header.path:
        return name._replace(above=(*under_heading(base, name.path[0]), *name.above))
    header = _header(last)
    if header is None or not header.path:
        return name if name.above else name._replace(above=_shared(last, piece, name))
    first = name.path[0]
    over = (as_prefecture(part, first) for part in header.path)
    above = tuple(part for part in over if part[0].depth < first[0].depth)
    return name._replace(above=(*above, *name.above), header=header)


_SEVERAL, _SHARE = 2, 4


def rows_go_on(pieces: Iterable[Piece]) -> bool:
    """Tell whether a fair share of a document's rows state no parents before a colon as the others
    do."""
    rows = [p.names.names[0] for p in pieces if p.names is not None and p.ordinal is None]
    bare = sum(name.header is None for name in rows)
    return bare >= _SEVERAL and _SHARE * bare >= len(rows)


def goes_on_below(last: Piece | None, piece: Piece) -> bool:
    """Tell whether a row of paths goes on with the header of the row right above it, which begins
    at its tier: 清岗区：白石街道东岭社区、西岭社区 / 青石街道南岭社区.

    What states no path and stands alone may lie elsewhere.
    """
    header = _header(last)
    if last is None or last.names is None or header is None or not header.path:
        return False
    if piece.names is None or piece.ordinal is not None or last.ordinal is not None:
        return False
    first, *more = piece.names.names
    if first.header is not None or first.above or not (more or len(first.path) > 1):
        return False
    tier = last.names.names[0].reading.parts[0][0]
    above = header.path[-1]
    lower = above[0].depth < first.path[0][0].depth
    return first.path[0][0] is tier and lower and holds(above, first.path[0]) is not False


def stated_over(piece: Piece | None) -> Parts:
    """Return what the header of a line states: 清岗市 of 清岗市：白溪县（2个）：…."""
    header = _header(piece)
    return header.path if header is not None else ()


def _shared(last: Piece | None, piece: Piece, name: Name) -> Parts:
    """Return the parents that all names of the line above share, or those left of the line's own
    column, where they can hold the name."""
    shared = {one.above for one in last.names.names} if last is not None and last.names else set()
    above = shared.pop() if len(shared) == 1 else ()
    above = above or (_left_of(last, piece) if last is not None else ())
    lower = bool(above) and above[-1][0].depth < name.path[0][0].depth
    return above if lower and holds(above[-1], name.path[0]) is not False else ()


def _left_of(last: Piece, piece: Piece) -> Parts:
    """Return what the line above states left of the column at which a line begins:
    清岗市  白溪县南岭镇 / 　　　  北岭县东岭镇."""
    text, column = last.text.text, on_screen(piece.text.text[: indent(piece)])
    at = next((n for n in range(len(text)) if on_screen(text[:n]) >= column), 0)
    before = text[last.body : at]
    if not before.strip() or not before[-1].isspace() or text[at].isspace():
        return ()
    unit = read_unit(before.strip())
    return unit.parts if unit is not None and unit.sure >= CERTAIN else ()


def _header(piece: Piece | None) -> Header | None:
    """Return what stands before the colon of a line of names."""
    return piece.names.names[-1].header if piece is not None and piece.names else None
