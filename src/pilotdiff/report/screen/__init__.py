"""The report on a terminal: one small module a part, from the title to where to go next."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pilotdiff.language import Words
from pilotdiff.report.report_types import Report

if TYPE_CHECKING:
    from pilotdiff.report.screen.terminal_layout import Block


def parts(
    report: Report, width: int, words: Words, typed: str = "…", *, written: bool = False
) -> Iterator["Block"]:
    """Yield what to print, part by part, on a screen of that many cells; what is empty is left out.

    `typed` is how the two were named in the call, with the options that bear on the answer, "" for
    the shipped example; `written` says that the working papers stand already.
    """
    from pilotdiff.report.screen import (
        belonging,
        breakdown,
        first_screen,
        leftout,
        name_lists,
        next_commands,
        outcome_totals,
        renamed,
        since_screen,
        title,
        undecided,
    )

    yield from first_screen.parts(report, words)
    yield from since_screen.parts(report, words)
    yield title.part(report, words)
    if report.rows:
        yield outcome_totals.part(report, words)
        yield from breakdown.parts(report, width, words)
        yield from renamed.parts(report, words)
        yield from belonging.parts(report, words)
        yield from name_lists.parts(report, words)
        yield from undecided.parts(report, words)
    else:
        yield words(
            "No row fits {filter}: leave out a filter, or see what the lists hold with parse.",
            filter=title.filtered(report),
        )
    yield from leftout.parts(report, words)
    yield next_commands.part(report, typed, width, words, written=written)
