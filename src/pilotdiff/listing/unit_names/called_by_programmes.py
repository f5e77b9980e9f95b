"""What programmes call their units: titles read like villages called so (清岗市美丽乡村)."""

from functools import cache

from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import Level
from pilotdiff.names import split


def is_of_programmes(level: Level, name: str) -> bool:
    """Tell whether a name is a word of programmes and its kind.

    >>> names = ("美丽乡村", "平安社区", "无疫小区", "文明村", "东岭村")
    >>> [is_of_programmes(Level.COMMUNITY, name) for name in names]
    [True, True, True, True, False]
    """
    stem = split(level, name)[0]
    bare = stem.removesuffix("小区").removesuffix("乡").removesuffix("小")
    return not _words().isdisjoint((stem, bare))


@cache
def _words() -> frozenset[str]:
    return frozenset((*phrases("programmes.txt"), *phrases("titles_borne.txt")))
