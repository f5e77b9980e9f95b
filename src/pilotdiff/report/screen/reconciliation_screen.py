"""The report on a terminal: one small module a part, from the title to where to go next."""

from collections.abc import Iterator

from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
from pilotdiff.report.screen import (
    breakdown,
    first_screen,
    leftout,
    name_lists,
    next_commands,
    outcome_totals,
    pair_lists,
    since_screen,
    title,
)
from pilotdiff.report.screen.terminal_layout import Block


def parts(answer: ReconciliationAnswer, width: int) -> Iterator[Block]:
    """Yield what to print, part by part, on a screen of that many cells; what is empty is left
    out."""
    report, words = answer.report, answer.words
    yield from first_screen.parts(report, words)
    yield from since_screen.parts(report, words)
    yield title.part(report, words)
    if report.rows:
        yield outcome_totals.part(report, words)
        yield from breakdown.parts(report, width, words)
        yield from pair_lists.renamed(report, words)
        yield from pair_lists.belonging(report, words)
        yield from name_lists.parts(report, words)
        yield from pair_lists.undecided(report, words)
    else:
        yield words(
            "No row fits {filter}: leave out a filter, or see what the lists hold with parse.",
            filter=title.filtered(report),
        )
    yield from leftout.parts(report, words)
    yield next_commands.part(answer, width)
