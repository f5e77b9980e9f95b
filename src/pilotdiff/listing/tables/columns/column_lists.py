"""Tables whose columns are lists of their own: 北京市 | 天津市 over their districts, or years."""

from collections.abc import Callable, Sequence
from itertools import groupby

from pilotdiff.facts.numerals import NUMBER_IN_BRACKETS
from pilotdiff.listing.lines.headings import is_batch, read_heading
from pilotdiff.listing.tables.cell_reading import CellReader, Sort
from pilotdiff.listing.tables.columns.column_heads import LEVEL_ROLES, is_head_row, role
from pilotdiff.listing.tables.head_rows import holds_one_text
from pilotdiff.listing.tables.rows.row_sorts import is_total
from pilotdiff.listing.tables.rows.sheet_parents import place_called
from pilotdiff.model import Level, Line
from pilotdiff.names import known
from pilotdiff.patterns import pattern

_YEAR = pattern(rf"(?:19|20)\d\d年?(?:度)?(?:{NUMBER_IN_BRACKETS})?")
_FEWEST = 2
# Of the cells below places, how many name units: a name that no standard has may be among them.
_MOST = 0.75
_MOST_LEAD = 4
_EMPTY = (Sort.BLANK, Sort.ABSENT)


def one_list_a_row(rows: Sequence[Line], reader: CellReader) -> Sequence[Line]:
    """Return the rows of such a table with each name in a row of its own, beside its head.

    Every head must say the same of its column, its place, its year or its type, and every cell
    below must name a unit; numbers in front count the rows. Other tables come back as they are.
    """
    whole, end = rows, len(rows) if any(len(row.cells) > 1 for row in rows) else 0
    while end and (any(map(is_total, rows[end - 1].cells[:1])) or _is_note(rows[end - 1], reader)):
        end -= 1
    rows, sums = _without_gaps(rows[:end]), rows[end:]
    top = next((at for at, row in enumerate(rows) if not holds_one_text(row.cells)), 0)
    titles, rows = rows[:top], _in_one_head(_lists_alone(rows[top:], reader), reader)
    if found := _told_apart(rows, reader):
        return [*titles, *found, *(_summed(row, found[0].cells, len(found) - 1) for row in sums)]
    return whole


def _summed(row: Line, heads: Sequence[str], named: int) -> Line:
    """Return a row of sums below lists that now stand one a row, with what it says of the whole
    behind its word: the numbers under the names of each list together, or its only one.

    合计 | 2 | 70 | 合计 | 3 | 90 below 乡镇 | 村 | 户数 | 乡镇 | 村 | 户数 says 5, and so does
    合计2 | 合计3; one number for all lists is that of each where they hold as many `named` units.
    """
    if not any(map(is_total, row.cells[:1])):
        return row
    each = [_SUM.fullmatch(text) for cell in row.cells if (text := cell.strip())]
    if len(each) > 1 and all(each):
        own = [int(one["number"]) for one in each if one is not None]
        if len({*own}) > 1 or sum(own) == named:
            return row._replace(cells=(f"合计{sum(own)}",))
    start = next(heads.index(said) for said in ("年份", *_SAID) if said in heads)
    kinds = [*map(role, heads[start + 1 :])]
    names = [at for at, kind in enumerate(kinds) if kind == "name" or kind in LEVEL_ROLES]
    cells = [cell.strip().rstrip("个個") for cell in row.cells]
    under = cells[start + names[-1] :: len(kinds)] if names else []
    numbers = [cell for cell in cells if cell.isdecimal()]
    told = under if under and all(map(str.isdecimal, under)) else numbers
    whole = len(numbers) == 1 or told is under
    return row._replace(cells=(f"{cells[0]}{sum(map(int, told))}" if whole else cells[0],))


_SUM = pattern(r"[合总總小共]\s*[计計]\s*[:：]?\s*[（(]?(?P<number>\d{1,4})\s*[个個]?[）)]?")


def _told_apart(rows: Sequence[Line], reader: CellReader) -> Sequence[Line]:
    """Return the rows below titles with each name in a row of its own; [] for another table."""
    if not rows or not rows[0].cells:
        return []
    heads, below = rows[0], rows[1:]
    said = _said(heads.cells, reader) or ("地区" if _is_one_place(heads.cells, reader) else "")
    if said and _lists(below, heads, reader):
        names = [one for line in below for one in _apart(heads.cells, line)]
        return [heads._replace(cells=(said, "单位名称")), *names]
    return _blocks(heads, below, reader)


