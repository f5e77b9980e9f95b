"""Cells that say the one above them again: 同上, 〃."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pilotdiff.listing.tables.cell_reading import SAID_AGAIN
from pilotdiff.listing.tables.columns.column_heads import is_head_row
from pilotdiff.listing.tables.rows.row_sorts import is_total
from pilotdiff.model import Line

# With the blanks that may stand around it.
_BLANKS = ("", " ", "\xa0", "\u3000")
_AS_WRITTEN = frozenset(
    before + said + behind for said in SAID_AGAIN for before in _BLANKS for behind in _BLANKS
)
# A row across and a sum fill no more cells than this beside what they count.
_ACROSS = 1


def with_cells_above(rows: Sequence[Line], before: Sequence[Line] = ()) -> Sequence[Line]:
    """Return rows in which each cell that says the one above it again holds what stands there;
    `before` are the rows of the table that these may go on with.

    古田县 | 宝峰村 over 同上 | 樟上村 are two rows of 古田县.
    """
    if all(_AS_WRITTEN.isdisjoint(row.cells) for row in rows):
        return rows  # most tables
    return list(_filled(rows, before))


def names_said_again(rows: Sequence[Line], targets: Collection[int]) -> frozenset[int]:
    """Return the numbers of the rows whose own name, in the last of the columns in `targets` that
    they fill, is said to be that of the row above."""
    found = set()
    for row in rows:
        if not _AS_WRITTEN.isdisjoint(row.cells):
            own = [cell for at in sorted(targets) for cell in row.cells[at : at + 1] if cell]
            if own and own[-1].strip() in SAID_AGAIN:
                found.add(row.number)
    return frozenset(found)


def said_of_nothing(rows: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the rows, filled, in which a cell still says the one above it again:
    nothing stands there."""
    unfilled = (row for row in rows if not _AS_WRITTEN.isdisjoint(row.cells))
    return frozenset(row.number for row in unfilled)


def said_across(
    written: Sequence[Line], filled: Sequence[Line], ordinals: Sequence[int]
) -> frozenset[int]:
    """Return the numbers of the rows in which a cell says one above it again that differs from the
    one of the list beside it, where lists side by side are numbered across: 1 | 2 over 3 | 4. What
    is said again may be either; `ordinals` are the columns of their numbers."""
    if len(ordinals) < _LISTS or min(ordinals) < 0 or not _are_across(filled, ordinals):
        return frozenset()
    wide = ordinals[1] - ordinals[0]
    found = set()
    above: Sequence[str] = ()
    for own, row in zip(written, filled, strict=False):
        for at, cell in enumerate(own.cells):
            if cell.strip() in SAID_AGAIN and len(row.cells) >= wide:
                before = row.cells[at - wide : at - wide + 1] if at >= wide else above[at - wide :]
                if row.cells[at] not in before[:1]:
                    found.add(row.number)
        above = row.cells
    return frozenset(found)


def _are_across(rows: Sequence[Line], ordinals: Sequence[int]) -> bool:
    """Tell whether the numbers of lists side by side count on from one to the next in a row."""
    last = max(ordinals)
    told = [[row.cells[at].strip() for at in ordinals] for row in rows if last < len(row.cells)]
    numbers = [list(map(int, row)) for row in told if all(map(str.isdecimal, row))]
    return bool(numbers) and all(
        below - own == 1 for row in numbers for own, below in pairwise(row)
    )


_LISTS = 2


def _filled(rows: Sequence[Line], before: Sequence[Line]) -> Iterator[Line]:
    above: dict[int, str] = {}
    for row in before:
        _keep(above, row.cells)
    for row in rows:
        cells = row.cells
        if not _AS_WRITTEN.isdisjoint(cells):
            cells = tuple(
                above.get(at, cell) if cell.strip() in SAID_AGAIN else cell
                for at, cell in enumerate(cells)
            )
            row = row._replace(cells=cells)
        _keep(above, cells)
        yield row


def _keep(above: dict[int, str], cells: Sequence[str]) -> None:
    """Keep what a row's cells hold, of heads, sums and rows across nothing."""
    filled = [cell for cell in cells if cell.strip()]
    is_across = len({*filled}) <= _ACROSS < max(len(cells), len(above))
    if is_across or is_head_row(cells) or any(map(is_total, filled)):
        return
    above.update((at, cell) for at, cell in enumerate(cells) if cell.strip())
