"""A row as it is written down: its cells in the reader's words, and the form filled in so far."""

from typing import NamedTuple

from pilotdiff.decisions.digests import digest
from pilotdiff.decisions.form import word
from pilotdiff.decisions.unit_names import UnitNames
from pilotdiff.language import Words
from pilotdiff.model import Decision, Outcome, Row
from pilotdiff.report.diff_columns import Cell, cells
from pilotdiff.report.differences import Pieces, compared
from pilotdiff.report.report_terms import CHANGES, LEVEL_NAMES, OUTCOMES
from pilotdiff.report.report_types import Report

_NOT_FILLED_IN = ("", "", "", "", "")
# A longer text is nobody's name, and slow to compare.
_LONGEST_NAME = 200


class Record(NamedTuple):
    """A row's values in the order of layout.RECORD; its names in pieces where they differ."""

    outcome: Outcome
    values: tuple[Cell, ...]
    names: tuple[Pieces, Pieces] | None = None


class Records:
    """Makes the records of a report's rows."""

    def __init__(self, report: Report, words: Words) -> None:
        self._words = words
        self._register = report.register
        self._sources = report.pilot_source, report.result_source
        self._names = UnitNames(report.pilots.units), UnitNames(report.results.units)
        self._outcomes = {outcome: words(term) for outcome, term in OUTCOMES.items()}
        self._levels = {level.value: words(term) for level, term in LEVEL_NAMES.items()}

    def of(self, row: Row) -> Record:
        """Return the record of one row."""
        words = self._words
        _, _, level, *rest = cells(row, *self._sources, words, self._register)
        changes = words(", ").join(words(CHANGES[change]) for change in row.changes)
        shown = (self._outcomes[row.outcome], changes, self._levels[str(level)], *rest)
        form = self._filled_in(row.decision) if row.decision else _NOT_FILLED_IN
        return Record(row.outcome, (*shown, *form, *self._keys(row)), _differing(row))

    def _filled_in(self, decision: Decision) -> tuple[str, ...]:
        verdict = word(decision.verdict, self._words.language)
        return (verdict, decision.by, decision.on, "", decision.reason)

    def _keys(self, row: Row) -> tuple[str, str, str]:
        """How a file of decisions names the two units, and the digest of what is seen of them."""
        ours, theirs = self._names
        if row.pairing:
            pilot, result = row.pairing.pilot, row.pairing.result
            return ours.of(pilot), theirs.of(result), digest(pilot, result)
        if row.decision:
            return row.decision.pilot, row.decision.result, row.decision.digest
        pilot_key = ours.of(row.pilot) if row.pilot else ""
        return pilot_key, theirs.of(row.result) if row.result else "", ""


def _differing(row: Row) -> tuple[Pieces, Pieces] | None:
    """The two names in pieces; those of a promoted row differ in wording alone, which is none."""
    if row.outcome is Outcome.PROMOTED or row.pilot is None or row.result is None:
        return None
    before, after = row.pilot.name, row.result.name
    if before == after or max(len(before), len(after)) > _LONGEST_NAME:
        return None
    return compared(before, after)