def _without_gaps(rows: Sequence[Line]) -> Sequence[Line]:
    """Return the rows without the columns that are blank but in titles: they part blocks that
    stand side by side."""
    widest = max((len(row.cells) for row in rows), default=0)
    if any(
        len(row.cells) == widest
        and all(map(str.strip, row.cells))
        and not holds_one_text(row.cells)
        for row in rows
    ):
        return rows  # most tables
    told = [row.cells for row in rows if not holds_one_text(row.cells)]
    width = max(map(len, told), default=0)
    filled = [at for at in range(width) if any(at < len(c) and c[at].strip() for c in told)]
    if len(filled) == width:
        return rows
    kept = [tuple(row.cells[at] for at in filled if at < len(row.cells)) for row in rows]
    return [row._replace(cells=cells) for row, cells in zip(rows, kept, strict=True)]


def _is_note(row: Line, reader: CellReader) -> bool:
    """Tell whether one text stands in a row and names no unit: what closes the document."""
    told = [*dict.fromkeys(text for cell in row.cells if (text := cell.strip()))]
    return len(told) == 1 and not reader.read(told[0]).units


def _without_list_words(rows: Sequence[Line], reader: CellReader) -> Sequence[Line]:
    """Return the rows with heads that all are places with words of a list behind as the places
    alone: 清岗县示范村 | 白溪县示范村."""
    heads = rows[0].cells if rows else ()
    if len(heads) < _FEWEST or not all(map(str.strip, heads)):
        return rows
    paths = [place_called(head.strip(), reader) for head in heads]
    if not all(paths):
        return rows
    places = tuple("".join(name for _, name in path) for path in paths)
    return [rows[0]._replace(cells=places), *rows[1:]]


def _lists_alone(rows: Sequence[Line], reader: CellReader) -> Sequence[Line]:
    """Return the rows of such a table without a column of their numbers in front, and those behind
    that list nothing: 序号 | 白石镇 | 青石镇 | 备注."""
    heads, below = (rows[0].cells, rows[1:]) if rows else ((), ())
    first = int(bool(heads) and role(heads[0]) == "ordinal")
    end = len(heads)
    while end > first and _lists_nothing(end - 1, heads, below, reader):
        end -= 1
    if end < len(heads) and not heads[end].strip() and not all(map(str.strip, heads[first:end])):
        # A merged head stands over several columns: 清岗县 | (blank) | 白溪县 | (blank).
        end = len(heads)
    lists = [line._replace(cells=line.cells[first:end]) for line in rows]
    listed = _without_list_words(lists, reader)
    if end - first == len(heads):
        return listed
    named = list(dict.fromkeys(_carried(listed[0].cells)))
    if not (_said(named, reader) or _is_one_place(named, reader)):
        return rows
    numbers = (line.cell(0) for line in below)
    return listed if not first or all(n.isdecimal() or not n for n in numbers) else rows


def _lists_nothing(
    at: int, heads: Sequence[str], below: Sequence[Line], reader: CellReader
) -> bool:
    """Tell whether a column is headed as one of remarks, persons or numbers, or by nothing, with no
    unit below."""
    if role(heads[at]) == "ordinal":
        return all(not cell or cell.isdecimal() for cell in (line.cell(at) for line in below))
    if heads[at].strip():
        return role(heads[at]) in ("ignore", "note")
    return not any(reader.read(line.cell(at)).units for line in below)


def _in_one_head(rows: Sequence[Line], reader: CellReader) -> Sequence[Line]:
    """Return the rows with two rows of places over the columns in one: 清岗县 over 白石镇 is
    清岗县白石镇."""
    if len(rows) < _FEWEST:
        return rows
    over, lower = _carried(rows[0].cells), rows[1]
    if len(over) != len(lower.cells) or not all(over) or len({*lower.cells}) < _FEWEST:
        return rows
    if not (_are_places(list(dict.fromkeys(over)), reader) and _are_places(lower.cells, reader)):
        return rows
    top, own = (reader.read(cells[0]).units[0].level for cells in (over, lower.cells))
    if top.depth >= own.depth or not _lists(rows[2:], lower, reader):
        return rows
    whole = map("".join, zip(map(_uncounted, over), lower.cells, strict=True))
    return [lower._replace(cells=tuple(whole)), *rows[2:]]


# How many a head says that there are below it: 清岗县（3个）.
_COUNT = pattern(rf"\s*{NUMBER_IN_BRACKETS}\s*$")


def _uncounted(head: str) -> str:
    return _COUNT.sub("", head)


def _said(heads: Sequence[str], reader: CellReader) -> str:
    """Return what the heads of a row all say of the names below: the heading of such a column."""
    heads = [head.strip() for head in heads]
    if len(heads) < _FEWEST or len(set(heads)) < len(heads) or not all(heads):
        return ""
    return next((said for said, fits in _SAID.items() if fits(heads, reader)), "")


