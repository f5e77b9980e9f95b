"""Rows that all step down from a place to what lies in it by a sign that else parts units."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from pilotdiff.listing.among_lines.towns_by_place import ends_like_a_spot
from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.lines.cuts import pieces_between
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.unit_names.line_names import Name, Names
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.model import Level
from pilotdiff.patterns import pattern

_SIGNS = frozenset("，,、；;+＋&")
# Two rows may name a county and a town in it, each chosen for itself.
_FEWEST = 3
_BLANKS = r"\s+"
_PARTING = pattern(r"\s*[，,、；;+＋&]\s*|\s+")
_ENDS = "。；;，,、 \u3000"
_ODD = pattern(r"\p{Han}{2,20}")


class _Form(NamedTuple):
    """How a row is written: the sign between its names, "" for blanks, and their tiers."""

    sign: str
    tiers: tuple[Level, ...]


class _Row(NamedTuple):
    """A piece, and the form in which it is a row; `put` for one whose town nothing else tells."""

    piece: Piece
    form: _Form | None
    put: bool = False


def with_stepped_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, the names of each row made one path where row after row steps down alike:
    1.清岗县，白溪镇 / 2.北岭县，南岭镇 / 3.北岭县，东岭镇.

    Among rows of three names or more, one that differs in a middle name alone is a row as well:
    清岗县，石桥花园，东岭村. `pieces` hold no blank lines.
    """
    out: list[Piece] = []
    for form, group in groupby(_rows(pieces), key=lambda row: row.form):
        rows = list(group)
        sure = sum(not row.put for row in rows)
        if form is None or sure < _FEWEST or 2 * sure <= len(rows):
            out += [row.piece for row in rows]
        else:
            out += [row.piece if row.put else _joined(row.piece) for row in rows]
    return out


def _rows(pieces: Sequence[Piece]) -> list[_Row]:
    """Return each piece with its form, or with that of the row before it or behind it."""
    rows = [_Row(piece, _form(piece)) for piece in pieces]
    if not any(row.form is not None and len(row.form.tiers) >= _FEWEST for row in rows):
        return rows
    for order in (range(1, len(rows)), range(len(rows) - 2, -1, -1)):
        step = order.step
        for at in order:
            form = rows[at - step].form
            if rows[at].form is None and form is not None:
                rows[at] = _as_one_of(rows[at].piece, form) or rows[at]
    return rows


def _as_one_of(piece: Piece, form: _Form) -> _Row | None:
    """Return a piece as a row of a form from which one of its middle names alone differs."""
    text, tiers = piece.text.text, form.tiers
    sign = pattern(re.escape(form.sign) or _BLANKS)
    spans = list(pieces_between(text, piece.body, len(text.rstrip(_ENDS)), sign))
    if len(spans) != len(tiers) or len(tiers) < _FEWEST:
        return None
    names = [read_name(text, *span) for span in spans]
    fits = [_stands_at(name, tier) for name, tier in zip(names, tiers, strict=True)]
    odd = [n for n, fit in enumerate(fits) if not fit]
    last = names[-1]
    if len(odd) != 1 or odd[0] in (0, len(tiers) - 1) or last is None:
        return None
    own = "".join(text[slice(*spans[odd[0]])].split())
    # A person or an office within the path is none of its places.
    may_be_a_place = names[odd[0]] is not None or ends_like_a_spot(own)
    if not may_be_a_place or _ODD.fullmatch(own) is None:
        return None
    above = tuple(
        (tier, name.text if name is not None and n != odd[0] else own)
        for n, (name, tier) in enumerate(zip(names[:-1], tiers[:-1], strict=True))
    )
    named = piece._replace(shape=Shape.NAMES, names=Names((last._replace(above=above),)))
    return _Row(named, form, put=True)


def _stands_at(name: Name | None, tier: Level) -> bool:
    """Tell whether a name is that of a unit of a tier alone."""
    return name is not None and not name.note and [part[0] for part in name.path] == [tier]


def _form(piece: Piece) -> _Form | None:
    """Return how a row is written whose names each may lie in the one before; None for others."""
    if piece.names is None or piece.names.unread or piece.names.headed:
        return None
    names = piece.names.names
    if len(names) == 1:
        return _form_of_path(piece, names[0])
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


def _form_of_path(piece: Piece, name: Name) -> _Form | None:
    """Return how a row is written that was read as one path already, each part between signs."""
    written = piece.text.text[piece.body : name.end].strip()
    signs = [sign.strip() for sign in _PARTING.findall(written)]
    tiers = tuple(part[0] for part in name.path)
    if len(set(signs)) != 1 or len(signs) + 1 != len(tiers) or name.note or name.header:
        return None
    return _Form(signs[0], tiers)


def _signs(piece: Piece, names: Sequence[Name]) -> Iterator[str]:
    return (piece.text.text[a.stop : b.start].strip() for a, b in pairwise(names))


def _joined(piece: Piece) -> Piece:
    assert piece.names is not None
    *over, last = piece.names.names
    if not over:
        return piece
    above = tuple(part for name in over for part in name.path)
    own = last._replace(above=above, ordinal=over[0].ordinal)
    return piece._replace(names=Names((own,)))
