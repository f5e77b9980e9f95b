"""What the sheets of one workbook say together: each pair's verdict once, and nothing lost."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from pilotdiff.column_headings import sheet_heading
from pilotdiff.decisions.filled_row_reader import FilledRow, Form, letters
from pilotdiff.decisions.form import Field, title
from pilotdiff.decisions.own_texts import OwnTexts
from pilotdiff.decisions.second_reading import both_reasons
from pilotdiff.decisions.table import FiledDecision
from pilotdiff.model import Message, Second, UserError, Verdict, msg, msgs
from pilotdiff.model.handed_back import Beside, RowNote
from pilotdiff.reading.office.workbook import shown as as_text

_Pair = tuple[str, str]
_Key = tuple[str, str, Verdict, str]
_TOLD_BY_ROW = {"pilot_name", "result_name", "outcome"}


class HandedBack(NamedTuple):
    """The verdicts of a workbook, and what else a person wrote into it."""

    filed: tuple[FiledDecision, ...]
    beside: Beside


def handed_back(forms: Iterable[Form], own: OwnTexts | None, beside: Beside) -> HandedBack:
    """Return what these sheets hold. Raises UserError where a row cannot be understood.

    own     what the workbook came with, None where it does not say
    beside  what a person wrote on other sheets
    """
    verdicts: dict[_Key, FiledDecision] = {}
    notes: dict[_Pair, RowNote] = {}
    told: list[Message] = []
    file = ""
    for form in forms:
        for row in _rows(form):
            if row.has_verdict:
                _add(verdicts, row.filed(), form.file)
            else:
                told += row.changed()
                if row.is_filled_in:
                    _keep(notes, row.note())
        told += _unknown(form)
        if own and own.with_rows:
            told += _written_over(form, own)
        file = form.file
    _fold(notes, verdicts, file)
    beside = beside._replace(notes=(*notes.values(),), told=(*told,))
    return HandedBack(tuple(verdicts.values()), beside)


def _rows(form: Form) -> Iterator[FilledRow]:
    for number, cells in enumerate(form.rows, start=form.first):
        yield FilledRow(form, number, cells)


def _add(verdicts: dict[_Key, FiledDecision], one: FiledDecision, file: str) -> None:
    """Add a verdict; where it stands on another sheet already, what that leaves out."""
    decision = one.decision
    # One of what stood there before is another verdict: it may be stale.
    key = decision.pilot, decision.result, decision.verdict, decision.digest
    known = verdicts.setdefault(key, one)
    if known is one:
        return
    first = known.decision
    second = _agreed(known, decision.second, one.place, file)
    if second is None and decision.by != first.by:
        second = Second(True, decision.by, decision.on)
    reason = both_reasons(first.reason, decision.reason)
    verdicts[key] = known._replace(decision=replace(first, second=second, reason=reason))


def _keep(notes: dict[_Pair, RowNote], note: RowNote) -> None:
    """Add what is filled in without a verdict; of one row on several sheets, together."""
    known = notes.get(note.pair)
    if known:
        note = known._replace(
            by=known.by or note.by,
            on=known.on or note.on,
            partner=known.partner or note.partner,
            note=both_reasons(known.note, note.note),
            second=known.second or note.second,
        )
    notes[note.pair] = note


def _fold(notes: dict[_Pair, RowNote], verdicts: dict[_Key, FiledDecision], file: str) -> None:
    """Add to a verdict's reason what is noted of the same pair on another sheet, and what a second
    reader says there."""
    for key, one in verdicts.items():
        note = notes.pop(key[:2], None)
        if note:
            second = _agreed(one, note.second, note.place, file)
            reason = both_reasons(one.decision.reason, note.note)
            changed = replace(one.decision, reason=reason, second=second)
            verdicts[key] = one._replace(decision=changed)


def _agreed(
    known: FiledDecision, second: Second | None, place: Message, file: str
) -> Second | None:
    """Return what a second reader says of a verdict on two sheets. Raises UserError where it is not
    the same."""
    first = known.decision.second
    if first and second and first.agrees != second.agrees:
        raise UserError(
            "{file}, {one} and {other} contradict each other: a second reader agrees and "
            "disagrees; keep one of them",
            file=file,
            one=known.place,
            other=place,
        )
    return first or second


def _unknown(form: Form) -> Iterator[Message]:
    """Yield what a person wrote beyond the columns that the sheet came with."""
    known = {*form.columns.values(), *form.shown.values()}
    for at in set(range(max(map(len, form.rows), default=0))) - known:
        if count := sum(bool(as_text(row[at]).strip()) for row in form.rows):
            yield msgs(
                "sheet {sheet}: column {column} is none of the form; its {n} cell is not kept",
                "sheet {sheet}: column {column} is none of the form; its {n} cells are not kept",
                count,
                sheet=form.sheet,
                column=form.heads.get(at) or letters(form.left + at),
            )


def _written_over(form: Form, own: OwnTexts) -> Iterator[Message]:
    """Yield the columns in which a person wrote over what the sheet came with: the units and the
    outcome aside, of which each row tells."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    columns = {at: name for name, at in form.shown.items() if name not in _TOLD_BY_ROW}
    for number, row in enumerate(form.rows, start=form.first):
        for at, name in columns.items():
            cell = row[at]
            if isinstance(cell, str) and cell.strip() and not own.has(cell):
                rows[name].append(str(number))
    for name, numbers in rows.items():
        yield msg(
            "sheet {sheet}, {column}: written over in row {rows}; that changes nothing and is not "
            "kept: what a person says of a row goes under {note}",
            sheet=form.sheet,
            column=sheet_heading(name, form.language),
            rows=tuple(numbers),
            note=title(Field.NOTE, form.language),
        )
