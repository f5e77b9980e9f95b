"""Counties left over on both sides that bear one name, of which the standard has one, and that the
lists put into two cities: 甲市清岗区, and 乙市清岗区.

One of the lists has the city wrong, or the county went from one to the other: a person decides.
Districts whose name several cities have are two.
"""

from pilotdiff.in_groups import in_groups
from pilotdiff.matching.left_over.across_levels import proposed
from pilotdiff.matching.likely_pairings import KeptPairings, Proposals, RuledOut
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.places.stated_places import are_several
from pilotdiff.model import Level, Pairing, Unit, msg
from pilotdiff.names import gazetteer
from pilotdiff.repair import fold

_PERHAPS = 0.5
_CITY = Level.PREFECTURE.depth
_WHY = msg(
    "the same name; the lists put it into {city} and {other}, and the standard has no second {name}"
)


def in_misplaced_counties(found_before: KeptPairings, apart: RuledOut = frozenset()) -> Proposals:
    """Return proposals of counties of one name and province in two cities that no likely pairing
    holds; and of those left over because another row holds the other one, why.

    `apart` holds pairs of `id(unit)` that a person ruled out.
    """
    ours, theirs = ([unit for unit in units if _is_placed(unit)] for units in found_before.left)
    named = in_groups(theirs, lambda result: fold(result.own))
    found = [
        _proposal(pilot, result)
        for pilot in ours
        for result in named.get(fold(pilot.own), ())
        if (id(pilot), id(result)) not in apart
        and _are_in_two_cities(pilot, result)
        and _is_one(pilot.own)
    ]
    return proposed(found)


def _is_placed(unit: Unit) -> bool:
    return unit.level is Level.COUNTY and bool(unit.path[_CITY])


def _are_in_two_cities(one: Unit, other: Unit) -> bool:
    ours, theirs = compared_place(one), compared_place(other)
    same_province = ours[0] == theirs[0] or not (ours[0] and theirs[0])
    return same_province and ours[_CITY] != theirs[_CITY]


def _is_one(name: str) -> bool:
    return bool(gazetteer.codes(Level.COUNTY, name)) and not are_several("", name)


def _proposal(pilot: Unit, result: Unit) -> Pairing:
    cities = {"city": pilot.path[_CITY], "other": result.path[_CITY]}
    why = _WHY.given(name=pilot.own, **cities)
    return Pairing(pilot, result, "features", _PERHAPS, _PERHAPS, why, moved=True)
