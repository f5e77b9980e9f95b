"""When documents mean one place: stems agree level by level, and what is left out may be any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.matching.places.stated_places import are_several
from pilotdiff.model import LEVELS, Level, PathPrefix
from pilotdiff.names import gazetteer
from pilotdiff.repair import fold


class Spelling(NamedTuple):
    """A place as documents write it, and the numbers of those that list it itself."""

    prefix: PathPrefix
    documents: frozenset[int]


def grouped(spellings: Iterable[Spelling]) -> list[tuple[PathPrefix, ...]]:
    """Return the spellings of each place together, the most complete first.

    One that leaves out so much that it could be several places stays for itself.
    """
    ordered = sorted(spellings, key=lambda each: -_completeness(each.prefix))
    groups: list[list[Spelling]] = []
    for one in ordered:
        fitting = [group for group in groups if all(_same(one, other) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(one)
        else:
            groups.append([one])
    return [tuple(each.prefix for each in group) for group in groups]


def joined_spelling(prefixes: Sequence[PathPrefix]) -> PathPrefix:
    """Return the first of these spellings, its gaps filled from the others."""
    return tuple(next(filter(None, parts), "") for parts in zip(*prefixes, strict=True))


def bear_one_name(one: PathPrefix, other: PathPrefix) -> bool:
    """Tell whether two places of one level bear the same name, wherever they lie."""
    return len(one) == len(other) and _same_part(len(one) - 1, one[-1], other[-1])


def _completeness(prefix: PathPrefix) -> int:
    return sum(map(bool, prefix))


def _same(one: Spelling, other: Spelling) -> bool:
    """Tell whether two spellings are of one place; a list that has 甲村 and 甲社区 means two, and
    so are 恩施市 and the prefecture 恩施州 in which it lies."""
    if len(one.prefix) != len(other.prefix):
        return False
    if one.documents & other.documents and fold(one.prefix[-1]) != fold(other.prefix[-1]):
        return False
    moved = _is_one_county(one.prefix, other.prefix)
    pairs = enumerate(zip(one.prefix, other.prefix, strict=True))
    return all(
        not a or not b or _same_part(depth, a, b) or (moved and depth == Level.PREFECTURE.depth)
        for depth, (a, b) in pairs
    )


def _is_one_county(one: PathPrefix, other: PathPrefix) -> bool:
    """Tell whether two places lie in, or are, a county that went from one city to another: the
    standard has one of its name in the province (六安市寿县, 淮南市寿县)."""
    county = Level.COUNTY.depth
    if len(one) <= county or not one[0] or one[0] != other[0] or one[county] != other[county]:
        return False
    name = one[county]
    return bool(gazetteer.codes(Level.COUNTY, name)) and not are_several(one[0], name)


@lru_cache(maxsize=1 << 14)
def _same_part(depth: int, one: str, other: str) -> bool:
    """Tell whether two parts of a level are one name: any script, any kind, or one after the
    other."""
    level = LEVELS[depth]
    if name_of(level, one).stem == name_of(level, other).stem:
        return True
    return level in (Level.PREFECTURE, Level.COUNTY) and not gazetteer.codes(level, one).isdisjoint(
        gazetteer.codes(level, other)
    )
