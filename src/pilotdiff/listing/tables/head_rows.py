"""The rows that head a table: which they are, and what they say together."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.listing.lines.titles_and_dates import is_title
from pilotdiff.listing.recognise.named_places import counted_place
from pilotdiff.listing.tables.cell_reading import Cell, CellReader, Sort
from pilotdiff.listing.tables.columns.column_heads import (
    UNIT_ROLES,
    is_head_row,
    is_heading_word,
    role,
)
from pilotdiff.model import Line
from pilotdiff.names.kinds import is_kind_word
from pilotdiff.patterns import pattern

_WITHIN = 40
_MOST_DATA = 2
_BELOW = 20
_MOST_BELOW = 3
_NUMBERED = ("ordinal", "id")
_NO_LISTS = ("ignore", "note")
_WIDER = 2


class Head(NamedTuple):
    """A table's heading.

    first, end  its rows, counted from 0: where it begins, and where the rows below it do
    cells       what stands over each column, the lowest of several rows that says something
    groups      where the columns of each list begin, where a row above heads several, () for one
    """

    first: int
    end: int
    cells: tuple[str, ...]
    groups: tuple[int, ...] = ()


def find_head(rows: Sequence[Line], reader: CellReader, named: Sequence[str] = ()) -> Head | None:
    """Return the heading of a table; None when it has none.

    `named` are columns by their headings, as the user gives them: the row that has them is it.
    """
    data = 0
    for at, row in enumerate(rows[:_WITHIN]):
        cells = [reader.wash(cell).text.strip() for cell in row.cells]
        if named:
            if {n.strip().casefold() for n in named} <= {cell.casefold() for cell in cells}:
                return Head(at, at + 1, row.cells)
            continue
        if _heads_first_column(cells, rows[at + 1 : at + 2]):
            return Head(at, at + 1, row.cells)
        if (
            is_across(cells)
            or _is_cut_short(cells, rows[at + 1 : at + 2])
            or (at + 1 < len(rows) and _heads_groups(row.cells, rows[at + 1].cells))
        ):
            continue
        if is_head_row(cells) and not (rows[at + 1 :] and goes_with(cells, rows[at + 1].cells)):
            return _in_groups(_whole(rows, at), rows[at - 1].cells if at else ())
        # Heads printed again on each page stand over no others.
        below = [each for each in rows[at + 1 : at + 1 + _BELOW] if each.cells != row.cells]
        # A note says nothing of what stands in the columns.
        beneath = [each for each in below if not _says_one_thing(each.cells)]
        if data == 0 and (_heads_a_count(cells, beneath, reader) or _calls(cells, beneath)):
            return _whole(rows, at)
        if data == 0 and _stands_over(row, beneath, reader):
            whole = _whole(rows, at)
            if whole.end > at + 1 or not (rows[at + 1 :] and is_head_row(rows[at + 1].cells)):
                return whole
            continue  # 第一批 | 第二批 over the headings of each
        data += any(_is_unit(reader.read(cell)) for cell in cells)
        if data > _MOST_DATA:
            break
    return None


def _calls(cells: Sequence[str], below: Sequence[Line]) -> bool:
    """Tell whether one cell is the word by which most of those below it are called, beside one that
    is a heading by itself: 公园 | 城市 over 南门湿地公园 | 清岗市."""
    if not any(map(role, cells)):
        return False
    for at, word in enumerate(cells):
        under = [row.cells[at].strip() for row in below if at < len(row.cells)]
        called = [cell for cell in under if cell.endswith(word) and len(cell) > len(word) + 1]
        if len(word) > 1 and not role(word) and len(called) > max(_FEW_CALLED, len(under) // 2):
            return True
    return False


# More than this: two names may end alike by chance.
_FEW_CALLED = 2


def is_across(cells: Sequence[str]) -> bool:
    """Tell whether a row holds one text, alone or over several columns: a title.

    >>> is_across(("试点名单", "试点名单")), is_across(("清岗县", "白石镇"))
    (True, False)
    """
    return len(cells) > 1 and holds_one_text(cells)


def holds_one_text(cells: Sequence[str]) -> bool:
    """Tell whether a row holds one text, or nothing, however many cells it has.

    >>> holds_one_text(("制表：张伟",)), holds_one_text(("清岗县", "白石镇"))
    (True, False)
    """
    return len({cell for cell in cells if cell}) < 2


def _heads_first_column(cells: Sequence[str], below: Sequence[Line]) -> bool:
    """Tell whether the first of several cells alone is filled, by a word for units, right over rows
    of names: 试点村 | (blank) over 东岭村 | 新增. A title ends in one, too: 示范单位名单."""
    alone = len(cells) > 1 and not any(cells[1:]) and role(cells[0]) in UNIT_ROLES
    if not alone or is_title(cells[0]):
        return False
    names = (row for row in below if row.cells[0].strip() and not role(row.cells[0]))
    return any(not is_head_row(row.cells) for row in names)


def _is_cut_short(cells: Sequence[str], below: Sequence[Line]) -> bool:
    """Tell whether a row has one cell, and that right below it as many as a table: a title of which
    a file writes no blank cells."""
    return len(cells) == 1 and any(len(row.cells) > _WIDER for row in below)


def _says_one_thing(cells: Sequence[str]) -> bool:
    """Tell whether one text stands in several cells, merged or alone, and is not only a kind."""
    told = {cell.strip() for cell in cells} - {""}
    return len(cells) > 1 and len(told) == 1 and not is_kind_word(min(told))


def _heads_rows(cells: Sequence[str]) -> bool:
    """Tell whether the first of several cells alone says something, and not only a kind: a heading
    of the rows below, 清岗县（3个）."""
    first = cells[0].strip()
    alone = len(cells) > 1 and bool(first) and not any(map(str.strip, cells[1:]))
    return alone and not is_kind_word(first)


def _heads_groups(cells: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether each cell stands over the headings of a group: 入选名单 | 入选名单 | 备选名单 |
    备选名单 over 县 | 镇 | 县 | 镇."""
    if below and is_head_row(below) and _groups(cells, below):
        return True
    groups = {cell for cell in cells if cell}
    spread = len({at for at, cell in enumerate(cells) if cell}) > len(groups) > 1
    wider = bool(below) and is_head_row(below) and all(below) and len(set(below)) >= len(groups)
    return spread and wider and groups.isdisjoint(below)


