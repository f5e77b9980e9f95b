"""What the line before says of a name's parents."""

from collections.abc import Iterable
from typing import NamedTuple

from pilotdiff.listing.carried_parents import Parts, as_prefecture, holds, under_heading
from pilotdiff.listing.lines.pieces import Piece, on_screen
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.unit_names.line_names import Header, Name
from pilotdiff.patterns import pattern


class RowWord(NamedTuple):
    """A word of a row, and the column of the screen at which it begins."""

    column: int
    text: str


# So many columns a word that was set by hand may stand beside the one above it.
_ASIDE = 1


def words_above(grid: tuple[RowWord, ...], piece: Piece) -> tuple[RowWord, ...]:
    """Return the words that stand left of a line in the rows above it, where it begins below one
    of these: 清岗县 and 白溪镇 for a 西岭村 below the village of 清岗县 白溪镇 东岭村.

    `grid` holds the words of the rows above, those of the lowest row in each column.
    """
    own = _words(piece)
    if len(grid) < _SEVERAL or not own or piece.ordinal is not None:
        return ()
    at = own[0].column
    below = any(abs(word.column - at) <= _ASIDE for word in grid[1:])
    return tuple(word for word in grid if word.column < at - _ASIDE) if below else ()


def grid_with(grid: tuple[RowWord, ...], piece: Piece) -> tuple[RowWord, ...]:
    """Return the words of the rows above a line and of the line itself; those above alone where it
    stands below none of them."""
    left, own = words_above(grid, piece), _words(piece)
    stands_apart = bool(grid and own) and not left and own[0].column > grid[0].column + _ASIDE
    return grid if stands_apart else (*left, *own)


def _words(piece: Piece) -> tuple[RowWord, ...]:
    """Return the words of a line behind its number; () where it is one word at the margin, where
    its repairs changed their number, or it was put together from several."""
    raw, text = piece.text.clean.raw, piece.text.text
    if piece.text.breaks or not _BLANK_BEFORE_A_WORD.search(raw) or len(raw) > _LONGEST:
        return ()
    columns = [on_screen(raw[: found.start()]) for found in _WORD.finditer(raw)]
    words = _WORD.findall(text)
    if len(columns) != len(words):
        return ()
    behind = len(_WORD.findall(text[: piece.body]))
    return tuple(map(RowWord, columns[behind:], words[behind:]))


_WORD = pattern(r"\S+")
_BLANK_BEFORE_A_WORD = pattern(r"\s\S")
_LONGEST = 200


def indented(
    last: Piece | None, name: Name, base: Parts = (), left: tuple[RowWord, ...] = ()
) -> Name:
    """Return a name on a line set further in goes on with the header of the line before it.

    `base` is what the line over all those that are set in so states: one with a header of its own
    goes on with it. `left` are the words that stand left of it in the rows above.
    """
    if name.header is not None and name.header.path:
        return name._replace(above=(*under_heading(base, name.path[0]), *name.above))
    header = _header(last)
    if header is None or not header.path:
        return name if name.above else name._replace(above=_shared(last, left, name))
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


def _shared(last: Piece | None, left: tuple[RowWord, ...], name: Name) -> Parts:
    """Return the parents left of the line's own column, or those that all names of the line above
    share, where they can hold the name."""
    shared = {one.above for one in last.names.names} if last is not None and last.names else set()
    above = _place(left) or (shared.pop() if len(shared) == 1 else ())
    lower = bool(above) and above[-1][0].depth < name.path[0][0].depth
    return above if lower and holds(above[-1], name.path[0]) is not False else ()


def _place(words: tuple[RowWord, ...]) -> Parts:
    """Return the place that words of rows name together: 清岗市  白溪县."""
    unit = read_unit("".join(word.text for word in words))
    return unit.parts if unit is not None and unit.sure >= CERTAIN else ()


def _header(piece: Piece | None) -> Header | None:
    """Return what stands before the colon of a line of names."""
    return piece.names.names[-1].header if piece is not None and piece.names else None
