"""What the user typed, as a part of the commands that a screen proposes."""

from collections.abc import Iterable
from shlex import quote

_LONGEST = 40


def quoted(words: Iterable[str]) -> str:
    """Return the words, quoted for a shell; "…" for so many that the commands would be hard to
    read."""
    joined = " ".join(map(quote, words))
    return joined if len(joined) <= _LONGEST else "…"
