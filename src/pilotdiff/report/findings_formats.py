"""Findings as CSV, JSON, JSON lines and Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pilotdiff.language import Words
from pilotdiff.model import Finding, Severity
from pilotdiff.report import jsontext
from pilotdiff.report.csvfile import lines
from pilotdiff.report.diff_columns import Cell
from pilotdiff.report.markdown_report import table
from pilotdiff.report.report_terms import SEVERITIES

COLUMNS = (
    "document",
    "line",
    "severity",
    "code",
    "message",
    "figures",
    "other_document",
    "other_line",
)


def csv_text(findings: Sequence[Finding], words: Words) -> Iterator[str]:
    """Yield one finding a line; its figures as declared=41;counted=40."""
    yield ",".join(COLUMNS) + "\n"
    yield from lines([_cells(finding, words) for finding in findings])


def json_lines(findings: Iterable[Finding], words: Words) -> Iterator[str]:
    """Yield one finding a line."""
    return (jsontext.line(finding_record(finding, words)) + "\n" for finding in findings)


def json_document(
    findings: Sequence[Finding], documents: Sequence[str], words: Words
) -> Iterator[str]:
    """Write the findings as JSON: `{"summary": …, "findings": […]}`, one finding a line."""
    counts = counted(findings)
    summary: dict[str, object] = {"documents": list(documents), "findings": len(findings)}
    summary |= {severity.value: counts[severity] for severity in Severity}
    yield f'{{\n"summary": {jsontext.line(summary)},\n"findings": ['
    yield ",".join("\n" + jsontext.line(finding_record(finding, words)) for finding in findings)
    yield "\n]\n}\n"


def markdown_text(findings: Iterable[Finding], words: Words) -> Iterator[str]:
    """Yield one finding a line."""
    head = [words("Document"), words("Line"), words("Severity"), words("Finding"), words("Code")]
    return table(
        head,
        (
            [
                finding.document,
                str(finding.line or ""),
                words(SEVERITIES[finding.severity]),
                words(finding.message),
                finding.code,
            ]
            for finding in findings
        ),
    )


def counted(findings: Iterable[Finding]) -> Counter[Severity]:
    """Tell how many there are of each severity."""
    return Counter(finding.severity for finding in findings)


def plain(number: float) -> float:
    """Return a figure as a person writes it: 41, not 41.0."""
    return int(number) if number == int(number) else number


def _cells(finding: Finding, words: Words) -> tuple[Cell, ...]:
    document, line = finding.other
    return (
        finding.document,
        finding.line,
        finding.severity.value,
        finding.code,
        words(finding.message),
        ";".join(f"{name}={plain(number)}" for name, number in finding.figures),
        document,
        line or "",
    )


def finding_record(finding: Finding, words: Words) -> dict[str, object]:
    """A finding as JSON shows it."""
    document, line = finding.other
    return {
        "document": finding.document,
        "line": finding.line,
        "severity": finding.severity,
        "code": finding.code,
        "message": words(finding.message),
        "figures": {name: plain(number) for name, number in finding.figures},
        "other": {"document": document, "line": line} if document else None,
    }
