"""What each column of a table is: told by its cells first, by its heading second."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from pilotdiff.in_groups import in_groups
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.tables.cell_reading import CellReader, Sort
from pilotdiff.listing.tables.columns.column_corrections import (
    between_neighbours,
    cities_above,
    cities_again,
    without_comprised,
    without_names_again,
    without_other_script,
    without_partners,
    without_persons,
    without_proposed,
    without_transcriptions,
    without_twins,
)
from pilotdiff.listing.tables.columns.column_groups import groups_by_cells, groups_by_head
from pilotdiff.listing.tables.columns.column_heads import told_level
from pilotdiff.listing.tables.columns.column_profile import Profile
from pilotdiff.listing.tables.columns.column_roles import (
    GRADE,
    UNIT,
    Column,
    cells_beside,
    column_of,
    holds_whole_paths,
    is_address,
    proposes,
)
from pilotdiff.listing.tables.columns.columns_abreast import (
    cut_off_list,
    lists_above,
    lists_of_types,
    names_abreast,
    parallel_lists,
    paths_alike,
    side_by_side,
)
from pilotdiff.listing.tables.columns.division_codes import agree_with_names
from pilotdiff.listing.tables.columns.name_column import level_columns, name_column
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.columns.ticks import (
    are_ticks_alone,
    asks_whether,
    holds_answers,
    holds_ticks,
    is_of_a_time,
    is_the_lowest_grade,
    tells_the_chosen,
    ticked_types,
)
from pilotdiff.listing.tables.rows.row_sample import sample_of
from pilotdiff.model import Level
from pilotdiff.names.kinds import kind_at_end

# Codes where another column holds the ids.
_CODES = "codes"
# Roles that a column of ticks may seem to have by its heading.
_TICKED = frozenset({"", "category", "note", "place"})


def choose_columns(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    reader: CellReader,
    forced: Sequence[tuple[int, str]] = (),
    starts: Sequence[int] = (),
) -> list[TableColumns]:
    """Return the columns of a table; several where a row holds several entries side by side, [] for
    none.

    `head` is its heading row, () when it has none; `forced` are columns whose role the user gives,
    `starts` where the lists begin that a row above the headings tells apart.
    """
    sample = sample_of(rows)
    width = max((len(row) for row in (head, *sample)), default=0)
    columns = [column_of(at, head, sample, reader, dict(forced)) for at in range(width)]
    if (merged := _merged_heads(head, columns)) != tuple(head):
        return choose_columns(merged, rows, reader, forced, starts)
    columns = without_partners(without_twins(columns, sample), dict(forced))
    columns = without_persons(without_other_script(columns, sample), sample, reader)
    columns = without_comprised(without_proposed(without_transcriptions(columns)))
    columns = cities_above(cities_again(columns, sample), sample)
    if not head:
        columns = between_neighbours(without_names_again(columns, sample), sample, reader)
    columns = _with_codes([c if c.cells.filled else _emptied(c, rows) for c in columns], sample)
    groups = groups_by_head(columns, starts) if head else groups_by_cells(columns)
    assembled = [_assembled(group, sample, reader, bool(head)) for group in groups]
    found = [_with_blocks(columns, rows) for columns in assembled if columns is not None]
    # The names of the last list stand past the edge of the page: its places are none of the list.
    is_cut = len(found) > 1 and cut_off_list(head, max(found[0].targets)) >= 0
    return found[:-1] if is_cut else found


def _merged_heads(head: Sequence[str], columns: Sequence[Column]) -> tuple[str, ...]:
    """Return the headings, that of a list again over the columns right behind it that have none and
    hold units of its tier: 试点县 | blank, as a merged cell is written down."""
    cells = list(head)
    for before, column in pairwise(columns[: len(head)]):
        bare = not column.heading and column.cells.has_sure_units and column.role == UNIT
        alike = before.cells.has_units and before.depth == column.depth and not before.cells.paths
        if bare and alike and cells[before.at].strip() and not column.cells.paths:
            cells[column.at] = cells[before.at]
    return tuple(cells)


def _with_codes(columns: list[Column], sample: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns with those of codes as ids, or as the parents' where most are ids of
    others."""
    codes = [c for c in columns if c.role == "code"]
    apart = max((len(_values(c, sample)) for c in codes), default=0)
    telling = (c for c in codes if len(_values(c, sample)) == apart)
    named = next((c for c in columns if c.role == "id"), None) or next(telling, None)
    if named is None:
        return columns
    ids = _values(named, sample)
    out = []
    for column in columns:
        if column.role == "code" and column is not named:
            cells = [row[column.at].strip() for row in sample if column.at < len(row)]
            inside = sum(cell in ids for cell in cells if cell)
            column = column._replace(
                role="parent" if 2 * inside > sum(map(bool, cells)) else _CODES
            )
        elif column.role == "code":
            column = column._replace(role="id")
        out.append(column)
    return out


