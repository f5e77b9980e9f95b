"""In which county a line without a unit lies that stands under its heading: 清岗县 / 白溪镇□□村.

The heading tells it where all units below it lie in that county, before the line and behind it, and
the line itself names a town or a village and no other county.
"""

from bisect import bisect_right
from collections.abc import Iterable

from pilotdiff.in_groups import in_groups
from pilotdiff.matching.names.name_keys import name_of, place_key
from pilotdiff.model import Level, Line, Section, Unit, Units
from pilotdiff.names import gazetteer
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

_COUNTY = Level.COUNTY.depth
# What may be a county within the line.
_OTHER_PLACE = pattern(r"[县市旗州盟]|(?<!社)区")
_LOW = (Level.TOWNSHIP, Level.COMMUNITY)


class CountyHeadings:
    """The headings of a document and the units below each; the places of the units that are
    `listed` are those that the place of a line is held against."""

    def __init__(self, document: Units, listed: Iterable[Unit]) -> None:
        self._sections = sorted(document.listing.sections, key=lambda section: section.line)
        self._lines = [section.line for section in self._sections]
        self._below = in_groups(
            document.units if self._sections else (), lambda unit: self._at(unit.entry.line)
        )
        self._listed = {unit.path[_COUNTY] for unit in listed if len(unit.path) > _COUNTY}

    def _at(self, line: int) -> int:
        return bisect_right(self._lines, line) - 1

    def county_of(self, line: Line) -> str:
        """Return the key of the county that a line lies in, "" where its heading does not tell."""
        at = self._at(line.number)
        below = self._below.get(at, []) if at >= 0 else []
        if line.cells or not _is_low(line.text) or not _goes_on(below, line.number):
            return ""
        counties = {unit.path[_COUNTY] if unit.level.depth > _COUNTY else "" for unit in below}
        name = counties.pop() if len(counties) == 1 else ""
        if not name or not _is_named(name, self._sections[at]) or self._may_be_another(name):
            return ""
        return place_key(_COUNTY, name)

    def _may_be_another(self, name: str) -> bool:
        """Tell whether a county may be one that the other list calls otherwise, or a part of it."""
        key = place_key(_COUNTY, name)
        others = {each for each in self._listed if each and place_key(_COUNTY, each) != key}
        return any(_may_be_one(name, other) for other in others)


def _goes_on(units: Iterable[Unit], line: int) -> bool:
    return any(unit.entry.line > line for unit in units)


def _is_low(text: str) -> bool:
    """Tell whether a line ends like a town or a village, and names no county.

    >>> _is_low("白溪镇□□村"), _is_low("□□县东岭村"), _is_low("□□")
    (True, False, False)
    """
    text = fold(text.strip())
    words = (kind_at_end(level, text) for level in _LOW)
    return any(word and word.weight == 1 for word in words) and not _OTHER_PLACE.search(text)


def _is_named(county: str, section: Section) -> bool:
    stem = name_of(Level.COUNTY, county).stem
    return any(stem in fold(title) for title in (section.title, *section.path))


def _may_be_one(one: str, other: str) -> bool:
    ours, theirs = (gazetteer.codes(Level.COUNTY, name) for name in (one, other))
    if not ours or not theirs or not ours.isdisjoint(theirs):
        return True
    return gazetteer.took_over(one, other) or gazetteer.took_over(other, one)
