"""A row as it is written down: its cells in the reader's words, and the form filled in so far."""

from typing import NamedTuple

from pilotdiff.decisions.form import FILLED_IN, SECOND_FIELDS, Opinion, word
from pilotdiff.decisions.row_keys import RowKeys
from pilotdiff.language import Words
from pilotdiff.model import Decision, Outcome, Row, Second
from pilotdiff.report.answer import CellValue
from pilotdiff.report.diff_columns import COLUMNS, cells
from pilotdiff.report.marked_characters import Pieces, compared
from pilotdiff.report.report_terms import CHANGES, LEVEL_NAMES, OUTCOMES, RULES
from pilotdiff.report.report_types import Report

# Behind the outcome, the changes and the level.
_RULE = COLUMNS.index("rule") - 3
_NOT_FILLED_IN = ("",) * len((*FILLED_IN, *SECOND_FIELDS))
# A longer text is nobody's name, and slow to compare.
_LONGEST_NAME = 200


class SheetRecord(NamedTuple):
    """A row's values in the order of layout.RECORD; its names in pieces where they differ.

    places  where its two lines stand, finer than by number: page and line, sheet and row
    """

    outcome: Outcome
    values: tuple[CellValue, ...]
    names: tuple[Pieces, Pieces] | None = None
    places: tuple[str, str] = ("", "")


class Records:
    """Makes the records of a report's rows."""

    def __init__(self, report: Report, words: Words) -> None:
        self._words = words
        self._register = report.register
        self._sources = words.called(report.pilot_source), words.called(report.result_source)
        self._keys = RowKeys(report.pilots, report.results)
        self._notes = {note.pair: note for note in report.beside.notes}
        self._outcomes = {outcome: words(term) for outcome, term in OUTCOMES.items()}
        self._rules = {rule: words(term) for rule, term in RULES.items()}
        self._levels = {level.value: words(term) for level, term in LEVEL_NAMES.items()}

    def of(self, row: Row) -> SheetRecord:
        """Return the record of one row."""
        words = self._words
        _, _, level, *rest = cells(row, *self._sources, words, self._register)
        changes = words(", ").join(words(CHANGES[change]) for change in row.changes)
        rest[_RULE] = self._rules.get(str(rest[_RULE]), rest[_RULE])
        shown = (self._outcomes[row.outcome], changes, self._levels[str(level)], *rest)
        keys = self._keys.of(row)
        form = self._filled_in(row.decision) if row.decision else self._noted(keys)
        hidden = (*keys, *self._keys.shown(row), self._outcomes[row.outcome])
        return SheetRecord(
            row.outcome, (*shown, *form, *hidden), _differing(row), self._places(row)
        )

    def _places(self, row: Row) -> tuple[str, str]:
        pilot, result = row.pilot, row.result
        words = self._words
        return (
            words(pilot.entry.place) if pilot and pilot.entry.place else "",
            words(result.entry.place) if result and result.entry.place else "",
        )

    def _filled_in(self, decision: Decision) -> tuple[str, ...]:
        language, second = self._words.language, decision.second
        verdict = word(decision.verdict, language)
        said = (verdict, decision.by, decision.on, "", decision.reason)
        return (*said, *second_texts(second, language))

    def _noted(self, keys: tuple[str, str, str]) -> tuple[str, ...]:
        """Return what a person left on the row of an earlier workbook, without a verdict."""
        note = self._notes.get(keys[:2])
        if note is None:
            return _NOT_FILLED_IN
        said = ("", note.by, note.on, note.partner, note.note)
        return (*said, *second_texts(note.second, self._words.language))


def second_texts(second: Second | None, language: str) -> tuple[str, str, str]:
    """Return what a second reader says, as it stands on a sheet; three empty texts where nobody
    does."""
    if second is None:
        return "", "", ""
    opinion = Opinion.AGREES if second.agrees else Opinion.DISSENTS
    return word(opinion, language), second.by, second.on


def _differing(row: Row) -> tuple[Pieces, Pieces] | None:
    """Return the two names in pieces; those of a promoted row differ in wording alone, which is
    none."""
    if row.outcome is Outcome.PROMOTED or row.pilot is None or row.result is None:
        return None
    before, after = row.pilot.name, row.result.name
    if before == after or max(len(before), len(after)) > _LONGEST_NAME:
        return None
    return compared(before, after)
