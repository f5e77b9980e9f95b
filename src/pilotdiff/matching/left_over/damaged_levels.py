"""Names whose lost characters hide their level: 〓阳市 may be a prefecture or a county, 清河〓 a
county or a town.

Levels are matched each with its own, and such a name was given one of several. What it can be at
another level, of what is left over, is proposed to a person, and never believed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pilotdiff.matching.left_over.across_levels import one_to_one
from pilotdiff.matching.likely_pairings import RuledOut, is_likely
from pilotdiff.matching.names.lost_character_fit import evidence, text_fits, wildcards_of
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.model import LEVELS, Level, Pairing, Said, Unit, msg
from pilotdiff.model.paths import agree
from pilotdiff.model.repairs import LOST
from pilotdiff.repair import fold

_PERHAPS = 0.5
# A pairing as sure as this leaves its units to nobody else.
_SURE = 0.8
_CITIES = frozenset({Level.PREFECTURE, Level.COUNTY})
_BELOW_PROVINCE = frozenset(LEVELS[Level.PREFECTURE.depth :])
_Start = tuple[int, int, str]


class Crossing(NamedTuple):
    """Pairings of damaged names with units of other levels, and why units without one may yet be
    one of the other list, by `id(unit)`."""

    pairings: list[Pairing]
    alone: Mapping[int, Said]


def may_stand_at(unit: Unit) -> frozenset[Level]:
    """Return the levels that a unit may have: its own, and where characters are lost and no column
    tells, those that what is left of its name admits."""
    if LOST not in unit.own or unit.entry.columns:
        return frozenset({unit.level})
    if unit.own.endswith(LOST):
        return _BELOW_PROVINCE
    return _CITIES if unit.own.endswith("市") else frozenset({unit.level})


def crossing_levels(
    lists: tuple[Sequence[Unit], Sequence[Unit]],
    pairings: Iterable[Pairing],
    apart: RuledOut = frozenset(),
) -> Crossing:
    """Return what damaged names of either list may be at another level of the other.

    `pairings` hold what is spoken for; `apart` holds pairs of `id(unit)` that a person ruled out.
    """
    damaged = [[each for each in units if len(may_stand_at(each)) > 1] for units in lists]
    if not any(damaged):
        return Crossing([], {})
    likely = [each for each in pairings if is_likely(each)]
    held, asked = (
        {id(unit) for each in likely if each.confidence >= least for unit in each[:2]}
        for least in (_SURE, 0)
    )
    found, alone = list[Pairing](), dict[int, Said]()
    for side, names in enumerate(damaged):
        sound = _Sound(each for each in lists[1 - side] if id(each) not in held)
        for name in names:
            for other in sound.fitting(name) if id(name) not in held else ():
                edge = (name, other) if side == 0 else (other, name)
                if (id(edge[0]), id(edge[1])) in apart:
                    continue
                if asked.isdisjoint(map(id, edge)):
                    found.append(_proposal(edge, name, other))
                alone.setdefault(id(other), _MAY_BE.given(name=name.name))
                alone.setdefault(id(name), _MAY_MEAN.given(name=other.name))
    return Crossing(one_to_one(found), alone)


_WHY = msg("{name}; which level it has is lost with it")
_MAY_BE = msg("{name} of the other list may be it: a character of that name and its level are lost")
_MAY_MEAN = msg("it may be {name} of the other list: a character of it and its level are lost")


def _proposal(edge: tuple[Unit, Unit], damaged: Unit, sound: Unit) -> Pairing:
    why = _WHY.given(name=evidence(damaged, sound))
    return Pairing(*edge, "damage", _PERHAPS, _PERHAPS, why, moved=False)


class _Sound:
    """Whole names by their length and one of their characters."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = [unit for unit in units if LOST not in unit.own]
        self._by_start: dict[_Start, list[Unit]] = defaultdict(list)
        for unit in self._units:
            for at, character in enumerate(unit.own):
                self._by_start[len(unit.own), at, fold(character)].append(unit)

    def fitting(self, damaged: Unit) -> Iterator[Unit]:
        """Yield the units of other levels that a damaged name may be."""
        own = damaged.own
        known = next((at for at, character in enumerate(own) if character != LOST), None)
        if known is None:
            return
        wildcards = wildcards_of(damaged, damaged.level.depth)
        levels = may_stand_at(damaged) - {damaged.level}
        levels |= {damaged.level} if own.endswith(LOST) else set()
        for other in self._by_start[len(own), known, fold(own[known])]:
            fits = other.level in levels and text_fits(own, wildcards, other.own)
            if fits and _agree(damaged, other):
                yield other


def _agree(one: Unit, other: Unit) -> bool:
    """Tell whether no parent that both state differs."""
    return agree(compared_place(one), compared_place(other))