def _values(column: Column, sample: Sequence[Sequence[str]]) -> set[str]:
    return {row[column.at].strip() for row in sample if column.at < len(row)}


def _emptied(column: Column, rows: Sequence[Sequence[str]]) -> Column:
    """Return a column without a role when none of its cells, beyond the sample too, holds
    anything."""
    at = column.at
    filled = any(row[at] and not row[at].isspace() for row in rows if at < len(row))
    return column if filled else column._replace(role="")


def _assembled(
    group: Sequence[Column], sample: Sequence[Sequence[str]], reader: CellReader, headed: bool
) -> TableColumns | None:
    """Return the columns of one group put together; None when they list no units."""
    roles = in_groups(group, lambda column: column.role)
    listed = _listed(roles, sample, reader, headed)
    if listed is None:
        return None
    name, names, levels = listed
    own = name or (levels[max(levels)] if levels else None)
    slots = [levels[d].at if d in levels else -1 for d in range(5)]
    first = {said: columns[0].at for said, columns in roles.items() if columns}
    number = next((c.at for c in roles.get("numbers", ()) if c.at < min(_units(names, slots))), -1)
    whether = _whether(group, sample)
    units = [*levels.values(), *([name] if name else ())]
    made = TableColumns(
        id=first.get("id", -1),
        parent=first.get("parent", -1),
        ordinal=first.get("ordinal", number),
        names=names,
        levels=(slots[0], slots[1], slots[2], slots[3], slots[4]),
        level=_tiers(roles, own, sample, reader),
        category=first.get("category", -1),
        types=_types(group, names) if "category" not in roles else (),
        notes=tuple(c.at for c in _notes(roles, group, headed) if c is not name),
        former=first.get("former", -1),
        places=tuple(_places(roles, name, own, sample)),
        addresses=tuple(c.at for c in roles.get("ignore", ()) if is_address(c, streets=True)),
        proposers=tuple(c.at for c in group if c is not own and proposes(c)),
        counts=tuple(c.at for c in roles.get("count", ())),
        years=tuple(c.at for c in roles.get("year", ())),
        ticks=ticked_types(((c.at, c.heading) for c in group if c.role in _TICKED), sample),
        stages=_stages(group, sample),
        whether=whether,
        blanks_deny=whether >= 0 and are_ticks_alone(whether, sample),
        spread=frozenset(c.at for c in units if _repeats_parents(c, sample, reader)),
        kindless=next((c.at for c in levels.values() if _is_kindless(c)), -1),
        merged=frozenset(c.at for c in group if _is_merged(c.cells)),
        vouched=name is not None and 2 * name.cells.sorts[Sort.UNITS] >= name.cells.filled > 0,
        bodies=name is not None and name.cells.has_bodies,
    )
    return _with_code(made, group, sample, reader)


