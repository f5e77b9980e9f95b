"""Rows of parents among those of what lies in them: alone, with figures, or with a sum."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain, pairwise

from pilotdiff.facts.numerals import NUMBER_IN_BRACKETS
from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.listing.tables.table_body import BodyRow, RowSort
from pilotdiff.patterns import pattern

_DIGIT = pattern(r"\d")
_FIGURE = pattern(r"\d{1,12}(?:,\d{3})*(?:\.\d+)?")
# What a figure may differ by that is rounded.
_ROUNDED = 0.06
_COUNT_BEHIND = pattern(rf"(?P<place>.+?)\s*{NUMBER_IN_BRACKETS}")


def may_alternate(columns: TableColumns) -> bool:
    """Tell whether parents may stand in the very column of what they hold, whatever their number:
    beside codes each row is a unit."""
    return columns.code < 0 and columns.parent < 0


def alternating(
    rows: Sequence[BodyRow], columns: TableColumns, reader: CellReader
) -> list[BodyRow]:
    """Return the rows with those made parents that stand over the ones below by turns."""
    at, level = columns.names[0] if columns.names else (columns.targets[-1], None)
    number = number_column(columns)
    if number < 0 and not may_alternate(columns):
        return list(rows)
    if not any(row.sort is RowSort.DATA and _may_head(row.line.cells, at, number) for row in rows):
        return list(rows)
    run: list[tuple[int, CellUnit]] = []
    without: list[tuple[int, CellUnit]] = []
    counts: dict[int, str] = {}
    for index, row in enumerate(rows):
        raw = row.line.cells[at] if row.sort is RowSort.DATA and at < len(row.line.cells) else ""
        units = (reader.read(raw).units or reader.read(raw, level).units) if raw else ()
        if units:
            counts[index] = parted_count(raw)[1]
            (without if counts[index] == "0" else run).append((index, units[0]))
    out = list(rows)
    pairs = enumerate(pairwise(row.line.cells for row in rows))
    headed = {n for n, (own, below) in pairs if is_numbered_apart(own, below, at, number)}
    heads = _places_over(run, counts, headed)
    if not may_alternate(columns):
        heads = [head for head in heads if head[0] in headed]
    # 清岗市（0） stands over nothing, where other places stand over what they have.
    for index, unit in without if heads else ():
        out[index] = BodyRow(rows[index].line, RowSort.PARENT, unit)
    for index, unit in heads:
        cells = rows[index].line.cells
        below = _below(index, unit, heads, rows)
        lower = len(cells) == 1 and unit.level.depth < columns.own_depth
        names = bool(columns.names) or lower or index in headed
        alone = names and _is_alone(cells, at, number)
        if alone or _counts(cells, below, at) or sums_up(cells, below, {at, number}):
            out[index] = BodyRow(rows[index].line, RowSort.PARENT, unit)
    return out


def parted_count(cell: str) -> tuple[str, str]:
    """Return a place without the number behind it, and that number: 清岗市（3个）."""
    found = _COUNT_BEHIND.fullmatch(cell.strip())
    return (found["place"], found["count"]) if found else (cell.strip(), "")


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


def sums_up(cells: Sequence[str], below: Sequence[Sequence[str]], named: set[int]) -> bool:
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


def number_column(columns: TableColumns) -> int:
    """Return the column that numbers the rows, the first of two, whatever its heading calls it;
    -1 for none."""
    return min((at for at in (columns.ordinal, columns.id) if at >= 0), default=-1)


def heads_by_number(cells: Sequence[str], below: Sequence[str], number: int) -> bool:
    """Tell whether a row has no number in digits, and the one below has: 一 | 清岗县, 1 | 白石镇.

    >>> heads_by_number(("一", "清岗县"), ("1", "白石镇"), 0), heads_by_number(("1",), ("2",), 0)
    (True, False)
    """
    if not 0 <= number < min(len(cells), len(below)):
        return False
    return not _DIGIT.search(cells[number]) and bool(_DIGIT.match(below[number].strip()))


def is_numbered_apart(cells: Sequence[str], below: Sequence[str], at: int, number: int) -> bool:
    """Tell whether a row holds its name alone, and the one below has a number of another kind."""
    return heads_by_number(cells, below, number) and _is_alone(cells, at, number)


def _places_over(
    run: Sequence[tuple[int, CellUnit]],
    counts: Mapping[int, str],
    headed: Collection[int],
    *,
    alone: bool = False,
) -> list[tuple[int, CellUnit]]:
    """Return the parents in a run of units, outer and inner ones; [] when it is one plain list.

    Every unit of the first one's depth must have lower ones under it that it may hold by the
    standard's codes; one parent `alone` must hold them for certain, be numbered apart from them, as
    those in `headed` are, have as many as the number behind its name in `counts` says, or lie
    beside a place in which such parents stand.
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
        certain += counts.get(run[start][0]) == str(len(inside)) or run[start][0] in headed
    if len(places) < 2 and not certain and not alone:
        return []
    spans = zip(places, [*places[1:], len(run)], strict=True)
    within = [run[start + 1 : end] for start, end in spans]
    inner = [_places_over(part, counts, headed) for part in within]
    if any(inner):
        inner = [_places_over(part, counts, headed, alone=True) for part in within]
    return [*(run[i] for i in places), *chain.from_iterable(inner)]


def lies_beside(unit: CellUnit, other: CellUnit) -> bool:
    top = unit.parts[0]
    return top[0].depth <= other.level.depth or holds(other.parts[-1], top) is False
