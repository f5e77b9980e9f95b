"""What each column of a table is: told by its cells first, by its heading second."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, permutations
from typing import NamedTuple

from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.institutions import is_body_heading
from pilotdiff.listing.tables.cell_reading import CellReader, Sort
from pilotdiff.listing.tables.column_heads import PROGRAMME, is_counted_heading, role
from pilotdiff.listing.tables.column_profile import SAMPLE, Profile, profile
from pilotdiff.listing.tables.division_codes import agree_with_names
from pilotdiff.listing.tables.table_columns import TableColumns
from pilotdiff.listing.tables.ticks import are_ticks_alone, asks_whether, ticked_types
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import split
from pilotdiff.names.gazetteer import is_municipality
from pilotdiff.patterns import pattern

_LEVELS = {level.value: level for level in LEVELS}
_UNIT = "unit"
# Codes where another column holds the ids.
_CODES = "codes"
# Roles that a column of ticks may seem to have by its heading.
_TICKED = frozenset({"", "category", "note", "place"})
# Of so many parents one may seem to be two names.
_ONE_IN = 3
# Who helps, and no unit of the list: 帮扶单位, 结对村.
_HELPING = pattern(r"帮扶|结对|支援|协作|联系|包联|派出|牵头|责任|指导|依托")
_YEAR = pattern(r"(?:19|20)\d\d")
_NAMED = pattern(r"名称|地名|区划|name(?!list)", re.IGNORECASE)
_PROPOSING = pattern(r"推荐|申报|报送|上报|填报|主管|组织|属地|所属|隶属")
# Below such a heading anything may stand, the units too.
_TELLS = pattern(r"结果|内容|情况|详情|明细")
_FORMERLY = ("原", "旧", "from", "old", "former", "previous")


class Column(NamedTuple):
    """A column with what its heading says, what its cells are, and the role that both give it."""

    at: int
    heading: str
    role: str
    cells: Profile

    @property
    def level(self) -> Level | None:
        return _LEVELS.get(self.role)

    @property
    def depth(self) -> int:
        """The depth of its units by their own kinds, else that of its heading."""
        if self.cells.depth >= 0:
            return self.cells.depth
        return self.level.depth if self.level else -1


def choose_columns(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    reader: CellReader,
    forced: Sequence[tuple[int, str]] = (),
) -> list[TableColumns]:
    """Return the columns of a table; several where a row holds several entries side by side, [] for
    none.

    `head` is its heading row, () when it has none; `forced` are columns whose role the user gives.
    """
    sample = _telling(rows)[:SAMPLE]
    width = max((len(row) for row in (head, *sample)), default=0)
    columns = [_column(at, head, sample, reader, dict(forced)) for at in range(width)]
    columns = _cities_again(_without_partners(columns), sample)
    columns = _with_codes([c if c.cells.filled else _emptied(c, rows) for c in columns], sample)
    groups = _groups_by_head(columns) if head else _groups_by_cells(columns)
    found = [_assembled(group, sample, reader, bool(head)) for group in groups]
    return [_with_blocks(columns, rows) for columns in found if columns is not None]


_PARTNER = pattern(r"^(?:支援|协作|结对|援助|对口(?:支援|协作|帮扶)?)")


def _without_partners(columns: list[Column]) -> list[Column]:
    """Return the columns, those of partners ignored where another one holds units as low: 受援村 |
    支援村."""
    partners = [c for c in columns if _PARTNER.search(c.heading) and c.cells.has_units]
    own = [c for c in columns if c not in partners and c.cells.has_sure_units]
    lowest = max((c.depth for c in own), default=-1)
    ignored = {c.at for c in partners if c.depth <= lowest}
    return [c._replace(role="ignore") if c.at in ignored else c for c in columns]


def _cities_again(columns: list[Column], sample: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns with a municipality as its own city where one repeats it behind the
    provinces: 上海市 | 上海市, 浙江省 | 嘉兴市."""
    out: list[Column] = []
    for column in columns:
        upper = next((c for c in reversed(out) if c.role in (_UNIT, Level.PROVINCE.value)), None)
        cities = column.cells.depths[0] if column.role == _UNIT and upper is not None else 0
        if cities and upper is not None and upper.depth == 0:
            last = max(upper.at, column.at)
            pairs = [(row[upper.at], row[column.at]) for row in sample if last < len(row)]
            again = sum(is_municipality(own) and own.startswith(top) for top, own in pairs if top)
            if again == cities:
                depths = Counter(column.cells.depths)
                depths[1] += depths.pop(0)
                column = column._replace(cells=column.cells._replace(depths=depths))
        out.append(column)
    return out


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


