"""The renamed, as a diff: both names one under the other, with what differs marked."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Change, Outcome, Row
from pilotdiff.outcomes.changes import changed_words
from pilotdiff.report.differences import Pieces, compared
from pilotdiff.report.report_terms import CHANGES, OUTCOME_MEANINGS, OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.screen.screen_limits import MOST_PAIRS, cut
from pilotdiff.report.screen.style import COLOURS, heading, marked
from pilotdiff.report.screen.terminal_layout import Block, Group, ScreenTable


def parts(report: Report, words: Words) -> Iterator[Block]:
    """Yield the renamed, and how many of the promoted changed their category."""
    rows = [row for row in report.rows if row.outcome is Outcome.RENAMED]
    if rows:
        colour = COLOURS[Outcome.RENAMED]
        title = heading(
            f"{words(OUTCOMES[Outcome.RENAMED])} {len(rows):,}",
            words(OUTCOME_MEANINGS[Outcome.RENAMED]),
            colour,
        )
        yield Group(title, _pairs(rows[:MOST_PAIRS], words), *cut(rows, words, MOST_PAIRS))
    moved = sum(
        row.outcome is Outcome.PROMOTED and Change.CATEGORY in row.changes for row in report.rows
    )
    if moved:
        yield Text(
            words("{n} of the promoted stand under another category", n=f"{moved:,}"), style="dim"
        )


def _pairs(rows: list[Row], words: Words) -> ScreenTable:
    grid = marked()
    for row in rows:
        assert row.pilot is not None
        assert row.result is not None
        before, after = differences(row.pilot.name, row.result.name)
        how = words("; ").join(
            words("{change}: {before} → {after}", change=CHANGES[change], before=ours, after=theirs)
            for change, ours, theirs in changed_words(row.pilot, row.result, row.changes)
        )
        grid.add_row(Text("  - ", style="dim"), before)
        grid.add_row(Text("  + ", style="dim"), after)
        grid.add_row("", Text(how))
    return grid


def differences(before: str, after: str) -> tuple[Text, Text]:
    """Return both names with what differs marked."""
    left, right = compared(before, after)
    return _marked(left, "red"), _marked(right, "green")


def _marked(pieces: Pieces, colour: str) -> Text:
    text = Text(style="not dim")
    for piece in pieces:
        text.append(piece.text, style=f"bold underline {colour}" if piece.changed else "")
    return text