def _with_code(
    made: TableColumns, group: Sequence[Column], sample: Sequence[Sequence[str]], reader: CellReader
) -> TableColumns:
    """Return the columns of a group with that of the codes, and the depth of most units."""
    targets = [c for c in group if c.at in made.targets and c.cells.depths]
    counts = sum((c.cells.depths for c in targets), Counter[int]())
    depth = max(counts, key=lambda d: (counts[d], d), default=-1)
    beside = (c.at for said in ("id", _CODES) for c in group if c.role == said)
    code = next((at for at in beside if agree_with_names(at, made, sample, reader)), -1)
    return made._replace(code=code, depth=depth)


class _Listed(NamedTuple):
    """What a group of columns lists: the column of its names, None where its deepest level is what
    it lists; where names stand, each with the level that its heading gives; and those above."""

    name: Column | None
    names: tuple[tuple[int, Level | None], ...]
    levels: dict[int, Column]


def _listed(
    roles: dict[str, list[Column]],
    sample: Sequence[Sequence[str]],
    reader: CellReader,
    headed: bool,
) -> _Listed | None:
    """Return what columns by their roles list; None for no units."""
    levels = level_columns(roles)
    paths = paths_alike(roles, sample) if headed else []
    paths = paths or names_abreast(roles, sample, reader)
    name = None if paths else name_column(roles, levels, headed)
    if name is None and not levels and not paths:
        return None
    if name is not None:
        typed = lists_of_types(name, roles.get(UNIT, ()))
        parallel = typed or lists_above(name, levels, sample, reader)
    else:
        parallel = paths or parallel_lists(roles, levels, sample, reader)
    if name is None and not parallel and not headed:
        parallel = side_by_side(roles, levels)
    own = parallel or ([name] if name else [])
    over = {depth: c for depth, c in levels.items() if not any(c is one for one in parallel)}
    return _Listed(name, tuple((c.at, c.level) for c in own), over)


def _tiers(
    roles: dict[str, list[Column]],
    own: Column | None,
    sample: Sequence[Sequence[str]],
    reader: CellReader,
) -> int:
    """Return the column that tells the tier of each unit, -1 for none: one that contradicts the
    kinds of most names tells their rank, 创建级别 over 省级 beside 东岭村."""
    column = next(iter(roles.get("level", ())), None)
    if column is None or own is None:
        return column.at if column else -1
    told = fitting = 0
    for name, said in cells_beside(own, column, sample):
        level, unit = told_level(said), next(iter(reader.read(name, own.level).units), None)
        if level is not None and unit is not None and unit.sure:
            told += 1
            fitting += level is unit.level or kind_at_end(level, unit.own.text) is not None
    return column.at if 2 * fitting >= told else -1


def _whether(group: Sequence[Column], sample: Sequence[Sequence[str]]) -> int:
    """Return the column that says whether a row was chosen, -1 for none."""
    asks = (c.at for c in group if asks_whether(c.heading))
    ticks = [c.heading.strip() for c in group if holds_ticks(c.at, sample)]
    told = (c for c in group if tells_the_chosen(c.heading, c.at, sample))
    ticked = (c.at for c in told if not is_the_lowest_grade(c.heading.strip(), ticks))
    return next(chain(asks, ticked), -1)


