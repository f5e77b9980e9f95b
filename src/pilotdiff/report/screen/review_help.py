"""What every key of a review does, in a sentence each."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import msg
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import ScreenBlock, ScreenTable

_HELP = {
    "s": msg("The two are the same unit. The verdict is on file at once."),
    "d": msg("They are different units."),
    "m": msg("It is unsure. This is on file too, with its reason; the pair stays to be reviewed."),
    "1–9": msg("The unit of that number is the right one, instead of the pilot or the result."),
    "0": msg("Show further candidates, where there are more than stand on the screen."),
    "g": msg("Decide at once all open questions of the same places and differences, shown first."),
    "k": msg("Leave the question; it is asked again next time."),
    "u": msg("Take back the last verdict, or all that were given at once."),
    "r": msg("Write down a reason, before the verdict or after it."),
    "l": msg("Give the reason that was written down last."),
    "n p ← →": msg("Look at the next question or the one before, decided or not."),
    "q": msg("Stop. What was decided is on file; the next review goes on from there."),
}


KEYS = tuple(_HELP)


def parts(keys: Sequence[str], words: Words) -> Iterator[ScreenBlock]:
    """Yield the help of a review on these keys; a low window shows some after others."""
    yield heading(words("The keys"))
    grid = ScreenTable(gap=2)
    grid.add_column(right=True, width=9, wraps=False)
    for key in keys:
        grid.add_row(Text(key, style="bold"), words(_HELP[key]))
    yield grid
    if keys[-1:] != KEYS[-1:]:
        yield Text(words("Any key shows the others."))
        return
    yield Text(words("review --all asks about the verdicts on file too. Any key goes back."))
