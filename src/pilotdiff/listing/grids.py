"""Tables: which rows are headers, which are text across the table, which hold entries."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.listing import bulk
from pilotdiff.listing.cells import Rows
from pilotdiff.listing.columns import Columns, Grid, recognise
from pilotdiff.listing.items import read_names
from pilotdiff.listing.naming import DOUBTFUL
from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.listing.sections import Sections
from pilotdiff.model import Clean, Document, Entry, Line, Skipped, UserError

_HEADER_ROWS = 40
_SAMPLE = 300
_READABLE = 0.5


class Header(NamedTuple):
    """A header row: where it stands in its table, its cells, and what they say."""

    at: int
    cells: tuple[str, ...]
    columns: list[Columns]


def find_header(
    rows: Sequence[Line], wash: Callable[[str], Clean], *, id_column: str, name_column: str
) -> Header | None:
    """The header among a table's first rows."""
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        cells = [wash(cell).text if cell else "" for cell in row.cells]
        columns = recognise(cells, id_column=id_column, name_column=name_column)
        if columns and (len({*cells} - {""}) > 1 or len(cells) == 1 or id_column or name_column):
            return Header(at, row.cells, columns)
    return None


def wanted_columns(document: Document, *names: str) -> None:
    """Raise UserError when a column that the user names stands in no row of the document."""
    first = next((line.cells for line in document.lines if line.cells), ())
    for name in filter(None, names):
        wanted = name.strip().casefold()
        rows = (line.cells for line in document.lines[: 10 * _HEADER_ROWS])
        if not any(wanted == cell.strip().casefold() for cells in rows for cell in cells):
            shown = tuple(cell.strip() for cell in first if cell.strip())
            if not shown:
                raise UserError("{name} has no columns to name", name=document.name)
            raise UserError(
                "{name} has no column {column}; name one of these: {columns}",
                name=document.name,
                column=name,
                columns=shown,
            )


def guessed(rows: Sequence[Line], wash: Callable[[str], Clean]) -> list[Columns] | None:
    """The columns of a table without a header, told by what its first rows hold."""
    sample = [row.cells for row in rows[:_SAMPLE]]
    width = max(map(len, sample))
    if width < 2 or len(rows) < 2:
        return None
    kinds = [_kind([wash(row[at]).text for row in sample if at < len(row)]) for at in range(width)]
    units = [at for at, kind in enumerate(kinds) if kind >= 0]
    if not units:
        return None
    depths = [kinds[at] for at in units]
    numbers = [at for at, kind in enumerate(kinds) if kind == _NUMBERS]
    ordinal = numbers[0] if numbers and numbers[0] < units[0] else -1
    if len(set(depths)) < len(depths):
        return [Columns(ordinal=at - 1 if at - 1 in numbers else -1, name=at) for at in units]
    levels = [-1] * 5
    for at in units:
        levels[kinds[at]] = at
    notes = tuple(at for at, kind in enumerate(kinds) if kind == _TEXT and at > units[-1])[:1]
    if len(units) == 1:
        return [Columns(ordinal=ordinal, name=units[0], notes=notes)]
    return [
        Columns(
            ordinal=ordinal,
            levels=(levels[0], levels[1], levels[2], levels[3], levels[4]),
            notes=notes,
        )
    ]


def completed(columns: Columns, rows: Sequence[Line], wash: Callable[[str], Clean]) -> Columns:
    """The columns with those whose header is unknown and whose cells are units all the same.

    They are parents (归口: 开封市); the lowest holds what the table lists (项目名称: 瓜山社区)
    where no other does. A column of names that holds none is no such column (推荐单位: 县民政局).
    """
    sample = [row.cells for row in rows[:_SAMPLE]]
    filled = [_filled(sample, at, wash) for at in range(max(map(len, sample), default=0))]
    lowest = max((d for d in range(5) if columns.levels[d] >= 0), default=-1)
    free = {
        at: depth
        for at, cells in enumerate(filled)
        if at not in _claimed(columns) and (depth := _kind(cells)) >= 0
        if depth < lowest or 2 * len(cells) >= len(sample)
    }
    if not free:
        return columns
    named = _kind(filled[columns.name]) if 0 <= columns.name < len(filled) else _TEXT
    if named >= 0:
        free = {at: depth for at, depth in free.items() if depth < named}
    elif max(free.values()) > lowest:
        name = max(free, key=lambda at: (free[at], -at))
        columns = columns._replace(name=name)
        del free[name]
    levels = list(columns.levels)
    for at, depth in free.items():
        if levels[depth] < 0 and at not in columns.notes:
            levels[depth] = at
    notes = tuple(at for at in columns.notes if at != columns.name)
    a, b, c, d, e = levels
    return columns._replace(levels=(a, b, c, d, e), notes=notes)


