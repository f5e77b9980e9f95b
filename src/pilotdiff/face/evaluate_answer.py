"""`evaluate`: how right an answer is, against a gold table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os import PathLike, fspath
from typing import TypeAlias

from pilotdiff.evaluation import Evaluation
from pilotdiff.face.answer_summaries import EvaluationSummary
from pilotdiff.face.data_tables import data_table, text_of
from pilotdiff.face.list_input import FrameLike, ListInput
from pilotdiff.face.reconcile_lists import report_of
from pilotdiff.face.told_decisions import DecisionsInput
from pilotdiff.language import Words
from pilotdiff.model import Document, Line
from pilotdiff.report.answer import RowsTable
from pilotdiff.report.answer_tables import AnswerTables
from pilotdiff.report.report_types import Report

GoldInput: TypeAlias = str | PathLike[str] | FrameLike | Iterable[Mapping[str, object]]
_TEXTS = (
    "part",
    "name",
    "kind",
    "pilot_name",
    "result_name",
    "right_name",
    "outcome",
    "rule",
    "reason",
)


@dataclass(frozen=True, slots=True, repr=False)
class MeasuredAnswer(AnswerTables):
    """How right an answer is; `evaluation` has the kinds, the bands and the mistakes."""

    evaluation: Evaluation

    @property
    def summary(self) -> EvaluationSummary:
        """Precision, recall and what is left to a person."""
        found = self.evaluation
        overall = found.overall
        return EvaluationSummary(overall.precision, overall.recall, found.review_rate, overall.gold)

    def table_in(self, words: Words) -> RowsTable:
        """Return the measures; `part` tells which columns of a row hold."""
        from pilotdiff.report.answers.evaluation_answer import measured_parts

        table = measured_parts(self.evaluation, words)
        numbers = tuple(name for name in table.columns if name not in _TEXTS)
        return table._replace(numbers=numbers)

    def told_short(self) -> str:
        """Return precision and recall in one line."""
        counts = self.summary
        shares = (counts.precision, counts.recall)
        precision, recall = ("–" if each is None else f"{each:.1%}" for each in shares)
        return f"Evaluation on {counts.pairs:,} pairs: precision {precision}, recall {recall}"


def evaluate(
    gold: GoldInput,
    pilots: ListInput | Report,
    results: ListInput | None = None,
    *,
    decisions: DecisionsInput | None = None,
) -> MeasuredAnswer:
    """Return how right an answer is.

    `gold` is a table with a row a pilot: pilot_id and result_id, or pilot_name and result_name, or
    pilot_raw and result_raw; a column change tells the kind. The lists are given as `reconcile`
    takes them, or a report takes their place. Raises UserError.

    >>> gold = [{"pilot_name": "长沙县金井镇", "result_name": "长沙县金井镇"}]
    >>> evaluate(gold, ["长沙县金井镇"], ["长沙县金井镇"])
    <Evaluation on 1 pairs: precision 100.0%, recall 100.0%>
    """
    from pilotdiff.evaluation import gold as read_gold
    from pilotdiff.evaluation import link, measured

    report = report_of(pilots, results, decisions)
    known = read_gold(_document(gold))
    return MeasuredAnswer(measured(report.rows, link(known, report.pilots, report.results)))


def _document(gold: GoldInput) -> Document:
    if isinstance(gold, str | PathLike):
        from pilotdiff.reading import read_document

        return read_document(fspath(gold))
    table = data_table(gold)
    rows = [table.headings, *(tuple(map(text_of, row)) for row in table.rows)]
    return Document("gold", table.kind, "", 0, tuple(Line(n, "", r) for n, r in enumerate(rows, 1)))
