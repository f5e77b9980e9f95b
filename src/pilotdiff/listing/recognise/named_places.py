"""A place that a heading states: alone, short, spaced out, in brackets, or before damage."""

import re

from pilotdiff.facts.numerals import trailing_count
from pilotdiff.listing.carry import Parts
from pilotdiff.listing.metadata import leading_units
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import Level
from pilotdiff.names import whole_name
from pilotdiff.patterns import pattern

_BRACKETS = pattern(r"[（(【〔\[](?P<inner>[^（()）【】〔〕\[\]]{2,24})[）)】〕\]]$")
_PART_OF = pattern(r"(?:部分|地区|片区|篇|专场|名单|入选|上榜|的)+$")
_COUNT = pattern(r"[，,：:\s]*(?:共|计)?\s*\d+\s*[个家项处条座名]?$")
# What is left of a broken bracket or a forum's rubbish: ?。1個)   (2个) yX)tFM
_REST = pattern(
    r"^[^\u3400-\u9fff]*(?P<count>\d+)\s*[个個家][^\u3400-\u9fff]*$|^[^\u3400-\u9fff]+$"
)
_LONGEST_SHORT = 8


def short_place(text: str) -> Parts:
    """The province or prefecture that is all of a text: 河北, 河 北, 咸阳; () for none."""
    bare = re.sub(r"\s+", "", text)
    if not 2 <= len(bare) <= _LONGEST_SHORT:
        return ()
    return whole_name(bare, Level.PROVINCE) or whole_name(bare, Level.PREFECTURE)


def stated_place(text: str) -> tuple[Parts, int | None]:
    """The place that brackets state, and how many it has there: 湖北2个, 福建部分, 咸阳市."""
    count = None
    if match := _COUNT.search(text):
        counted = trailing_count(text) or trailing_count(match[0] + "个")
        text, count = text[: match.start()], counted.number if counted else None
    bare = re.sub(r"\s+", "", text)
    bare = _PART_OF.sub("", bare) if not _whole(bare) else bare
    return _whole(bare), count


def _whole(text: str) -> Parts:
    if len(text) < 2:
        return ()
    reading = read_unit(text)
    if reading is not None and reading.sure >= CERTAIN:
        return reading.parts
    return short_place(text)


def bracketed_place(text: str) -> tuple[str, Parts, int | None]:
    """A heading without the bracket at its end that states a place, that place, and a count.

    The place is () where no bracket states one; the heading is "" where it is the bracket alone.
    """
    text = text.strip()
    match = _BRACKETS.search(text)
    if match is None:
        return text, (), None
    parts, count = stated_place(match["inner"])
    return (text[: match.start()].strip(), parts, count) if parts else (text, (), None)


def place_before_rubbish(text: str) -> tuple[Parts, int | None]:
    """The province or prefecture that opens a text whose rest is damage or rubbish: 河北?。1個)."""
    units = leading_units(text)
    if len(units) != 1:
        return (), None
    parts = _whole(units[0])
    if not parts or parts[-1][0].depth > Level.COUNTY.depth:
        return (), None
    end = next(n for n in range(len(units[0]), 1, -1) if text.startswith(units[0][:n]))
    match = _REST.match(text[end:])
    if match is None:
        return (), None
    return parts, int(match["count"]) if match["count"] else None