def _filled(rows: Sequence[Sequence[str]], at: int, wash: Callable[[str], Clean]) -> list[str]:
    return [wash(row[at]).text for row in rows if at < len(row) and row[at].strip()]


def _claimed(columns: Columns) -> set[int]:
    """The columns that have a role, those of notes left out."""
    own = {columns.id, columns.ordinal, columns.name, columns.level, columns.category}
    return own | {columns.former, *columns.levels, *columns.places, *columns.counts}


_NUMBERS, _TEXT = -1, -2


def _kind(cells: Iterable[str]) -> int:
    """What a column holds: the depth of its units, _NUMBERS or _TEXT."""
    filled = [re.sub(r"\s+", "", cell) for cell in cells if cell.strip()]
    if not filled:
        return _TEXT
    if all(re.fullmatch(r"[（(]?\d{1,6}[）).、]?", cell) for cell in filled):
        return _NUMBERS
    depths: list[int] = []
    for cell in filled:
        names = read_names(cell)
        if names is not None:
            depths.append(names.names[0].reading.level.depth)
    if len(depths) < 0.6 * len(filled):
        return _TEXT
    return max(set(depths), key=depths.count)


def runs_of_rows(
    rows: Sequence[Line], header: Sequence[str], columns: Sequence[Columns]
) -> Iterator[Line | tuple[Line, ...]]:
    """A table's body: rows that hold entries together, rows of text across the table alone."""
    main = columns[0].name if columns[0].name >= 0 else max(columns[0].levels)
    run: list[Line] = []
    for row in rows:
        cells = row.cells
        filled = len(cells) > main and cells[main]
        if filled and cells[0] != cells[-1]:
            run.append(row)
        elif cells == header:
            continue
        elif _is_text_row(cells, columns):
            if run:
                yield tuple(run)
                run = []
            yield row
        else:
            run.append(row)
    if run:
        yield tuple(run)


def _is_text_row(cells: Sequence[str], columns: Sequence[Columns]) -> bool:
    """One text across the whole table, or alone in a row and in no column of units."""
    filled = [at for at, cell in enumerate(cells) if cell.strip()]
    if not filled or len({cells[at].strip() for at in filled}) > 1 or len(cells) < 2:
        return False
    if len(filled) > 1:
        return len(filled) == len(cells)
    units = {at for c in columns for at in (c.name, *c.levels, c.id)}
    ordinal = read_ordinal(cells[filled[0]])
    return filled[0] not in units or (filled[0] == 0 and ordinal is not None and ordinal.end > 0)


def is_readable(rows: Sequence[Line], columns: Columns, wash: Callable[[str], Clean]) -> bool:
    """Whether most of a name column's first cells read as units."""
    at = columns.name
    cells = [row.cells[at] for row in rows[:_SAMPLE] if at < len(row.cells) and row.cells[at]]
    found = (read_names(wash(cell).text.strip(), _start(cell), trusting=True) for cell in cells)
    read = sum(1 for n in found if n and max(x.reading.sure for x in n.names) >= DOUBTFUL)
    return bool(cells) and read >= _READABLE * len(cells)


def _start(cell: str) -> int:
    ordinal = read_ordinal(cell.strip())
    return ordinal.end if ordinal and ordinal.end < len(cell.strip()) else 0


def read_grid(
    grid: Grid, wash: Callable[[str], Clean], sections: Sections, *, plain: bool
) -> tuple[list[Entry], list[Skipped]]:
    """The entries of a table's rows, in their order.

    `plain` says that the document is in simplified script and undamaged, so that names of Chinese
    characters alone need no repair.
    """
    readers = [Rows(columns, wash, sections, grid.vouched) for columns in grid.columns]
    first = readers[0]
    if plain and len(readers) == 1 and bulk.suits(first.columns) and not sections.frames:
        above: tuple[str, ...] = ()
        for row, made in zip(grid.rows, bulk.quick(grid.rows, first.columns), strict=True):
            if made is None:
                first.go_on(above)
                first.take(row)
                above = ()
            else:
                first.entries.append(made)
                above = made.columns
        return first.entries, first.skipped
    for row in grid.rows:
        for reader in readers:
            reader.take(row)
    if len(readers) == 1:
        return first.entries, first.skipped
    entries = sorted((e for r in readers for e in r.entries), key=lambda entry: entry.line)
    skipped = [s for s in first.skipped if s.suspicious]
    return entries, skipped
