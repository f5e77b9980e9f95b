"""The verdicts on a workbook that a reviewer filled in, whichever program saved it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pilotdiff.decisions.dates import iso
from pilotdiff.decisions.form import LANGUAGES, Field, fields, title, verdicts
from pilotdiff.decisions.table import FiledDecision
from pilotdiff.model import Decision, UserError, Verdict
from pilotdiff.reading.contents import RawSource
from pilotdiff.reading.sniffing import is_ole
from pilotdiff.reading.workbook import SheetGrid, grids, shown

# A reviewer may have written something above the headings.
_HEAD = 20


def parse(name: str, data: bytes) -> tuple[FiledDecision, ...]:
    """Return the verdicts that a workbook holds, each pair's once; a row without one is left as it
    is.

    `name` is how errors call it. Raises UserError, which names the sheet and the row.
    """
    source = RawSource(name, data)
    if is_ole(data):
        source.refuse("is an old or protected workbook; save it as .xlsx, without a password")
    forms = [form for grid in grids(source) if (form := _form(name, grid))]
    if not forms:
        raise UserError(
            "{file} has no sheet with the column {column}: give a workbook that match wrote",
            file=name,
            column=" / ".join(title(Field.VERDICT, language) for language in LANGUAGES),
        )
    found: dict[tuple[str, str, Verdict], FiledDecision] = {}
    for form in forms:
        for filed in _filed(form):
            decision = filed.decision
            found.setdefault((decision.pilot, decision.result, decision.verdict), filed)
    return tuple(found.values())


class _Form(NamedTuple):
    """A sheet with the form on it: where each column is, and the rows below the headings."""

    file: str
    grid: SheetGrid
    columns: Mapping[Field, int]
    first: int
    language: str


def _form(file: str, grid: SheetGrid) -> _Form | None:
    known = fields()
    for number, row in zip(range(1, _HEAD + 1), grid.rows, strict=False):
        found = [(known.get(_text(cell).casefold()), at) for at, cell in enumerate(row)]
        columns = {field: at for field, at in reversed(found) if field}
        # The sheet that explains the columns names one of them a row.
        if Field.VERDICT in columns and len(columns) > 1:
            verdict = _text(row[columns[Field.VERDICT]]).casefold()
            spoken = (
                each for each in LANGUAGES if title(Field.VERDICT, each).casefold() == verdict
            )
            return _Form(file, grid, columns, number + 1, next(spoken))
    return None


def _filed(form: _Form) -> Iterator[FiledDecision]:
    said = verdicts()
    column = form.columns[Field.VERDICT]
    for number, row in enumerate(form.grid.rows, start=form.first):
        word = _text(row[column])
        if word:
            yield _Row(form, number, row).filed(word, said)


class _Row(NamedTuple):
    """A row with a verdict, as the sheet counts it."""

    form: _Form
    number: int
    cells: Sequence[object]

    def filed(self, word: str, said: Mapping[str, Verdict]) -> FiledDecision:
        """Return the verdict, and the cell that it stands in."""
        verdict = said.get(word.casefold())
        if verdict is None:
            raise UserError(
                "{file}, sheet {sheet}, cell {cell}: {word} is no verdict; choose one of the list",
                **self._where(Field.VERDICT),
                word=word,
            )
        pilot, result, digest = self._units()
        decision = Decision(
            pilot, result, verdict, self._by(), self._on(), self._said(Field.NOTE), digest
        )
        return FiledDecision(decision, self.number, self.form.grid.name, self._cell(Field.VERDICT))

    def _units(self) -> tuple[str, str, str]:
        """How the two units are named, and the digest of what was seen of them."""
        if not {Field.PILOT, Field.RESULT} <= self.form.columns.keys():
            raise UserError(
                "{file}, sheet {sheet}: the columns pilot_key and result_key are missing, which "
                "say what a verdict is about; fill in a copy that still has them",
                file=self.form.file,
                sheet=self.form.grid.name,
            )
        pilot, result = self._said(Field.PILOT), self._said(Field.RESULT)
        partner = self._said(Field.PARTNER)
        if partner:
            pilot, result = (pilot, partner) if pilot else (partner, result)
        if not (pilot and result):
            raise UserError(
                "{file}, sheet {sheet}, row {row}: the verdict is about one unit only; write the "
                "name or the id of the other under {column}",
                **self._where(Field.PARTNER),
            )
        return pilot, result, "" if partner else self._said(Field.DIGEST)

    def _by(self) -> str:
        by = self._said(Field.BY)
        if not by:
            raise UserError(
                "{file}, sheet {sheet}, row {row}: the verdict has no reviewer; write who decided "
                "under {column}",
                **self._where(Field.BY),
            )
        return by

    def _on(self) -> str:
        given = self._value(Field.ON)
        if not _text(given):
            raise UserError(
                "{file}, sheet {sheet}, row {row}: the verdict has no date; write when it was "
                "given under {column}",
                **self._where(Field.ON),
            )
        on = iso(given)
        if not on:
            raise UserError(
                "{file}, sheet {sheet}, cell {cell}: {word} is no date; write year, month and day",
                **self._where(Field.ON),
                word=_text(given),
            )
        return on

    def _value(self, field: Field) -> object:
        at = self.form.columns.get(field)
        return "" if at is None else self.cells[at]

    def _said(self, field: Field) -> str:
        return _text(self._value(field))

    def _cell(self, field: Field) -> str:
        at = self.form.columns.get(field)
        return f"{_letters(self.form.grid.left + at)}{self.number}" if at is not None else ""

    def _where(self, field: Field) -> dict[str, object]:
        return {
            "file": self.form.file,
            "sheet": self.form.grid.name,
            "row": self.number,
            "cell": self._cell(field),
            "column": title(field, self.form.language),
        }


def _text(value: object) -> str:
    return (value if isinstance(value, str) else shown(value)).strip()


def _letters(column: int) -> str:
    """The name of a column that is counted from 0: 0 is A, 26 is AA."""
    above, letter = divmod(column, 26)
    return (_letters(above - 1) if above else "") + chr(ord("A") + letter)
