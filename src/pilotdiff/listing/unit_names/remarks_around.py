"""Remarks of lists around a name, how its unit came in, of which rank, batch or year it is, without
brackets (东岭村；新增) or in brackets before it (（省级）东岭村)."""

import re
from functools import cache

from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.vocabulary import phrases, rows_of_words
from pilotdiff.model import Level
from pilotdiff.names import split
from pilotdiff.names.generic_names import is_generic
from pilotdiff.patterns import END_OF_A_NAME, pattern

_TABLE = "remarks.txt"
_LEAST_STEM = 2
_NOTES = pattern(r"[（(【〔\[\s*]")


@cache
def remark_words() -> str:
    """Return the expression of a remark, or of several: 新增, 第一批, 2021年新增."""
    words = "|".join(sorted(phrases(_TABLE), key=len, reverse=True))
    one = rf"(?:{words}|第[一二三四五六七八九十\d]{{1,3}}批次?|(?:19|20)\d\d(?:年度?)?(?![\d.]))"
    return rf"{one}(?:[、，,/ ]?{one}){{0,2}}"


def _needs() -> str:
    """Return the first characters of remarks."""
    return "".join(sorted({word[0] for word in phrases(_TABLE)})) + "第12"


@cache
def _behind() -> re.Pattern[str]:
    # Of what a blank parts from the name of a line those beside it tell what it is.
    behind = rf"(?:{END_OF_A_NAME}|(?<=[）)]))\s*[，,；;、]\s*(?P<told>{remark_words()})\s*$"
    return pattern(behind, needs=_needs())


@cache
def _before() -> re.Pattern[str]:
    return pattern(
        rf"\s*[（(【〔\[]\s*(?P<told>{remark_words()})\s*[）)】〕\]]\s*(?=\p{{Han}}{{2}})",
        needs="（(【〔[",
    )


@cache
def _glued_words() -> tuple[str, ...]:
    return tuple(word for word, *glued in rows_of_words(_TABLE) if glued)


@cache
def _glued() -> re.Pattern[str]:
    words = "|".join(_glued_words())
    return pattern(rf"\s*(?P<told>{words})\s*(?=\p{{Han}}{{3}})", needs=_needs())


def is_remarked(text: str) -> bool:
    """Tell whether a text begins with a remark that is no part of the name behind it.

    >>> is_remarked("新增东岭村"), is_remarked("新增村")
    (True, False)
    """
    return text.startswith(_glued_words()) and remark_in_front(text, 0, len(text)) is not None


def remark_at_end(text: str, start: int) -> re.Match[str] | None:
    """Return the remark that stands behind the names of a text without brackets.

    >>> remark_at_end("东岭村；新增", 0)["told"], remark_at_end("新增村", 0)
    ('新增', None)
    """
    return _behind().search(text, start)


def remark_in_front(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the remark that stands before a name, in brackets or with nothing between them.

    >>> remark_in_front("（新增）东岭村", 0, 7)["told"], remark_in_front("新增东岭村", 0, 5)["told"]
    ('新增', '新增')
    >>> remark_in_front("新增村", 0, 3), remark_in_front("新增示范村", 0, 5)
    (None, None)
    """
    if (apart := _before().match(text, start, end)) is not None:
        return apart
    glued = _glued().match(text, start, end)
    return glued if glued and _is_whole(_NOTES.split(text[glued.end() : end])[0]) else None


def _is_whole(text: str) -> bool:
    """Tell whether a text is a village or a town by a name that is no word of headings: one of
    counties may be a sentence (新增清岗县)."""
    reading = read_unit(text)
    if reading is None or reading.sure <= DOUBTFUL or reading.level.depth <= Level.COUNTY.depth:
        return False
    level, own = reading.parts[-1]
    return len(split(level, own)[0]) >= _LEAST_STEM and not is_generic(level, own)