def _in_groups(head: Head, upper: Sequence[str]) -> Head:
    """Return a heading with the groups of its columns that the row above parts, if it does; what is
    merged over both rows heads its column."""
    groups = _groups(upper, head.cells)
    if not groups:
        return head
    pairs = zip(head.cells, upper, strict=True)
    return head._replace(
        cells=tuple(low if low.strip() else over for low, over in pairs), groups=groups
    )


def _groups(upper: Sequence[str], below: Sequence[str]) -> tuple[int, ...]:
    """Return where the groups of columns begin that a row above the headings parts, each a list of
    its own: a heading of one stands again in another; () where the columns are of one list.

    >>> _groups(["示范县", "", "示范村", "", ""], ["市", "县", "县", "镇", "村"])
    (0, 2)
    >>> _groups(["所在地", "", "示范单位", ""], ["市", "县", "镇", "村"])
    ()
    >>> _groups(["填报单位：清岗局", "", "填报时间：", ""], ["县", "镇", "县", "镇"])
    ()

    Numbers before the groups and remarks behind them are of no group:

    >>> _groups(["序号", "示范县", "", "示范镇", "", "备注"], ["", "市", "县", "县", "镇", ""])
    (0, 3)
    """
    if len(upper) != len(below):
        return ()
    first = int(_heads_both_rows(0, upper, below, _NUMBERED))
    end = len(upper)
    while end > first and _heads_both_rows(end - 1, upper, below, _NO_LISTS):
        end -= 1
    starts = _parted(upper[first:end], below[first:end])
    return (0, *(start + first for start in starts[1:])) if starts else ()


def _heads_both_rows(
    at: int, upper: Sequence[str], below: Sequence[str], roles: Sequence[str]
) -> bool:
    """Tell whether a column has one of the roles by the upper of two rows, and no other heading."""
    over, lower = (cells[at].strip() if cells else "" for cells in (upper, below))
    return role(over) in roles and lower in ("", over)


def _parted(upper: Sequence[str], below: Sequence[str]) -> tuple[int, ...]:
    """Return where the groups begin, as `_groups` does, of columns that are all of some group."""
    names = [cell.strip() for cell in upper]
    starts = [at for at, name in enumerate(names) if name and (not at or name != names[at - 1])]
    if len(starts) < 2 or starts[0] or not all(map(str.strip, below)):
        return ()
    if any(map(_FILLED_IN.search, names)):
        return ()
    ends = [*starts[1:], len(names)]
    groups = [[*map(role, below[at:end])] for at, end in zip(starts, ends, strict=True)]
    told = [{*roles} - {""} for roles in groups]
    again = any(not one.isdisjoint(other) for one, other in combinations(told, 2))
    listing = all(len(roles) > 1 and not UNIT_ROLES.isdisjoint(roles) for roles in groups)
    apart = len({names[at] for at in starts}) == len(starts) and {*names}.isdisjoint(below)
    return tuple(starts) if again and listing and apart else ()


# A label and what is filled in behind it, which heads no columns: 填报单位：清岗县民政局.
_FILLED_IN = pattern(r"[：:]\s*\S", needs="：:")


