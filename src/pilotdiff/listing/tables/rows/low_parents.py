"""Parents that stand once, below the first of their rows: at their middle or their foot."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.rows.alternating_rows import is_numbered_apart, number_column
from pilotdiff.listing.tables.rows.row_sorts import is_total
from pilotdiff.listing.tables.table_reasons import LOW_PARENT
from pilotdiff.model import Entry, Level, Line, LineReading, Role

_UNSURE = 0.5
_A_PARENT_AND_ITS_OWN = 2
# Where the word for a sum stands.
_FIRST = 3


def without_own_parent(rows: Sequence[Line], columns: TableColumns) -> frozenset[int]:
    """Return the numbers of the rows whose highest parent may be the one above or the one below.

    Such a table leaves the column of that parent blank in its first row, and names each parent
    once. Of a county that a row names the standard tells the city.
    """
    at = next((at for at in columns.levels if at >= 0), -1)
    county = columns.levels[Level.COUNTY.depth]
    blank = _blank_from_the_first(rows, at, columns)
    return frozenset(row.number for row in blank if county in (-1, at) or not row.cell(county))


def without_lower_parent(rows: Sequence[Line], columns: TableColumns) -> frozenset[int]:
    """Return the numbers of the rows that leave a lower parent blank so: a county at the foot of
    its rows, whose city each of them states. A county in the first row needs no city over it: it
    may have none."""
    filled = [at for at in columns.levels if at >= 0]
    county = columns.levels[Level.COUNTY.depth]
    found: set[int] = set()
    for at in filled[1:]:
        blank = _blank_from_the_first(rows, at, columns)
        over_county = at == columns.levels[Level.PREFECTURE.depth]
        if blank and not (over_county and blank[0].cell(county)):
            found.update(row.number for row in blank)
    return frozenset(found)


def _blank_from_the_first(rows: Sequence[Line], at: int, columns: TableColumns) -> Sequence[Line]:
    """Return the rows in which a column of parents is blank, where it is so in the first, too, and
    names each parent once."""
    if at < 0 or at in columns.targets or not rows:
        return ()
    first = rows[0]
    if first.cell(at) and _is_wide(first) and not any(map(is_total, first.cells[:_FIRST])):
        return ()  # most tables
    rows = [row for row in _telling(rows, at, columns) if any(map(str.strip, row.cells))]
    cells = [row.cell(at) for row in rows]
    named = [cell for cell in cells if cell]
    if not named or cells[0] or any(upper == lower for upper, lower in pairwise(named)):
        return ()
    return [row for row, cell in zip(rows, cells, strict=True) if not cell]


def under_low_parents(
    rows: Sequence[Line], columns: TableColumns, low: Collection[int]
) -> tuple[Line, ...]:
    """Return the rows, those in `low` with the parent that stands at their foot or about their
    middle.

    As they are where both may be, or neither. A parent on a row of its own tells nothing.
    """
    at = next((at for at in columns.levels if at >= 0), -1)
    held = _telling(rows, at, columns) if low else ()
    named = [place for place, row in enumerate(held) if row.cell(at)]
    if not named or not all(_fills(held[n], columns) for n in named):
        return tuple(rows)
    ends = [end for end in (_at_foot(named, len(held)), _in_middle(named, len(held))) if end]
    if len(ends) != 1:
        return tuple(rows)
    over = {
        row.number: held[named[bisect_left(ends[0], place)]].cell(at)
        for place, row in enumerate(held)
    }
    return tuple(_filled(row, at, over[row.number]) if row.number in low else row for row in rows)


def _telling(rows: Sequence[Line], at: int, columns: TableColumns) -> Sequence[Line]:
    """Return the rows that hold a parent or what the table lists: a heading across it has none, nor
    has a place that stands alone where each row with a parent fills several columns more, or that
    is numbered apart."""
    rows = [row for row in rows if not any(map(is_total, row.cells[:_FIRST]))]
    own, number = columns.targets[-1], number_column(columns)
    pairs = zip(rows, [*rows[1:], *rows[-1:]], strict=True)
    rows = [r for r, below in pairs if not is_numbered_apart(r.cells, below.cells, own, number)]
    held = [row for row in rows if row.cell(at) or _fills(row, columns)]
    if all(map(_is_wide, held)):
        return held  # most tables
    fewest = min((_width(row) for row in held if row.cell(at)), default=0)
    return [row for row in held if fewest <= _A_PARENT_AND_ITS_OWN or _is_wide(row)]


def _is_wide(row: Line) -> bool:
    """Tell whether a row fills two columns and more."""
    filled = filter(str.strip, row.cells)
    return next(filled, None) is not None and next(filled, None) is not None


def _width(row: Line) -> int:
    return sum(1 for cell in row.cells if cell.strip())


def _fills(row: Line, columns: TableColumns) -> bool:
    return any(row.cell(own) for own in columns.targets)


def _at_foot(named: Sequence[int], length: int) -> Sequence[int]:
    """Return the last rows of parents that stand in the last of their rows; () where not all do."""
    return named if named[-1] == length - 1 else ()


def _in_middle(named: Sequence[int], length: int) -> Sequence[int]:
    """Return the last rows of parents each of which stands in the middle one of its rows; () where
    not all do.

    >>> _in_middle([1, 4], 6), _in_middle([2, 4], 5)
    ([2, 5], ())
    """
    ends: list[int] = []
    start = 0
    for place in named:
        ends.append(2 * place - start)
        start = ends[-1] + 1
    grows = all(upper < lower for upper, lower in pairwise([-1, *ends]))
    return ends if grows and start == length else ()


def _filled(row: Line, at: int, parent: str) -> Line:
    wide = (*row.cells, *[""] * (at + 1 - len(row.cells)))
    return row._replace(cells=(*wide[:at], parent, *wide[at + 1 :]))


def told_low(entries: Sequence[Entry], low: Collection[int]) -> Iterator[LineReading]:
    """Yield what tells that the parents of these rows are in doubt, for each that gave an entry."""
    first = {entry.line: entry for entry in reversed(entries) if entry.line in low}
    for line, entry in first.items():
        yield LineReading(line, entry.raw, Role.ITEM, LOW_PARENT, _UNSURE)
