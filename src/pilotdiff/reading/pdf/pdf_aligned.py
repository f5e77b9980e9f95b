"""Tables without rules whose cells stand about the middle, at the top or at the foot of their rows.

A cell of two lines beside one of one line has none of its lines at that one's height, and a merged
cell stands beside one of its rows alone. Which lines are one cell is told by a column that has one
cell a row: in every other the lines must fall into groups whose middles (or first, or last lines)
stand at its places, and no row may reach into another. Every column is tried as that one; where
several fit, what is a rest of a name and what is whole decides between them.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from pilotdiff.patterns import HAN, pattern
from pilotdiff.reading.pdf.pdf_numbered import Stretch
from pilotdiff.reading.pdf.pdf_runs import TextRun
from pilotdiff.reading.pdf.pdf_wrapped import are_two_names, is_broken_off, is_whole, runs_on

# In heights of a character: how far a cell's place may lie from its row's.
_OFF = 0.35
# How even the lines of one cell are; in heights of a character, how far apart they stand at most.
_EVEN, _CLOSE = 1.15, 1.9
# In heights of a character: how far apart the lines of two rows stand at least.
_APART = 0.85
# In heights of a character: what a line that fills its cell leaves free at most.
_FULL = 2.2
_FEWEST, _MOST_LINES, _MOST_IN_CELL = 3, 150, 12
# An ordinal, a year, a figure: never one of several lines of a cell.
_FIGURE = pattern(r"\d{1,4}")
_PLACE = pattern(r"(?:[省市州盟县縣旗镇鎮乡鄉]|(?<!社)[区區]|街道)$")

Mode = Literal["middle", "foot", "top"]
ColumnLine = tuple[float, tuple[TextRun, ...]]


class CellLines(NamedTuple):
    """The lines of one column, with the heights of their middles, that are one cell's text."""

    lines: tuple[ColumnLine, ...]

    def place(self, mode: Mode) -> float:
        """Return where it stands: its middle, or its first or last line."""
        top, foot = self.lines[0][0], self.lines[-1][0]
        return {"middle": (top + foot) / 2, "foot": foot, "top": top}[mode]


ColumnCells = tuple[CellLines | None, ...]
"""The cells of a column, None where a row has none."""


class AlignedRows(NamedTuple):
    """Rows of a table; a merged cell's runs stand in each of its rows.

    sure  whether the lines can be parted in no other way that is as good
    """

    rows: list[list[list[TextRun]]]
    sure: bool


class _Sizes(NamedTuple):
    """The height of a character, and how far apart the lines of a cell stand at most."""

    tall: float
    close: float


class _Parted(NamedTuple):
    """The columns of one way to part lines into rows, and how badly it breaks and joins names."""

    columns: tuple[ColumnCells, ...]
    mode: Mode
    cost: tuple[int, int, int]


def is_staggered(lines: Sequence[Sequence[TextRun]], columns: Sequence[Stretch]) -> bool:
    """Tell whether no column has a text in every line: some cell goes over several lines, or
    stands beside another of its rows than the others."""
    return all(len(_column(lines, column)) < len(lines) for column in columns)


def aligned_rows(
    lines: Sequence[Sequence[TextRun]], columns: Sequence[Stretch]
) -> AlignedRows | None:
    """Return the rows of lines that make one table; None where their places tell none."""
    if not _FEWEST <= len(lines) <= _MOST_LINES:
        return None
    if any(sum(column.holds(run) for column in columns) != 1 for line in lines for run in line):
        return None
    held = [_column(lines, column) for column in columns]
    if any(map(_is_of_several, held)):
        return None
    sizes = _sizes(held, max(run.height for line in lines for run in line))
    modes: tuple[Mode, ...] = ("middle", "foot", "top")
    found: dict[tuple[ColumnCells, ...], _Parted] = {}
    for mode in modes:
        for cells in (cells for own in held for cells in _row_cells(own, sizes)):
            places = [cell.place(mode) for cell in cells]
            for parted in _by_anchors(held, places, mode, sizes):
                found.setdefault(parted.columns, parted)
    if not found:
        return None
    best, *others = sorted(found.values(), key=lambda one: one.cost)
    if _is_plain(best):
        return None
    alone = not any(other.cost == best.cost for other in others)
    sure = alone and best.cost[0] == 0 and not _lacks_first(best)
    rows = [
        [[run for _, runs in cell.lines for run in runs] if cell else [] for cell in row]
        for row in zip(*best.columns, strict=True)
    ]
    return AlignedRows(rows, sure)


def _column(lines: Sequence[Sequence[TextRun]], column: Stretch) -> tuple[ColumnLine, ...]:
    held = (tuple(run for run in line if column.holds(run)) for line in lines)
    return tuple((own[0].middle[1], own) for own in held if own)


