"""A workbook that a person filled in, whichever program saved it: its sheets with the form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from pilotdiff.column_headings import sheet_columns
from pilotdiff.decisions.cell_remarks import remarks
from pilotdiff.decisions.dates import iso
from pilotdiff.decisions.filled_row_reader import Form
from pilotdiff.decisions.finding_notes import finding_notes
from pilotdiff.decisions.form import (
    FILLED_IN,
    SECOND_FIELDS,
    Field,
    fields,
    signature_titles,
    title,
)
from pilotdiff.decisions.own_texts import own_texts
from pilotdiff.decisions.workbook_verdicts import HandedBack, handed_back
from pilotdiff.language import LANGUAGES
from pilotdiff.model import UserError
from pilotdiff.model.handed_back import Beside, FindingNote, Remark, Signature
from pilotdiff.reading.archive import Archive
from pilotdiff.reading.contents import RawSource
from pilotdiff.reading.office.cell_notes import cell_notes
from pilotdiff.reading.office.workbook import SheetGrid, sheet_grids
from pilotdiff.reading.office.workbook import shown as as_text
from pilotdiff.reading.sniffing import is_ole

# A reviewer may have written something above the headings.
_HEAD = 20
HeadedColumn = TypeVar("HeadedColumn", bound=str)
_KEYS = {Field.PILOT, Field.RESULT}


def verdicts_in(name: str, data: bytes) -> HandedBack:
    """Return the verdicts that a workbook holds, each pair's once, and what is filled in beside
    them.

    `name` is how errors call it. Raises UserError, which names the sheet and the row.
    """
    source = RawSource(name, data)
    if is_ole(data):
        source.refuse("is an old or protected workbook; save it as .xlsx, without a password")
    sheets = [(grid, [list(row) for row in grid.rows]) for grid in sheet_grids(source)]
    own = next((found for _, rows in sheets if (found := own_texts(rows))), None)
    forms: list[Form] = []
    signed: list[Signature] = []
    noted: list[FindingNote] = []
    remarked: list[Remark] = []
    for grid, rows in sheets:
        form = _form(name, grid, rows)
        if form:
            forms.append(form)
            remarked += remarks(grid, rows[: form.first - 2], own)
        elif own_texts(rows) is None:
            signed += _signatures(rows)
            noted += finding_notes(name, grid.name, rows)
            remarked += remarks(grid, rows, own)
    if own:
        remarked += (
            Remark(f"{note.sheet} {note.cell}".strip(), note.text)
            for note in cell_notes(Archive(source))
            if not own.has(note.text)
        )
    if not forms:
        raise UserError(
            "{file} has no sheet with the column {column}: give a workbook that match wrote",
            file=name,
            column=" / ".join(title(Field.VERDICT, language) for language in LANGUAGES),
        )
    beside = Beside(signatures=(*signed,), findings=(*noted,), remarks=(*remarked,))
    return handed_back(forms, own, beside)


def _form(file: str, grid: SheetGrid, rows: Sequence[Sequence[object]]) -> Form | None:
    """Return the form of a sheet, None where it has none. Raises UserError where a heading of it is
    gone."""
    for number, row in enumerate(rows[:_HEAD], start=1):
        heads = {at: text for at, cell in enumerate(row) if (text := as_text(cell).strip())}
        is_former = Field.PILOT_SHOWN not in heads.values()
        columns = _found(heads, fields(former=is_former))
        # The sheet that explains the columns names one of them a row.
        if _KEYS & columns.keys() or (Field.VERDICT in columns and len(columns) > 1):
            language = _language(heads.values())
            where = {"file": file, "sheet": grid.name, "row": number}
            _refuse_retyped(columns, language, where, is_former=is_former)
            beside = _found(heads, sheet_columns())
            below = number + 1
            return Form(
                file, grid.name, grid.left, columns, beside, heads, rows[number:], below, language
            )
    return None


def _found(heads: Mapping[int, str], known: Mapping[str, HeadedColumn]) -> dict[HeadedColumn, int]:
    """Return the first place of each column whose title is known."""
    found = [(known.get(head.casefold()), at) for at, head in heads.items()]
    return {column: at for column, at in reversed(found) if column}


def _language(heads: Iterable[str]) -> str:
    """Return that of most headings which are ours, the hidden ones left aside."""
    ours = [head for head in heads if head.casefold() in sheet_columns()]
    return "zh" if sum(not head.isascii() for head in ours) * 2 > len(ours) else "en"


def _refuse_retyped(
    columns: Mapping[Field, int], language: str, where: Mapping[str, object], *, is_former: bool
) -> None:
    """Refuse a heading that nobody knows: what stands under it would be lost. Raises UserError."""
    if not columns.keys() >= _KEYS:
        raise UserError(
            "{file}, sheet {sheet}: the columns pilot_key and result_key are missing, which "
            "say what a verdict is about; fill in a copy that still has them",
            **where,
        )
    needed = {*FILLED_IN, *(() if is_former else SECOND_FIELDS)} - {Field.PARTNER}
    for field in Field:
        if field in needed and field not in columns:
            raise UserError(
                "{file}, sheet {sheet}, row {row}: no heading says {column} any more; write it as "
                "it was, else what stands below is lost",
                **where,
                column=title(field, language),
            )


def _signatures(rows: Sequence[Sequence[object]]) -> Iterator[Signature]:
    """Yield what stands behind the titles of signatures on a sheet, whatever its language."""
    titles = [signature_titles(language) for language in LANGUAGES]
    for row in rows:
        cells = [as_text(cell).strip() for cell in row]
        for *who, date in titles:
            # The guide has these words too, and no date beside them.
            if cells and cells[0] in who and date in cells:
                at = cells.index(date)
                name = " ".join(filter(None, cells[1:at]))
                on = next(
                    (iso(cell) or as_text(cell).strip() for cell in row[at + 1 :] if cell), ""
                )
                if name or on:
                    yield Signature(who.index(cells[0]), name, on)
