"""A row of a workbook's form: the verdict on it, or what stands there without one; a row that shows
other units than its hidden columns name is refused."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from pilotdiff.column_headings import sheet_heading
from pilotdiff.decisions.dates import iso
from pilotdiff.decisions.form import (
    FILLED_IN,
    SECOND_FIELDS,
    Field,
    Opinion,
    opinions,
    title,
    verdicts,
)
from pilotdiff.decisions.table import FiledDecision
from pilotdiff.model import Decision, Message, Second, UserError, msg
from pilotdiff.model.handed_back import RowNote
from pilotdiff.model.repairs import LOST
from pilotdiff.reading.office.workbook import shown

_SIDES = (
    ("pilot_name", "pilot_id", Field.PILOT, Field.PILOT_SHOWN),
    ("result_name", "result_id", Field.RESULT, Field.RESULT_SHOWN),
)
_NO_VERDICT = msg(
    "{file}, sheet {sheet}, cell {cell}: {word} is no verdict; write same unit, different units or "
    "unsure"
)
_NO_OPINION = msg(
    "{file}, sheet {sheet}, cell {cell}: {word} is no opinion; write agrees or disagrees"
)
_Meant = TypeVar("_Meant")


class Form(NamedTuple):
    """A sheet with the form on it.

    left      the column of the first cell, from 0
    columns   where those of the form are, and `shown` those of diff.csv beside it
    heads     all headings, by place
    rows      what stands below them; `first` is the number of the first
    """

    file: str
    sheet: str
    left: int
    columns: Mapping[Field, int]
    shown: Mapping[str, int]
    heads: Mapping[int, str]
    rows: Sequence[Sequence[object]]
    first: int
    language: str


class FilledRow(NamedTuple):
    """A row in which something is filled in, as the sheet counts it."""

    form: Form
    number: int
    cells: Sequence[object]

    @property
    def has_verdict(self) -> bool:
        """Whether anything stands where the verdict goes."""
        return bool(self.said(Field.VERDICT))

    @property
    def is_filled_in(self) -> bool:
        """Whether a person wrote into any column of the form."""
        return any(self.said(field) for field in (*FILLED_IN, *SECOND_FIELDS))

    def filed(self) -> FiledDecision:
        """Return the verdict, and the cell that it stands in. Raises UserError, where the row shows
        other units than those that it is about too."""
        self._refuse_moved()
        verdict = self._told(Field.VERDICT, verdicts(), _NO_VERDICT)
        pilot, result, digest = self._units()
        by, on = self._by(Field.BY), self._on(Field.ON)
        decision = Decision(
            pilot, result, verdict, by, on, self.said(Field.NOTE), digest, self._second(by)
        )
        return FiledDecision(decision, self.number, self.form.sheet, self.cell(Field.VERDICT))

    def note(self) -> RowNote:
        """Return what is filled in without a verdict. Raises UserError where an opinion of a second
        reader is not whole."""
        given = self.value(Field.ON)
        return RowNote(
            self.said(Field.PILOT),
            self.said(Field.RESULT),
            self.said(Field.BY),
            iso(given) or _text(given),
            self.said(Field.PARTNER),
            self.said(Field.NOTE),
            self.place,
            self._second(self.said(Field.BY)),
        )

    @property
    def place(self) -> Message:
        """Where it stands, as a sentence names it."""
        return msg("sheet {sheet}, row {row}", sheet=self.form.sheet, row=self.number)

    def changed(self) -> Iterator[Message]:
        """Yield what a person wrote over: the units of the row, or what became of them."""
        for name, id, _, before in _SIDES:
            with_id = as_shown(self._shown(name), self._shown(id))
            yield from self._written_over(name, before, with_id)
        yield from self._written_over("outcome", Field.OUTCOME_SHOWN, "")

    def _written_over(self, column: str, before: Field, with_id: str) -> Iterator[Message]:
        if column not in self.form.shown or before not in self.form.columns:
            return
        now, then = self._shown(column), self.said(before)
        if then not in (now, with_id):
            yield msg(
                "{place}: {column} was {then} and is {now} now; that changes nothing: what a "
                "person decides goes under {verdict}",
                place=self.place,
                column=sheet_heading(column, self.form.language),
                then=then or msg("(empty)"),
                now=now or msg("(empty)"),
                verdict=title(Field.VERDICT, self.form.language),
            )

    def _refuse_moved(self) -> None:
        """Refuse a row of which what is shown and what is hidden differ: nobody can tell which
        units are meant."""
        for name, id, key, before in _SIDES:
            if name in self.form.shown and not self._agrees(name, id, key, before):
                raise UserError(
                    "{file}, sheet {sheet}, row {row}: the row shows {shown}, and its hidden "
                    "columns say {hidden}; sort whole rows, or fill in a new copy",
                    **self._where(Field.VERDICT),
                    shown=self._shown(name) or msg("(empty)"),
                    hidden=self.said(before) or self.said(key) or msg("(empty)"),
                )

    def _agrees(self, name: str, id: str, key: Field, before: Field) -> bool:
        now, meant = self._shown(name), self.said(key)
        if before in self.form.columns:
            return self.said(before) in (now, as_shown(now, self._shown(id)))
        return not now or meant in ("", now, self._shown(id)) or LOST in meant

    def _units(self) -> tuple[str, str, str]:
        """Return how the two units are named, and the digest of what was seen of them."""
        pilot, result = self.said(Field.PILOT), self.said(Field.RESULT)
        partner = self.said(Field.PARTNER)
        if partner:
            pilot, result = (pilot, partner) if pilot else (partner, result)
        if not (pilot and result):
            raise UserError(
                "{file}, sheet {sheet}, row {row}: the verdict is about one unit only; write the "
                "name or the id of the other under {column}",
                **self._where(Field.PARTNER),
            )
        return pilot, result, "" if partner else self.said(Field.DIGEST)

    def _by(self, field: Field) -> str:
        by = self.said(field)
        if not by:
            raise UserError(
                "{file}, sheet {sheet}, row {row}: nothing stands under {column}; write who it was",
                **self._where(field),
            )
        return by

    def _on(self, field: Field) -> str:
        given = self.value(field)
        if not _text(given):
            raise UserError(
                "{file}, sheet {sheet}, row {row}: nothing stands under {column}; write the date",
                **self._where(field),
            )
        on = iso(given)
        if not on:
            raise UserError(
                "{file}, sheet {sheet}, cell {cell}: {word} is no date; write it as 2026-11-26",
                **self._where(field),
                word=_text(given),
            )
        return on

    def _second(self, first: str) -> Second | None:
        """Return what a second person says of the verdict, None where nobody does."""
        word = self.said(Field.SECOND)
        if not word:
            if any(self.said(field) for field in (Field.SECOND_BY, Field.SECOND_ON)):
                raise UserError(
                    "{file}, sheet {sheet}, row {row}: a second reader, and no opinion; say under "
                    "{column} whether they agree",
                    **self._where(Field.SECOND),
                )
            return None
        opinion = self._told(Field.SECOND, opinions(), _NO_OPINION)
        by = self._by(Field.SECOND_BY)
        if by == first:
            raise UserError(
                "{file}, sheet {sheet}, row {row}: {by} is both the first and the second reader; "
                "name another under {column}",
                **self._where(Field.SECOND_BY),
                by=by,
            )
        return Second(opinion is Opinion.AGREES, by, self._on(Field.SECOND_ON))

    def _told(self, field: Field, words: Mapping[str, _Meant], refusal: Message) -> _Meant:
        """Return what a word of the form means. Raises UserError, `refusal`, where it is none."""
        word = self.said(field)
        if (meant := words.get(word.casefold())) is None:
            raise UserError(refusal.text, **self._where(field), word=word)
        return meant

    def value(self, field: Field) -> object:
        """Return what stands in a column of the form, "" where it is not on the sheet."""
        at = self.form.columns.get(field)
        return "" if at is None else self.cells[at]

    def said(self, field: Field) -> str:
        """Return the same as text."""
        return _text(self.value(field))

    def _shown(self, column: str) -> str:
        at = self.form.shown.get(column)
        return "" if at is None else _text(self.cells[at])

    def cell(self, field: Field) -> str:
        """Return the address of a column of the form in this row: "I7"."""
        at = self.form.columns.get(field)
        return f"{letters(self.form.left + at)}{self.number}" if at is not None else ""

    def _where(self, field: Field) -> dict[str, object]:
        return {
            "file": self.form.file,
            "sheet": self.form.sheet,
            "row": self.number,
            "cell": self.cell(field),
            "column": title(field, self.form.language),
        }


def as_shown(name: str, id: str) -> str:
    """Write what a row shows of one of several units of that name: "甲村 #2"."""
    return f"{name} #{id}" if name else ""


def _text(value: object) -> str:
    return shown(value).strip()


def letters(column: int) -> str:
    """Return the name of a column that is counted from 0: 0 is A, 26 is AA."""
    above, letter = divmod(column, 26)
    return (letters(above - 1) if above else "") + chr(ord("A") + letter)
