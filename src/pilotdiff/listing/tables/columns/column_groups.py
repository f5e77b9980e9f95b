"""The columns of each of the lists that stand side by side in one table."""

from collections.abc import Sequence

from pilotdiff.listing.tables.cell_reading import Sort
from pilotdiff.listing.tables.columns.column_heads import LEVEL_ROLES
from pilotdiff.listing.tables.columns.column_roles import UNIT, Column


def groups_by_head(columns: Sequence[Column], starts: Sequence[int]) -> list[list[Column]]:
    """Return the columns in groups, those that `starts` tells apart; else where the first heading
    stands again, the row's next entry begins."""
    if starts:
        ends = [*starts[1:], len(columns)]
        return [list(columns[at:end]) for at, end in zip(starts, ends, strict=True)]
    if blocks := _blocks_behind(columns):
        return blocks
    first = next((c for c in columns if c.role and c.role != "ignore"), None)
    groups: list[list[Column]] = []
    for column in columns:
        again = first is not None and _are_headed_alike(first, column)
        if again and groups and all(_are_headed_alike(column, c) for c in groups[-1]):
            # 单位 | 单位 | 单位: a county, its town and its village
            again = column.depth in {c.depth for c in groups[-1]}
        if not groups or (again and column is not first and column.role != "note"):
            groups.append([])
        groups[-1].append(column)
    return groups


def _are_headed_alike(one: Column, other: Column) -> bool:
    return (one.role, one.heading) == (other.role, other.heading)


# Columns that stand before blocks which come again; a sheet may be 16,384 columns wide.
_MOST_LEADING = 20
_NO_LISTS = ("ignore", "note")


def _blocks_behind(columns: Sequence[Column]) -> list[list[Column]]:
    """Return the columns in groups where those of parents, or the numbers of rows, stand before
    several blocks with the same headings, 县区 | 乡镇 | 村 | 乡镇 | 村: each block behind them, the
    last with the remarks behind it; [] for none."""
    heads = [(c.role, c.heading) for c in columns]
    end = len(heads)
    while end and heads[end - 1][0] in _NO_LISTS:
        end -= 1
    for lead in range(1, min(end, _MOST_LEADING)):
        before = {c.role for c in columns[:lead]}
        shared = before & LEVEL_ROLES.keys()
        rest = heads[lead:end]
        sizes = range(2, len(rest) // 2 + 1) if shared or before == {"ordinal"} else ()
        for size in (size for size in sizes if len(rest) % size == 0):
            levels = {said for said, _ in rest[:size]} & LEVEL_ROLES.keys()
            again = rest == rest[:size] * (len(rest) // size)
            if again and len(levels) > 1 and not shared & levels:
                blocks = [columns[at : at + size] for at in range(lead, end, size)]
                blocks[-1] = [*blocks[-1], *columns[end:]]
                return [[*columns[:lead], *block] for block in blocks]
    return []


def groups_by_cells(columns: Sequence[Column]) -> list[list[Column]]:
    """Return the same without headings: a level that stands again begins the next entry, but in a
    tree that is less deep in places."""
    units = [c for c in columns if c.role == UNIT]
    if any(c.cells.is_mixed for c in units[:-1]) and units[-1].cells.sorts[Sort.BLANK]:
        return [list(columns)]
    order = [c.depth for c in units]
    size = next((n for n in range(1, len(order)) if order == order[:n] * (len(order) // n)), 0)
    if not size:
        return [list(columns)]
    groups: list[list[Column]] = [[]]
    depths: set[int] = set()
    for column in columns:
        if column.role == UNIT:
            if column.depth in depths:
                moved = groups[-1].pop() if groups[-1][-1].role == "numbers" else None
                groups.append([moved] if moved else [])
                depths = set()
            depths.add(column.depth)
        groups[-1].append(column)
    return groups
