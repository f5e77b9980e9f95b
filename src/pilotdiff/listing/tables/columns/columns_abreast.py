"""Several columns of units, side by side: lists of their own, or names of the same units."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import permutations

from pilotdiff.facts.numerals import NUMBER_IN_BRACKETS
from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.tables.cell_reading import CellReader, Sort
from pilotdiff.listing.tables.columns.column_heads import LEVEL_ROLES, is_counted_heading
from pilotdiff.listing.tables.columns.column_roles import (
    GRADE,
    UNIT,
    Column,
    cells_beside,
    holds_whole_paths,
    is_of_before,
    is_of_others,
)
from pilotdiff.listing.tables.rows.parents_in_names import within_a_town
from pilotdiff.model import LEVELS
from pilotdiff.names import split
from pilotdiff.names.head_words import PROGRAMME
from pilotdiff.patterns import pattern

# Of so many parents one may seem to be two names.
_ONE_IN = 3
# One name may be cut in the wrong place.
_FEWEST_STATED = 2
_YEAR = pattern(r"(?:19|20)\d\d")
# What villages of a plan are for: 中心村 | 特色村.
_SORTED = pattern(
    r"(?:中心|一般|特色|精品|重点|提升|引领|培育|达标|样板|整治|宜居|美丽|和美|生态|文明)(?:[县镇乡村]|街道|社区|乡镇|村庄)"
)
# How well units did, as the heading of those that did so: 优秀 | 良好.
_GRADED = pattern(
    r"(?:优秀|优良|良好|较好|中等|一般|较差|合格|基本合格|不合格|达标|不达标|[一二三]等(?:奖)?)"
    rf"(?:等次|单位|名单)?(?:{NUMBER_IN_BRACKETS})?"
)
_NAMED = pattern(r"名称|地名|区划|name(?!list)", re.IGNORECASE)


def parallel_lists(
    roles: dict[str, list[Column]],
    levels: dict[int, Column],
    sample: Sequence[Sequence[str]],
    reader: CellReader,
) -> list[Column]:
    """Return the level columns that are lists of their own beside the deepest one. Those of several
    tiers under one heading are a path: 试点地区 | 试点地区 over a city and its county.
    """
    lowest = levels[max(levels)]
    # 区 | 县: one level in two columns.
    beside = [c for c in roles.get(LEVELS[max(levels)].value, ()) if c.cells.has_units]
    if len(beside) > 1 and not any(map(is_of_before, beside)):
        # 示范镇 | 示范村 | 示范社区: the villages say that they lie in other towns.
        called = [c for _, c in sorted(levels.items()) if PROGRAMME.search(c.heading)]
        pairs = [(c, b) for c in called for b in beside if c is not lowest and c not in beside]
        over = [c for c, b in pairs if _is_stated_otherwise(c, b, sample, reader)]
        return [*(c for c in called if c in over), *beside]
    if len(levels) < 2:
        return []
    headings = Counter(column.heading for column in levels.values())
    apart = (column for _, column in sorted(levels.items()) if headings[column.heading] == 1)
    others = [column for column in apart if column is not lowest]
    found = [column for column in others if _stands_beside(column, lowest, sample, reader)]
    alone = bool(others) and all(PROGRAMME.search(column.heading) for column in levels.values())
    if alone and _fill_rows_by_turns(list(levels.values()), sample):
        return [*others, lowest]  # 示范县 | 示范镇 | 示范村, a row each
    if found and alone:
        if not lowest.cells.paths and any(_has_gaps(c, lowest, sample) for c in others):
            return []
        found = others  # 示范市 | 示范县 | 示范镇: where one is a list of its own, each is
    return [*found, lowest] if found else []


def _fill_rows_by_turns(columns: Sequence[Column], sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether each row fills one of these columns, and most names of the lower ones state
    their parents themselves: no column holds those of another."""
    lower = columns[1:]
    if not all(c.cells.filled and 2 * c.cells.paths > c.cells.filled for c in lower):
        return False
    rows = [[row[c.at].strip() for c in columns if c.at < len(row)] for row in sample]
    return all(sum(map(bool, row)) == 1 for row in rows if any(row))


