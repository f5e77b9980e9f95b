"""What every key of a review does, in a sentence each."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import msg
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import Block, ScreenTable

_HELP = {
    "s": msg("The two are the same unit. The verdict is on file at once."),
    "d": msg("They are different units."),
    "m": msg("It is unsure. This is on file too, with its reason; the pair stays to be reviewed."),
    "1–9": msg("The unit of that number is the right one, instead of the pilot or the result."),
    "g": msg("Decide at once all open questions of the same places and differences, shown first."),
    "k": msg("Leave the question; it is asked again next time."),
    "u": msg("Take back the last verdict, or all that were given at once."),
    "r": msg("Write down a reason, before the verdict or after it."),
    "l": msg("Give the reason that was written down last."),
    "n p ← →": msg("Look at the next question or the one before, decided or not."),
    "q": msg("Stop. What was decided is on file; the next review goes on from there."),
}


def parts(words: Words) -> Iterator[Block]:
    """Yield the help of a review."""
    yield heading(words("The keys"))
    grid = ScreenTable(gap=2)
    grid.add_column(right=True, width=9, wraps=False)
    for key, does in _HELP.items():
        grid.add_row(Text(key, style="bold"), words(does))
    yield grid
    yield Text(words("review --all asks about the verdicts on file too. Any key goes back."))
