"""Columns of a table without rules that stand so close that their texts run into each other."""

from collections.abc import Callable, Sequence

from pilotdiff.patterns import HAN
from pilotdiff.reading.pdf.pdf_runs import TextRun

_FEWEST = 3
"""Rows in which a text begins right behind a gutter."""
_NARROWEST = 0.2
"""In heights of a character: how wide a gutter is at least."""
_MOST_ROWS = 0.5
"""Of the rows: in how many one does."""


def cut_at_gutters(rows: Sequence[list[TextRun]]) -> list[list[TextRun]]:
    """Return the rows of a table with each run cut where a gap between words runs down through all
    of them: 涉县 石桥镇 above 磁县 白溪镇."""
    return _cut_where(_parts_words, rows)


def cut_at_columns(rows: Sequence[list[TextRun]]) -> list[list[TextRun]]:
    """Return the rows of a table with each run cut where others leave a wide gap between two
    columns: 白石镇 小杖子村 above 白石镇   东岭村.

    Few lines need have a text on both sides, as where cells go over several.
    """
    return _cut_where(lambda _, at: _is_between_columns(rows, at), rows)


def _cut_where(
    parts: Callable[[Sequence[Sequence[TextRun]], float], bool], rows: Sequence[list[TextRun]]
) -> list[list[TextRun]]:
    """Return rows with each run cut at the gutters of their pieces that part it so."""
    pieces = [[piece for run in row for piece in run.pieces or (run,)] for row in rows]
    if all(len(one) == len(row) for one, row in zip(pieces, rows, strict=True)):
        return list(rows)
    found = [at for at in _gutters(pieces) if parts(pieces, at)]
    return [[part for run in row for part in _cut(run, found)] for row in rows]


def _is_between_columns(rows: Sequence[list[TextRun]], at: float) -> bool:
    """Tell whether fewer runs reach over a gutter than there are lines with some on both sides."""
    over = sum(run.left < at < run.right for row in rows for run in row)
    apart = sum(any(r.right <= at for r in row) and any(r.left >= at for r in row) for row in rows)
    return 0 < over < apart


def _gutters(rows: Sequence[Sequence[TextRun]]) -> list[float]:
    """Return the middles of what no piece of any row stands in."""
    found: list[float] = []
    right = None
    for piece in sorted((p for row in rows for p in row), key=lambda piece: piece.left):
        if right is not None and piece.left - right > _NARROWEST * piece.height:
            found.append((piece.left + right) / 2)
        right = piece.right if right is None else max(right, piece.right)
    return found


def _parts_words(rows: Sequence[Sequence[TextRun]], at: float) -> bool:
    """Tell whether words begin right behind a gutter in many rows, no single characters as in a
    name set wide: 涉 县."""
    begun = min(piece.left for row in rows for piece in row if piece.left >= at)
    behind = [next((p for p in row if at <= p.left < begun + p.height), None) for row in rows]
    right = [piece.text for piece in behind if piece is not None]
    if len(right) < max(_FEWEST, _MOST_ROWS * len(rows)):
        return False
    ends = [[piece for piece in row if piece.right <= at] for row in rows]
    last = max(piece.right for row in ends for piece in row)
    left = [row[-1].text for row in ends if row and row[-1].right > last - row[-1].height]
    return not any(2 * sum(map(_is_character, side)) >= len(side) for side in (left, right))


def _is_character(text: str) -> bool:
    return len(text) == 1 and HAN.search(text) is not None


def _cut(run: TextRun, gutters: Sequence[float]) -> list[TextRun]:
    """Return a run in the parts between gutters."""
    inside = [at for at in gutters if run.left < at < run.right]
    if not inside:
        return [run]
    parts: list[list[TextRun]] = [[] for _ in range(len(inside) + 1)]
    for piece in run.pieces:
        parts[sum(at <= piece.left for at in inside)].append(piece)
    return [_together(part) for part in parts if part]


def _together(pieces: Sequence[TextRun]) -> TextRun:
    first, last = pieces[0], pieces[-1]
    text = " ".join(piece.text for piece in pieces)
    top, bottom = min(p.top for p in pieces), max(p.bottom for p in pieces)
    return TextRun(text, first.left, top, last.right, bottom, tuple(pieces))
