"""Tables without rules whose texts all begin at the left edge of their column, so close to the next
one that some lines are one text: 白石镇 东岭村 over 西岭村, which stands below the village."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pilotdiff.patterns import HAN
from pilotdiff.reading.pdf.pdf_numbered import Stretch
from pilotdiff.reading.pdf.pdf_touching import LineRuns

# In heights of a character: how exactly texts begin at an edge, how far apart two edges are, and
# how far below the last a line of the same table stands at most.
_EXACT, _NARROWEST, _REACH = 0.2, 2.0, 3.4
_FEWEST = 3


class EdgedTable(NamedTuple):
    """A table that the first of some lines begins: its rows, cut at the edges, and its columns.

    touching  whether the texts of a line nearly touch
    """

    rows: list[LineRuns]
    columns: list[Stretch]
    touching: bool


def edged_table(rows: Sequence[LineRuns]) -> EdgedTable | None:
    """Return the table that begins with the first of these lines; None where none does that has
    lines with nothing in the first column."""
    first = _pieces(rows[0])
    edges = [piece.left for piece in first]
    height = first[0].height
    apart = (right - left for left, right in pairwise(edges))
    if len(edges) < 2 or not HAN.search(first[0].text) or min(apart) < _NARROWEST * height:
        return None
    held = [first]
    for upper, lower in pairwise(rows):
        pieces = _pieces(lower)
        if lower[0].top - upper[0].top > _REACH * height or not _fit(pieces, edges, height):
            break
        held.append(pieces)
    several = sum(len(row) > 1 for row in held)
    blank = sum(row[0].left > edges[0] + height for row in held)
    touching = any(len(row) < len(own) for row, own in zip(rows, held, strict=False))
    if len(held) < _FEWEST or several < 2 or not blank:
        return None
    ends = [*edges[1:], max(row[-1].right for row in held) + 1]
    columns = [Stretch(left, right) for left, right in zip(edges, ends, strict=True)]
    columns = [c._replace(right=c.right - _EXACT * height) for c in columns]
    return EdgedTable(held, columns, touching)


def _pieces(row: LineRuns) -> LineRuns:
    return [piece for run in row for piece in run.pieces or (run,)]


def _fit(pieces: LineRuns, edges: Sequence[float], height: float) -> bool:
    """Tell whether each piece of a line begins at another edge and ends before the next."""
    taken = [
        next((at for at, edge in enumerate(edges) if abs(p.left - edge) < _EXACT * height), -1)
        for p in pieces
    ]
    if -1 in taken or len({*taken}) < len(taken):
        return False
    ends = [*edges[1:], float("inf")]
    return all(piece.right < ends[at] for piece, at in zip(pieces, taken, strict=True))
