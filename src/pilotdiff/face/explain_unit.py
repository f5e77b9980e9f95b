"""`explain`: why a unit came out as it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pilotdiff.face.list_input import ListInput
from pilotdiff.face.reconcile_lists import report_of
from pilotdiff.face.told_decisions import DecisionsInput
from pilotdiff.language import Words
from pilotdiff.matching.evidence import ConsideredUnit, considered_for
from pilotdiff.model import Row
from pilotdiff.report.answer import RowsTable
from pilotdiff.report.answer_tables import AnswerTables
from pilotdiff.report.named_rows import named_rows
from pilotdiff.report.report_types import Report

if TYPE_CHECKING:
    from pilotdiff.report.answers.explanation_answer import ExplanationAnswer


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """A row of the answer and the units that came into question for it, the likeliest first."""

    row: Row
    candidates: tuple[ConsideredUnit, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Explanation(AnswerTables):
    """Why the units that a name means came out as they did."""

    name: str
    rows: tuple[ExplainedRow, ...]
    report: Report = field(repr=False)

    def table_in(self, words: Words) -> RowsTable:
        """Return a row for each feature of each candidate: what it is worth, in log odds.

        A row that a rule settled has one, without candidate and feature.
        """
        return self._answer(words).table()

    def told_short(self) -> str:
        """Return the name and the outcomes in one line."""
        outcomes = ", ".join(dict.fromkeys(str(each.row.outcome) for each in self.rows))
        return f"Explanation of {self.name}: {outcomes}"

    def __str__(self) -> str:
        """Tell it as `pilotdiff explain` does, in lines of 100 cells."""
        from pilotdiff.language import ENGLISH
        from pilotdiff.report.screen.terminal_layout import lines_of_block

        drawn = self._answer(ENGLISH).parts(100)
        return "\n\n".join("\n".join(line.plain for line in lines_of_block(p, 100)) for p in drawn)

    def _answer(self, words: Words) -> ExplanationAnswer:
        from pilotdiff.report.answers.explanation_answer import ExplanationAnswer

        candidates = [each.candidates for each in self.rows]
        return ExplanationAnswer(self.name, self.report, candidates, words)


def explain(
    name: str,
    pilots: ListInput | Report,
    results: ListInput | None = None,
    *,
    decisions: DecisionsInput | None = None,
) -> Explanation:
    """Return why the units that a name means came out as they did.

    `pilots` and `results` are given as `reconcile` takes them; or a report takes their place.
    Raises UserError where no unit has the name, or too many have it.

    >>> print(explain("开慧", ["长沙县开慧乡"], ["长沙县开慧镇"]).rows[0].row.outcome)
    renamed
    """
    report = report_of(pilots, results, decisions)
    narrowed = named_rows(name, report)
    evidence = report.evidence()
    rows = tuple(ExplainedRow(row, tuple(considered_for(row, evidence))) for row in narrowed.rows)
    return Explanation(name, rows, narrowed)
