"""Table rows that a page break cut in two: the rest stands on the next page, and is put back."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from pilotdiff.patterns import pattern
from pilotdiff.reading.pdf.pdf_text_lines import PageLine
from pilotdiff.reading.pdf.pdf_wrapped import is_cut

# So many rows show which cells of a table are never empty.
_FEWEST = 3


def rejoined(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """Return the pages, each row whole on the page where it begins.

    The rest of a row is known by its empty cells, of those that are filled in every other row of
    the table. One alone says nothing, unless it is the number: a merged cell may go over the break.
    Where that cuts its name in two, both parts are put together.
    """
    made = [list(page) for page in pages]
    for before, after in pairwise(made):
        _doubt_rests(before, after)
        last, first = _last_row(before), _first_row(after, before)
        if last is None or first is None:
            continue
        rest, row = after[first], before[last]
        others = [*_rows(before, rest), *_rows(after[first + 1 :], rest)]
        if len(row.cells) == len(rest.cells) and _is_rest(rest, others):
            cells = tuple(map(str.__add__, row.cells, rest.cells))
            before[last] = row._replace(cells=cells)
            del after[first]
        elif len(row.cells) == len(rest.cells):
            for column in range(len(row.cells)):
                _join_cut(before, after, column, row.cells[column], rest.cells[column])
                _carry_over(_rows(before, rest), after, first, column)
    return made


def _doubt_rests(before: Sequence[PageLine], after: list[PageLine]) -> None:
    """Make the first lines of a page unsure that may be rows of the table with which the one before
    it ends, too few to be set as one: 石狮市  王丽华."""
    last = next((line for line in reversed(before) if line.cells or line.text), None)
    width = len(last.cells) if last is not None else 0
    for at, line in enumerate(after):
        if line.cells or not 1 < len(line.text.split()) <= width or _IS_TEXT.search(line.text):
            return
        after[at] = line._replace(unsure=True)


_IS_TEXT = pattern(r"[。：:；;《》]|^\s*附[件表]|名[单單]$")


def _join_cut(
    before: list[PageLine], after: list[PageLine], column: int, upper: str, lower: str
) -> None:
    """Put the two parts of a merged cell's name together in all its rows on both pages: 青龙满族自
    on the one, 治县 on the other."""
    if not (upper and lower and is_cut(upper, lower)):
        return
    for page, part, step in ((before, upper, -1), (after, lower, 1)):
        rows = [at for at, line in enumerate(page) if line.cells][::step]
        own = [at for at in rows if _cell(page[at], column) == part]
        # Down from its first row, or up from its last, as far as it goes without a break.
        run = [at for n, at in enumerate(own) if rows.index(at) == rows.index(own[0]) + n]
        for at in run:
            cells = [*page[at].cells[:column], upper + lower, *page[at].cells[column + 1 :]]
            page[at] = page[at]._replace(cells=tuple(cells))


def _carry_over(above: Sequence[PageLine], after: list[PageLine], first: int, column: int) -> None:
    """Fill the cells that a merged one leaves blank below the break: all rows above it are filled
    in that column, the last two alike, and none is blank but the first below it."""
    cells = [line.cells[column] for line in above]
    if len(cells) < _FEWEST or not all(cells) or cells[-1] != cells[-2]:
        return
    width = len(above[-1].cells)
    rows = [at for at, line in enumerate(after) if at >= first and len(line.cells) == width]
    blank = list(takewhile(lambda at: not after[at].cells[column], rows))
    others = (after[at].cells[column] for at in rows[len(blank) :])
    if not all(others) or not all(any(after[at].cells[column + 1 :]) for at in blank):
        return
    for at in blank:
        held = after[at].cells
        after[at] = after[at]._replace(cells=(*held[:column], cells[-1], *held[column + 1 :]))


def _cell(line: PageLine, column: int) -> str | None:
    return line.cells[column] if column < len(line.cells) else None


def _last_row(page: Sequence[PageLine]) -> int | None:
    return next((at for at in range(len(page) - 1, -1, -1) if page[at].cells), None)


def _first_row(page: Sequence[PageLine], before: Sequence[PageLine]) -> int | None:
    """Return the first row that does not repeat a heading of the page before."""
    known = {line.cells for line in before}
    rows = (at for at, line in enumerate(page) if line.cells and line.cells not in known)
    return next(rows, None)


def _rows(lines: Iterable[PageLine], like: PageLine) -> list[PageLine]:
    return [line for line in lines if len(line.cells) == len(like.cells)]


def _is_rest(row: PageLine, others: Sequence[PageLine]) -> bool:
    """Tell whether the row lacks its number, or most of the cells that no other row lacks."""
    if len(others) < _FEWEST or not any(row.cells):
        return False
    columns = zip(*(line.cells for line in others), strict=True)
    lacking = [
        column for column, cell in zip(columns, row.cells, strict=True) if all(column) and not cell
    ]
    numbered = any(all(map(str.isdecimal, column[1:])) for column in lacking)
    return numbered or len(lacking) > len(list(filter(None, row.cells)))