def _stands_beside(
    upper: Column, lower: Column, sample: Sequence[Sequence[str]], reader: CellReader
) -> bool:
    """Tell whether a column is a list beside a lower one, and no parent of its names."""
    if _is_stated_otherwise(upper, lower, sample, reader):
        return True
    cells = upper.cells
    are_chosen = all(PROGRAMME.search(column.heading) for column in (upper, lower))
    # Among parents that repeat, or are called so, one cell of two names is a slip, or what a scan
    # has of a seal.
    is_slip = (cells.repeated or not are_chosen) and _ONE_IN * cells.several < cells.filled
    if cells.sorts[Sort.WHOLE]:
        return True
    if cells.several and not is_slip:
        return are_chosen or not _go_in_step(upper, lower, sample, reader)
    if not are_chosen:
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


def _go_in_step(
    upper: Column, lower: Column, sample: Sequence[Sequence[str]], reader: CellReader
) -> bool:
    """Tell whether each row with several names in one column has as many in a lower one, and as
    many rows have one parent: 白石镇、青石镇 | 东岭村、西岭村."""
    rows = (row for row in sample if len(row) > max(upper.at, lower.at))
    counts = [
        tuple(len(reader.read(row[each.at], each.level).units) for each in (upper, lower))
        for row in rows
    ]
    told = [above == below for above, below in counts if above > 1]
    single = sum(above == 1 and below > 0 for above, below in counts)
    return all(told) and single >= len(told)


