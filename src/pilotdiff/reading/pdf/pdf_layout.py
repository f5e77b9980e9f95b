"""A PDF page as lines and table rows, from top to bottom."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from pilotdiff.patterns import pattern
from pilotdiff.reading.pdf.pdf_columns import columns_by_numbers, columns_of_text
from pilotdiff.reading.pdf.pdf_grids import GridPlace, RuledGrid
from pilotdiff.reading.pdf.pdf_gutters import cut_at_columns, cut_at_gutters
from pilotdiff.reading.pdf.pdf_left_edges import edged_table
from pilotdiff.reading.pdf.pdf_numbered import (
    NumberedRows,
    Stretch,
    head_cells,
    numbered_rows,
    stretches,
)
from pilotdiff.reading.pdf.pdf_ruled import cell_text, ruled_rows
from pilotdiff.reading.pdf.pdf_runs import TextRun, box_of
from pilotdiff.reading.pdf.pdf_staggered import staggered_lines, staggered_table
from pilotdiff.reading.pdf.pdf_text_lines import (
    PageLine,
    closed_up,
    lines_of_runs,
    run_text,
    with_marks,
)
from pilotdiff.reading.pdf.pdf_touching import LineRuns, cut_behind_numbers
from pilotdiff.reading.pdf.pdf_wrapped import is_rest, wrapped_rows

_TABLE_LINES = 3
"""Successive lines with wide gaps at the same places that make a table without rules."""
_TABLE_COLUMNS = 3


def page_lines(runs: Sequence[TextRun], tables: Sequence[RuledGrid]) -> list[PageLine]:
    """Return what a reader sees line by line, without the page's number."""
    free, inside = _sorted_out(runs, tables)
    items: list[tuple[float, list[PageLine]]] = [
        (grid.ys[0], list(ruled_rows(grid, held)))
        for grid, held in zip(tables, inside, strict=True)
    ]
    rows = with_marks([closed_up(row) for row in lines_of_runs(free)])
    if rows and _is_page_number(rows[0]):
        rows = rows[1:]
    if rows and _is_page_number(rows[-1]):
        rows = rows[:-1]
    rows = cut_behind_numbers(rows)
    # Lines between two tables must not be taken for rows of one.
    breaks = [grid.ys[0] for grid in tables]
    for block in _blocks(rows, breaks):
        lines = [line for part in _parts(block) for line in _unruled(part)]
        items.append((block[0][0].top, lines))
    return [line for _, lines in sorted(items, key=lambda item: item[0]) for line in lines]


def _sorted_out(
    runs: Sequence[TextRun], tables: Sequence[RuledGrid]
) -> tuple[list[TextRun], list[dict[GridPlace, list[TextRun]]]]:
    free: list[TextRun] = []
    inside: list[dict[GridPlace, list[TextRun]]] = [{} for _ in tables]
    for run in runs:
        for grid, held in zip(tables, inside, strict=True):
            # Text that runs over the edge of its cell belongs to the one in which it begins.
            if grid.place(*run.start) is None:
                continue
            for each in _beside_rules(run, grid):
                if place := grid.place(*each.start):
                    held.setdefault(place, []).append(each)
            break
        else:
            free.append(run)
    return free, inside


def _beside_rules(run: TextRun, grid: RuledGrid) -> tuple[TextRun, ...]:
    """Return a text, or the number that it begins with and the rest where a rule stands between
    the two: 138清岗省."""
    places = {grid.place(*each.start) for each in run.numbered}
    return run.numbered if len(places) > 1 and None not in places else (run,)


_PAGE_NUMBER = pattern(
    r"[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*"
    r"|Page \d{1,4}(?: of \d{1,4})?"
)


def _is_page_number(row: LineRuns) -> bool:
    return _PAGE_NUMBER.fullmatch(run_text(row)) is not None


def _blocks(rows: list[LineRuns], breaks: list[float]) -> Iterator[list[LineRuns]]:
    """Yield successive lines that no table stands between."""
    block: list[LineRuns] = []
    for row in rows:
        if block and any(block[-1][0].top < at <= row[0].top for at in breaks):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _parts(block: list[LineRuns]) -> Iterator[list[LineRuns]]:
    """Yield what stands over columns of text, then each of the columns."""
    above, numbered = columns_by_numbers(block)
    if numbered:
        if above:
            yield above
        yield from numbered
        return
    first = next((at for at, row in enumerate(block) if len(row) > 1), len(block))
    columns = columns_of_text(block[first:])
    if len(columns) < 2:
        yield block
        return
    if first:
        yield block[:first]
    yield from columns