def _is_of_several(column: Sequence[ColumnLine]) -> bool:
    """Tell whether texts stand apart in most lines of a column: it is several, of which a text that
    runs over its cell hides the gap."""
    return 2 * sum(len(runs) > 1 for _, runs in column) > len(column)


def _sizes(held: Sequence[tuple[ColumnLine, ...]], tall: float) -> _Sizes:
    gaps = [lower[0] - upper[0] for column in held for upper, lower in pairwise(column)]
    return _Sizes(tall, min(_CLOSE * tall, _EVEN * min(gaps, default=0.0)))


def _row_cells(own: tuple[ColumnLine, ...], sizes: _Sizes) -> list[tuple[CellLines, ...]]:
    """Return the cells of a column that may have one in each row: every line one, or those that
    stand close."""
    groups: list[list[ColumnLine]] = []
    for at, line in enumerate(own):
        if not at or line[0] - own[at - 1][0] > sizes.close:
            groups.append([])
        groups[-1].append(line)
    ways = {
        tuple(CellLines((line,)) for line in own),
        tuple(CellLines(tuple(group)) for group in groups),
    }
    return sorted((cells for cells in ways if len(cells) >= _FEWEST - 1), key=len)


def _by_anchors(
    held: Sequence[tuple[ColumnLine, ...]], places: Sequence[float], mode: Mode, sizes: _Sizes
) -> list[_Parted]:
    """Return the ways to part the lines into rows whose cells stand at these places."""
    fitted = [_fitted(column, places, mode, sizes) for column in held]
    bounds = _bounds([cells for cells in fitted if cells and None not in cells], places, sizes.tall)
    if bounds is None:
        return []
    placed: list[ColumnCells] = []
    merged: list[ColumnCells] = []
    for column, cells in zip(held, fitted, strict=True):
        inside = cells if cells and _stay_inside(cells, bounds, sizes.tall) else None
        over = None if inside and None not in inside else _merged(column, bounds, mode, sizes)
        if inside is None and over is None:
            return []
        stays = inside is not None and (over is None or not _begins_blank(inside))
        placed.append(inside if inside is not None and stays else over or inside or ())
        merged.append(over or inside or ())
    ways = dict.fromkeys((tuple(placed), tuple(merged)))
    shared = sum(each is None or _begins_blank(each) for each in fitted)
    return [_Parted(way, mode, (_broken(way, sizes), shared, -len(places))) for way in ways]


def _cells_from(
    column: tuple[ColumnLine, ...], line: int, mode: Mode, sizes: _Sizes
) -> Iterator[tuple[int, float]]:
    """Yield where a cell that begins with a line may end, and the place of the cell then."""
    for end in range(line + 1, min(len(column), line + _MOST_IN_CELL) + 1):
        if not _may_be_one(column[line:end], sizes.close):
            return
        yield end, CellLines(column[line:end]).place(mode)


def _fitted(
    column: tuple[ColumnLine, ...], places: Sequence[float], mode: Mode, sizes: _Sizes
) -> ColumnCells | None:
    """Return the column's lines as cells that stand at these places, as many as can be."""

    @cache
    def best(line: int, row: int) -> tuple[int, tuple[tuple[int, int, int], ...]] | None:
        if line == len(column):
            return 0, ()
        found = None
        for end, at in _cells_from(column, line, mode, sizes):
            for own in range(row, len(places)):
                if abs(places[own] - at) > _OFF * sizes.tall:
                    continue
                rest = best(end, own + 1)
                if rest is not None and (found is None or rest[0] + 1 > found[0]):
                    found = rest[0] + 1, ((line, end, own), *rest[1])
        return found

    if (way := best(0, 0)) is None:
        return None
    cells: list[CellLines | None] = [None] * len(places)
    for start, end, row in way[1]:
        cells[row] = CellLines(column[start:end])
    return tuple(cells)


def _may_be_one(lines: Sequence[ColumnLine], close: float) -> bool:
    """Tell whether lines stand as close as those of a cell, and are no figures of several rows."""
    if len(lines) < 2:
        return True
    gaps = [lower[0] - upper[0] for upper, lower in pairwise(lines)]
    return max(gaps) <= close and not any(
        _is_own_figure(_text(upper), _text(lower)) for upper, lower in pairwise(lines)
    )


def _is_own_figure(upper: str, lower: str) -> bool:
    """Tell whether a figure is no rest of what stands above it: 4 below 序号, 2022 below 2021."""
    if _FIGURE.fullmatch(lower) is None:
        return False
    return HAN.fullmatch(upper[-1:]) is not None or (
        _FIGURE.fullmatch(upper) is not None and len(lower) >= len(upper)
    )


def _text(line: ColumnLine) -> str:
    return "".join(run.text for run in line[1])


