"""What a person must decide, with the proposal and what speaks for it."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Outcome, Row
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.filters import units
from pilotdiff.report.report_terms import OUTCOME_MEANINGS, OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_words import reason
from pilotdiff.report.screen.screen_limits import MOST_PAIRS, cut
from pilotdiff.report.screen.style import COLOURS, heading, marked
from pilotdiff.report.screen.terminal_layout import Block, Group, ScreenTable


def parts(report: Report, words: Words) -> Iterator[Block]:
    """Yield one paragraph a row."""
    rows = [row for row in report.rows if row.outcome is Outcome.REVIEW]
    if rows:
        colour = COLOURS[Outcome.REVIEW]
        title = heading(
            f"{words(OUTCOMES[Outcome.REVIEW])} {len(rows):,}",
            words(OUTCOME_MEANINGS[Outcome.REVIEW]),
            colour,
        )
        yield Group(title, _questions(rows[:MOST_PAIRS], words), *cut(rows, words, MOST_PAIRS))


def _questions(rows: list[Row], words: Words) -> ScreenTable:
    grid = marked()
    for row in rows:
        first, *proposed = (unit.name for unit in units(row))
        grid.add_row(Text("  ? ", style=COLOURS[Outcome.REVIEW]), Text(first))
        for name in proposed:
            grid.add_row("", Text(words("perhaps {name}", name=name)))
        grid.add_row("", Text(" · ".join(_evidence(row, words)), style="dim"))
    return grid


def _evidence(row: Row, words: Words) -> Iterator[str]:
    if row.pairing:
        yield words("confidence {value}", value=probability(row.pairing.confidence))
        if row.pairing.runner_up:
            yield words("next best {name}", name=row.pairing.runner_up)
    if why := reason(row, words):
        yield why
