"""From a path to what the record has of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from pilotdiff.model import LEVELS, Level
from pilotdiff.names import split
from pilotdiff.record import counties
from pilotdiff.record.prefectures import editions, keys, prefecture, sought
from pilotdiff.record.recorded import Recorded

WholePath = tuple[str, str, str, str, str]
_LOWEST_FIRST = tuple(reversed(LEVELS))
# A list may be ahead of the edition of its year, or a little behind it.
_NEAR = 1
_SEVERAL = 2


class Located(NamedTuple):
    """What the record has under a path.

    same    bears the very name there, in whatever years
    kindred  bears the stem there with another kind: 石牛乡 for 石牛镇
    placed  whether all parents that the path states are known; if not, both are empty
    """

    same: tuple[Recorded, ...]
    kindred: tuple[Recorded, ...]
    placed: bool

    def at(self, year: int, *, exactly: bool = False) -> tuple[Recorded, ...]:
        """Return those of the very name that stand in a year, else in the nearest edition by its
        side.

        Several are several possible units: none of them is the one. With `exactly` no other year
        will do.
        """
        if len(self.same) == 1 and self.same[0].distance(year) == 0:
            return self.same  # most units
        nearest = min((each.distance(year) for each in self.same), default=0)
        if nearest > (0 if exactly else _NEAR):
            return ()
        found = [each for each in self.same if each.distance(year) == nearest]
        codes = {each.code for each in found}
        return tuple(found) if len(codes) > 1 else tuple(found[-1:])


# Both lists name most paths again, and so do the checks, the tables and the workbook.
@lru_cache(maxsize=1 << 14)
def locate(path: WholePath) -> Located:
    """Return all that the record has under a path, whose last part is the unit. Parents may be left
    out.

    >>> path = ("北京市", "", "东城区", "东华门街道", "多福巷社区")
    >>> [(each.code, each.years) for each in locate(path).same]
    [('110101001001', '2016–2023')]
    """
    for level in _LOWEST_FIRST:
        if name := path[level.depth]:
            above = path[: level.depth]
            found = named_below(level, name, prefixes(above))
            if found.same:
                return found
            bare = name.removeprefix(next(filter(None, reversed(above)), ""))
            # 白溪镇东岭社区 in 白溪镇: the record has names without what they lie in.
            return found if bare in (name, "") else named_below(level, bare, prefixes(above))
    return Located((), (), placed=False)


@lru_cache(maxsize=1 << 12)
def knows(path: WholePath) -> bool:
    """Tell whether the record has a place of that name, or of its stem, in any year."""
    found = locate(path)
    return bool(found.same or found.kindred)


def named_below(level: Level, name: str, starts: tuple[str, ...]) -> Located:
    """Return all that the record has of a name below parents whose codes begin so; () is no
    parent."""
    if not starts:
        return Located((), (), placed=False)
    if level.depth <= Level.COUNTY.depth:
        found = _unique(each for p in starts for each in counties.named_places(level, name, p))
        return Located(found, (), placed=True)
    stem, _ = split(level, name)
    if len(starts) == 1 and len(there := units_below(level, stem, starts[0])) < _SEVERAL:
        found = tuple(there)  # most units
    else:
        several: list[Recorded] = []
        for prefix in starts:
            several += units_below(level, stem, prefix)
        found = _unique(several)
    if len(found) == 1 and found[0].name == name:
        return Located(found, (), placed=True)  # most of these
    same = tuple([each for each in found if _same(level, each.name, name)])
    if len(same) == len(found):
        return Located(same, (), placed=True)
    return Located(same, tuple([each for each in found if each not in same]), placed=True)


@lru_cache(maxsize=1 << 10)  # a town is asked for itself, and for what lies in it
def units_below(level: Level, stem: str, prefix: str) -> Sequence[Recorded]:
    """Return the townships or communities of a stem whose codes begin with `prefix`."""
    if len(prefix) >= 4:
        return prefecture(prefix[:4], level).named(stem, prefix)
    where = sought(stem, prefix) if level is Level.COMMUNITY else keys(prefix)
    return [each for key in where for each in prefecture(key, level).named(stem, key)]


def bearers(
    level: Level, names: Iterable[str], parents: tuple[str, ...]
) -> dict[str, tuple[Recorded, ...]]:
    """Return all that the record has of each of many townships' or communities' names below
    parents, in whatever years.

    One prefecture is read after the other, each once, however many names are asked for.

    >>> found = bearers(Level.COMMUNITY, ["多福巷社区"], ("北京市", "", "东城区"))
    >>> [each.code for each in found["多福巷社区"]]
    ['110101001001']
    """
    stems = {name: split(level, name)[0] for name in names}
    found: dict[str, list[Recorded]] = {name: [] for name in stems}
    for start in prefixes(parents):
        for key in (start[:4],) if len(start) >= 4 else keys(start):
            there = prefecture(key, level)
            for name, stem in stems.items():
                named = there.named(stem, start if len(start) > 4 else key)
                found[name] += (each for each in named if _same(level, each.name, name))
    return {name: _unique(units) for name, units in found.items()}


def _same(level: Level, one: str, other: str) -> bool:
    """Tell whether two names of a stem have one kind; 彝族乡 is 乡, and the peoples may be left
    out."""
    return one == other or split(level, one)[1] == split(level, other)[1]


def _unique(found: Iterable[Recorded]) -> tuple[Recorded, ...]:
    """Return units by their years and codes, each once."""
    each = tuple(dict.fromkeys(found))
    return each if len(each) < 2 else tuple(sorted(each, key=lambda one: (one.spans, one.code)))


@lru_cache(maxsize=1 << 14)
def prefixes(parents: tuple[str, ...]) -> tuple[str, ...]:
    """Return how the codes below these parents begin, () where one of them is not known.

    A county that another took the place of has the codes of both.
    """
    if not parents:
        return ("",)
    *above, name = parents
    starts = prefixes(tuple(above))
    if not name:
        return starts
    return tuple(dict.fromkeys(code_starts(LEVELS[len(above)], name, starts)))


def code_starts(level: Level, name: str, starts: tuple[str, ...]) -> Iterable[str]:
    """Yield how the codes below a part of a path begin, where those above it begin so."""
    for prefix in starts:
        if level is Level.TOWNSHIP:
            found = units_below(level, split(level, name)[0], prefix)
            exact = [each for each in found if _same(level, each.name, name)]
            yield from (each.code for each in exact or found)
        else:
            yield from counties.beginnings(level, name, prefix)


def newest(level: Level) -> int:
    """Return the year of the newest edition of a level."""
    return counties.NEWEST if level.depth <= Level.COUNTY.depth else editions(level)[-1]
