"""Rows that all step down from a place to what lies in it by a sign that else parts units."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.line_names import Name, Names
from pilotdiff.listing.pieces import Piece
from pilotdiff.model import Level

_SIGNS = frozenset("，,、；;+＋&")
# Two rows may name a county and a town in it, each chosen for itself.
_FEWEST = 3


class _Form(NamedTuple):
    """How a row is written: the sign between its names, and their tiers."""

    sign: str
    tiers: tuple[Level, ...]


def with_stepped_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, the names of each row made one path where row after row steps down alike:
    1.清岗县，白溪镇 / 2.北岭县，南岭镇 / 3.北岭县，东岭镇.

    `pieces` hold no blank lines.
    """
    out: list[Piece] = []
    for form, group in groupby(pieces, key=_form):
        rows = list(group)
        out += map(_joined, rows) if form is not None and len(rows) >= _FEWEST else rows
    return out


def _form(piece: Piece) -> _Form | None:
    """Return how a row is written whose names each may lie in the one before; None for others."""
    if piece.names is None or piece.names.unread or piece.names.headed:
        return None
    names = piece.names.names
    signs = set(_signs(piece, names))
    steps = [part[0] for name in names for part in name.path]
    if len(names) < 2 or len(signs) != 1 or not signs <= _SIGNS:
        return None
    if [level.depth for level in steps] != sorted({level.depth for level in steps}):
        return None
    if any(name.note or name.former or name.header or name.above for name in names):
        return None
    if any(name.ordinal for name in names[1:]):
        return None
    if any(holds(a.path[-1], b.path[0]) is False for a, b in pairwise(names)):
        return None
    return _Form(signs.pop(), tuple(steps))


def _signs(piece: Piece, names: Sequence[Name]) -> Iterator[str]:
    return (piece.text.text[a.stop : b.start].strip() for a, b in pairwise(names))


def _joined(piece: Piece) -> Piece:
    assert piece.names is not None
    *over, last = piece.names.names
    above = tuple(part for name in over for part in name.path)
    own = last._replace(above=above, ordinal=over[0].ordinal)
    return piece._replace(names=Names((own,)))
