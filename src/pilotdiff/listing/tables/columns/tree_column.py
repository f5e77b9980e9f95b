"""Names of several tiers in one column, each below what it lies in: 清岗市 | 白溪县 | 红石镇."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.table_reasons import MIXED
from pilotdiff.model import LEVELS, Entry, Level, LineReading, Role
from pilotdiff.names import gazetteer

_UNSURE = 0.5
_PARENTS = 2
_Row = tuple[int, str]


def under_rows_above(entries: Sequence[Entry], columns: TableColumns) -> list[Entry]:
    """Return the entries of a table, each with the parents that its one column names above it,
    where the column is a tree: no row is two tiers below the one above it, every row that is not of
    the lowest tier has one below it, and several have, or the standard says that it is so."""
    rows = _rows(entries, columns)
    if not _is_tree(rows, told=columns.level >= 0):
        return list(entries)
    above: list[_Row] = []
    found: list[Entry] = []
    for entry, row in zip(entries, rows, strict=True):
        above = [one for one in above if one[0] < row[0]]
        names = [name for _, name in above]
        found.append(entry._replace(above=(*entry.above, *names)))
        above.append(row)
    return found


def told_mixed(entries: Sequence[Entry], columns: TableColumns) -> Iterator[LineReading]:
    """Yield what is told of a column that steps down several times, or once below a first row that
    is no province, and is no sure tree."""
    rows = _rows(entries, columns)
    is_tree = _is_tree(rows, told=columns.level >= 0)
    heads = bool(rows) and all(depth > rows[0][0] > 0 for depth, _ in rows[1:])
    if len(_steps(rows)) >= (1 if heads else _PARENTS) and _goes_down_by_one(rows) and not is_tree:
        at = next(n for n, (upper, lower) in enumerate(pairwise(rows), 1) if lower[0] > upper[0])
        yield LineReading(entries[at].line, entries[at].raw, Role.ITEM, MIXED, _UNSURE)


def _rows(entries: Sequence[Entry], columns: TableColumns) -> list[_Row]:
    """Return the depths and names of the entries; none where one has parents of its own, stands
    beside another in its row, or is of a lower tier than its row says."""
    if columns.has_levels or columns.places or columns.proposers or columns.parent >= 0:
        return []
    rows: list[_Row] = []
    for upper, entry in zip((None, *entries), entries, strict=False):
        reading = read_unit(entry.text)
        beside = upper is not None and upper.line == entry.line
        if reading is None or beside or len(reading.parts) != 1:
            return []
        if entry.above != entries[0].above or entry.columns:
            return []
        # 省级 or 市级 beside a village says whose list it is on.
        told = entry.level if columns.level >= 0 else None
        if told is not None and told.depth < reading.level.depth:
            return []
        rows.append((reading.level.depth, entry.text))
    return rows


def _is_tree(rows: Sequence[_Row], *, told: bool) -> bool:
    """Tell whether rows are a tree; `told` says that each has its tier beside it.

    Of two tiers that only take turns, 清岗县, 白石镇, 三台县, 河阳镇, each may be chosen by itself.
    """
    steps = _steps(rows)
    if not steps or not _goes_down_by_one(rows) or any(_denied(*step) for step in steps):
        return False
    tiers = {depth for depth, _ in rows}
    leaves = {upper[0] for upper, lower in pairwise((*rows, rows[0])) if lower[0] <= upper[0]}
    if leaves != {max(tiers)}:
        return False
    several = told or len(tiers) > _PARENTS or 2 * len(steps) < len(rows)
    return all(_lies(*step) for step in steps) or (several and len(steps) >= _PARENTS)


def _steps(rows: Sequence[_Row]) -> list[tuple[_Row, _Row]]:
    """Return the rows that stand above one of a lower tier, with it."""
    return [(upper, lower) for upper, lower in pairwise(rows) if lower[0] > upper[0]]


def _goes_down_by_one(rows: Sequence[_Row]) -> bool:
    """Tell whether the highest tier stands first, and none is left out on the way down."""
    tiers = sorted({depth for depth, _ in rows})
    ranks = [tiers.index(depth) for depth, _ in rows]
    return bool(ranks) and ranks[0] == 0 and all(b <= a + 1 for a, b in pairwise(ranks))


def _lies(upper: _Row, lower: _Row) -> bool:
    """Tell whether the standard has a county in a prefecture."""
    return _is_city_and_county(upper, lower) and not _homes(lower).isdisjoint(_cities(upper))


def _denied(upper: _Row, lower: _Row) -> bool:
    """Tell whether the standard has a county, and only in other prefectures."""
    return bool(_is_city_and_county(upper, lower) and _homes(lower)) and not _lies(upper, lower)


def _is_city_and_county(upper: _Row, lower: _Row) -> bool:
    tiers = LEVELS[upper[0]], LEVELS[lower[0]]
    return tiers == (Level.PREFECTURE, Level.COUNTY)


def _homes(row: _Row) -> frozenset[str]:
    return gazetteer.homes(row[1])


def _cities(row: _Row) -> frozenset[str]:
    return frozenset(code[:4] for code in gazetteer.codes(Level.PREFECTURE, row[1]))
