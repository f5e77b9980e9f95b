"""Sentences right below a place alone on its line, that decide on units of that place:
一、清岗县 / 确定清岗县白溪镇、南岭镇等2个单位为示范单位。"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.lines.worded_rows import worded_row
from pilotdiff.listing.recognise.place_trees import place_alone
from pilotdiff.listing.unit_names.line_names import Names
from pilotdiff.model import Level
from pilotdiff.names.head_words import listed_tiers

if TYPE_CHECKING:
    from pilotdiff.listing.sentences.runs import Run

_LONGEST = 300
# Before the first of its names stands no more than a verb.
_OPENING = 8


def sentences_below(pieces: Sequence[Piece]) -> dict[int, Names]:
    """Return the names of such sentences, by their lines.

    A place of a tier that a heading above speaks of may be an entry, and the sentence tell of it.
    """
    found: dict[int, Names] = {}
    said: frozenset[Level] = frozenset()
    for at, piece in enumerate(pieces):
        if piece.shape is Shape.HEADING:
            said = listed_tiers(piece.text.text) or said
        if not at or piece.shape is not Shape.PROSE or len(piece.text.text) > _LONGEST:
            continue
        place = place_alone(pieces[at - 1])
        if not place or place[-1][0] in said:
            continue
        # In brackets, or before a colon, it stands over something.
        heads = pieces[at - 1].names is None
        if (names := _names(piece, place, heads=heads)) is not None:
            found[at] = names
    return found


def lines_said_again(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the lines that only say of units which other lines name where they lie: 1.白溪镇 /
    2.南岭镇 / 其中，清岗县有白溪镇、南岭镇。"""
    worded = [at for at, piece in enumerate(pieces) if _is_worded(piece)]
    if not worded:
        return frozenset()
    others = [piece for at, piece in enumerate(pieces) if piece.names and at not in worded]
    named = {name.path[-1] for piece in others if piece.names for name in piece.names.names}
    return frozenset(
        at for at in worded if (own := pieces[at].names) and named.issuperset(_last_parts(own))
    )


def _is_worded(piece: Piece) -> bool:
    text = piece.text.text
    return piece.names is not None and "有" in text and worded_row(text, piece.body) is not None


def _last_parts(names: Names) -> set[tuple[Level, str]]:
    return {name.path[-1] for name in names.names}


def _names(piece: Piece, place: Parts, *, heads: bool) -> Names | None:
    from pilotdiff.listing.sentences.runs import runs

    text = piece.text.text
    if "。" in text.strip()[:-1]:
        return None
    rows = runs(text)
    if not rows or not all(_decides(row) for row in rows):
        return None
    names = [name for row in rows for name in row.names]
    if names[0].start - piece.body > _OPENING:
        return None
    by_code = all(holds(place[-1], name.path[0]) is True for name in names)
    stated = any(place[-1] in name.path for name in names)
    low = heads and all(name.path[0][0].depth > place[-1][0].depth for name in names)
    if not (by_code or stated or low):
        return None
    if not all(_lies_in(name.path, place) for name in names):
        return None
    unread = tuple(span for row in rows for span in row.unread)
    declared = rows[0].declared if len(rows) == 1 else None
    return Names(tuple(names), unread, declared)


def _decides(row: Run) -> bool:
    return row.decided and not row.earlier


def _lies_in(path: Parts, place: Parts) -> bool:
    """Tell whether a path leads below a place, and states no other of its tier."""
    level, text = place[-1]
    own = dict(path).get(level, text)
    return path[-1][0].depth > level.depth and own == text
