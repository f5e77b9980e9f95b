"""`check`: what documents say against themselves and each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from pilotdiff.face.answer_summaries import FindingCounts
from pilotdiff.face.list_input import ListInput
from pilotdiff.face.read_list import all_filed
from pilotdiff.face.told_decisions import DecisionsInput, heard_by
from pilotdiff.language import Words
from pilotdiff.model import Finding, Severity
from pilotdiff.report.answer import RowsTable
from pilotdiff.report.answer_tables import AnswerTables


class FindingList(AnswerTables, tuple[Finding, ...]):
    """What was found, in the order of documents, lines and codes."""

    __slots__ = ()

    @property
    def summary(self) -> FindingCounts:
        """How many findings of each severity."""
        counts = Counter(finding.severity for finding in self)
        return FindingCounts(**{each.value: counts[each] for each in Severity})

    def table_in(self, words: Words) -> RowsTable:
        """Return a row for each finding."""
        from pilotdiff.report.answers.findings_answer import FindingsAnswer

        return FindingsAnswer((), self, words).table()

    def told_short(self) -> str:
        """Return the counts in one line."""
        counts = self.summary
        return f"Findings: {counts.error} errors, {counts.warning} warnings, {counts.note} notes"


def check(
    *documents: ListInput, ignore: Collection[str] = (), decisions: DecisionsInput | None = None
) -> FindingList:
    """Return what documents say against themselves and each other; one alone, against itself.

    They are given as `read` takes them, or as it gave them; without any, the shipped ones. The
    codes of `ignore` are left out; `decisions` are verdicts of persons, as `reconcile` takes them.
    Raises UserError.

    >>> found = check("示范名单（共3个）\\n1、长沙县金井镇\\n2、长沙县开慧镇\\n")
    >>> [(each.code, each.severity.value) for each in found]
    [('total-differs', 'error')]
    """
    from pilotdiff.checks import check as checked

    found = all_filed(documents)
    return FindingList(checked(found, ignore, heard_by(found, decisions)))
