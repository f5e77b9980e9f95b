"""What each row of a table's body is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.recognise.named_places import counted_place
from pilotdiff.listing.reporting_offices import reporting_office
from pilotdiff.listing.running_titles import is_continued
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.listing.tables.column_heads import is_head_row, is_number
from pilotdiff.listing.tables.table_columns import TableColumns
from pilotdiff.model import LEVELS, Level, Line
from pilotdiff.names import known, split
from pilotdiff.names.kinds import is_kind_word
from pilotdiff.patterns import pattern

# In either script: a row is sorted as it is written.
_SUM = r"(?:[合总總小共]\s*[计計]|[总總]\s*[数數]|[汇匯彙]\s*[总總])"
_TOTAL = pattern(rf"^(?:{_SUM}|total|sum)|^[^，。、]{{0,12}}{_SUM}[:：]?$", re.IGNORECASE)
_SUM_OF = pattern(rf"(?P<place>\p{{Han}}{{2,12}}?)\s*{_SUM}[:：]?")
_NOTE = pattern(
    r"^(?:[注註]|[备備][注註]|[说說]明|附[注註]|[注註][释釋]|[数數][据據][来來]源|[资資]料[来來]源|[来來]源|填表人"
    r"|填[报報]人|[制製]表|[审審]核|[联聯][系繫絡]人|[联聯][系繫]电话|[联聯][系繫]電話)\s*(?:[:：]|\d+\s*[、.．:：])"
    r"|^[*＊※★☆△▲◆●#]+\s*(?:代表|表示|[为為]|指|是|[注註]|[:：])"
)

_NOTE_WORD = pattern(r"[注註]|[备備]\s*[注註]|[说說]\s*明|附[注註]")
# What is no place, and how many it has: 东部 58个.
_COUNTED = pattern(
    r"[^\d（(]{1,11}[^省市州盟县区旗镇乡村道社\d（(\s]\s*[（(]?\s*\d{1,4}\s*[个個家]\s*[)）]?"
)
_DIGIT = pattern(r"\d")
_SURE = 0.5
_FEWEST_HEADS = 1
_MADE = tuple.__new__
_FIGURE = pattern(r"\d{1,12}(?:,\d{3})*(?:\.\d+)?")
# What a figure may differ by that is rounded.
_ROUNDED = 0.06
_SUM_ENDS = frozenset("合总總小共tTsS计計数數汇匯彙:：")

# What a row is.
RowSort = Enum("RowSort", "DATA BLANK HEAD TOTAL NOTE PARENT ACROSS")


class BodyRow(NamedTuple):
    """A row of the body: what it is, and the unit that it puts over those below."""

    line: Line
    sort: RowSort
    parent: CellUnit | None = None


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
        found = _without_sums(found, columns)
    found = _under_numbers(found, columns, reader)
    if _may_alternate(columns):
        found = _alternating(found, columns, reader)
    return found if named else _settled(found, columns)


def _sorted(row: Line, head: Sequence[str], columns: TableColumns, reader: CellReader) -> BodyRow:
    cells = row.cells
    filled = [at for at, cell in enumerate(cells) if cell and not cell.isspace()]
    if not filled:
        return BodyRow(row, RowSort.BLANK)
    first = cells[filled[0]].strip()
    several = first != cells[filled[-1]].strip() or len({cells[at].strip() for at in filled}) > 1
    if len(filled) > 1 and several:
        if any(is_total(cells[at]) for at in filled[:3]):
            return BodyRow(row, RowSort.TOTAL)
        if _NOTE.match(first) or reporting_office(first):
            return BodyRow(row, RowSort.NOTE)
        if _heads_note(first, [cells[at] for at in filled[1:]], reader):
            return BodyRow(row, RowSort.NOTE)
        if cells == head or (_is_lettered(cells, columns) and _are_heads(cells)):
            return BodyRow(row, RowSort.HEAD)
        return BodyRow(row, RowSort.DATA)
    if _TOTAL.match(first):
        return BodyRow(row, RowSort.TOTAL)
    if _NOTE.match(first) or reporting_office(first):
        return BodyRow(row, RowSort.NOTE)
    if cells == head or is_continued(first):
        return BodyRow(row, RowSort.HEAD)
    if _is_rest_of_note(filled, head, columns) and not reader.read(cells[filled[0]]).units:
        return BodyRow(row, RowSort.NOTE)
    return _lone(row, filled, columns, reader)


def _are_heads(cells: Sequence[str]) -> bool:
    """Tell whether a row's cells are headings, or all but the place that is merged over them and
    the rows below: 清岗市 | 序号 | 县 | 镇."""
    below = cells[1:] if cells and known(cells[0].strip()) else cells
    told = [cell for cell in below if cell.strip()]
    return is_head_row(below) and (below is cells or len(told) > _FEWEST_HEADS)


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
        return BodyRow(row, RowSort.DATA)
    alone = len(filled) == 1
    if unit is None and is_kind_word(cell.text):
        return BodyRow(row, RowSort.ACROSS)
    if unit is None or not _is_sure(unit):
        return BodyRow(row, RowSort.DATA if alone and within else RowSort.ACROSS)
    if within and len(filled) < 3 and _fits(text, unit, columns, reader):
        return BodyRow(row, RowSort.DATA)
    return BodyRow(row, RowSort.PARENT, unit)


def _may_stand_over(unit: CellUnit | None, columns: TableColumns) -> bool:
    """Tell whether the one cell of a row without commas at its end, in a table of several columns,
    holds a place over rows of a lower tier."""
    wide = max((*columns.targets, *columns.levels)) > 0
    return wide and unit is not None and unit.level.depth < columns.depth


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


def _may_alternate(columns: TableColumns) -> bool:
    """Tell whether parents may stand in the very column of what they hold."""
    return columns.code < 0 and columns.parent < 0


def _alternating(
    rows: Sequence[BodyRow], columns: TableColumns, reader: CellReader
) -> list[BodyRow]:
    """Return the rows with those made parents that stand over the ones below by turns."""
    at, level = columns.names[0] if columns.names else (columns.targets[-1], None)
    number = columns.ordinal
    if not any(row.sort is RowSort.DATA and _may_head(row.line.cells, at, number) for row in rows):
        return list(rows)
    run: list[tuple[int, CellUnit]] = []
    without: list[tuple[int, CellUnit]] = []
    counts: dict[int, str] = {}
    for index, row in enumerate(rows):
        raw = row.line.cells[at] if row.sort is RowSort.DATA and at < len(row.line.cells) else ""
        units = (reader.read(raw).units or reader.read(raw, level).units) if raw else ()
        if units:
            counts[index] = _counted(raw)[1]
            (without if counts[index] == "0" else run).append((index, units[0]))
    out = list(rows)
    heads = _places_over(run, counts)
    # 清岗市（0） stands over nothing, where other places stand over what they have.
    for index, unit in without if heads else ():
        out[index] = BodyRow(rows[index].line, RowSort.PARENT, unit)
    for index, unit in heads:
        cells = rows[index].line.cells
        below = _below(index, unit, heads, rows)
        lower = len(cells) == 1 and unit.level.depth < columns.own_depth
        names = bool(columns.names) or lower
        alone = names and _is_alone(cells, at, number)
        if alone or _counts(cells, below, at) or _sums_up(cells, below, {at, number}):
            out[index] = BodyRow(rows[index].line, RowSort.PARENT, unit)
    return out


def _may_head(cells: Sequence[str], at: int, number: int) -> bool:
    """Tell whether a row holds its name alone, or nothing beside but figures."""
    if at >= len(cells):
        return False
    for i in range(len(cells) - 1, -1, -1):
        cell = cells[i]
        beside = cell and i not in (at, number) and not cell.isspace()
        # Nearly every row of a large table ends here, at its last words.
        if beside and (not cell.lstrip()[0].isdecimal() or not _FIGURE.fullmatch(cell.strip())):
            return False
    return not (0 <= number < len(cells) and _DIGIT.search(cells[number])) or _has_figures(
        cells, at, number
    )


def _has_figures(cells: Sequence[str], at: int, number: int) -> bool:
    return any(cell.strip() for i, cell in enumerate(cells) if i not in (at, number))


def _below(
    index: int, unit: CellUnit, heads: Sequence[tuple[int, CellUnit]], rows: Sequence[BodyRow]
) -> list[Sequence[str]]:
    """Return the cells of the rows that a head holds, without those of inner heads."""
    after = [i for i, other in heads if i > index and other.level.depth <= unit.level.depth]
    inner = {i for i, _ in heads}
    held = range(index + 1, min(after, default=len(rows)))
    return [rows[i].line.cells for i in held if i not in inner and rows[i].sort is RowSort.DATA]


def _counts(cells: Sequence[str], below: Sequence[Sequence[str]], at: int) -> bool:
    """Tell whether a row has nothing beside its name but the number of the rows below it."""
    beside = [text for i, cell in enumerate(cells) if i != at and (text := cell.strip())]
    return beside == [str(len(below))]


def _sums_up(cells: Sequence[str], below: Sequence[Sequence[str]], named: set[int]) -> bool:
    """Tell whether the figures of a row are the sums of those of the rows below it."""
    told = 0
    for i, cell in enumerate(cells):
        text = cell.strip()
        if i in named or not text:
            continue
        figures = [row[i].strip() for row in below if i < len(row) and row[i].strip()]
        if not _FIGURE.fullmatch(text) or not all(map(_FIGURE.fullmatch, figures)):
            return False
        if abs(_figure(text) - sum(map(_figure, figures))) > _ROUNDED * max(1, len(figures)):
            return False
        told += 1
    return told > 0


def _figure(text: str) -> float:
    return float(text.replace(",", ""))


def _is_alone(cells: Sequence[str], at: int, number: int) -> bool:
    """Tell whether a row holds its name alone, or with a number as headings have: 一 | 白溪市."""
    if at >= len(cells):
        return False
    beside = [i for i, cell in enumerate(cells) if i != at and cell and not cell.isspace()]
    return not beside or (beside == [number] and not _DIGIT.search(cells[number]))


def _places_over(
    run: Sequence[tuple[int, CellUnit]], counts: Mapping[int, str]
) -> list[tuple[int, CellUnit]]:
    """Return the parents in a run of units, outer and inner ones; [] when it is one plain list.

    Every unit of the first one's depth must have lower ones under it that it may hold by the
    standard's codes; one parent alone must hold them for certain, or have as many as the number
    behind its name in `counts` says.
    """
    if len(run) < 2:
        return []
    depth = run[0][1].level.depth
    places = [i for i, (_, unit) in enumerate(run) if unit.level.depth <= depth]
    if any(run[i][1].level.depth < depth for i in places):
        return []
    certain = 0
    for start, end in zip(places, [*places[1:], len(run)], strict=True):
        parent = run[start][1].parts[-1]
        if any(unit.parts[0][0].depth <= depth for _, unit in run[start + 1 : end]):
            return []
        inside = [unit.parts[0] for _, unit in run[start + 1 : end]]
        highest = min((at.depth for at, _ in inside), default=-1)
        held = [holds(parent, part) for part in inside if part[0].depth == highest]
        if not held or False in held:
            return []
        certain += 2 * sum(map(bool, held)) > len(held)
        certain += counts.get(run[start][0]) == str(len(inside))
    if len(places) < 2 and not certain:
        return []
    spans = zip(places, [*places[1:], len(run)], strict=True)
    inner = [head for start, end in spans for head in _places_over(run[start + 1 : end], counts)]
    return [*(run[i] for i in places), *inner]


# The number of a row, and of one in it: 1, 1.1, 1-1.
_WITHIN_A_NUMBER = pattern(r"\d[.．\-—]\d")
_NUMBERED = pattern(r"(?P<over>\d{1,3})(?:[.．\-—](?P<under>\d{1,3}))?[.、]?")


def _under_numbers(rows: list[BodyRow], columns: TableColumns, reader: CellReader) -> list[BodyRow]:
    """Return the rows with those made parents whose number those below them go on with, 1 over 1.1
    and 1.2, where their units may lie in it."""
    if columns.ordinal < 0 or len(columns.targets) != 1:
        return rows
    if not any(_WITHIN_A_NUMBER.search(_text(row, columns.ordinal)) for row in rows):
        return rows  # most tables
    at = columns.targets[0]
    heads: list[int] = []
    held: dict[int, list[CellUnit]] = {}
    for index, row in enumerate(rows):
        if row.sort is not RowSort.DATA:
            continue
        number = _NUMBERED.fullmatch(_text(row, columns.ordinal))
        units = reader.read(_text(row, at), columns.level_at(at)).units
        if number is None or len(units) != 1:
            return rows
        if number["under"] is None:
            heads.append(index)
        elif not heads or number["over"] != _text(rows[heads[-1]], columns.ordinal).rstrip(".、"):
            return rows
        else:
            held.setdefault(heads[-1], []).append(units[0])
    out = list(rows)
    for index, below in held.items():
        over = reader.read(_text(rows[index], at), columns.level_at(at)).units[0]
        told = _says_more(rows[index].line.cells, {at, columns.ordinal})
        if told or any(_lies_beside(unit, over) for unit in below):
            return rows
        out[index] = rows[index]._replace(sort=RowSort.PARENT, parent=over)
    return out


def _says_more(cells: Sequence[str], named: set[int]) -> bool:
    """Tell whether a row says more than its name, its number and figures: it lists its own unit."""
    beside = (cell.strip() for at, cell in enumerate(cells) if at not in named)
    return any(text and not _FIGURE.fullmatch(text) for text in beside)


def _lies_beside(unit: CellUnit, other: CellUnit) -> bool:
    top = unit.parts[0]
    return top[0].depth <= other.level.depth or holds(other.parts[-1], top) is False


def _text(row: BodyRow, at: int) -> str:
    cells = row.line.cells
    return cells[at].strip() if at < len(cells) else ""


def _out_of_level(
    rows: Sequence[BodyRow], columns: TableColumns, reader: CellReader
) -> list[BodyRow]:
    """Return the rows with those made parents that hold nothing but a unit above the tier of its
    column, which goes on below it with what lies in that: 一 | 成都市（2个） over 1 | 温江区 |
    白石镇."""
    at = next((at for at in columns.levels if at >= 0), -1)
    if at < 0 or at in columns.targets:
        return list(rows)
    beside = {columns.ordinal, *columns.counts}
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
        if len(over) != 1 or not under or over[0].level.depth >= level.depth:
            continue
        if _is_sure(over[0]) and holds(over[0].parts[-1], under[0].parts[0]) is not False:
            out[index] = BodyRow(row.line, RowSort.PARENT, over[0])
    return out


def _without_sums(rows: list[BodyRow], columns: TableColumns) -> list[BodyRow]:
    """Return the rows with those made sums that name nothing but a place which the rows below name
    again, and whose figures, or the number behind its name, sum those up: 清岗市（2个） | | 30 over
    清岗市 | 白石镇 | 10."""
    uppers = [at for at in columns.levels if at >= 0 and at not in columns.targets]
    out = list(rows)
    for index, row in enumerate(rows):
        cells = row.line.cells
        if row.sort is not RowSort.DATA or not uppers or _fills(cells, columns.targets[-1]):
            continue  # most rows
        at = max((at for at in uppers if _fills(cells, at)), default=-1)
        place, number = _counted(cells[at]) if at >= 0 else ("", "")
        below = [other.line.cells for other in _again(rows[index + 1 :], at, place)]
        named = {columns.ordinal, *uppers}
        if below and (number == str(len(below)) or _sums_up(cells, below, named)):
            out[index] = row._replace(sort=RowSort.TOTAL)
    return out


_COUNT_BEHIND = pattern(r"(?P<place>.+?)\s*[（(]共?(?P<number>\d+)个?[）)]")


def _counted(cell: str) -> tuple[str, str]:
    """Return a place without the number behind it, and that number: 清岗市（3个）."""
    found = _COUNT_BEHIND.fullmatch(cell.strip())
    return (found["place"], found["number"]) if found else (cell.strip(), "")


def _again(rows: Sequence[BodyRow], at: int, place: str) -> Iterator[BodyRow]:
    """Yield the rows of a place from the one right below its own on; none where that one does not
    name it again."""
    for index, row in enumerate(rows):
        if row.sort is not RowSort.DATA:
            continue
        own = _text(row, at)
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
    if any(at < len(cells) and cells[at].strip() for at in columns.targets):
        return False
    beside = {columns.ordinal, *columns.counts}
    filled = [at for at, cell in enumerate(cells) if cell.strip() and at not in beside]
    uppers = {at for at in columns.levels if at >= 0}
    if not filled or not set(filled) <= uppers:
        return False
    if any(at < len(below.cells) and below.cells[at].strip() for at in filled):
        return False
    return over or any(at < len(below.cells) and below.cells[at].strip() for at in columns.targets)
