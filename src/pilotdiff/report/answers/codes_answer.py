"""What the codes of findings mean: the answer of `pilotdiff check --codes`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pilotdiff.checks.code import Code
from pilotdiff.language import Words
from pilotdiff.report.answer import Answer, RowsTable, columns
from pilotdiff.report.report_terms import SEVERITIES
from pilotdiff.report.text_blocks import TextBlock, TextTable

COLUMNS = columns("code severity meaning example")


@dataclass(frozen=True, slots=True)
class CodesAnswer(Answer):
    """Some codes of findings, each with its meaning and an example."""

    codes: Sequence[Code]
    words: Words

    def table(self) -> RowsTable:
        words = self.words
        return RowsTable(
            COLUMNS,
            (
                (one.code, one.severity.value, words(one.meaning), words(one.example))
                for one in self.codes
            ),
        )

    def plain(self) -> dict[str, object]:
        return {"codes": list(self.records())}

    def text(self) -> Iterator[TextBlock]:
        words = self.words
        head = words("Code"), words("Severity"), words("Meaning"), words("Example")
        yield TextTable(
            head,
            (
                (one.code, words(SEVERITIES[one.severity]), words(one.meaning), words(one.example))
                for one in self.codes
            ),
        )
