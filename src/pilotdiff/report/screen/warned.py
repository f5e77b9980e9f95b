"""Warnings on a screen, each on a line behind the sign of how grave it is."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Finding, Severity
from pilotdiff.report.screen.style import marked
from pilotdiff.report.screen.terminal_layout import ScreenBlock

_MARKS = {
    Severity.ERROR: ("✗", "bold red"),
    Severity.WARNING: ("!", "bold yellow"),
    Severity.NOTE: ("·", "cyan"),
}


def warnings(findings: Iterable[Finding], words: Words, *, named: bool) -> Iterator[ScreenBlock]:
    """Yield a line a finding, the gravest first; `named`: with the document that it is about."""
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
