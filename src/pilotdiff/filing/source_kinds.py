"""What a document is to its programme, by the words of its title."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pilotdiff.model import SourceKind

_WORK = "work"


def kind_of(titles: Iterable[str], *, listing: bool = False) -> SourceKind | None:
    """Return the kind that the first title with one of the words names, None where none has any.

    listing   whether the document lists units: a notice that the work of pilots begins is a list
              of pilots then, else a plan

    >>> kind_of(["关于公布第三批试点名单的通知"])
    <SourceKind.PILOTS: 'pilots'>
    >>> kind_of(["关于开展试点工作的通知"]), kind_of(["关于开展试点工作的通知"], listing=True)
    (<SourceKind.PLAN: 'plan'>, <SourceKind.PILOTS: 'pilots'>)
    """
    of_work = SourceKind.PILOTS if listing else SourceKind.PLAN
    told = next(filter(None, map(_kind, titles)), "")
    return of_work if told == _WORK else SourceKind(told) if told else None


def _kind(title: str) -> str:
    """Return the kind of the word that ends last in the title, the longest of those; "" for
    none."""
    words = _words()
    found = [(title.rindex(word) + len(word), len(word), word) for word in words if word in title]
    return words[max(found)[2]] if found else ""


@cache
def _words() -> dict[str, str]:
    text = Path(__file__).with_name("tables").joinpath("kinds.txt").read_text("utf-8")
    rows = (line.split(":") for line in text.splitlines() if line and line[0] != "#")
    return {word.strip(): kind for kind, words in rows for word in words.split(",")}
