"""What is otherwise than in earlier papers, on a terminal."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.report import headline
from pilotdiff.report.report_types import Report
from pilotdiff.report.screen.screen_limits import MOST_PAIRS
from pilotdiff.report.screen.terminal_layout import Block, Group, ScreenTable


def parts(report: Report, words: Words) -> Iterator[Block]:
    """Yield the sentence and the units; nothing where no earlier papers were named."""
    if report.since is None:
        return
    head = Text(headline.said_since(report.since, words), style="bold")
    turned = report.since.turned
    grid = ScreenTable(gap=2)
    for _ in range(2):
        grid.add_column()
    for one in turned[:MOST_PAIRS]:
        grid.add_row(one.name, headline.said_of_turned(one, words))
    more = len(turned) - MOST_PAIRS
    told = [words("{n} more stand in run.json.", n=f"{more:,}")] if more > 0 else []
    yield Group(head, *([grid] if turned else []), *told)
