"""Headings within a line that was several lines once: 名单 一、示范镇（1个） 白溪镇 二、示范村."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.listing.headers import COUNT_IN_BRACKETS
from pilotdiff.listing.headings import read_heading
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.patterns import pattern
from pilotdiff.repair import part
from pilotdiff.repair.texts import Text

# A numbered heading between blanks, its own words first, or one with its count in brackets.
_HEADING = pattern(
    rf"(?:(?<=\s)|^)(?P<number>{CHINESE}{{1,3}})、(?P<title>[^\s，,。；;、：:（()）]{{2,20}})"
    rf"(?P<count>\s?{COUNT_IN_BRACKETS})?(?=\s*\S)",
    needs="、",
)
_BEHIND = pattern(r"\s+|(?<=[）)])(?=\p{Han})")


def cut_at_headings(text: Text) -> Iterator[Text]:
    """Yield the lines that a line was once, cut before and behind each heading within it; all of it
    where it holds none.

    >>> from pilotdiff.model import Clean
    >>> line = "试点名单 一、示范镇（2个） 白溪镇、北岭镇 二、示范村（1个） 东岭村"
    >>> [one.text.strip() for one in cut_at_headings(Text(1, Clean(line, line)))]
    ['试点名单', '一、示范镇（2个）', '白溪镇、北岭镇', '二、示范村（1个）', '东岭村']
    """
    headings = list(_headings(text.text)) if "、" in text.text else []
    if not headings:
        yield text
        return
    bounds = [0, *(at for match in headings for at in match.span()), len(text.text)]
    for start, end in pairwise(bounds):
        if text.text[start:end].strip():
            yield text._replace(clean=part(text.clean, start, end))


def _headings(line: str) -> Sequence[re.Match[str]]:
    """Return the headings of a line, whose numbers count up; one alone states its count."""
    found = [
        match
        for match in _HEADING.finditer(line)
        if _BEHIND.match(line, match.end()) and _is_worded(match["title"])
    ]
    numbers = [numeral(match["number"]) or 0 for match in found]
    if any(after != before + 1 for before, after in pairwise(numbers)):
        return []
    sure = any(match["count"] for match in found)
    return found if sure or len(found) > 1 else []


def _is_worded(title: str) -> bool:
    """Tell whether a title is the wording of a list, and no place: 示范镇, 文明村."""
    reading = read_unit(title)
    if reading is not None and reading.sure > DOUBTFUL:
        return False
    heading = read_heading(title)
    return heading.listing and heading.level is not None
