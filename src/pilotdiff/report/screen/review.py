"""What a person must decide, with the proposal and what speaks for it."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from pilotdiff.model import Outcome, Row
from pilotdiff.report.columns import probability
from pilotdiff.report.model import Report
from pilotdiff.report.screen.limits import MOST_NAMES, cut
from pilotdiff.report.screen.style import COLOURS, heading
from pilotdiff.report.words import Words


def parts(report: Report, words: Words) -> Iterator[RenderableType]:
    """One paragraph a row."""
    rows = [row for row in report.rows if row.outcome is Outcome.REVIEW]
    if rows:
        colour = COLOURS[Outcome.REVIEW]
        title = heading(f"{words('review')} {len(rows):,}", words("review_means"), colour)
        yield Group(title, *(_question(row, words) for row in rows[:MOST_NAMES]), *cut(rows, words))


def _question(row: Row, words: Words) -> Text:
    text = Text("  ? ", style=COLOURS[Outcome.REVIEW])
    names = [unit.name for unit in (row.pilot, row.result) if unit]
    text.append(names[0], style="default")
    if len(names) == 2:
        text.append("\n    " + words("proposed", name=names[1]), style="default")
    evidence = " · ".join(_evidence(row, words))
    return text.append(f"\n    {evidence}" if evidence else "", style="dim default")


def _evidence(row: Row, words: Words) -> Iterator[str]:
    if row.pairing:
        yield words("confidence", value=probability(row.pairing.confidence))
        if row.pairing.runner_up:
            yield words("runner_up", name=row.pairing.runner_up)
    reason = row.reason or (row.pairing.reason if row.pairing else "")
    if reason:
        yield reason
