"""`record`: what the official record says of a unit."""

from __future__ import annotations

from dataclasses import dataclass

from pilotdiff.face.answer_summaries import RecordSummary
from pilotdiff.language import Words
from pilotdiff.record import Recorded
from pilotdiff.record.asking import RecordAnswer
from pilotdiff.report.answer import RowsTable
from pilotdiff.report.answer_tables import AnswerTables


@dataclass(frozen=True, slots=True, repr=False)
class RecordedUnits(AnswerTables):
    """What the record has of a name or a code: codes, names, years and changes."""

    answer: RecordAnswer

    @property
    def units(self) -> tuple[Recorded, ...]:
        """The units that bear the name, else those of its stem; the newest first."""
        return self.answer.found or self.answer.kindred

    @property
    def summary(self) -> RecordSummary:
        """How many units."""
        return RecordSummary(len(self.answer.found), len(self.answer.kindred))

    def table_in(self, words: Words) -> RowsTable:
        """Return a row for each unit and change."""
        from pilotdiff.report.answers.recorded_answer import RecordedAnswer

        return RecordedAnswer(self.answer, words).table()

    def told_short(self) -> str:
        """Return the units in one line."""
        shown = ", ".join(f"{each.code} {each.name} {each.years}" for each in self.units[:3])
        more = f" and {len(self.units) - 3} more" if len(self.units) > 3 else ""
        return f"Record of {self.answer.asked}: {shown}{more}"


def record(name: str, *, within: str = "", as_of: int | None = None) -> RecordedUnits:
    """Return what the official record says of a unit: codes, years, changes and their approval.

    `name` is its name, with or without parents, or its code of 2, 4, 6, 9 or 12 digits; `within`
    a place that it lies in; `as_of` the year of an edition. Raises UserError where it has none.

    >>> [(unit.code, unit.name) for unit in record("东华门街道", within="北京市").units]
    [('110101001', '东华门街道')]
    """
    from pilotdiff.report.asked_record import asked_record

    return RecordedUnits(asked_record(name, within, as_of))