def _unruled(rows: list[LineRuns]) -> Iterator[PageLine]:
    """Yield the lines of a block; where gaps run down through several of them, as cells."""
    start = unsure = 0
    while start < len(rows):
        if (found := staggered_table(rows[start:])) is not None:
            yield from map(_text_line, rows[start : start + found.above])
            yield from _head_lines(found.head, found.columns)
            lines = _cell_lines(found.body.rows, found.columns)
            yield from (line._replace(unsure=not found.body.sure) for line in lines)
            start += found.end
            continue
        unsure = max(unsure, start + staggered_lines(rows[start:]))
        if (table := _numbered(rows[start:])) is not None:
            yield from _numbered_lines(rows[start:], table)
            start += table.end
            continue
        if (edged := edged_table(rows[start:])) is not None and edged.touching:
            yield from _gridded(edged.rows, edged.columns)
            start += len(edged.rows)
            continue
        end = start + _heads_columns(rows[start:])
        while end < len(rows) and (len(rows[end]) > 1 or _goes_on(rows[start:end], rows[end])):
            end += 1
        own, taken = _spaced_lines(rows[start:end]), end - start
        if not own:
            own, taken = _lines_or_edged(rows[start:], max(taken, 1))
        yield from (line._replace(unsure=start < unsure) for line in own)
        start += taken


def _text_line(row: LineRuns) -> PageLine:
    return PageLine(run_text(row), box=box_of(row))


def _lines_or_edged(rows: list[LineRuns], end: int) -> tuple[list[PageLine], int]:
    """Return the lines before `end` that gaps make no table of as text, or those above a table
    whose texts all begin where its columns do and its rows; and how many lines these are."""
    for above in range(end):
        if (edged := edged_table(rows[above:])) is not None:
            lines = [_text_line(row) for row in rows[:above]]
            return [*lines, *_gridded(edged.rows, edged.columns)], above + len(edged.rows)
    return [_text_line(row) for row in rows[:end]], end


def _spaced_lines(rows: list[LineRuns]) -> list[PageLine]:
    """Return the lines as rows of a table by the gaps that run down through them; [] where none
    do."""
    whole = [row for row in rows if len(row) > 1]
    columns = len(stretches(whole))
    # Two lines are a table where others stand below, or where each fills as many columns.
    two = len(whole) == 2 and (
        len(rows) > _TABLE_LINES or columns == len(whole[0]) == len(whole[1]) >= _TABLE_COLUMNS
    )
    if columns < 2 or not (two or len(whole) >= _TABLE_LINES):
        return []
    cut = cut_at_gutters(rows)
    return list(_gridded(cut, stretches([row for row in cut if len(row) > 1])))


_APART = 2.5
"""In heights of a character: how far apart two rows stand at most, until there are more."""
_LONGER = 3
"""In heights of a character: how much longer than those above it a name of the last column is."""


def _goes_on(above: list[LineRuns], row: LineRuns) -> bool:
    """Tell whether a line of one text is a row of the table above: it stands at one of its columns,
    no further below than its rows stand apart, or right below a name that goes on in it."""
    if above and len(row) == 1 and _is_rest_of_one(above[-1], row[0]):
        return True
    whole = [each for each in above if len(each) > 1]
    if len(columns := stretches(whole)) < 2:
        return False
    (run,) = row
    if _stands_over_several(run, columns):
        return True
    steps = (lower[0].top - upper[0].top for upper, lower in pairwise(above))
    apart = max(steps, default=_APART * run.height)
    near = run.top - above[-1][0].top <= apart + run.height / 2
    # The names of a column may be longer than its heading, of which alone its width is known yet.
    ends = [column.left for column in columns[1:]] + [columns[-1].right + _LONGER * run.height]
    return near and any(
        _is_under(run, column) and run.right < end
        for column, end in zip(columns, ends, strict=True)
    )


def _stands_over_several(run: TextRun, columns: Sequence[Stretch]) -> bool:
    """Tell whether the pieces of a text begin where several columns do: 白鹭洲县 刘洋, whose first
    is so long that it nearly touches the second."""
    begun = {
        at
        for piece in run.pieces
        for at, column in enumerate(columns)
        if abs(piece.left - column.left) < run.height / 2
    }
    return 1 < len(run.pieces) == len(begun)


