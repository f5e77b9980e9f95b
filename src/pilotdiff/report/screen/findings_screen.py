"""Findings on a terminal: document by document, and how many there are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Finding, Severity
from pilotdiff.report.answers.findings_answer import FindingsAnswer, by_severity
from pilotdiff.report.named_documents import with_id
from pilotdiff.report.report_terms import SEVERITIES
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable
from pilotdiff.report.text_wrapping import cell_len

SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def parts(answer: FindingsAnswer, width: int) -> Iterator[ScreenBlock]:
    """Yield a table for each document in which something is found; the totals last."""
    documents, findings, words = answer.documents, answer.findings, answer.words
    titles = {filed.source.id: filed.source.title for filed in documents}
    widest = max((cell_len(_line(finding, words)) for finding in findings), default=0)
    for name, group in groupby(findings, key=lambda finding: finding.document):
        title = titles[name] if titles[name] != name else ""
        head = _head(with_id(name, words), title, width)
        yield Group(*head, _table(group, widest, words))
    yield _totals(len(documents), findings, words)


def _head(name: str, title: str, width: int) -> Iterator[ScreenBlock]:
    """Yield a document's name and title, below each other where a line does not hold both."""
    on_one_line = heading(name, title)
    if cell_len(on_one_line.plain) <= width:
        yield on_one_line
        return
    grid = ScreenTable()
    grid.add_column(width=2)
    grid.add_row("", Text(title, style="dim"))
    yield from (heading(name), grid)


def _table(findings: Iterable[Finding], widest: int, words: Words) -> ScreenTable:
    """Return findings as a table of severity, line, sentence and code; the columns stand alike for
    every document."""
    grid = ScreenTable(gap=2)
    grid.add_column(width=0)
    grid.add_column(width=max(cell_len(words(severity)) for severity in SEVERITIES.values()))
    grid.add_column(width=widest, right=True)
    for finding in findings:
        said = Text(words(finding.message))
        said.append(f"  {finding.code}", style="dim")
        grid.add_row("", told_severity(finding.severity, words), _line(finding, words), said)
    return grid


def _line(finding: Finding, words: Words) -> str:
    """Return nothing where the finding is about the whole document."""
    return words("line {n}", n=finding.line) if finding.line else ""


def told_severity(severity: Severity, words: Words) -> Text:
    """Return a severity in its colour."""
    return Text(words(SEVERITIES[severity]), style=SEVERITY_COLOURS[severity])


def _totals(documents: int, findings: Sequence[Finding], words: Words) -> Text:
    where = words.number("{n} document", "{n} documents", documents)
    counts = by_severity(findings)
    if not findings:
        return Text(words("Nothing found in {documents}.", documents=where), style="green")
    numbers = {
        Severity.ERROR: words.number("{n} error", "{n} errors", counts[Severity.ERROR]),
        Severity.WARNING: words.number("{n} warning", "{n} warnings", counts[Severity.WARNING]),
        Severity.NOTE: words.number("{n} note", "{n} notes", counts[Severity.NOTE]),
    }
    told = words(", ").join(numbers[severity] for severity in Severity if counts[severity])
    worst = next(severity for severity in Severity if counts[severity])
    text = words("{findings} in {documents}.", findings=told, documents=where)
    return Text(text, style=f"bold {SEVERITY_COLOURS[worst]}")
