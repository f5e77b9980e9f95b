"""What a list may mean by a name that the official record does not have in its place."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.checks.within.name_slips import is_slip, tells_two
from pilotdiff.matching.names.families import are_surnames, tells_apart
from pilotdiff.matching.names.sounds import mostly_alike
from pilotdiff.model import LEVELS, Level
from pilotdiff.model.paths import DivisionPath
from pilotdiff.names import split

if TYPE_CHECKING:
    from pilotdiff.record import Recorded

_NEAR = 1
# Stems so short are told for one another's only where they sound or look alike.
_SHORT = 2
_TOWNS = Level.TOWNSHIP.depth
# Digits by which the statistical codes tell zones: 330371 温州经济技术开发区, 360302401 城郊管委会.
_ZONES = ((4, "7"), (6, "4"))


class Elsewhere(NamedTuple):
    """A unit, and the name of the parent in which it stands."""

    unit: Recorded
    parent: str


class Close(NamedTuple):
    """The one unit of a parent whose name is one character off what a list has.

    slip  whether that character sounds or looks alike, or is written twice: else it may be another
    """

    unit: Recorded
    slip: bool


def close_there(path: DivisionPath, year: int, listed: Collection[DivisionPath]) -> Close | None:
    """Return the one unit near a year in the path's parent that the path's last part may be meant
    for: that of which it may be a slip, else the one of its kind that is one character off.

    What the list has beside it is not meant; where several could be, none is.
    """
    from pilotdiff.record import near

    depth = _depth(path)
    level, name = LEVELS[depth], path[depth]
    close = {
        each.code: each
        for each in near(path)
        if each.distance(year) <= _NEAR
        and _may_be_meant(level, name, each.name)
        and (*path[:depth], each.name, *path[depth + 1 :]) not in listed
    }
    slips = [each for each in close.values() if may_be_slip(level, name, each.name)]
    # Of two characters one is half of the name: 文庙 is no 文塘.
    found = slips or [each for each in close.values() if _longest(level, name, each.name) > _SHORT]
    return Close(found[0], slip=bool(slips)) if len(found) == 1 else None


def _may_be_meant(level: Level, name: str, other: str) -> bool:
    """Tell whether two names have one kind, and nothing in them tells two units (东/西, 一/二)."""
    (stem, kind), (others, its) = split(level, name), split(level, other)
    if kind != its or len(stem) < 2:
        return False
    if len(stem) != len(others):
        return not tells_apart(_added(stem, others))
    at = next(n for n, (a, b) in enumerate(zip(stem, others, strict=True)) if a != b)
    return not tells_two(stem, others, at)


def _longest(level: Level, name: str, other: str) -> int:
    return max(len(split(level, each)[0]) for each in (name, other))


def _added(one: str, other: str) -> str:
    """Return the character that the longer of two stems has more."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    at = next((n for n, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), -1)
    return longer[at]


def _depth(path: DivisionPath) -> int:
    return max(at for at, part in enumerate(path) if part)


def may_be_slip(level: Level, name: str, other: str) -> bool:
    """Tell whether a name that the record does not have may be a slip for one that it has.

    >>> level = Level.TOWNSHIP
    >>> may_be_slip(level, "天福街道", "天府街道"), may_be_slip(level, "天福镇", "天府乡")
    (True, False)
    """
    (stem, kind), (others, its) = split(level, name), split(level, other)
    if kind != its or len(stem) < 2:
        return False
    if len(stem) == len(others):
        at = next((n for n, (a, b) in enumerate(zip(stem, others, strict=True)) if a != b), None)
        return at is not None and (is_slip(stem, others, at) or _sounds_alike(stem, others, at))
    return any(
        a == b and stem[:at] + stem[at + 1 :] == others for at, (a, b) in enumerate(pairwise(stem))
    )


def _sounds_alike(stem: str, other: str, at: int) -> bool:
    """Tell whether two stems differ at `at` in the tone alone; two surnames are two families."""
    a, b = stem[at], other[at]
    return mostly_alike(a, b) and not are_surnames(a, b) and not tells_two(stem, other, at)


def named_there(path: DivisionPath, year: int) -> Elsewhere | None:
    """Return the one unit of the name in the prefecture or municipality near a year, where it
    stands under another parent: a community in another town of the county, a town in another
    county.

    A name that several there bear, or bore at one time in any year, tells nothing; nor does a zone
    of the statistical codes, which lies in a county as well.
    """
    from pilotdiff.record import locate, path_of, together

    depth = _depth(path)
    parts = [p if at < Level.COUNTY.depth or at == depth else "" for at, p in enumerate(path)]
    wide = locate(DivisionPath._make(parts))
    if not wide.same or wide.kindred or not (path.prefecture or path.province.endswith("市")):
        return None
    # A town got another code where its county did: 富阳市 as 富阳区.
    if any(
        one.code != other.code and together(one, other) is not None
        for one, other in combinations(wide.same, 2)
    ):
        return None
    unit = min(wide.same, key=lambda each: each.distance(year))
    lies = DivisionPath._make(path_of(unit, year))
    zones = [unit, *locate(DivisionPath._make((*path[:depth], *[""] * (5 - depth)))).same]
    if unit.distance(year) or any(map(_lies_in_zone, zones)):
        return None
    if depth > _TOWNS and lies.county != path.county:
        return None
    return Elsewhere(unit, "".join(lies[Level.COUNTY.depth : depth]))


def stands_in_zone(path: DivisionPath, year: int) -> bool:
    """Tell whether the statistical codes have a name in a zone of the prefecture near a year.

    They have 台怀镇 of 五台县 in a scenic area.
    """
    from pilotdiff.record import locate

    depth = _depth(path)
    wide = [part if at < Level.COUNTY.depth or at == depth else "" for at, part in enumerate(path)]
    same = locate(DivisionPath._make(wide)).same if path.prefecture else ()
    return any(each.distance(year) <= _NEAR and _lies_in_zone(each) for each in same)


def _lies_in_zone(unit: Recorded) -> bool:
    return any(unit.code[at : at + 1] == digit for at, digit in _ZONES)
