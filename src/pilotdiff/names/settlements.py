"""Natural villages that no kind stands behind, behind the village that holds them: 东岭村张家湾."""

from collections.abc import Iterator
from functools import cache
from re import Pattern

from pilotdiff.model import Level
from pilotdiff.names.kinds import VILLAGE_ENDS, split
from pilotdiff.names.tables import table_lines
from pilotdiff.patterns import pattern

_VILLAGE = pattern(rf"(?:{'|'.join(VILLAGE_ENDS)})(?=(?:\p{{Han}}|\d){{2,6}}$)", needs="村区会查")
# What ends so and is no settlement, or is made of words: 东岭村农家, 东岭村鱼塘, 东岭村到西岭.
_NONE = pattern(
    r"(?:[专农大国人回公酒]家|[鱼水山池]塘|[堤水大]坝|水[沟坑洞]|[山农酒饭茶村]庄)$"
    r"|[的了和与及等为被至到从在有是镇乡县市省村区组]"
)


@cache
def _settlement() -> Pattern[str]:
    return pattern(rf"(?:{'|'.join(table_lines('hamlet_ends.txt'))}|^\p{{Han}}{{1,2}}家)$")


def ends_of_villages(text: str) -> Iterator[int]:
    """Yield where a village may end that holds the natural village behind it: that one ends like a
    settlement or bears the village's name.

    >>> list(ends_of_villages("石桥镇东岭村张家湾")), list(ends_of_villages("东岭村东岭"))
    ([6], [3])
    >>> list(ends_of_villages("石桥镇东岭村党支部")), list(ends_of_villages("东岭村鱼塘"))
    ([], [])
    """
    for end in (match.end() for match in _VILLAGE.finditer(text)):
        own = text[end:]
        called = split(Level.COMMUNITY, text[:end])[0].endswith(own)
        if called or (_settlement().search(own) and not _NONE.search(own)):
            yield end
