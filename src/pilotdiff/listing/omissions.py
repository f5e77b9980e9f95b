"""Places whose names a document leaves out (清岗市：（略）), rows that list nothing, and
parents of which the table leaves open whose they are."""

from functools import cache

from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import msg
from pilotdiff.patterns import pattern

NOT_READ = msg("not read as a unit")
OMITTED = msg("the document leaves its names out")
DENIED = msg("the row says that its unit was not chosen")
FOOTNOTE = msg("it is a numbered note below the list")
PERSONS = msg("the table lists persons: where they live and work is no unit of a list")
EARLIER = msg("chosen before this list, by the words of its sentence")
TOO_FEW = msg("a sentence decides on it, and names too few for a list")
COUNTED_APART = msg("a sentence decides on it and counts it, and the list does not have it")
LED_APART = msg("a colon leads up to it, and the list does not have it")
CALLS_WHAT_FOLLOWS = msg("it says what the names below it are chosen as")
COUNTING = msg("a table of how many units there are")


def is_omission(text: str) -> bool:
    """Tell whether a text stands in place of names that a document leaves out.

    >>> is_omission("（略）"), is_omission("详见附件2"), is_omission("略阳县")
    (True, True, False)
    """
    bare = text.strip(" （()）。")
    return bare in _omissions() or _NUMBER.sub("", bare) in _omissions()


SAYS_THERE_IS_NONE = r"(?:暂?无|空缺?|没有|0个?|零个?)"
"""That there are none, behind a place or a kind, as part of an expression."""
_SAYS_NONE = pattern(rf"[\s（(：:—–－]{SAYS_THERE_IS_NONE}[）)]?\s*$")


def says_none(text: str) -> bool:
    """Tell whether a line says behind its place that there is none.

    >>> says_none("清岗市：无"), says_none("清岗市（空缺）"), says_none("清岗市")
    (True, True, False)
    """
    return _SAYS_NONE.search(text) is not None


# Of the annex that a document refers to: 详见附件2, 见附表一.
_NUMBER = pattern(r"(?<=[件表])\s*[\d一二三四五六七八九十]{1,3}$")


@cache
def _omissions() -> frozenset[str]:
    return frozenset(phrases("omitted.txt"))