def _has_gaps(upper: Column, lower: Column, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether blanks stand above names in a column, and names beside them: merged parents. A
    list beside another is blank at its end alone."""
    pairs = cells_beside(upper, lower, sample)
    last = max((at for at, (over, _) in enumerate(pairs) if over), default=0)
    return any(not over and under for over, under in pairs[:last])


def lists_of_types(name: Column, units: Sequence[Column]) -> list[Column]:
    """Return the columns of units that their headings call by types, one of them that of the names:
    县 | 智慧科技型 | 便民服务型 over towns; [] where it is the only one."""
    typed = [c for c in units if c.depth == name.depth and read_heading(c.heading).category]
    return typed if len(typed) > 1 and any(c is name for c in typed) else []


def lists_above(
    name: Column, levels: dict[int, Column], sample: Sequence[Sequence[str]], reader: CellReader
) -> list[Column]:
    """Return the column of names behind those above it whose units its own names contradict,
    森林城镇 | 森林村庄; [] where there are none."""
    found = [
        c
        for depth, c in sorted(levels.items())
        if depth < name.depth and _is_stated_otherwise(c, name, sample, reader)
    ]
    return [*(c for c in found if not is_of_others(c)), name] if found else []


def _is_stated_otherwise(
    upper: Column, lower: Column, sample: Sequence[Sequence[str]], reader: CellReader
) -> bool:
    """Tell whether most names that begin with their parents have others than stand beside them:
    白石镇 | 东岭镇河口村. A few among many that state none are odd names."""
    last = max(upper.at, lower.at)
    told = other = every = 0
    if 2 * lower.cells.paths <= lower.cells.filled:
        return False
    for row in sample:
        if last >= len(row):
            continue
        above = [unit.parts[-1] for unit in reader.read(row[upper.at], upper.level).units]
        beside = {split(*part)[0] for part in above}
        for unit in reader.read(row[lower.at], lower.level).units:
            parts = within_a_town(unit.parts)
            own = {split(*part)[0] for part in parts[:-1] if part[0].depth == upper.depth}
            every += bool(beside)
            told += bool(beside and own)
            other += bool(beside and own and beside.isdisjoint(own))
    return told >= _FEWEST_STATED and 2 * other > told and 4 * told >= every


def paths_alike(roles: dict[str, list[Column]], sample: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns of whole paths, or headed with their numbers, that are lists side by side,
    2021年 | 2022年, 先行区（2个） | 示范区（3个）: of one depth, no other below them, and none the
    other's path again; [] where there are not several."""
    counted = [
        c for level in LEVEL_ROLES for c in roles.get(level, ()) if is_counted_heading(c.heading)
    ]
    named = [*roles.get("name", ()), *roles.get(UNIT, ()), *counted]
    named = [c for c in named if c.cells.has_units and not is_of_others(c)]
    found = [
        c for c in named if 2 * c.cells.paths > c.cells.filled or is_counted_heading(c.heading)
    ]
    levels = [
        c for level in LEVEL_ROLES for c in roles.get(level, ()) if PROGRAMME.search(c.heading)
    ]
    paths = [c for c in levels if 2 * c.cells.paths > c.cells.filled and c not in found]
    beside = [c for c in paths if found and c.depth == found[0].depth]
    found, named = [*found, *beside], [*named, *beside]  # 示范村 | 传统村落
    if len(found) < 2 or len(found) < len(named) or len({c.depth for c in found}) > 1:
        return []
    pairs = [(a, b) for a in found for b in found if a is not b]
    again = any(holds_whole_paths(a, b, sample) for a, b in pairs)
    return [] if again else sorted(found, key=lambda c: c.at)


def names_abreast(
    roles: dict[str, list[Column]], sample: Sequence[Sequence[str]], reader: CellReader
) -> list[Column]:
    """Return several columns of names of one depth as lists side by side, [] where they are none.

    One that holds the other's whole paths holds the names alone. Where most rows name the same
    unit twice, 2015年名称 | 2020年名称, the later one holds the names and the other earlier ones.
    """
    named = [c for c in roles.get("name", ()) if c.cells.has_units and not is_of_others(c)]
    named = named or _headed_lists(roles)
    if len(named) < 2 or len({c.depth for c in named}) > 1:
        return []
    for said in (UNIT, "place"):
        roles[said] = [c for c in roles.get(said, ()) if c not in named]
    for one, other in permutations(named, 2):
        if holds_whole_paths(one, other, sample):
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


def _headed_lists(roles: dict[str, list[Column]]) -> list[Column]:
    """Return the columns of units that are lists by headings which are not known, 2022年示范村; []
    where a column of a lower level stands beside them."""
    # 试点地区 | 试点地区: one alone may be where the units lie.
    areas = [c for c in roles.get("place", ()) if PROGRAMME.search(c.heading)]
    units = [*roles.get(UNIT, ()), *(areas if len(areas) > 1 else ())]
    found = [c for c in units if c.cells.has_sure_units and not is_of_others(c)]
    told = (PROGRAMME.search, _YEAR.search, GRADE.fullmatch, _SORTED.fullmatch, _GRADED.fullmatch)
    lists = [c for c in found if any(says(c.heading) for says in told)]
    others = [c for columns in roles.values() for c in columns if c.role != "ignore"]
    lowest = max((c.depth for c in others if c.cells.has_units), default=-1)
    return lists if lists and lists[0].depth == lowest else []


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


def side_by_side(roles: dict[str, list[Column]], levels: dict[int, Column]) -> list[Column]:
    """Return the lowest columns of a table without heads, where several hold names alike: 浙江 |
    甲县 | 乙县."""
    alike = [c for c in roles.get(UNIT, ()) if c.depth == max(levels) and not c.cells.paths]
    sure = all(c.cells.has_sure_units and not c.cells.is_mixed for c in alike)
    return alike if len(alike) > 1 and sure else []


def cut_off_list(head: Sequence[str], lowest: int) -> int:
    """Return where the last of lists side by side begins where the page ends before the column of
    its names, which the first list has at `lowest`; -1 where it does not.

    >>> cut_off_list(("序号", "县", "镇", "序号", "县"), 2)
    3
    >>> cut_off_list(("序号", "县", "镇", "备注", "序号", "县", "镇"), 2)
    -1
    """
    heads = [*map(str.strip, head)]
    while heads and not heads[-1]:
        heads.pop()
    again = [at for at, one in enumerate(heads) if one and one == heads[0]]
    there = heads[again[-1] :] if len(again) > 1 else []
    is_cut = 0 < len(there) <= lowest and there == heads[: len(there)]
    return again[-1] if is_cut else -1
