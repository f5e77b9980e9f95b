"""What each row of a table's body is: units, heads, a sum, a remark, a parent of those below."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.reporting_offices import reporting_office
from pilotdiff.listing.lines.running_titles import is_continued
from pilotdiff.listing.recognise.named_places import counted_place
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.listing.tables.columns.column_heads import is_head_row, is_number
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.rows.alternating_rows import (
    alternating,
    heads_by_number,
    number_column,
    parted_count,
    sums_up,
)
from pilotdiff.listing.tables.rows.numbered_parents import under_numbers
from pilotdiff.listing.tables.table_body import BodyRow, RowSort
from pilotdiff.model import LEVELS, Level, Line
from pilotdiff.names import known, split
from pilotdiff.names.generic_names import is_generic
from pilotdiff.names.kinds import is_kind_word
from pilotdiff.patterns import pattern

_MADE = tuple.__new__
# In either script: a row is sorted as it is written.
_SUM = r"(?:[合总總小共]\s*[计計]|[总總]\s*[数數]|[汇匯彙]\s*[总總])"
# 以上共21个村: what stands above, counted.
_TOTAL = pattern(
    rf"^(?:{_SUM}|total|sum)|^[^，。、]{{0,12}}{_SUM}[:：]?$|^以上.{{0,6}}[共计計]\s*\d+\s*[个個家名]",
    re.IGNORECASE,
)
_NOTE = pattern(
    r"^(?:[注註]|[备備][注註]|[说說]明|附[注註]|[注註][释釋]|[数數][据據][来來]源|[资資]料[来來]源|[来來]源|填表人"
    r"|填[报報]人|[制製]表人?|[审審][核批]人?|(?:单位)?[负負][责責]人|[经經]办人|[联聯][系繫絡]人|[联聯][系繫]电话|[联聯][系繫]電話)\s*(?:[:：]|\d+\s*[、.．:：])"
    r"|^[*＊※★☆△▲◆●#]+\s*(?:代表|表示|[为為]|指|是|[注註]|[:：])"
)
_SUM_ENDS = frozenset("合总總小共以tTsS计計数數汇匯彙:：")


def sorted_rows(
    rows: Sequence[Line], head: Sequence[str], columns: TableColumns, reader: CellReader
) -> list[BodyRow]:
    """Return the rows of a table with what each is."""
    at, data = columns.targets[-1], RowSort.DATA
    found = [
        _MADE(BodyRow, (row, data, None))
        if _is_plainly_data(row.cells, at)
        else _sorted(row, head, columns, reader)
        for row in rows
    ]
    # Most tables have no row that stands over others without a name of its own.
    named = all(row.sort is data and _fills(row.line.cells, at) for row in found)
    if not named:
        found = _out_of_level(_under_sums(found, reader), columns, reader)
        found = _without_sums(found, columns, reader)
    found = under_numbers(found, columns, reader)
    found = alternating(found, columns, reader)
    return found if named else _settled(found, columns)


def _sorted(row: Line, head: Sequence[str], columns: TableColumns, reader: CellReader) -> BodyRow:
    cells = row.cells
    filled = [at for at, cell in enumerate(cells) if cell and not cell.isspace()]
    if not filled:
        return BodyRow(row, RowSort.BLANK)
    first = cells[filled[0]].strip()
    several = first != cells[filled[-1]].strip() or len({cells[at].strip() for at in filled}) > 1
    if len(filled) > 1 and several:
        if counts_columns(cells):
            return BodyRow(row, RowSort.HEAD)
        if any(is_total(cells[at]) for at in filled[:3]):
            return BodyRow(row, RowSort.TOTAL)
        if is_note(first) or reporting_office(first):
            return BodyRow(row, RowSort.NOTE)
        if _heads_note(first, [cells[at] for at in filled[1:]], reader):
            return BodyRow(row, RowSort.NOTE)
        if cells == head or (_is_lettered(cells, columns) and _are_heads(cells)):
            return BodyRow(row, RowSort.HEAD)
        return BodyRow(row, RowSort.DATA)
    if _TOTAL.match(first):
        return BodyRow(row, RowSort.TOTAL)
    if is_note(first) or reporting_office(first):
        return BodyRow(row, RowSort.NOTE)
    if cells == head or is_continued(first):
        return BodyRow(row, RowSort.HEAD)
    if _is_rest_of_note(filled, head, columns) and not reader.read(cells[filled[0]]).units:
        return BodyRow(row, RowSort.NOTE)
    return _lone(row, filled, columns, reader)


_LETTERS = "甲乙丙丁戊己庚辛"
_FEWEST_COUNTED = 3


def counts_columns(cells: Sequence[str]) -> bool:
    """Tell whether a row numbers the columns that it stands below the heads of.

    >>> counts_columns(["1", "2", "3"]), counts_columns(["甲", "乙", "1"])
    (True, True)
    >>> counts_columns(["1", "2"]), counts_columns(["1", "2", "4"])
    (False, False)
    """
    told = [cell.strip().strip("()（）") for cell in cells]
    letters = next((at for at, cell in enumerate(told) if cell not in _LETTERS or not cell), 0)
    numbers = map(str, range(1, len(told) - letters + 1))
    return len(told) >= _FEWEST_COUNTED and told == [*_LETTERS[:letters], *numbers]


_FEWEST_HEADS = 1


def _are_heads(cells: Sequence[str]) -> bool:
    """Tell whether a row's cells are headings, or all but the place that is merged over them and
    the rows below: 清岗市 | 序号 | 县 | 镇."""
    below = cells[1:] if cells and known(cells[0].strip()) else cells
    told = [cell for cell in below if cell.strip()]
    return is_head_row(below) and (below is cells or len(told) > _FEWEST_HEADS)


_NOTE_WORD = pattern(r"[注註]|[备備]\s*[注註]|[说說]\s*明|附[注註]")


def _heads_note(first: str, beside: Sequence[str], reader: CellReader) -> bool:
    """Tell whether a row begins with the word for a note and names no unit: 备注 | 第一批."""
    if _NOTE_WORD.fullmatch(first) is None:
        return False
    return not any(unit.sure for cell in beside for unit in reader.read(cell).units)


def _under_sums(rows: list[BodyRow], reader: CellReader) -> list[BodyRow]:
    """Return the rows with the sums of places made parents where they stand above what they sum up:
    the first row is one, the last none."""
    told = [row for row in rows if row.sort in (RowSort.DATA, RowSort.TOTAL)]
    while told and told[-1].sort is RowSort.TOTAL and _summed(told[-1], reader) is None:
        told.pop()
    if not told or told[0].sort is RowSort.DATA or told[-1].sort is RowSort.TOTAL:
        return rows
    if (
        next(row for row in told if row.sort is RowSort.DATA or _summed(row, reader)).sort
        is RowSort.DATA
    ):
        return rows
    summed = ((row, _summed(row, reader)) for row in rows)
    return [row._replace(sort=RowSort.PARENT, parent=unit) if unit else row for row, unit in summed]


_SUM_OF = pattern(rf"(?P<place>\p{{Han}}{{2,12}}?)\s*{_SUM}[:：]?")


def _summed(row: BodyRow, reader: CellReader) -> CellUnit | None:
    """Return the place that a row sums up: 清岗市合计; None for another row, or a sum of all."""
    if row.sort is not RowSort.TOTAL:
        return None
    heads = (found for cell in row.line.cells[:3] if (found := _SUM_OF.fullmatch(cell.strip())))
    units = [reader.read(found["place"]).units for found in heads]
    return units[0][0] if len(units) == 1 and len(units[0]) == 1 else None


def _is_plainly_data(cells: Sequence[str], at: int) -> bool:
    """Tell whether a row begins with a number and goes on to a name: nearly every row ends here."""
    if len(cells) < 3 or at < 1 or at >= len(cells) or not cells[at] or not is_number(cells[0]):
        return False
    for cell in (cells[1], cells[2]):
        if cell and (cell[0] in _SUM_ENDS or cell[-1] in _SUM_ENDS) and _TOTAL.match(cell):
            return False
    return not cells[at][0].isdigit()


def is_total(cell: str) -> bool:
    """Tell whether a cell heads a row of sums: 合计, 清岗市小计.

    >>> is_total("合计"), is_total("清岗县")
    (True, False)
    """
    text = cell.strip()
    # Nearly no cell has one of these at either end.
    ends = text[:1] in _SUM_ENDS or text[-1:] in _SUM_ENDS
    return ends and _TOTAL.match(text) is not None


def is_note(cell: str) -> bool:
    """Tell whether a cell begins with the word for a note and a colon.

    >>> is_note("注：排名不分先后。"), is_note("注文村")
    (True, False)
    """
    return _NOTE.match(cell.strip()) is not None


def _is_lettered(cells: Sequence[str], columns: TableColumns) -> bool:
    """Tell whether a row has words where a number should stand: a heading that is printed again."""
    for at in (columns.ordinal, columns.id):
        if 0 <= at < len(cells) and cells[at][:1].isdigit():
            return False
    targets = columns.targets
    return all(at >= len(cells) or len(cells[at]) < 12 for at in targets)


def _is_rest_of_note(filled: Sequence[int], head: Sequence[str], columns: TableColumns) -> bool:
    """Tell whether the one text of a row stands below a head behind all names, as what is left of a
    remark does whose cell a print breaks: it heads no rows below."""
    (at, *others) = filled
    behind = at > max((*columns.targets, *columns.levels)) and at < len(head)
    return behind and not others and bool(head[at].strip())


# What is no place, and how many it has: 东部 58个.
_COUNTED = pattern(
    r"[^\d（(]{1,11}[^省市州盟县区旗镇乡村道社\d（(\s]\s*[（(]?\s*\d{1,4}\s*[个個家]\s*[)）]?"
)


def _lone(row: Line, filled: Sequence[int], columns: TableColumns, reader: CellReader) -> BodyRow:
    """Return a row with one text, alone or over all its columns."""
    text = row.cells[filled[0]]
    within = [at for at in filled if at in columns.targets]
    cell = reader.read(text)
    unit = cell.units[0] if len(cell.units) == 1 else None
    counted = _COUNTED.fullmatch(text.strip()) and not counted_place(text)[0]
    if counted and not (unit and known(unit.parts[-1][1])):
        return BodyRow(row, RowSort.ACROSS)
    if len(row.cells) == 1 and not _may_stand_over(unit, columns):
        called = unit is not None and _is_wide(columns) and is_generic(*unit.parts[-1])
        return BodyRow(row, RowSort.ACROSS if called else RowSort.DATA)
    alone = len(filled) == 1
    if unit is None and is_kind_word(cell.text):
        return BodyRow(row, RowSort.ACROSS)
    if unit is None or not _is_sure(unit):
        several = len(cell.units) > 1 and all(map(_is_sure, cell.units))
        listed = alone and within and (several or not _heads_a_list(text))
        return BodyRow(row, RowSort.DATA if listed else RowSort.ACROSS)
    if within and len(filled) < 3 and _fits(text, unit, columns, reader):
        return BodyRow(row, RowSort.DATA)
    return BodyRow(row, RowSort.PARENT, unit)


def _heads_a_list(text: str) -> bool:
    """Tell whether a text has words of a list and says how many units follow.

    >>> _heads_a_list("二、示范村（社区）（9个）"), _heads_a_list("示范村")
    (True, False)
    """
    heading = read_heading(text.strip())
    return heading.listing and heading.declared is not None


def _may_stand_over(unit: CellUnit | None, columns: TableColumns) -> bool:
    """Tell whether the one cell of a row without commas at its end, in a table of several columns,
    holds a place over rows of a lower tier."""
    return _is_wide(columns) and unit is not None and unit.level.depth < columns.depth


def _is_wide(columns: TableColumns) -> bool:
    return max((*columns.targets, *columns.levels)) > 0


_SURE = 0.5


def _is_sure(unit: CellUnit) -> bool:
    """Tell whether a unit may stand over others: 绵阳市, 清岗区; 绵阳市片区 is no name."""
    level, text = unit.parts[-1]
    return unit.sure >= _SURE and (bool(known(text)) or len(split(level, text)[0]) > 1)


def _fits(text: str, unit: CellUnit, columns: TableColumns, reader: CellReader) -> bool:
    """Tell whether a unit alone in its row is one of what the table lists."""
    at = columns.targets[-1]
    found = reader.read(text, columns.level_at(at)).units
    depth = found[0].level.depth if found else unit.level.depth
    if unit.level is Level.PROVINCE and unit.parts[-1][1].endswith("市"):
        return columns.depth <= Level.PREFECTURE.depth
    return columns.depth < 0 or depth >= columns.depth or _lies_in_a_town(unit, columns)


def _lies_in_a_town(unit: CellUnit, columns: TableColumns) -> bool:
    """Tell whether a unit that no standard has may be an area of the town that stands in a column
    beside it: 白溪生活区, and no county over the rows below."""
    level, text = unit.parts[-1]
    in_towns = columns.levels[Level.TOWNSHIP.depth] >= 0 and columns.own_depth != level.depth
    return in_towns and level is Level.COUNTY and text.endswith("区") and not known(text)


def _out_of_level(
    rows: Sequence[BodyRow], columns: TableColumns, reader: CellReader
) -> list[BodyRow]:
    """Return the rows with those made parents that hold nothing but a unit above the tier of its
    column, which goes on below it with what lies in that, 一 | 成都市（2个） over 1 | 温江区 |
    白石镇, or one that is numbered apart from the rows below, which name it again."""
    at = next((at for at in columns.levels if at >= 0), -1)
    if at < 0 or at in columns.targets:
        return list(rows)
    number = number_column(columns)
    beside = {number, *columns.counts}
    level = LEVELS[columns.levels.index(at)]
    out = list(rows)
    for index, (row, below) in enumerate(pairwise(rows)):
        cells = row.line.cells
        if row.sort is not RowSort.DATA or _fills(cells, columns.targets[-1]):
            continue  # most rows
        filled = [i for i, cell in enumerate(cells) if cell.strip() and i not in beside]
        if filled != [at] or at >= len(below.line.cells):
            continue
        over, under = reader.read(cells[at]).units, reader.read(below.line.cells[at], level).units
        if len(over) != 1 or not under:
            continue
        if over[0].parts == under[0].parts and heads_by_number(cells, below.line.cells, number):
            out[index] = BodyRow(row.line, RowSort.PARENT, over[0])
        elif over[0].level.depth >= level.depth or not _is_sure(over[0]):
            continue
        elif holds(over[0].parts[-1], under[0].parts[0]) is not False:
            out[index] = BodyRow(row.line, RowSort.PARENT, over[0])
    return out


def _without_sums(rows: list[BodyRow], columns: TableColumns, reader: CellReader) -> list[BodyRow]:
    """Return the rows with those made sums that name nothing but a place which the rows below name
    again, and whose figures, or the number behind its name, sum those up: 清岗市（2个） | | 30 over
    清岗市 | 白石镇 | 10. Where those leave it blank, it is their parent."""
    uppers = [at for at in columns.levels if at >= 0 and at not in columns.targets]
    out = list(rows)
    for index, row in enumerate(rows):
        cells = row.line.cells
        if row.sort is not RowSort.DATA or not uppers or _fills(cells, columns.targets[-1]):
            continue  # most rows
        at = max((at for at in uppers if _fills(cells, at)), default=-1)
        place, number = parted_count(cells[at]) if at >= 0 else ("", "")
        below = [other.line.cells for other in _again(rows[index + 1 :], at, place)]
        named = {columns.ordinal, *uppers}
        if below and (number == str(len(below)) or sums_up(cells, below, named)):
            out[index] = row._replace(sort=RowSort.TOTAL)
        elif place and _sums_up_what_is_blank(cells, rows[index + 1 :], at, columns):
            units = reader.read(cells[at]).units
            if len(units) == 1 and _is_sure(units[0]):
                out[index] = BodyRow(row.line, RowSort.PARENT, units[0])
    return out


# As many rows at most are summed up for one place.
_MOST_SUMMED = 300


def _sums_up_what_is_blank(
    cells: Sequence[str], below: Sequence[BodyRow], at: int, columns: TableColumns
) -> bool:
    """Tell whether the figures of a row are the sums of those of rows right below it, which leave
    the column of its place blank; sums of places in it may stand between."""
    own, named = columns.targets[-1], {columns.ordinal, at}
    held: list[Sequence[str]] = []
    for row in below[:_MOST_SUMMED]:
        under = row.line.cells
        if row.sort is not RowSort.DATA or (_fills(under, own) and _fills(under, at)):
            break
        if _fills(under, own):
            held.append(under)
        elif held and sums_up(cells, held, named):
            return True
    return bool(held) and sums_up(cells, held, named)


def _again(rows: Sequence[BodyRow], at: int, place: str) -> Iterator[BodyRow]:
    """Yield the rows of a place from the one right below its own on; none where that one does not
    name it again."""
    for index, row in enumerate(rows):
        if row.sort is not RowSort.DATA:
            continue
        own = row.line.cell(at)
        if own != place and (own or not index):
            return
        yield row


def _settled(rows: list[BodyRow], columns: TableColumns) -> list[BodyRow]:
    """Return the rows with those made parents that fill nothing but columns which are blank
    below."""
    if not columns.has_levels:
        return rows
    out = list(rows)
    below: Line | None = None
    parents = False
    at = columns.targets[-1]
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        if row.sort is RowSort.DATA and _fills(row.line.cells, at):
            parents, below = False, row.line
        elif row.sort is RowSort.DATA:
            parents = below is not None and _stands_over(row.line, below, parents, columns)
            if parents:
                out[index] = row._replace(sort=RowSort.PARENT)
            below = row.line
    return out


def _fills(cells: Sequence[str], at: int) -> bool:
    return at < len(cells) and bool(cells[at]) and not cells[at].isspace()


def _stands_over(row: Line, below: Line, over: bool, columns: TableColumns) -> bool:
    """Tell whether a row fills parents alone, and the next, a unit or a parent, leaves those
    blank."""
    cells = row.cells
    if any(map(row.cell, columns.targets)):
        return False
    beside = {columns.ordinal, *columns.counts}
    filled = [at for at, cell in enumerate(cells) if cell.strip() and at not in beside]
    uppers = {at for at in columns.levels if at >= 0}
    if not filled or not set(filled) <= uppers:
        return False
    if any(map(below.cell, filled)):
        return False
    return over or any(map(below.cell, columns.targets))
