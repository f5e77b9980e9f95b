"""What a list may mean by a name that the official record does not have in its place."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.checks.within.name_slips import is_slip
from pilotdiff.model import LEVELS, Level
from pilotdiff.model.paths import DivisionPath
from pilotdiff.names import split

if TYPE_CHECKING:
    from pilotdiff.record import Recorded

_NEAR = 1
_TOWNS = Level.TOWNSHIP.depth
# Digits by which the statistical codes tell zones: 330371 温州经济技术开发区, 360302401 城郊管委会.
_ZONES = ((4, "7"), (6, "4"))


class Elsewhere(NamedTuple):
    """A unit, and the name of the parent in which it stands."""

    unit: Recorded
    parent: str


def meant_there(path: DivisionPath, year: int, listed: Collection[DivisionPath]) -> Recorded | None:
    """Return the one unit near a year in the path's parent whose name the path's last part may be a
    slip for: one character that sounds or looks alike, or one written twice.

    What the list has beside it is not meant; where several could be, none is.
    """
    from pilotdiff.record import near

    depth = _depth(path)
    level, name = LEVELS[depth], path[depth]
    close = {
        each.code: each
        for each in near(path)
        if each.distance(year) <= _NEAR
        and _is_slip(level, name, each.name)
        and (*path[:depth], each.name, *path[depth + 1 :]) not in listed
    }
    return close.popitem()[1] if len(close) == 1 else None


def _depth(path: DivisionPath) -> int:
    return max(at for at, part in enumerate(path) if part)


def _is_slip(level: Level, name: str, other: str) -> bool:
    (stem, kind), (others, its) = split(level, name), split(level, other)
    if kind != its or len(stem) < 2:
        return False
    if len(stem) == len(others):
        at = next((n for n, (a, b) in enumerate(zip(stem, others, strict=True)) if a != b), None)
        return at is not None and is_slip(stem, others, at)
    return any(
        a == b and stem[:at] + stem[at + 1 :] == others for at, (a, b) in enumerate(pairwise(stem))
    )


def named_there(path: DivisionPath, year: int) -> Elsewhere | None:
    """Return the one unit of the name in the prefecture near a year, where it stands under another
    parent: a community in another town of the county, a town in another county.

    A name that several there bear, or bore in any year, tells nothing; nor does a zone of the
    statistical codes, which lies in a county as well.
    """
    from pilotdiff.record import locate, path_of

    depth = _depth(path)
    parts = [p if at < Level.COUNTY.depth or at == depth else "" for at, p in enumerate(path)]
    wide = locate(DivisionPath._make(parts))
    alone = len({each.code for each in wide.same}) == 1 and not wide.kindred
    if not alone or not path.prefecture:
        return None
    unit = wide.same[-1]
    lies = DivisionPath._make(path_of(unit, year))
    zones = [unit, *locate(DivisionPath._make((*path[:depth], *[""] * (5 - depth)))).same]
    if unit.distance(year) or any(map(_lies_in_zone, zones)):
        return None
    if depth > _TOWNS and lies.county != path.county:
        return None
    return Elsewhere(unit, "".join(lies[Level.COUNTY.depth : depth]))


def _lies_in_zone(unit: Recorded) -> bool:
    return any(unit.code[at : at + 1] == digit for at, digit in _ZONES)