def goes_with(cells: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether a row shares a parent with its neighbour, as rows of names do and headings do
    not.

    >>> goes_with(("新市镇", "建设村"), ("新市镇", "红旗村"))
    True
    """
    shared = any(cell and cell == other.strip() for cell, other in zip(cells, others, strict=False))
    return shared and not is_head_row(others)


def _whole(rows: Sequence[Line], at: int) -> Head:
    """Return the heading that begins at a row, with the rows below that refine it.

    A row of figures' headings (建设任务) may stand between: what is refined later refines it too.
    """
    cells, end = tuple(rows[at].cells), at + 1
    for row in rows[at + 1 : at + 1 + _MOST_BELOW]:
        if _heads_rows(row.cells) or not _refines(row.cells, rows[end - 1].cells):
            break
        if _is_numbered(row.cells, cells) or _heads_a_group(row.cells):
            break
        if not is_head_row(row.cells) and not _goes_down(row.cells, rows[at].cells):
            break
        width = max(len(cells), len(row.cells))
        pairs = zip(_padded(cells, width), _padded(row.cells, width), strict=True)
        cells, end = tuple(low.strip() or high for high, low in pairs), end + 1
    return Head(at, end, cells)


def _is_numbered(row: Sequence[str], heads: Sequence[str]) -> bool:
    """Tell whether a number stands under a word for one, whatever beside it sounds like a heading:
    1 | 清岗县 | 省级."""
    pairs = zip(row, heads, strict=False)
    return any(cell.strip().isdecimal() and role(head) in _NUMBERED for cell, head in pairs)


def _heads_a_group(row: Sequence[str]) -> bool:
    """Tell whether a row has one cell, which is a place with the number of its units: it heads
    the rows below, in whatever column it stands: 一、清岗县（10个）."""
    told = {cell.strip() for cell in row} - {""}
    text = told.pop() if len(told) == 1 else ""
    place, count = counted_place(text[number_end(text) :])
    return bool(place) and count is not None


def _goes_down(below: Sequence[str], upper: Sequence[str]) -> bool:
    """Tell whether a merged heading of the first row reaches down to this one."""
    return any(
        cell.strip() and cell == over and role(cell)
        for cell, over in zip(below, upper, strict=False)
    )


def _refines(below: Sequence[str], upper: Sequence[str]) -> bool:
    """Tell whether a second row of headings repeats or splits those of the first, and is no
    other: 所在地 over 市 and 县."""
    over = {cell.strip() for cell in upper}
    blank = any(cell.strip() for cell, top in zip(below, upper, strict=False) if not top.strip())
    heads = is_head_row(upper) and is_head_row(below)
    if blank and heads and all(map(str.strip, below)):
        return True
    return tuple(below) != tuple(upper) and any(
        not cell.strip() or cell.strip() in over for cell in below
    )


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def _stands_over(row: Line, below: Sequence[Line], reader: CellReader) -> bool:
    """Tell whether a row of unknown words stands over units or numbers as their headings do."""
    cells = [reader.read(cell) for cell in row.cells]
    filled = [at for at, cell in enumerate(cells) if cell.sort not in (Sort.BLANK, Sort.ABSENT)]
    named = [at for at in filled if _is_unit(cells[at]) and not is_heading_word(cells[at].text)]
    names = [at for at in named if not _heads_numbers(at, below, reader)]
    if not filled or names or any(cells[at].sort is Sort.NUMBER for at in filled):
        return False
    if len(row.cells) == 1 and not row.cells[0].isascii() and not role(cells[0].text):
        return False
    unlike = 0
    for at in filled:
        told = _told_under(at, below, reader)
        units = sum(_is_unit(cell) for cell in told)
        numbers = sum(cell.sort is Sort.NUMBER for cell in told)
        unlike += 2 * max(units, numbers) > len(told) > 0
    return unlike > 0


def _heads_a_count(cells: Sequence[str], below: Sequence[Line], reader: CellReader) -> bool:
    """Tell whether a row stands over the numbers of rows by a word for them: what is beside it may
    sound like a unit and heads the units (序号 | 智慧社区)."""
    return any(
        role(cell) in _NUMBERED and _heads_numbers(at, below, reader)
        for at, cell in enumerate(cells)
    )


def _told_under(at: int, below: Sequence[Line], reader: CellReader) -> list[Cell]:
    """Return the cells of a column that are not blank."""
    under = (reader.read(line.cells[at]) for line in below if at < len(line.cells))
    return [cell for cell in under if cell.sort not in (Sort.BLANK, Sort.ABSENT)]


def _heads_numbers(at: int, below: Sequence[Line], reader: CellReader) -> bool:
    """Tell whether nothing but numbers stands in a column: 新建 over them is no 新建区."""
    told = _told_under(at, below, reader)
    return bool(told) and all(cell.sort is Sort.NUMBER for cell in told)


def _is_unit(cell: Cell) -> bool:
    return cell.sort in (Sort.UNITS, Sort.SHORT)