def _bounds(
    columns: Sequence[ColumnCells], places: Sequence[float], tall: float
) -> list[tuple[float, float]] | None:
    """Return the first and the last line of each row; None where rows reach into each other."""
    if not columns:
        return None
    bounds = []
    for row in range(len(places)):
        cells = [cell for column in columns if (cell := column[row]) is not None]
        bounds.append((min(c.place("top") for c in cells), max(c.place("foot") for c in cells)))
    apart = all(lower[0] - upper[1] >= _APART * tall for upper, lower in pairwise(bounds))
    return bounds if apart else None


def _stay_inside(cells: ColumnCells, bounds: Sequence[tuple[float, float]], tall: float) -> bool:
    """Tell whether no cell of a column reaches into another row."""
    for row, cell in enumerate(cells):
        if cell is None:
            continue
        above = bounds[row - 1][1] if row else float("-inf")
        below = bounds[row + 1][0] if row + 1 < len(bounds) else float("inf")
        if cell.place("top") - above < _APART * tall or below - cell.place("foot") < _APART * tall:
            return False
    return True


def _begins_blank(cells: ColumnCells) -> bool:
    """Tell whether a column has nothing in its first row, or in the one below its head."""
    return cells[0] is None or cells[1] is None


def _merged(
    column: tuple[ColumnLine, ...], bounds: Sequence[tuple[float, float]], mode: Mode, sizes: _Sizes
) -> ColumnCells | None:
    """Return the places of a column as cells that go over rows, all of which they cover together;
    each stands about the middle of its rows, or at the foot of the last."""
    if mode == "top":
        return None

    @cache
    def best(line: int, row: int) -> tuple[tuple[int, int, int], ...] | None:
        if line == len(column):
            return () if row == len(bounds) else None
        for end, at in _cells_from(column, line, mode, sizes):
            for last in range(row, len(bounds)):
                foot = bounds[last][1]
                own = (bounds[row][0] + foot) / 2 if mode == "middle" else foot
                if abs(own - at) <= _OFF * sizes.tall:
                    rest = best(end, last + 1)
                    if rest is not None:
                        return ((line, end, last), *rest)
        return None

    if (way := best(0, 0)) is None:
        return None
    cells: list[CellLines | None] = []
    for start, end, last in way:
        cells += [CellLines(column[start:end])] * (last + 1 - len(cells))
    return tuple(cells) if _are_places(tuple(dict.fromkeys(cells))) else None


def _broken(columns: Sequence[ColumnCells], sizes: _Sizes) -> int:
    """Count lines that are parted though the lower is the rest of the upper, and joined though
    both are whole, or the upper does not fill its column."""
    return sum(_broken_column(cells, sizes) for cells in columns)


def _broken_column(column: ColumnCells, sizes: _Sizes) -> int:
    cells = list(dict.fromkeys(cell for cell in column if cell is not None))
    widest = max((_width(line) for cell in cells for line in cell.lines), default=0.0)
    joined = [pair for cell in cells for pair in pairwise(cell.lines)]
    parted = [
        (upper.lines[-1], lower.lines[0])
        for upper, lower in pairwise(cells)
        if lower.lines[0][0] - upper.lines[-1][0] <= sizes.close
    ]
    wrong = sum(are_two_names(_text(upper), _text(lower)) for upper, lower in joined)
    if _are_names(cells):
        full = widest - _FULL * sizes.tall
        wrong += sum(_width(one) > full and is_broken_off(_text(one)) for one, _ in parted)
    wrong += sum(_width(upper) < widest - _FULL * sizes.tall for upper, _ in joined)
    return wrong + sum(2 * runs_on(_text(upper), _text(lower)) for upper, lower in parted)


def _are_names(cells: Sequence[CellLines]) -> bool:
    """Tell whether most cells of a column are whole names of places."""
    whole = sum(is_whole(_text(cell.lines[-1])) for cell in cells[1:])
    return len(cells) > 2 and 3 * whole >= 2 * (len(cells) - 1)


def _width(line: ColumnLine) -> float:
    return line[1][-1].right - line[1][0].left


def _is_plain(parted: _Parted) -> bool:
    """Tell whether every cell has one line and one row, but for what stands right over a heading
    and may be a line above the table."""
    heads = (cell for column in parted.columns for cell in column[:1] if cell is not None)
    alone = sum(len(cell.lines) > 1 for cell in heads) < 2
    first = 1 if alone and parted.mode != "middle" else 0
    held = [cell for column in parted.columns for cell in column[first:] if cell is not None]
    return len({*held}) == len(held) and all(len(cell.lines) == 1 for cell in held)


def _lacks_first(parted: _Parted) -> bool:
    """Tell whether a column of places has none in its first row, and does not say whose those
    below are."""
    return any(_begins_blank(cells) and _are_places(cells) for cells in parted.columns)


def _are_places(cells: ColumnCells) -> bool:
    texts = [_text(cell.lines[-1]) for cell in cells[1:] if cell is not None]
    return 2 * sum(_PLACE.search(text) is not None for text in texts) > len(texts)
