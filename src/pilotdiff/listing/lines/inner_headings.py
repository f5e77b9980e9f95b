"""Headings within a line that was several lines once: 名单 一、示范镇（1个） 白溪镇 二、示范村."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.listing.lines.headers import COUNT_IN_BRACKETS
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.patterns import one_of, pattern
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
    signed = _signed(text.text)
    if not headings and not signed:
        yield text
        return
    bounds = [0, *(at for match in headings for at in match.span()), *signed, len(text.text)]
    for start, end in pairwise(bounds):
        if text.text[start:end].strip():
            yield text._replace(clean=part(text.clean, start, end))


# Who signed a notice, and when, behind all of it: … 白溪镇东岭村。 清岗市民政局 2021年5月6日.
_SIGNED = pattern(
    r"\s+(?=(?:\p{Han}{2,24}(?:[局厅委办部会]|政府)\s+){1,6}"
    r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[\s。]*$)",
    needs="日",
)
_SHORTEST_NOTICE = 20
_PARTS = one_of("、，；;。：:.．")


def _signed(line: str) -> list[int]:
    """Return where the signature begins that closes a notice of one line, [] where none does."""
    signed = _SIGNED.search(line) if "日" in line[-3:] else None
    if signed is None or signed.start() < _SHORTEST_NOTICE:
        return []
    return [signed.end()] if _PARTS.search(line[: signed.start()]) else []


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