def _stages(group: Sequence[Column], sample: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the columns that tell at which of several times or grades a row was chosen: 第一批 |
    第二批, 国家级 | 省级; () where fewer than two do."""
    told = [c for c in group if is_of_a_time(c.heading) or GRADE.fullmatch(c.heading)]
    found = tuple(c.at for c in told if holds_answers(c.at, sample))
    return found if len(found) > 1 else ()


def _places(
    roles: dict[str, list[Column]],
    name: Column | None,
    own: Column | None,
    sample: Sequence[Sequence[str]],
) -> Iterator[int]:
    """Yield the columns that say where the units lie, `own` the one that lists them."""
    # Beside figures a place stays one: 地区 | 数量 lists nothing.
    yield from (c.at for c in roles.get("place", ()) if c is not name or "count" in roles)
    for column in (*roles.get("ignore", ()), *roles.get(UNIT, ())):
        if own is None or column is own:
            continue
        if is_address(column) or holds_whole_paths(column, own, sample):
            yield column.at


def _types(
    group: Sequence[Column], names: Sequence[tuple[int, Level | None]]
) -> tuple[tuple[int, str], ...]:
    """Return the types that the headings of lists side by side name; one list alone is of none."""
    lists = {at for at, _ in names} if len(names) > 1 else set()
    named = ((c.at, read_heading(c.heading).category) for c in group if c.at in lists)
    return tuple((at, category) for at, category in named if category)


def _is_kindless(column: Column) -> bool:
    """Tell whether a column of towns has most of them without their kinds."""
    cells = column.cells
    return column.role == Level.TOWNSHIP.value and 2 * cells.sorts[Sort.WORDS] > cells.filled


def _units(names: tuple[tuple[int, Level | None], ...], slots: Sequence[int]) -> list[int]:
    return [at for at, _ in names] or [at for at in slots if at >= 0]


def _notes(roles: dict[str, list[Column]], group: Sequence[Column], headed: bool) -> list[Column]:
    """Return the columns of remarks; without headings the first text behind the units."""
    if headed:
        return roles.get("note", [])
    units = [c.at for c in roles.get(UNIT, ())]
    if not units:
        return []
    return [c for c in group if not c.role and c.cells.has_han and c.at > units[-1]][:1]


def _is_merged(cells: Profile) -> bool:
    """Tell whether blanks mean the cell above: nobody merges cells and repeats them too."""
    return cells.sorts[Sort.BLANK] > 0 and 4 * cells.repeated <= cells.sorts[Sort.BLANK]


def _with_blocks(columns: TableColumns, rows: Sequence[Sequence[str]]) -> TableColumns:
    """Return columns with those of levels and places as merged, too, whose cells stand in blocks:
    half of the rows repeat their county, and the others leave it blank."""
    columns = columns._replace(sorting=_stand_once(rows, columns.category))
    own = columns.own_depth
    levels = {at for depth, at in enumerate(columns.levels) if at >= 0 and depth != own}
    beside = {*levels, *columns.places} - columns.merged
    found = {at for at in beside if _stand_in_blocks(rows, at)}
    return columns._replace(merged=columns.merged | found) if found else columns


def _stand_once(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Tell whether a column has several values, each once and the first in the first row: what is
    blank goes on with the one above."""
    cells = [row[at].strip() if at < len(row) else "" for row in rows] if at >= 0 else []
    filled = [cell for cell in cells if cell]
    return 1 < len(filled) < len(cells) and bool(cells[0]) and len(set(filled)) == len(filled)


def _stand_in_blocks(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Tell whether a column has blanks, and each of its values goes on until the next one begins;
    a name that several places bear begins anew."""
    cells = [row[at] if at < len(row) else "" for row in rows]
    if all(map(str.strip, set(cells))):
        return False
    filled = [text for cell in cells if (text := cell.strip())]
    if not filled:
        return False
    begun = 1 + sum(one != other for one, other in pairwise(filled))
    return 10 * begun <= 11 * len(set(filled))


def _repeats_parents(column: Column, sample: Sequence[Sequence[str]], reader: CellReader) -> bool:
    """Tell whether most cells are paths, so that one that begins like its parent is a path
    as well; the only one is a path where it is a village behind its town."""
    read = [reader.read(row[column.at], column.level) for row in sample if column.at < len(row)]
    units = [cell.units[0] for cell in read if cell.units]
    paths = sum(len(unit.parts) > 1 for unit in units)
    if len(units) == 1:
        return [at for at, _ in units[0].parts[-2:]] == [Level.TOWNSHIP, Level.COMMUNITY]
    return paths > 1 and 2 * paths > len(units)
