"""The groups of villages that lists name: 清岗村三组, 清岗村石桥组.

A group is no unit: its village is read, and the group stands in the entry's note. Two groups of one
village are two pilots all the same.
"""

from functools import lru_cache

from pilotdiff.model import Level, Unit
from pilotdiff.patterns import pattern

_GROUP = pattern(
    r"(?P<named>.+?(?=(?:村民|居民)?小?组)|第?[\d一二三四五六七八九十百]+(?=(?:生产)?(?:经济)?社))"
    r"(?:(?:村民|居民)?小?组|(?:生产)?(?:经济)?社)",
    needs="组社",
)
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九", "第")


def group_of(unit: Unit) -> str:
    """Return what the group of a village is called that an entry names, "" for none."""
    if not unit.entry.note or unit.level is not Level.COMMUNITY:
        return ""
    return _named(unit.entry.note)


@lru_cache(maxsize=1 << 12)
def _named(note: str) -> str:
    """Return the name of a group, its number in Chinese figures.

    >>> _named("第3村民小组"), _named("三组"), _named("石桥组"), _named("3社"), _named("供销社")
    ('三', '三', '石桥', '三', '')
    """
    found = _GROUP.fullmatch(note)
    return found["named"].translate(_DIGITS) if found else ""
