"""Places whose names a document leaves out (清岗市：（略）), and rows that list nothing."""

from functools import cache

from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import msg

OMITTED = msg("the document leaves its names out")
DENIED = msg("the row says that its unit was not chosen")


def is_omission(text: str) -> bool:
    """Tell whether a text stands in place of names that a document leaves out.

    >>> is_omission("（略）"), is_omission("略阳县")
    (True, False)
    """
    return text.strip(" （()）。") in _omissions()


@cache
def _omissions() -> frozenset[str]:
    return frozenset(phrases("omitted.txt"))
