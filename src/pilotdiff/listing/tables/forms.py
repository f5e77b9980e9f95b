"""Forms: one unit a table, each cell behind its label, several of them in a row."""

from collections.abc import Sequence
from itertools import groupby

from pilotdiff.listing.tables.column_heads import role
from pilotdiff.model import LEVELS, Line

_UNITS = frozenset({"name", *(level.value for level in LEVELS)})
_Pair = tuple[str, str]
_MOST_ROWS = 40


def form_as_rows(rows: Sequence[Line]) -> Sequence[Line]:
    """Return a form as a heading of its labels and one row, on the line that names its unit; other
    rows as they are.

    村名 | 东岭村 | 所属乡镇 | 白石镇 over 户数 | 320 | 人口 | 1021 is a form.
    """
    pairs = [_pairs(row.cells) for row in rows[: _MOST_ROWS + 1]]
    if len(rows) > _MOST_ROWS or not _is_form(pairs):
        return rows
    told = [pair for row in pairs for pair in row]
    naming = next(at for at, row in enumerate(pairs) if any(role(h) in _UNITS for h, _ in row))
    labels, values = zip(*told, strict=True)
    return [rows[0]._replace(cells=labels), rows[naming]._replace(cells=values)]


def _pairs(cells: Sequence[str]) -> list[_Pair]:
    """Return the labels of a row with what stands behind each; [] where they do not go by pairs.

    A cell that is merged over several columns may be written out in each.
    """
    once = [cell for cell, _ in groupby(map(str.strip, cells))]
    while once and not once[-1] and len(once) % 2:
        once.pop()
    return list(zip(once[::2], once[1::2], strict=True)) if len(once) % 2 == 0 else []


def _is_form(pairs: Sequence[Sequence[_Pair]]) -> bool:
    """Tell whether rows of pairs are a form: half of the labels and more are known as headings, of
    those within the rows too, one of a unit among them, none stands twice, and nothing behind them
    is a heading."""
    told = [pair for row in pairs for pair in row]
    if len(pairs) < 2 or all(len(row) < 2 for row in pairs) or not all(pairs):
        return False
    labels = [label for label, _ in told]
    roles = [role(label) for label in labels]
    inner = [role(label) for row in pairs for label, _ in row[1:]]
    known = all(2 * sum(map(bool, found)) >= len(found) for found in (roles, inner))
    known = known and not _UNITS.isdisjoint(roles)
    plain = all(labels) and len({*labels}) == len(labels)
    return known and plain and not any(role(value) for _, value in told if value)
