"""Merged, split and repeated units on a terminal, each with the unit that it belongs to."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Outcome, Row
from pilotdiff.report.report_terms import OUTCOME_MEANINGS, OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.screen.screen_limits import MOST_PAIRS, cut
from pilotdiff.report.screen.style import COLOURS, heading
from pilotdiff.report.screen.terminal_layout import Block, Group, ScreenTable

_SIGNS = {Outcome.MERGED: "⇒", Outcome.SPLIT: "⇐", Outcome.REPEATED: "="}


def parts(report: Report, words: Words) -> Iterator[Block]:
    """Yield a list for each of these outcomes that occurs among the rows of a report."""
    for outcome in _SIGNS:
        rows = [row for row in report.rows if row.outcome is outcome]
        if rows:
            title = heading(
                f"{words(OUTCOMES[outcome])} {len(rows):,}",
                words(OUTCOME_MEANINGS[outcome]),
                COLOURS[outcome],
            )
            yield Group(title, _pairs(rows[:MOST_PAIRS]), *cut(rows, words, MOST_PAIRS))


def _pairs(rows: list[Row]) -> ScreenTable:
    grid = ScreenTable(gap=1)
    grid.add_column(width=1)
    grid.add_column()
    grid.add_column(width=2)
    grid.add_column()
    for row in rows:
        unit = row.pilot or row.result
        assert unit is not None, "a row without a unit"
        sign = Text(_SIGNS[row.outcome], style=COLOURS[row.outcome])
        line = f" ({unit.entry.line})" if row.outcome is Outcome.REPEATED else ""
        grid.add_row("", unit.name + line, sign, row.other)
    return grid
