"""What checks found: the answer of `pilotdiff check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pilotdiff.language import Words
from pilotdiff.model import Filed, Finding, Severity
from pilotdiff.report.answer import Answer, CellValue, EachOnALine, RowsTable, columns
from pilotdiff.report.report_terms import SEVERITIES
from pilotdiff.report.text_blocks import TextBlock, TextTable

COLUMNS = columns("document line severity code message figures other_document other_line")
_NUMBERS = ("line", "other_line")


@dataclass(frozen=True, slots=True)
class FindingsAnswer(Answer):
    """What was found in some documents."""

    documents: Sequence[Filed]
    findings: Sequence[Finding]
    words: Words

    def table(self) -> RowsTable:
        rows = (_cells(finding, self.words) for finding in self.findings)
        return RowsTable(COLUMNS, rows, _NUMBERS)

    def records(self) -> Iterator[dict[str, object]]:
        return (finding_record(finding, self.words) for finding in self.findings)

    def plain(self) -> dict[str, object]:
        counts = by_severity(self.findings)
        names = [filed.source.id for filed in self.documents]
        summary: dict[str, object] = {"documents": names, "findings": len(self.findings)}
        summary |= {severity.value: counts[severity] for severity in Severity}
        return {"summary": summary, "findings": EachOnALine(self.records())}

    def text(self) -> Iterator[TextBlock]:
        words = self.words
        heads = words("Document"), words("Line"), words("Severity"), words("Finding"), words("Code")
        yield TextTable(heads, (_told(finding, words) for finding in self.findings))


def _told(finding: Finding, words: Words) -> list[str]:
    severity = words(SEVERITIES[finding.severity])
    line = str(finding.line or "")
    return [words.called(finding.document), line, severity, words(finding.message), finding.code]


def by_severity(findings: Iterable[Finding]) -> Counter[Severity]:
    """Tell how many there are of each severity."""
    return Counter(finding.severity for finding in findings)


def figure(number: float) -> float:
    """Return a figure as a person writes it: 41, not 41.0."""
    return int(number) if number == int(number) else number


def _cells(finding: Finding, words: Words) -> tuple[CellValue, ...]:
    document, line = finding.other
    return (
        finding.document,
        finding.line,
        finding.severity.value,
        finding.code,
        words(finding.message),
        ";".join(f"{name}={figure(number)}" for name, number in finding.figures),
        document,
        line or "",
    )


def finding_record(finding: Finding, words: Words) -> dict[str, object]:
    """Return a finding as JSON shows it."""
    document, line = finding.other
    return {
        "document": finding.document,
        "line": finding.line,
        "severity": finding.severity,
        "code": finding.code,
        "message": words(finding.message),
        "figures": {name: figure(number) for name, number in finding.figures},
        "other": {"document": document, "line": line} if document else None,
    }
