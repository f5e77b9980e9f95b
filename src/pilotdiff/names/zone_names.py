"""Names of zones: a city has several, and what sort each is tells them apart."""

import re
from functools import cache
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names.tables import rows
from pilotdiff.patterns import pattern

# One kind stands for words of several sorts at the county's level, at the town's in these alone.
_OF_TOWNS = frozenset(("高新",))
_RANK = "国家级|国家|自治区级|省级|市级"
_OFFICE = "管委会|管理委员会|管理处|办事处|管理办公室"
_ENDS = frozenset("区城会处室")


class ZoneName(NamedTuple):
    """What stands before a zone's sort, without its rank, and the sort: 合肥, 高新."""

    place: str
    sort: str


def zone_name(level: Level, text: str) -> ZoneName | None:
    """Return the parts of a zone's name; None where it is none whose sort tells.

    >>> zone_name(Level.COUNTY, "合肥国家级高新区"), zone_name(Level.COUNTY, "经济技术开发区")
    (ZoneName(place='合肥', sort='高新'), ZoneName(place='', sort='经开'))
    >>> zone_name(Level.COUNTY, "蜀山区")
    """
    if text[-1:] not in _ENDS or level not in (Level.COUNTY, Level.TOWNSHIP):
        return None
    if not any(word in text for word in _sorts()):
        return None  # most names, before the pattern is made
    found = _pattern().fullmatch(text)
    if found is None:
        return None
    sort = _sorts()[found["word"]]
    if level is Level.TOWNSHIP and sort not in _OF_TOWNS:
        return None
    return ZoneName(found["place"], sort)


@cache
def _sorts() -> dict[str, str]:
    return dict(rows("zone_sorts.tsv"))


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_sorts(), key=len, reverse=True))
    return pattern(rf"(?P<place>.*?)(?:{_RANK})?(?P<word>{words})(?:{_OFFICE})?")
