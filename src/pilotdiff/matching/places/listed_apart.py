"""Places of one stem and two kinds that a list has side by side: they are two.

Levels are matched each with its own: 柳林街道 among the towns of one list and 柳林镇 among those of
the other may be one town that became a street. Where a list has a village in the other as well, it
tells that both stand at one time: the two are a proposal, and no certainty.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pilotdiff.matching.deterministic_rules import NAME_RULES
from pilotdiff.matching.names.name_keys import place_key, place_stem
from pilotdiff.matching.places.matched_places import Place, compared_place
from pilotdiff.model import Level, Pairing, Unit, msg

# As sure at most as two places may be that a list has side by side.
_APART = 0.5


class _Two(NamedTuple):
    """A pilot's place and a result's, of one stem and two kinds, as a list would have both: the
    pilots the second under the pilot's parents, the results the first under the result's."""

    among_pilots: Place
    among_results: Place
    names: tuple[str, str]


def weighed_by_lists(
    pairings: Sequence[Pairing], pilots: Sequence[Unit], results: Sequence[Unit]
) -> list[Pairing]:
    """Return pairings, those as proposals of whose places a list has both; lists of one level tell
    no more than was heard when they were compared."""
    if len({unit.level for units in (pilots, results) for unit in units}) < 2:
        return list(pairings)
    asked = {at: two for at, each in enumerate(pairings) if (two := _two(each)) is not None}
    if not asked:
        return list(pairings)
    ours, theirs = _places(pilots), _places(results)
    return [
        _proposed(each, two)
        if (two := asked.get(at)) and (two.among_pilots in ours or two.among_results in theirs)
        else each
        for at, each in enumerate(pairings)
    ]


def _two(pairing: Pairing) -> _Two | None:
    """Return the first of the counties and towns of a pairing that are of two kinds, the units
    themselves among them; None of one that rests on more than names."""
    pilot, result = pairing.pilot, pairing.result
    if pairing.rule not in NAME_RULES or pilot.entry.former or result.entry.former:
        return None
    towns = pilot.path[:_TOWNS], result.path[:_TOWNS]
    if towns[0] == towns[1]:
        return None  # most pairings
    return _first_apart(_down_to_town(pilot), _down_to_town(result), *towns)


@lru_cache(maxsize=1 << 12)
def _first_apart(
    ours: Place, theirs: Place, shown: tuple[str, ...], shown_there: tuple[str, ...]
) -> _Two | None:
    """Return the first of the places of two paths, by their keys and as they are shown, that are of
    two kinds; None where the first that differ are of two stems."""
    for depth, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        if depth >= Level.COUNTY.depth and one != other and one and other:
            names = shown[depth], shown_there[depth]
            are_of_one_stem = place_stem(depth, one) == place_stem(depth, other)
            two = _Two((*ours[:depth], other), (*theirs[:depth], one), names)
            return two if are_of_one_stem else None
    return None


def _down_to_town(unit: Unit) -> Place:
    """Return the keys of a unit's parents and its own, down to the town."""
    above = compared_place(unit)
    return above if len(above) == _TOWNS else (*above, place_key(unit.level.depth, unit.own))


def _places(units: Sequence[Unit]) -> set[Place]:
    """Return the counties and towns that a list has, as units and as parents of units."""
    of_each = {unit.path[:_TOWNS]: unit for unit in units}
    return {place for unit in of_each.values() for place in _of(unit)}


# The parts of a path down to the town.
_TOWNS = Level.TOWNSHIP.depth + 1


def _of(unit: Unit) -> Iterator[Place]:
    whole = _down_to_town(unit)
    yield whole
    yield whole[: _TOWNS - 1]


def _proposed(pairing: Pairing, two: _Two) -> Pairing:
    one, other = two.names
    return pairing._replace(
        confidence=min(pairing.confidence, _APART),
        margin=min(pairing.margin, _APART),
        reason=_WHY.given(reason=pairing.reason, one=one, other=other),
    )


_WHY = msg("{reason}; but a list has both {one} and {other}: two units")
