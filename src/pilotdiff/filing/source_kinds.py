"""What a document is to its programme, by the words of its title."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pilotdiff.model import SourceKind


def kind_of(titles: Iterable[str]) -> SourceKind | None:
    """Return the kind that the first title with one of the words names, None where none has any.

    >>> kind_of(["关于公布第三批试点名单的通知"])
    <SourceKind.PILOTS: 'pilots'>
    """
    return next(filter(None, map(_kind, titles)), None)


def _kind(title: str) -> SourceKind | None:
    """By the word that ends last in the title, the longest of those."""
    words = _words()
    found = [(title.rindex(word) + len(word), len(word), word) for word in words if word in title]
    return words[max(found)[2]] if found else None


@cache
def _words() -> dict[str, SourceKind]:
    text = Path(__file__).with_name("tables").joinpath("kinds.txt").read_text("utf-8")
    rows = (line.split(":") for line in text.splitlines() if line and line[0] != "#")
    return {word.strip(): SourceKind(kind) for kind, words in rows for word in words.split(",")}
