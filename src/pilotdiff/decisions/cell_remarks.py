"""What a person wrote into a workbook where nothing asks for it, or under the heading that does."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time

from pilotdiff.decisions.filled_row_reader import letters
from pilotdiff.decisions.finding_notes import KEY, note_columns
from pilotdiff.decisions.form import remarks_title, signature_titles
from pilotdiff.decisions.own_texts import OwnTexts
from pilotdiff.language import LANGUAGES
from pilotdiff.model.handed_back import Remark
from pilotdiff.reading.office.workbook import SheetGrid, shown


def remarks(
    grid: SheetGrid, rows: Iterable[Sequence[object]], own: OwnTexts | None
) -> Iterator[Remark]:
    """Yield what is written on a sheet without a form, or above one; without `own`, as in a
    workbook of an earlier version, what stands under the heading for it alone."""
    titles = {remarks_title(language) for language in LANGUAGES}
    filled = set[int]()
    asked = False
    for number, row in enumerate(rows, start=1):
        cells = [shown(cell).strip() for cell in row]
        filled = filled or note_columns(cells)
        signed = _signed(cells)
        if signed or titles & {*cells}:
            asked = not signed
        elif asked:
            yield from _asked(cells)
            continue
        if own and KEY not in cells:
            yield from _beyond(grid, number, row, own, {*filled, *range(signed)})


def _asked(cells: Sequence[str]) -> Iterator[Remark]:
    """Yield a line under the heading: where it stood before, if it says so, and the text."""
    first, *others = cells
    told = " ".join(filter(None, others))
    if told:
        yield Remark(first, told)
    elif first:
        yield Remark("", first)


def _beyond(
    grid: SheetGrid, number: int, row: Sequence[object], own: OwnTexts, filled: set[int]
) -> Iterator[Remark]:
    """Yield the cells of a row that it did not come with, those left out that are `filled` in."""
    label = row[0] if row and isinstance(row[0], str) else ""
    numbers = [at for at, cell in enumerate(row) if _is_number(cell)]
    surplus = {*numbers[own.numbers(label) :]} - filled
    for at, cell in enumerate(row):
        text = shown(cell).strip()
        is_written = isinstance(cell, bool | date | time) or (
            isinstance(cell, str) and not own.has(text)
        )
        if text and at not in filled and (is_written or at in surplus):
            yield Remark(f"{grid.name} {letters(grid.left + at)}{number}", text)


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _signed(cells: Sequence[str]) -> int:
    """Return how many cells of a row are a line to sign on and its date; 0 where it is none."""
    for language in LANGUAGES:
        *who, on = signature_titles(language)
        if cells and cells[0] in who and on in cells:
            at = cells.index(on) + 1
            return next((i + 1 for i, cell in enumerate(cells) if i >= at and cell), at)
    return 0
