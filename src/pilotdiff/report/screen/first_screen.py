"""What stands before all else: how many went on, and what one must know before trusting it."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Finding, Severity
from pilotdiff.report import headline
from pilotdiff.report.report_types import Report
from pilotdiff.report.screen.style import marked
from pilotdiff.report.screen.terminal_layout import Block, Group

_MARKS = {
    Severity.ERROR: ("✗", "bold red"),
    Severity.WARNING: ("!", "bold yellow"),
    Severity.NOTE: ("·", "cyan"),
}


def parts(report: Report, words: Words) -> Iterator[Block]:
    """Yield the sentences of the page, then the warnings.

    What makes the answer doubtful stands before it.
    """
    grave = any(finding.severity is Severity.ERROR for finding in report.foremost)
    if grave:
        yield from warnings(report.foremost, words, named=True)
    if report.counted:
        counts = report.counts
        lead = Text(headline.said_first(report, counts, words), style="bold")
        details = ("" if words.language == "zh" else " ").join(headline.details(counts, words))
        yield Group(lead, Text(details, style="dim"))
    if not grave:
        yield from warnings(report.foremost, words, named=True)


def warnings(findings: Iterable[Finding], words: Words, *, named: bool) -> Iterator[Block]:
    """A line a finding, the gravest first; `named`: with the document that it is about."""
    grid, empty = marked(), True
    for finding in findings:
        sign, style = _MARKS[finding.severity]
        said = words(finding.message)
        if named and not finding.other[0]:
            said = words("{head}: {said}", head=finding.document, said=said)
        empty = False
        grid.add_row(Text(f"  {sign}", style=style), Text(said))
    if not empty:
        yield grid
