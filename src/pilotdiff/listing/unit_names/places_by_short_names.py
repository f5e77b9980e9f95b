"""Paths of places written short: 石家庄正定, 河北 石家庄 正定."""

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.model import LEVELS, DivisionPath, Level
from pilotdiff.names import whole_name, whole_within
from pilotdiff.patterns import pattern

_SIGNS = pattern(r"[\s·•・－—/>＞-]+")
_SHORTEST_PATH, _LONGEST_PATH, _LONGEST_PART = 4, 24, 12
_UPPER = LEVELS[: Level.COUNTY.depth + 1]


def places_by_short_names(text: str) -> Parts:
    """Return the path through known places that is all of a text, their kinds left out of one or
    more, each in the one before it by the codes: 石家庄 正定, 河北石家庄正定县; () for none.

    >>> [name for _, name in places_by_short_names("河北·石家庄 正定")]
    ['河北省', '石家庄市', '正定县']
    >>> places_by_short_names("石家庄 安吉")
    ()
    """
    rest = _SIGNS.sub("", text)
    path: Parts = ()
    if not _SHORTEST_PATH <= len(rest) <= _LONGEST_PATH:
        return ()
    for tier in _UPPER:
        ends = range(min(len(rest), _LONGEST_PART), 1, -1)
        read = ((end, _within(rest[:end], tier, path)) for end in ends)
        found = next(((end, part) for end, part in read if part is not None), None)
        if found is not None:
            path, rest = (*path, found[1]), rest[found[0] :]
    return path if not rest and len(path) > 1 else ()


def _within(text: str, tier: Level, path: Parts) -> tuple[Level, str] | None:
    """Return the place of a tier that a text names in the last one of a path, or without one."""
    if not path:
        return next(iter(whole_name(text, tier)), None) if tier is not Level.COUNTY else None
    part = next(iter(whole_within(text, tier, DivisionPath.of(path))), None)
    return part if part is not None and holds(path[-1], part) else None
