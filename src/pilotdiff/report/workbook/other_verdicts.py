"""The sheet of what a person wrote that stands on no row: verdicts that were not applied, or that
no row shows, and notes on rows that are gone. A workbook that is handed back keeps them."""

from collections.abc import Iterator

from pilotdiff.decisions.form import FILLED_IN, HIDDEN, SECOND_FIELDS, Field, word
from pilotdiff.decisions.row_keys import RowKeys
from pilotdiff.decisions.stale_verdicts import said_why
from pilotdiff.language import Words
from pilotdiff.model import Decision, Outcome
from pilotdiff.model.handed_back import RowNote
from pilotdiff.report.report_types import Report
from pilotdiff.report.workbook.printed_columns import RECORD_COLUMNS, Layout
from pilotdiff.report.workbook.sheet_records import SheetRecord, second_texts

_PRINTED = ("pilot_name", "result_name", "reason", *FILLED_IN)
LAYOUT = Layout((*_PRINTED, *SECOND_FIELDS, *HIDDEN), len(_PRINTED), 1)


def other_verdicts(report: Report, words: Words) -> Iterator[SheetRecord]:
    """Yield a record for each verdict and each note of the file handed in that no row shows."""
    for stale in report.stale:
        said = words("not applied: {why}", why=said_why(stale))
        yield _record(_decided(stale.filed.decision, words), said)
    shown = {row.decision for row in report.rows if row.decision}
    for ruling in report.rulings:
        if ruling.decision not in shown:
            said = words("applied; no row of this workbook shows the two together")
            yield _record(_decided(ruling.decision, words), said)
    if report.beside.notes:
        keys = RowKeys(report.pilots, report.results)
        there = {keys.of(row)[:2] for row in report.rows}
        for note in report.beside.notes:
            if note.pair not in there:
                said = words("a note without a verdict; its row is not here")
                yield _record(_noted(note, words), said)


def _decided(decision: Decision, words: Words) -> dict[str, str]:
    language, second = words.language, decision.second
    return {
        Field.PILOT: decision.pilot,
        Field.RESULT: decision.result,
        Field.DIGEST: decision.digest,
        Field.VERDICT: word(decision.verdict, language),
        Field.BY: decision.by,
        Field.ON: decision.on,
        Field.NOTE: decision.reason,
        **dict(zip(SECOND_FIELDS, second_texts(second, language), strict=True)),
    }


def _noted(note: RowNote, words: Words) -> dict[str, str]:
    return {
        Field.PILOT: note.pilot,
        Field.RESULT: note.result,
        Field.BY: note.by,
        Field.ON: note.on,
        Field.PARTNER: note.partner,
        Field.NOTE: note.note,
        **dict(zip(SECOND_FIELDS, second_texts(note.second, words.language), strict=True)),
    }


def _record(cells: dict[str, str], said: str) -> SheetRecord:
    pilot, result = cells[Field.PILOT], cells[Field.RESULT]
    cells |= {"pilot_name": pilot, "result_name": result, "reason": said}
    cells |= {Field.PILOT_SHOWN: pilot, Field.RESULT_SHOWN: result}
    # It is on no sheet of an outcome; which one it bears is not shown.
    return SheetRecord(Outcome.REVIEW, tuple(cells.get(column, "") for column in RECORD_COLUMNS))