def _telling(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return the rows without those of one text over all columns or in front, where others are
    left; an empty one stands where such a row parted its neighbours."""
    found: list[Sequence[str]] = []
    for row in rows[: 4 * SAMPLE]:
        if len(row) < 2 or ((not row[0] or any(row[1:])) and len(set(row)) > 1):
            found.append(row)
        elif found and found[-1]:
            found.append(())
    return found if any(found) else rows


def _column(
    at: int,
    head: Sequence[str],
    sample: Sequence[Sequence[str]],
    reader: CellReader,
    forced: dict[int, str],
) -> Column:
    heading = head[at].strip() if at < len(head) else ""
    said = role(reader.wash(heading).text) if heading else ""
    if forced:
        said = forced.get(at, "" if said in forced.values() else said)
    found = profile(sample, at, reader, _LEVELS.get(said))
    return Column(at, heading, said if at in forced else _weighed(said, heading, found), found)


def _weighed(said: str, heading: str, cells: Profile) -> str:
    """Return the role of a column, when its heading says one and its cells may say another."""
    if not cells.filled:
        return said
    if said in _LEVELS:
        level = _LEVELS[said]
        if cells.has_numbers or not cells.has_han:
            return "ignore"
        if cells.has_units and cells.depth >= 0 and not cells.depths[level.depth]:
            return LEVELS[cells.depth].value if not cells.is_mixed else said
        return said
    if said == "name":
        return "" if cells.has_numbers or cells.says_one_thing else said
    if said == "former" and cells.has_numbers:
        return ""  # an earlier code
    if said in ("id", "ordinal") and cells.has_sure_units:
        return _UNIT
    if said == "parent" and cells.has_sure_units:
        return "place"
    if said == "ignore" and heading.isascii() and cells.has_sure_units and not cells.paths:
        return _UNIT  # areaName is no figure of an area
    if said == "ignore" and cells.has_sure_units and not cells.paths and _TELLS.search(heading):
        return _UNIT
    if said:
        return said
    if cells.has_sure_units:
        return _UNIT
    if cells.has_bodies and is_body_heading(heading):
        return "name"
    if cells.has_years:
        return "year"
    if cells.has_long_codes:
        return "code"
    return "numbers" if cells.has_ordinals else ""


def _groups_by_head(columns: Sequence[Column]) -> list[list[Column]]:
    """Return the columns in groups; where the first heading stands again, the row's next entry
    begins."""
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


def _groups_by_cells(columns: Sequence[Column]) -> list[list[Column]]:
    """Return the same without headings: a level that stands again begins the next entry, but in a
    tree that is less deep in places."""
    units = [c for c in columns if c.role == _UNIT]
    if any(c.cells.is_mixed for c in units[:-1]) and units[-1].cells.sorts[Sort.BLANK]:
        return [list(columns)]
    order = [c.depth for c in units]
    size = next((n for n in range(1, len(order)) if order == order[:n] * (len(order) // n)), 0)
    if not size:
        return [list(columns)]
    groups: list[list[Column]] = [[]]
    depths: set[int] = set()
    for column in columns:
        if column.role == _UNIT:
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
    levels = _levels(roles)
    paths = _paths_alike(roles, sample) if headed else []
    paths = paths or _names_abreast(roles, sample, reader)
    name = None if paths else _name(roles, levels, headed)
    if name is None and not levels and not paths:
        return None
    parallel = paths or ([] if name else _parallel(roles, levels, sample, reader))
    if name is None and not parallel and not headed:
        parallel = _side_by_side(roles, levels)
    for column in parallel:
        levels = {depth: other for depth, other in levels.items() if other is not column}
    own = name or (levels[max(levels)] if levels else None)
    names = tuple((c.at, c.level) for c in ([name] if name else parallel))
    slots = [levels[d].at if d in levels else -1 for d in range(5)]
    first = {said: columns[0].at for said, columns in roles.items()}
    number = next((c.at for c in roles.get("numbers", ()) if c.at < min(_units(names, slots))), -1)
    whether = next((c.at for c in group if asks_whether(c.heading)), -1)
    made = TableColumns(
        id=first.get("id", -1),
        parent=first.get("parent", -1),
        ordinal=first.get("ordinal", number),
        names=names,
        levels=(slots[0], slots[1], slots[2], slots[3], slots[4]),
        level=first.get("level", -1),
        category=first.get("category", -1),
        notes=tuple(c.at for c in _notes(roles, group, headed) if c is not name),
        former=first.get("former", -1),
        # Beside figures a place stays one: 地区 | 数量 lists nothing.
        places=(
            *(c.at for c in roles.get("place", ()) if c is not name or "count" in roles),
            *(c.at for c in roles.get("ignore", ()) if own and _is_whole_path(c, own, sample)),
        ),
        proposers=tuple(c.at for c in group if c is not own and _proposes(c)),
        counts=tuple(c.at for c in roles.get("count", ())),
        years=tuple(c.at for c in roles.get("year", ())),
        ticks=ticked_types(((c.at, c.heading) for c in group if c.role in _TICKED), sample),
        whether=whether,
        blanks_deny=whether >= 0 and are_ticks_alone(whether, sample),
        spread=frozenset(c.at for c in levels.values() if _repeats_parents(c, sample, reader)),
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
        present = [c for c in said if not c.heading.lower().startswith(_FORMERLY)]
        if columns:
            found[level.depth] = (present or said or columns)[0]
        moved += [c for c in columns if c not in said and c is not found[level.depth]]
    for column in moved:
        if (own := _LEVELS.get(role(column.heading))) is not None:
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
    unknown = list(roles.get(_UNIT, ()))
    if name is None and not unknown and (not levels or "count" not in roles):
        # 省份 | 地区: what is headed like a parent is what the table lists.
        unknown = [c for c in roles.get("place", ()) if c.cells.has_sure_units]
    lowest = max((d for d, c in levels.items() if c.cells.filled), default=-1)
    if name is not None and not name.cells.has_units:
        proposing = name.cells.offices * 2 > name.cells.filled and not name.cells.has_bodies
        if unknown or not _has_words(name) or (levels and proposing):
            name = None
    below = [c for c in roles.get("note", ()) if c.cells.has_sure_units and c.depth > lowest]
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
    return name


def _stands_over(name: Column, levels: dict[int, Column]) -> bool:
    """Tell whether the units of a column lie above those of a level column that most rows fill."""
    if name.depth < 0 or 2 * name.cells.paths > name.cells.filled:
        return False
    return any(d > name.depth and 2 * c.cells.filled > c.cells.rows for d, c in levels.items())


def _has_words(column: Column) -> bool:
    return column.cells.has_han or column.cells.sorts[Sort.WORDS] > 0


def _parallel(
    roles: dict[str, list[Column]],
    levels: dict[int, Column],
    sample: Sequence[Sequence[str]],
    reader: CellReader,
) -> list[Column]:
    """Return the level columns that are lists of their own beside the deepest one."""
    lowest = levels[max(levels)]
    # 区 | 县: one level in two columns.
    beside = [c for c in roles.get(LEVELS[max(levels)].value, ()) if c.cells.has_units]
    if len(beside) > 1 and not any(c.heading.lower().startswith(_FORMERLY) for c in beside):
        return beside
    if len(levels) < 2:
        return []
    others = [column for depth, column in sorted(levels.items()) if column is not lowest]
    found = [column for column in others if _stands_beside(column, lowest, sample, reader)]
    if found and all(PROGRAMME.search(column.heading) for column in levels.values()):
        found = others  # 示范市 | 示范县 | 示范镇: where one is a list of its own, each is
    return [*found, lowest] if found else []


def _paths_alike(roles: dict[str, list[Column]], sample: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns of whole paths, or headed with their numbers, that are lists side by side,
    2021年 | 2022年, 先行区（2个） | 示范区（3个）: of one depth, no other below them, and none the
    other's path again; [] where there are not several."""
    counted = [
        c for level in _LEVELS for c in roles.get(level, ()) if is_counted_heading(c.heading)
    ]
    named = [*roles.get("name", ()), *roles.get(_UNIT, ()), *counted]
    named = [c for c in named if c.cells.has_units and not _is_of_others(c)]
    found = [
        c for c in named if 2 * c.cells.paths > c.cells.filled or is_counted_heading(c.heading)
    ]
    levels = [c for level in _LEVELS for c in roles.get(level, ()) if PROGRAMME.search(c.heading)]
    paths = [c for c in levels if 2 * c.cells.paths > c.cells.filled and c not in found]
    beside = [c for c in paths if found and c.depth == found[0].depth]
    found, named = [*found, *beside], [*named, *beside]  # 示范村 | 传统村落
    if len(found) < 2 or len(found) < len(named) or len({c.depth for c in found}) > 1:
        return []
    pairs = [(a, b) for a in found for b in found if a is not b]
    again = any(_is_whole_path(a, b, sample) for a, b in pairs)
    return [] if again else sorted(found, key=lambda c: c.at)


def _names_abreast(
    roles: dict[str, list[Column]], sample: Sequence[Sequence[str]], reader: CellReader
) -> list[Column]:
    """Return several columns of names of one depth as lists side by side, [] where they are none.

    One that holds the other's whole paths holds the names alone. Where most rows name the same
    unit twice, 2015年名称 | 2020年名称, the later one holds the names and the other earlier ones.
    """
    named = [c for c in roles.get("name", ()) if c.cells.has_units and not _is_of_others(c)]
    if len(named) < 2 or len({c.depth for c in named}) > 1:
        return []
    for one, other in permutations(named, 2):
        if _is_whole_path(one, other, sample):
            roles["name"] = [one]
            return []
    years = [found[0] if (found := _YEAR.search(c.heading)) else "" for c in named]
    last = named[max(range(len(named)), key=lambda at: (years[at], at))]
    others = [c for c in named if c is not last]
    # name2010 | name2020 say themselves that they are names of one unit; lists of two years do not.
    told = len({*years} - {""}) == len(named) and all(_NAMED.search(c.heading) for c in named)
    if told or all(_name_the_same(c, last, sample, reader) for c in others):
        roles["name"] = [last]
        roles.setdefault("former", others)
        return []
    return sorted(named, key=lambda c: c.at)


def _is_of_others(column: Column) -> bool:
    """Tell whether a column's heading is of those who help or propose: 结对社区, 推荐单位."""
    return bool(_HELPING.search(column.heading) or _PROPOSING.search(column.heading))


def _name_the_same(
    one: Column, other: Column, sample: Sequence[Sequence[str]], reader: CellReader
) -> bool:
    """Tell whether two columns name the same units in most rows, if by other kinds."""
    last = max(one.at, other.at)
    told = same = 0
    for row in sample:
        cells = [reader.read(row[c.at]).units for c in (one, other)] if last < len(row) else []
        if cells and all(cells):
            stems = {split(*units[0].parts[-1])[0] for units in cells}
            told, same = told + 1, same + (len(stems) == 1)
    return 2 * same >= told > 0


def _side_by_side(roles: dict[str, list[Column]], levels: dict[int, Column]) -> list[Column]:
    """Return the lowest columns of a table without heads, where several hold names alike: 浙江 |
    甲县 | 乙县."""
    alike = [c for c in roles.get(_UNIT, ()) if c.depth == max(levels) and not c.cells.paths]
    sure = all(c.cells.has_sure_units and not c.cells.is_mixed for c in alike)
    return alike if len(alike) > 1 and sure else []


def _stands_beside(
    upper: Column, lower: Column, sample: Sequence[Sequence[str]], reader: CellReader
) -> bool:
    """Tell whether a column is a list beside a lower one, and no parent of its names."""
    cells = upper.cells
    # Among parents that repeat, one cell of two names is a slip, or what a scan has of a seal.
    is_slip = cells.repeated and _ONE_IN * cells.several < cells.filled
    if (cells.several and not is_slip) or cells.sorts[Sort.WHOLE]:
        return True
    if not PROGRAMME.search(upper.heading) or not PROGRAMME.search(lower.heading):
        return False
    if cells.repeated or cells.sorts[Sort.BLANK] * 2 > cells.rows:
        return False
    pairs = []
    for row in sample:
        if upper.at < len(row) and lower.at < len(row):
            over = reader.read(row[upper.at], upper.level).units
            under = reader.read(row[lower.at], lower.level).units
            pairs += [holds(over[0].parts[-1], unit.parts[0]) for unit in under if over]
    return True not in pairs


def _proposes(column: Column) -> bool:
    """Tell whether a column holds the offices that propose units; who helps them is elsewhere."""
    return (
        bool(_PROPOSING.search(column.heading)) and 2 * column.cells.offices > column.cells.filled
    )


def _notes(roles: dict[str, list[Column]], group: Sequence[Column], headed: bool) -> list[Column]:
    """Return the columns of remarks; without headings the first text behind the units."""
    if headed:
        return roles.get("note", [])
    units = [c.at for c in roles.get(_UNIT, ())]
    if not units:
        return []
    return [c for c in group if not c.role and c.cells.has_han and c.at > units[-1]][:1]


def _is_whole_path(address: Column, name: Column, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column of addresses holds the whole paths of the names beside it."""
    if 2 * address.cells.paths <= address.cells.filled:
        return False
    last = max(address.at, name.at)
    pairs = [(row[address.at].strip(), row[name.at].strip()) for row in sample if last < len(row)]
    told = [(path, own) for path, own in pairs if path and own]
    return bool(told) and all(path.endswith(own) for path, own in told)


def _is_merged(cells: Profile) -> bool:
    """Tell whether blanks mean the cell above: nobody merges cells and repeats them too."""
    return cells.sorts[Sort.BLANK] > 0 and 4 * cells.repeated <= cells.sorts[Sort.BLANK]


def _with_blocks(columns: TableColumns, rows: Sequence[Sequence[str]]) -> TableColumns:
    """Return columns with those level columns as merged, too, whose cells stand in blocks: half of
    the rows repeat their county, and the others leave it blank."""
    own = columns.own_depth
    levels = {at for depth, at in enumerate(columns.levels) if at >= 0 and depth != own}
    found = {at for at in levels - columns.merged if _stand_in_blocks(rows, at)}
    return columns._replace(merged=columns.merged | found) if found else columns


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
