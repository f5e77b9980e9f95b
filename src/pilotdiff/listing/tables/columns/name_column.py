"""Which column of a table holds the names of what it lists, and which are of the tiers above."""

from collections.abc import Sequence

from pilotdiff.listing.tables.cell_reading import Sort
from pilotdiff.listing.tables.columns.column_heads import LEVEL_ROLES, role
from pilotdiff.listing.tables.columns.column_roles import (
    UNIT,
    Column,
    comprises,
    is_of_before,
)
from pilotdiff.model import LEVELS, Level
from pilotdiff.names.head_words import PROGRAMME


def level_columns(roles: dict[str, list[Column]]) -> dict[int, Column]:
    """Return one column a level; of two the one whose heading says so, and not of former times."""
    found: dict[int, Column] = {}
    moved: list[Column] = []
    for level in LEVELS:
        columns = roles.get(level.value, [])
        said = [c for c in columns if role(c.heading) == level.value]
        present = [c for c in said if not is_of_before(c)]
        if columns:
            found[level.depth] = (present or said or columns)[0]
        moved += [c for c in columns if c not in said and c is not found[level.depth]]
    for column in moved:
        if (own := LEVEL_ROLES.get(role(column.heading))) is not None:
            found.setdefault(own.depth, column)
    return found


def name_column(
    roles: dict[str, list[Column]], levels: dict[int, Column], headed: bool
) -> Column | None:
    """Return the column of names, None when the deepest level is what the table lists.

    Columns of units whose heading is not known take free levels above it (归口: 开封市); the
    deepest of them holds the names where it lies below all that is known (项目名称: 瓜山社区) or
    where the column that is headed so holds none (推荐单位: 县民政局).
    """
    named = sorted(roles.get("name", ()), key=lambda c: (not c.cells.has_units, -c.depth, c.at))
    lowest = max((d for d, c in levels.items() if c.cells.filled), default=-1)
    name, unknown = _candidates(named[0] if named else None, roles, levels, lowest)
    whole = [
        c
        for c in unknown
        if 2 * c.cells.paths > c.cells.filled
        and any(c.depth == other.depth for other in unknown if other is not c)
    ]
    if name is None and not headed and len(unknown) > 1 and len(whole) == 1:
        name = whole[0]
    elif name is None and unknown:
        deepest = max(unknown, key=lambda c: (c.depth, -c.cells.is_mixed, -c.at))
        if deepest.depth > lowest and (levels or len(unknown) == 1 or headed):
            name = deepest
    elif name is not None and name.cells.has_units and _stands_over(name, levels):
        levels.setdefault(name.depth, name)
        name = None
    top = name.depth if name is not None and name.depth >= 0 else 5
    for column in (*unknown, *named[1:]):
        if column is name or not column.cells.has_units:
            continue
        if column.depth < top or (column.depth == top and name in whole):
            levels.setdefault(column.depth, column)
    _with_places_between(roles.get("place", ()), levels, lowest if name is None else top)
    return name


def _candidates(
    name: Column | None, roles: dict[str, list[Column]], levels: dict[int, Column], lowest: int
) -> tuple[Column | None, list[Column]]:
    """Return the column that is headed as that of names, None where it holds none, and those that
    may hold them, their headings unknown."""
    unknown = list(roles.get(UNIT, ()))
    if name is None and not unknown:
        # 省份 | 地区: what is headed like a parent is what the table lists, but not beside figures
        # (省份 | 地区 | 数量), where it may stand over what the table lists or is called so.
        counts = bool(levels) and "count" in roles
        placed = (c for c in roles.get("place", ()) if c.cells.has_sure_units)
        unknown = [c for c in placed if not counts or c.depth < lowest or _is_listed(c)]
    if name is not None and not name.cells.has_units:
        proposing = name.cells.offices * 2 > name.cells.filled and not name.cells.has_bodies
        if unknown or not _has_words(name) or (levels and proposing):
            name = None
    remarks = (c for c in roles.get("note", ()) if not (comprises(c) or _is_of_remarks(c)))
    below = [c for c in remarks if c.cells.has_sure_units and c.depth > lowest]
    if name is None and not unknown and below and levels:
        unknown = below[:1]
    return name, unknown


def _with_places_between(places: Sequence[Column], levels: dict[int, Column], own: int) -> None:
    """Take places between the levels and the names for levels: 省 | 地区 | 名单; and counties that
    are written without their kinds, of which the rest of the list tells which are meant: 平山."""
    for column in places:
        cells = column.cells
        counties = cells.short and {*cells.short, *cells.depths} == {Level.COUNTY.depth}
        between = (counties or any(d < column.depth for d in levels)) and column.depth < own
        if between and column.cells.has_sure_units and not column.cells.is_mixed:
            levels.setdefault(column.depth, column)


def _is_of_remarks(column: Column) -> bool:
    """Tell whether many names of a column stand in remarks: it lists none, whatever it names."""
    return _MOST_REMARKS * column.cells.remarks > column.cells.filled


# Of four cells one may be a name that begins like a remark.
_MOST_REMARKS = 4


def _is_listed(place: Column) -> bool:
    """Tell whether a column headed like a parent is called by what is listed, or has several units
    in most cells: 试点地区."""
    several = 2 * place.cells.several > place.cells.filled
    return several or PROGRAMME.search(place.heading) is not None


def _stands_over(name: Column, levels: dict[int, Column]) -> bool:
    """Tell whether the units of a column lie above those of a level column that most rows fill;
    those that may be areas of any tier (东岭管理区) lie below one that stands before them."""
    if name.depth < 0 or 2 * name.cells.paths > name.cells.filled:
        return False
    lower = (c for depth, c in levels.items() if depth > name.depth)
    filled = [c for c in lower if 2 * c.cells.filled > c.cells.rows]
    return any(name.at < c.at or name.cells.has_sure_units for c in filled)


def _has_words(column: Column) -> bool:
    return column.cells.has_han or column.cells.sorts[Sort.WORDS] > 0
