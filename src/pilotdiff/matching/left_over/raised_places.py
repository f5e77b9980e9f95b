"""Communities whose town became a county: 东岭社区 in 清岗县白溪镇, and in 白溪市.

Places are compared level by level, and the town that the one list states is the county of the
other. Where the record has the change, the two places are one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from pilotdiff.matching.left_over.across_levels import LEVEL, one_to_one
from pilotdiff.matching.likely_pairings import KeptPairings, RuledOut
from pilotdiff.matching.names.name_keys import name_of, place_stem
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.recorded_histories import raised_place
from pilotdiff.model import Level, Pairing, Unit, msg
from pilotdiff.repair import fold

# As sure as the same name in a place called differently, and as two of one stem there may be.
_SURE, _PERHAPS = 0.99, 0.5
_SAME_NAME = msg("the same name in a place that was raised: {said}")
_SAME_STEM = msg("the same stem in a place that was raised: {said}")
_COUNTY, _TOWN = Level.COUNTY.depth, Level.TOWNSHIP.depth
_Key = tuple[str, ...]


def in_raised_places(found_before: KeptPairings, apart: RuledOut = frozenset()) -> list[Pairing]:
    """Return pairings of communities that no likely pairing holds, of which the one lies in a town
    and the other in the county which the record has that town become.

    `apart` holds pairs of `id(unit)` that a person ruled out.
    """
    if not any(map(_states_no_town, chain(*found_before.lists))):
        return []  # most lists
    pilots, results = found_before.left
    ours, theirs = map(_in_counties, found_before.left)
    edges = [
        *((unit, other) for unit, other in _met(pilots, theirs)),
        *((other, unit) for unit, other in _met(results, ours)),
    ]
    found = (_pairing(*each) for each in edges if (id(each[0]), id(each[1])) not in apart)
    return one_to_one([pairing for pairing in found if pairing is not None])


def _in_counties(units: Sequence[Unit]) -> dict[_Key, list[Unit]]:
    """Return the communities of which a list states the county and no town, by their region, the
    stem of the county and their own."""
    found: dict[_Key, list[Unit]] = defaultdict(list)
    for unit in units:
        if _states_no_town(unit):
            region = compared_place(unit)[:_COUNTY]
            stem = place_stem(_COUNTY, compared_place(unit)[_COUNTY])
            found[(*region, stem, name_of(unit.level, unit.own).stem)].append(unit)
    return found


def _states_no_town(unit: Unit) -> bool:
    """Tell whether a list states the county of a community and no town."""
    county, town, own = unit.path[_COUNTY:]
    return bool(own and county) and not town


def _met(units: Sequence[Unit], others: dict[_Key, list[Unit]]) -> Iterator[tuple[Unit, Unit]]:
    """Yield the communities of towns with those of one stem in counties called like the town."""
    for unit in units if others else ():
        county, town, own = unit.path[_COUNTY:]
        if own and county and town:
            place = compared_place(unit)
            key = *place[:_COUNTY], place_stem(_TOWN, place[_TOWN])
            for other in others.get((*key, name_of(unit.level, own).stem), ()):
                yield unit, other


def _pairing(pilot: Unit, result: Unit) -> Pairing | None:
    """Return the pairing of two communities, None where the record does not have that the town of
    the one became the county of the other."""
    lower, upper = (pilot, result) if pilot.path[_TOWN] else (result, pilot)
    places = lower.path._replace(community=""), upper.path._replace(community="")
    told = raised_place(*places)
    if told is None or not told.is_one:
        return None
    same = fold(pilot.own) == fold(result.own)
    sure, why = (_SURE, _SAME_NAME) if same else (_PERHAPS, _SAME_STEM)
    return Pairing(pilot, result, LEVEL, sure, sure, why.given(said=told.said), moved=True)
