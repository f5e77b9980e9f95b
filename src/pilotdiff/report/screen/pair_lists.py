"""Rows of two units: the renamed as a diff, those that belong to another's, those to be decided."""

from collections.abc import Callable, Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Change, Outcome, Row
from pilotdiff.outcomes.changes import changed_words
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.filters import units
from pilotdiff.report.marked_characters import Pieces, compared
from pilotdiff.report.report_terms import CHANGES
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_words import grounds
from pilotdiff.report.screen.screen_limits import MOST_PAIRS, cut
from pilotdiff.report.screen.style import COLOURS, marked, outcome_heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable

_SIGNS = {Outcome.MERGED: "⇒", Outcome.SPLIT: "⇐", Outcome.REPEATED: "="}


def _listed(
    outcome: Outcome, drawn: Callable[[list[Row], Words], ScreenTable], report: Report, words: Words
) -> Iterator[ScreenBlock]:
    """Yield the rows of an outcome as a function draws them, the first of them; none of none."""
    rows = [row for row in report.rows if row.outcome is outcome]
    if rows:
        title = outcome_heading(outcome, len(rows), words)
        yield Group(title, drawn(rows[:MOST_PAIRS], words), *cut(rows, words, MOST_PAIRS))


def renamed(report: Report, words: Words) -> Iterator[ScreenBlock]:
    """Yield the renamed, and how many of the promoted changed their category."""
    yield from _listed(Outcome.RENAMED, _diffs, report, words)
    moved = sum(
        row.outcome is Outcome.PROMOTED and Change.CATEGORY in row.changes for row in report.rows
    )
    if moved:
        said = words.number(
            "{n} of the promoted stands under another category",
            "{n} of the promoted stand under another category",
            moved,
        )
        yield Text(said, style="dim")


def belonging(report: Report, words: Words) -> Iterator[ScreenBlock]:
    """Yield the merged, the split and the repeated, each with the unit that it belongs to."""
    for outcome in _SIGNS:
        yield from _listed(outcome, _joined, report, words)


def pairs_to_decide(report: Report, words: Words) -> Iterator[ScreenBlock]:
    """Yield what a person must decide, with the proposal and what speaks for it."""
    yield from _listed(Outcome.REVIEW, _questions, report, words)


def _diffs(rows: list[Row], words: Words) -> ScreenTable:
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


def _joined(rows: list[Row], _: Words) -> ScreenTable:
    grid = ScreenTable(gap=1)
    grid.add_column(width=1)
    grid.add_column()
    grid.add_column(width=2)
    for row in rows:
        unit = row.pilot or row.result
        assert unit is not None, "a row without a unit"
        sign = Text(_SIGNS[row.outcome], style=COLOURS[row.outcome])
        line = f" ({unit.entry.line})" if row.outcome is Outcome.REPEATED else ""
        grid.add_row("", unit.name + line, sign, row.other)
    return grid


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
    if why := grounds(row, words):
        yield why
