"""Why units came out as they did: the answer of `pilotdiff explain`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pilotdiff.language import Words
from pilotdiff.matching.evidence import ConsideredUnit, considered_for, features_told
from pilotdiff.matching.features import meaning
from pilotdiff.model import Row
from pilotdiff.report.answer import Answer, CellValue, RowsTable, columns
from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_words import (
    code_facts,
    compared_confidence,
    reason,
    record_facts,
    share_in_benchmark,
)
from pilotdiff.report.text_blocks import TextBlock, TextHeading, TextTable

COLUMNS = columns("outcome pilot_name result_name reason candidate score feature value weight")
_NUMBERS = ("score", "value", "weight")


@dataclass(frozen=True, slots=True)
class ExplanationAnswer(Answer):
    """The rows of the units that a name means, and who came into question for each, the likeliest
    first."""

    name: str
    report: Report
    candidates: Sequence[Sequence[ConsideredUnit]]
    words: Words

    @classmethod
    def of(cls, name: str, report: Report, words: Words) -> ExplanationAnswer:
        """Return the answer for a report that holds the rows of the name alone."""
        evidence = report.evidence()
        return cls(name, report, [considered_for(row, evidence) for row in report.rows], words)

    def table(self) -> RowsTable:
        """Return a row for each feature of each candidate, in log odds; a row that a rule settled
        has one, without candidate and feature."""
        rows = (cells for row, found in self._each() for cells in _cells(row, found, self.words))
        return RowsTable(COLUMNS, rows, _NUMBERS)

    def records(self) -> Iterator[dict[str, object]]:
        """Yield the rows as `match` has them, each with its candidates."""
        for row, found in self._each():
            part = replace(self.report, rows=(row,))
            (record,) = ReconciliationAnswer(part, self.words).records()
            yield {**record, "candidates": [_candidate(one, self.words) for one in found]}

    def plain(self) -> dict[str, object]:
        return {"asked": self.name, "rows": list(self.records())}

    def text(self) -> Iterator[TextBlock]:
        words = self.words
        for row, found in self._each():
            names = " → ".join(unit.name for unit in (row.pilot, row.result) if unit)
            yield TextHeading(f"{words(OUTCOMES[row.outcome])}{words(': ')}{names}")
            codes, recorded = code_facts(row, words), record_facts(row, self.report.register, words)
            share = share_in_benchmark(row, compared_confidence(row, found), words)
            for said in (reason(row, words), share, *codes, *recorded):
                if said:
                    yield said
            if found:
                yield _features(found, words)

    def _each(self) -> Iterator[tuple[Row, Sequence[ConsideredUnit]]]:
        yield from zip(self.report.rows, self.candidates, strict=True)


def _cells(
    row: Row, found: Sequence[ConsideredUnit], words: Words
) -> Iterator[tuple[CellValue, ...]]:
    names = (unit.name if unit else "" for unit in (row.pilot, row.result))
    own: tuple[CellValue, ...] = (str(row.outcome), *names, reason(row, words))
    weighed = [(one, each) for one in found for each in one.match_weights]
    for one, (feature, value, weight) in weighed:
        yield (*own, one.unit.name, one.score, feature, value, weight)
    if not weighed:
        yield (*own, "", "", "", "", "")


def _candidate(one: ConsideredUnit, words: Words) -> dict[str, object]:
    features = [
        {**each._asdict(), "meaning": words(meaning(each.feature))} for each in one.match_weights
    ]
    said = {"score": one.score, "confidence": round(one.confidence, 4)}
    return {"name": one.unit.name, **said, "features": features}


def _features(found: Sequence[ConsideredUnit], words: Words) -> TextTable:
    """Return a column a candidate: what each feature adds, the sum, and the probability."""
    weights = [{each.feature: each.weight for each in one.match_weights} for one in found]
    lines = [
        [words(meaning(name)), *(f"{one[name]:+.2f}" if name in one else "" for one in weights)]
        for name in features_told(found)
    ]
    total = [words("Total"), *(f"{one.score:+.2f}" for one in found)]
    sure = [words("that is a confidence of"), *(f"{one.confidence:.4f}" for one in found)]
    head = [words("Feature"), *(one.unit.name for one in found)]
    return TextTable(head, [*lines, total, sure], right=len(found))
