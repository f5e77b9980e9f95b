"""A screen is read by a person: beyond some hundred names it points to the files."""

from collections.abc import Iterator, Sized

from rich.text import Text

from pilotdiff.language import Words

MOST_NAMES = 300
# A pair takes three lines.
MOST_PAIRS = 60


def cut(items: Sized, words: Words, most: int = MOST_NAMES) -> Iterator[Text]:
    """Yield the line that says how many were not shown, if any."""
    if len(items) > most:
        more = f"{len(items) - most:,}"
        yield Text(
            "  " + words("… and {n} more: -o DIR writes them all, -f csv prints them", n=more),
            style="dim",
        )