def _heads_columns(rows: list[LineRuns]) -> bool:
    """Tell whether the first line is one text whose pieces stand over the columns of the lines
    below: what heads them is so long that it nearly touches."""
    below = list(takewhile(lambda row: len(row) > 1, rows[1:]))
    if len(rows[0]) > 1 or len(below) < _TABLE_LINES - 1:
        return False
    return _stands_over_several(rows[0][0], stretches(below))


def _is_under(run: TextRun, column: Stretch) -> bool:
    """Tell whether a text begins where a column does, or stands in the middle of it."""
    middle = (column.left + column.right) / 2
    return min(abs(run.left - column.left), abs(run.middle[0] - middle)) < run.height


def _is_rest_of_one(above: LineRuns, run: TextRun) -> bool:
    """Tell whether a text is what is left of one in the line above, close below its beginning."""
    pieces = [piece for each in above for piece in each.pieces or (each,)]
    if len(pieces) < 2 or run.middle[1] - pieces[0].middle[1] > run.height * _CLOSE:
        return False
    under = (p for p in pieces if abs(p.left - run.left) < run.height / 2 and run.right < p.right)
    return any(is_rest(piece.text, run.text) for piece in under)


_HEAD_LINES = 4


def _numbered(rows: list[LineRuns]) -> NumberedRows | None:
    """Return the table without rules whose first line is the first of these, by its numbers."""
    if len(rows[0]) < 2 and not _goes_on_close(rows[:2]):
        return None
    table = _with_gutters(rows, numbered_rows(rows))
    if table is None or len(table.columns) < 2 or len(table.rows) < _TABLE_LINES - 1:
        return None
    return table if table.head <= _HEAD_LINES else None


def _with_gutters(rows: list[LineRuns], table: NumberedRows | None) -> NumberedRows | None:
    """Return a table with those of its columns apart that nearly touch."""
    if table is None:
        return None
    body = rows[table.head : table.end]
    for held in (cut_at_gutters(body), cut_at_columns(body)):
        if any(len(cut) > len(row) for cut, row in zip(held, body, strict=True)):
            finer = numbered_rows([*rows[: table.head], *held])
            return finer if finer is not None and len(finer.columns) > len(table.columns) else table
    return table


_CLOSE = 1.5
"""In heights of a character: how near the lines of one heading stand."""


def _goes_on_close(rows: list[LineRuns]) -> bool:
    """Tell whether a line may be the first of a heading of two: the next stands right below."""
    if len(rows) < 2 or len(rows[1]) < 2:
        return False
    (upper, *_), (lower, *_) = rows
    return lower.middle[1] - upper.middle[1] < upper.height * _CLOSE


def _numbered_lines(rows: list[LineRuns], table: NumberedRows) -> Iterator[PageLine]:
    yield from _head_lines(rows[: table.head], table.columns)
    yield from _cell_lines(table.rows, table.columns)


def _head_lines(head: Sequence[LineRuns], columns: Sequence[Stretch]) -> Iterator[PageLine]:
    for line in _cell_lines(head_cells(head, columns), columns):
        yield line._replace(cells=tuple("".join(cell.split()) for cell in line.cells))


def _cell_lines(
    rows: Iterable[Sequence[LineRuns]], columns: Sequence[Stretch]
) -> Iterator[PageLine]:
    for row in rows:
        cells = [
            cell_text(runs, column.right - column.left) if runs else ""
            for runs, column in zip(row, columns, strict=True)
        ]
        yield PageLine("", tuple(cells), box_of([run for runs in row for run in runs]))


def _gridded(rows: Sequence[LineRuns], columns: Sequence[Stretch]) -> Iterator[PageLine]:
    """Yield lines as the rows of a table with these columns, each with what is left of it on the
    lines below."""
    placed = [_placed(row, columns) for row in rows]
    for row in wrapped_rows(placed):
        cells = [
            cell_text(runs, column.right - column.left)
            if len(lines_of_runs(runs)) > 1
            else _text_of(runs)
            for runs, column in zip(row, columns, strict=True)
        ]
        yield PageLine("", tuple(cells), box_of([run for runs in row for run in runs]))


def _placed(row: LineRuns, columns: Sequence[Stretch]) -> list[LineRuns]:
    cells: list[LineRuns] = [[] for _ in columns]
    for run in row:
        cells[next(i for i, column in enumerate(columns) if run.left < column.right)].append(run)
    return cells


def _text_of(runs: LineRuns) -> str:
    return " ".join(run.text for run in runs).strip()
