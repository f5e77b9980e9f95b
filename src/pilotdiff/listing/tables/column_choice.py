"""What each column of a table is: told by its cells first, by its heading second."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from pilotdiff.listing.headings import read_heading
from pilotdiff.listing.tables.cell_reading import CellReader, Sort
from pilotdiff.listing.tables.column_corrections import (
    between_neighbours,
    cities_above,
    cities_again,
    without_comprised,
    without_other_script,
    without_partners,
    without_persons,
    without_proposed,
    without_transcriptions,
    without_twins,
)
from pilotdiff.listing.tables.column_heads import role
from pilotdiff.listing.tables.column_profile import SAMPLE, Profile
from pilotdiff.listing.tables.column_roles import (
    GRADE,
    LEVEL_ROLES,
    UNIT,
    Column,
    column_of,
    comprises,
    holds_whole_paths,
    is_address,
    is_of_before,
    proposes,
)
from pilotdiff.listing.tables.columns_abreast import (
    cut_off_list,
    lists_above,
    lists_of_types,
    names_abreast,
    parallel_lists,
    paths_alike,
    side_by_side,
)
from pilotdiff.listing.tables.division_codes import agree_with_names
from pilotdiff.listing.tables.table_columns import TableColumns
from pilotdiff.listing.tables.ticks import (
    are_ticks_alone,
    asks_whether,
    holds_answers,
    holds_ticks,
    is_of_a_time,
    is_the_lowest_grade,
    tells_the_chosen,
    ticked_types,
)
from pilotdiff.model import LEVELS, Level
from pilotdiff.names.head_words import PROGRAMME
from pilotdiff.patterns import pattern

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
    sample = _sample(rows)
    width = max((len(row) for row in (head, *sample)), default=0)
    columns = [column_of(at, head, sample, reader, dict(forced)) for at in range(width)]
    if (merged := _merged_heads(head, columns)) != tuple(head):
        return choose_columns(merged, rows, reader, forced, starts)
    columns = without_partners(without_twins(columns, sample), dict(forced))
    columns = without_persons(without_other_script(columns, sample), sample, reader)
    columns = without_comprised(without_proposed(without_transcriptions(columns)))
    columns = cities_above(cities_again(columns, sample), sample)
    columns = columns if head else between_neighbours(columns, sample, reader)
    columns = _with_codes([c if c.cells.filled else _emptied(c, rows) for c in columns], sample)
    groups = _groups_by_head(columns, starts) if head else _groups_by_cells(columns)
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


def _sample(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return the rows by which columns are judged: the first ones and, of a long table, blocks of
    neighbours from all of it; the first provinces may have no cities."""
    rows = rows[: len(rows) - _signing(rows)]
    first = _telling(rows[: 4 * SAMPLE])
    if len(rows) <= SAMPLE:
        return first[:SAMPLE]
    starts = range(SAMPLE, len(rows), max(_BLOCK, (len(rows) - SAMPLE) // _BLOCKS))[:_BLOCKS]
    later = [row for start in starts for row in rows[start : start + _BLOCK]]
    return [*first[: SAMPLE - len(later)], *_telling(later)]


# Who filled the table in, and when: the last list of a table may have no more cells than that.
_SIGNS = pattern(
    r"(?:(?:单位|分管|主管)?(?:负责|填[表报]|制表|审[核批]|复核|校[核对]|经办|联系|报送|统计|录入)(?:人员?|者|领导)"
    r"|(?:填[表报]|报送|制表|审核)(?:日期|时间)?|日期|(?:联系|办公)?电话|[盖签]章|签[字名])"
    r"\s*(?:[（(][^（()）]{1,6}[)）])?\s*[:：].*|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?",
    re.DOTALL,
)
_MOST_SIGNING = 4


def _signing(rows: Sequence[Sequence[str]]) -> int:
    """Return how many of the last rows hold nothing but who filled the table in, and when."""
    signing = 0
    for at, row in enumerate(reversed(rows[1:][-_MOST_SIGNING:]), start=1):
        told = [text for cell in row if (text := cell.strip())]
        if not all(map(_SIGNS.fullmatch, told)):
            break
        signing = at if told else signing
    return signing


# How many rows, and how many blocks of them, a sample takes from behind the first ones.
_BLOCK, _BLOCKS = 20, 6


def _telling(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return the rows without those of one text over all columns or in front, where others are
    left; an empty one stands where such a row parted its neighbours."""
    found: list[Sequence[str]] = []
    of_one = all(len(row) < 2 for row in rows)
    for row in rows:
        if of_one or not row or ((not row[0] or any(row[1:])) and len(set(row)) > 1):
            found.append(row)
        elif found and found[-1]:
            found.append(())
    return found if any(found) else rows


def _groups_by_head(columns: Sequence[Column], starts: Sequence[int]) -> list[list[Column]]:
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
        again = first is not None and (column.role, column.heading) == (first.role, first.heading)
        if again and first is not None and groups and groups[-1][-1] is first:
            again = column.depth == first.depth  # 地区 | 地区: a province and its city
        if not groups or (again and column is not first and column.role != "note"):
            groups.append([])
        groups[-1].append(column)
    return groups


# Columns that stand before blocks which come again; a sheet may be 16,384 columns wide.
_MOST_LEADING = 20


def _blocks_behind(columns: Sequence[Column]) -> list[list[Column]]:
    """Return the columns in groups where those of parents stand before several blocks with the same
    headings, 县区 | 乡镇 | 村 | 乡镇 | 村: each block behind them; [] for none."""
    heads = [(c.role, c.heading) for c in columns]
    for lead in range(1, min(len(heads), _MOST_LEADING)):
        shared = {c.role for c in columns[:lead]} & LEVEL_ROLES.keys()
        rest = heads[lead:]
        sizes = range(2, len(rest) // 2 + 1) if shared else ()
        for size in (size for size in sizes if len(rest) % size == 0):
            levels = {said for said, _ in rest[:size]} & LEVEL_ROLES.keys()
            again = rest == rest[:size] * (len(rest) // size)
            if again and len(levels) > 1 and not shared & levels:
                starts = range(lead, len(heads), size)
                return [[*columns[:lead], *columns[at : at + size]] for at in starts]
    return []


def _groups_by_cells(columns: Sequence[Column]) -> list[list[Column]]:
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


def _assembled(
    group: Sequence[Column], sample: Sequence[Sequence[str]], reader: CellReader, headed: bool
) -> TableColumns | None:
    """Return the columns of one group put together; None when they list no units."""
    roles: dict[str, list[Column]] = {}
    for column in group:
        roles.setdefault(column.role, []).append(column)
    listed = _listed(roles, sample, reader, headed)
    if listed is None:
        return None
    name, names, levels = listed
    own = name or (levels[max(levels)] if levels else None)
    slots = [levels[d].at if d in levels else -1 for d in range(5)]
    first = {said: columns[0].at for said, columns in roles.items() if columns}
    number = next((c.at for c in roles.get("numbers", ()) if c.at < min(_units(names, slots))), -1)
    whether = _whether(group, sample)
    made = TableColumns(
        id=first.get("id", -1),
        parent=first.get("parent", -1),
        ordinal=first.get("ordinal", number),
        names=names,
        levels=(slots[0], slots[1], slots[2], slots[3], slots[4]),
        level=first.get("level", -1),
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
        spread=frozenset(
            c.at
            for c in (*levels.values(), *([name] if name else ()))
            if _repeats_parents(c, sample, reader)
        ),
        kindless=next((c.at for c in levels.values() if _is_kindless(c)), -1),
        merged=frozenset(c.at for c in group if _is_merged(c.cells)),
        vouched=name is not None and 2 * name.cells.sorts[Sort.UNITS] >= name.cells.filled > 0,
        bodies=name is not None and name.cells.has_bodies,
    )
    targets = [c for c in group if c.at in made.targets and c.cells.depths]
    counts = sum((c.cells.depths for c in targets), Counter[int]())
    depth = max(counts, key=lambda d: (counts[d], d), default=-1)
    beside = (c.at for c in (*roles.get("id", ()), *roles.get(_CODES, ())))
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
    levels = _levels(roles)
    paths = paths_alike(roles, sample) if headed else []
    paths = paths or names_abreast(roles, sample, reader)
    name = None if paths else _name(roles, levels, headed)
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


def _levels(roles: dict[str, list[Column]]) -> dict[int, Column]:
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


def _name(roles: dict[str, list[Column]], levels: dict[int, Column], headed: bool) -> Column | None:
    """Return the column of names, None when the deepest level is what the table lists.

    Columns of units whose heading is not known take free levels above it (归口: 开封市); the
    deepest of them holds the names where it lies below all that is known (项目名称: 瓜山社区) or
    where the column that is headed so holds none (推荐单位: 县民政局).
    """
    named = sorted(roles.get("name", ()), key=lambda c: (not c.cells.has_units, -c.depth, c.at))
    name = named[0] if named else None
    unknown = list(roles.get(UNIT, ()))
    lowest = max((d for d, c in levels.items() if c.cells.filled), default=-1)
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
    if name is not None and name.cells.offices and _tell_paths(unknown, name.depth):
        name = None  # 建设单位: 县农业农村局 beside 建设地点
    remarks = (c for c in roles.get("note", ()) if not comprises(c))
    below = [c for c in remarks if c.cells.has_sure_units and c.depth > lowest]
    if name is None and not unknown and below and levels:
        unknown = below[:1]
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
        elif not headed and name is not None and column.at < name.at and column.cells.is_mixed:
            roles.setdefault("place", []).append(column)  # a tree that is less deep in places
    own = lowest if name is None else top
    for column in roles.get("place", ()):
        between = any(d < column.depth for d in levels) and column.depth < own
        if between and column.cells.has_sure_units and not column.cells.is_mixed:
            levels.setdefault(column.depth, column)  # 省 | 地区 | 名单
    return name


def _is_listed(place: Column) -> bool:
    """Tell whether a column headed like a parent is called by what is listed, or has several units
    in most cells: 试点地区."""
    several = 2 * place.cells.several > place.cells.filled
    return several or PROGRAMME.search(place.heading) is not None


def _tell_paths(columns: Sequence[Column], depth: int) -> bool:
    """Tell whether a column holds whole paths that end below a depth."""
    return any(c.depth > depth and 2 * c.cells.paths > c.cells.filled for c in columns)


def _stands_over(name: Column, levels: dict[int, Column]) -> bool:
    """Tell whether the units of a column lie above those of a level column that most rows fill."""
    if name.depth < 0 or 2 * name.cells.paths > name.cells.filled:
        return False
    return any(d > name.depth and 2 * c.cells.filled > c.cells.rows for d, c in levels.items())


def _has_words(column: Column) -> bool:
    return column.cells.has_han or column.cells.sorts[Sort.WORDS] > 0


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
    as well."""
    read = [reader.read(row[column.at], column.level) for row in sample if column.at < len(row)]
    units = [cell.units[0] for cell in read if cell.units]
    paths = sum(len(unit.parts) > 1 for unit in units)
    return paths > 1 and 2 * paths > len(units)
