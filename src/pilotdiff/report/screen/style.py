"""What the colours mean, and how headings and short tables look; nothing depends on colour."""

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Outcome
from pilotdiff.report.report_terms import OUTCOME_MEANINGS, OUTCOMES
from pilotdiff.report.screen.terminal_layout import ScreenTable

COLOURS = {
    Outcome.PROMOTED: "green",
    Outcome.RENAMED: "cyan",
    Outcome.MERGED: "magenta",
    Outcome.SPLIT: "magenta",
    Outcome.REPEATED: "dim",
    Outcome.DROPPED: "red",
    Outcome.NOT_ELIGIBLE: "dim",
    Outcome.NEW: "blue",
    Outcome.REVIEW: "yellow",
}
BAR_WIDTH = 16
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def heading(title: str, note: str = "", colour: str = "") -> Text:
    """Return a heading with a dim remark behind it."""
    text = Text(title, style=f"bold {colour}".strip())
    if note:
        text.append(f"  {note}", style="not bold dim")
    return text


def outcome_heading(outcome: Outcome, count: int, words: Words) -> Text:
    """Return an outcome with the number of its rows, and what it means."""
    title = f"{words(OUTCOMES[outcome])} {count:,}"
    return heading(title, words(OUTCOME_MEANINGS[outcome]), COLOURS[outcome])


def headed_table() -> ScreenTable:
    """Return a table with a rule under its head and no other lines."""
    return ScreenTable(gap=2, headed=True)


def marked() -> ScreenTable:
    """Return a grid for paragraphs: a narrow column for signs, and text that wraps beside it."""
    grid = ScreenTable()
    grid.add_column(width=4, wraps=False)
    return grid


def bar(part: int, whole: int) -> Text:
    """Return the share of `part` in `whole` as a bar of BAR_WIDTH cells, exact to an eighth of a
    cell."""
    eighths = round(8 * BAR_WIDTH * part / whole) if whole else 0
    full, rest = divmod(eighths, 8)
    drawn = "█" * full + (_EIGHTHS[rest] if rest else "")
    return Text(drawn, style="green").append("·" * (BAR_WIDTH - len(drawn)), style="dim")
