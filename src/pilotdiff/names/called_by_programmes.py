"""What programmes call their units: titles read like units called so (清岗市美丽乡村)."""

from functools import cache

from pilotdiff.model import Level
from pilotdiff.names.kinds import split
from pilotdiff.names.tables import table_lines


@cache
def programme_words() -> frozenset[str]:
    """Return what programmes of the State call villages that they choose, before 村 or 社区."""
    return frozenset(table_lines("programmes.txt"))


@cache
def titles_borne() -> frozenset[str]:
    """Return the words of titles that villages bear for their name too: 文明."""
    return frozenset(table_lines("titles_borne.txt"))


def is_of_programmes(level: Level, name: str) -> bool:
    """Tell whether a name is a word of programmes and its kind.

    >>> names = ("美丽乡村", "平安社区", "无疫小区", "文明村", "东岭村")
    >>> [is_of_programmes(Level.COMMUNITY, name) for name in names]
    [True, True, True, True, False]
    """
    stem = split(level, name)[0]
    bare = stem.removesuffix("小区").removesuffix("乡").removesuffix("小")
    return any(word in words for word in (stem, bare) for words in _tables())


def _tables() -> tuple[frozenset[str], frozenset[str]]:
    return programme_words(), titles_borne()