def _are_places(heads: Sequence[str], reader: CellReader) -> bool:
    read = [reader.read(head) for head in heads]
    if not all(cell.sort in (Sort.UNITS, Sort.SHORT) and len(cell.units) == 1 for cell in read):
        return False
    units = [cell.units[0] for cell in read]
    # Of towns no standard tells: below them must stand villages.
    tiers = {unit.level for unit in units}
    return len(tiers) == 1 and (
        tiers == {Level.TOWNSHIP} or all(known(u.parts[-1][1]) for u in units)
    )


def _is_one_place(heads: Sequence[str], reader: CellReader) -> bool:
    """Tell whether a row is the name of a place that the standard has, and nothing else."""
    return len(heads) == 1 and _are_places(heads, reader) and bool(known(heads[0].strip()))


def _are_years(heads: Sequence[str], reader: CellReader) -> bool:
    del reader
    return all(_YEAR.fullmatch(head) or is_batch(head) for head in heads)


def _are_types(heads: Sequence[str], reader: CellReader) -> bool:
    """Tell whether heads name types; 县级 | 乡级 | 村级 are the tiers of what stands below."""
    del reader
    tiers = [role(head) in LEVEL_ROLES for head in heads]
    return not all(tiers) and all(read_heading(head).category for head in heads)


_SAID: dict[str, Callable[[Sequence[str], CellReader], bool]] = {
    "地区": _are_places,
    "年份": _are_years,
    "类型": _are_types,
}


def _lists(below: Sequence[Line], heads: Line, reader: CellReader) -> bool:
    """Tell whether nearly every cell below names units, each of a lower tier than a head that is
    one."""
    cells = [cell.strip() for line in below for cell in line.cells if cell.strip()]
    if len(cells) < _FEWEST or any(len(line.cells) > len(heads.cells) for line in below):
        return False
    units = [found for cell in cells if (found := reader.read(cell).units)]
    top = reader.read(heads.cells[0]).units
    depth = top[0].level.depth if top else -1
    told = len(units) >= (_MOST * len(cells) if top else len(cells))
    return told and all(found[0].level.depth > depth for found in units)


def _blocks(heads: Line, below: Sequence[Line], reader: CellReader) -> list[Line]:
    """Return the rows under heads that each stand over several columns, or behind columns of
    their own, one block below the other, beside its head; [] where it is another table.

    甲县 | 甲县 | 乙县 | 乙县 over 乡镇 | 村 | 乡镇 | 村; 类型 | 甲县 | 乙县; 省份 | 首批 | 第二批.
    """
    runs = [(head, len([*run])) for head, run in groupby(_carried(heads.cells))]
    ways = ((lead, _said([head for head, _ in runs[lead:]], reader)) for lead in range(_MOST_LEAD))
    lead, said = next((way for way in ways if way[1] in ("地区", "年份")), (0, ""))
    names, widths = zip(*runs[lead:], strict=True)
    width, start = widths[0], sum(n for _, n in runs[:lead])
    if not said or len({*widths}) > 1 or start + width < 2 or not below:
        return []
    spans = [slice(start + n * width, start + (n + 1) * width) for n in range(len(names))]
    kinds: Sequence[str] = ("单位名称",)
    if width > 1:
        kinds = below[0].cells[spans[0]]
        if not is_head_row(kinds) or any(below[0].cells[span] != kinds for span in spans):
            return []
        below = below[1:]
    out = [heads._replace(cells=(*heads.cells[:start], said, *kinds))]
    for name, span in zip(names, spans, strict=True):
        out += [
            line._replace(cells=(*line.cells[:start], name, *line.cells[span]))
            for line in below
            if any(reader.read(cell).sort not in _EMPTY for cell in line.cells[span])
        ]
    return out if _are_lower(out[1:], start, kinds, reader) else []


def _carried(cells: Sequence[str]) -> list[str]:
    """Return the heads with blanks filled from the left: what a merged one leaves."""
    out: list[str] = []
    for cell in cells:
        out.append(cell.strip() or (out[-1] if out else ""))
    return out


def _are_lower(rows: Sequence[Line], at: int, kinds: Sequence[str], reader: CellReader) -> bool:
    """Tell whether each row names a unit of a lower tier than its head, and none as high."""
    levels = [LEVEL_ROLES.get(role(kind)) for kind in kinds]
    for row in rows:
        top = reader.read(row.cells[at]).units
        below = zip(row.cells[at + 1 :], levels, strict=False)
        units = [unit for cell, level in below for unit in reader.read(cell, level).units]
        depth = top[0].level.depth if top else -1
        if not units or any(unit.level.depth <= depth for unit in units):
            return False
    return len(rows) >= _FEWEST


def _apart(heads: Sequence[str], line: Line) -> Sequence[Line]:
    pairs = zip(heads, line.cells, strict=False)
    return [line._replace(cells=(head, cell)) for head, cell in pairs if cell.strip()]
