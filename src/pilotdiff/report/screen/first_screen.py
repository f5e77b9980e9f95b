"""What stands before all else: how many went on, and what one must know before trusting it."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.report import headline
from pilotdiff.report.report_types import Report
from pilotdiff.report.screen.style import marked
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock
from pilotdiff.report.screen.warned import warnings

_MOST_TOLD = 8


def parts(report: Report, words: Words) -> Iterator[ScreenBlock]:
    """Yield the sentences that the page begins with, then the warnings, then what is told of a
    file of verdicts."""
    if report.counted:
        counts = report.counts
        lead = Text(headline.said_first(report, counts, words), style="bold")
        details = headline.told_together(headline.details(counts, words), words)
        yield Group(lead, Text(details, style="dim"))
    yield from warnings(report.foremost, words, named=True)
    if report.receipt:
        yield Group(*_received(report, words))


def _received(report: Report, words: Words) -> Iterator[ScreenBlock]:
    whole, *told = report.receipt
    yield Text(words(whole))
    if told:
        grid = marked()
        for said in told[:_MOST_TOLD]:
            grid.add_row(Text("  ·"), Text(words(said)))
        yield grid
    if len(told) > _MOST_TOLD:
        yield Text(words("… and {n} more", n=len(told) - _MOST_TOLD), style="dim")
