"""Units left over on both sides that bear one name, and that the lists put into two places of which
one may be wrong: 甲市清岗区 and 乙市清岗区, of which the standard has one, and what lies in them; a
village in towns of one name, which the lists put into two counties.

One of the lists has the place wrong, or the unit went from one to the other: a person decides.
Districts whose name several cities have are two.
"""

from collections import defaultdict
from collections.abc import Sequence

from pilotdiff.matching.left_over.across_levels import proposed
from pilotdiff.matching.left_over.named_by_remarks import stems_above
from pilotdiff.matching.likely_pairings import KeptPairings, Proposals, RuledOut
from pilotdiff.matching.names.name_keys import is_called_as, name_of, stem_of, unit_stem
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.places.stated_places import are_several, may_be_one_place
from pilotdiff.matching.recorded_histories import is_recorded
from pilotdiff.model import Level, Message, Pairing, Unit, msg
from pilotdiff.names import gazetteer
from pilotdiff.repair import fold

_PERHAPS, _LESS = 0.5, 0.4
_COUNTY, _TOWN = Level.COUNTY.depth, Level.TOWNSHIP.depth
_WHY = msg(
    "the same name; the lists put {name} into {place} and {other}, and the standard has no second "
    "{name}"
)
_RENAMED = msg("the same name; by the standard {county} and {other} are one county")
_OF_TOWN = msg("the same name; the lists put {town} into {county} and {other}")
# What more units of one name share is no question that a person could answer.
_MOST = 20
_Sure = tuple[Message, float]


def in_misplaced_places(
    found_before: KeptPairings, apart: RuledOut = frozenset(), *, record: bool = True
) -> Proposals:
    """Return proposals of units of one name that no likely pairing holds, in two places that may be
    one; and of those left over because another row holds the other one, why.

    `apart` holds pairs of `id(unit)` that a person ruled out; with `record` two towns that the
    official record has are two.
    """
    placed = (list(filter(_is_placed, units)) for units in found_before.left)
    ours, theirs = map(_by_place, placed)
    edges = {
        (id(pilot), id(result)): (pilot, result)
        for key in ours.keys() & theirs.keys()
        if max(len(ours[key]), len(theirs[key])) <= _MOST
        for pilot in ours[key]
        for result in theirs[key]
    }
    found = [
        Pairing(pilot, result, "features", sure, sure, why, moved=True)
        for edge, (pilot, result) in edges.items()
        if edge not in apart
        for why, sure in _why(pilot, result, record=record)
    ]
    return proposed(found)


def _is_placed(unit: Unit) -> bool:
    """Tell whether a list says in which county a unit lies, or in which city a county does."""
    return unit.level.depth >= _COUNTY and bool(unit.path[min(_COUNTY, unit.level.depth - 1)])


def _by_place(units: Sequence[Unit]) -> dict[tuple[str, ...], list[Unit]]:
    """Return units by their names, with the codes of the standard's county that they are or lie in,
    and with their town."""
    found: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in units:
        name = unit.level.value, unit_stem(unit)
        for code in _codes(unit.path[_COUNTY]):
            found[*name, code].append(unit)
        if unit.level is Level.COMMUNITY and unit.path[_TOWN]:
            found[*name, stem_of(compared_place(unit))].append(unit)
    return found


def _why(pilot: Unit, result: Unit, *, record: bool) -> Sequence[_Sure]:
    """Return why two units of one name in two places may be one, and how surely; () where nothing
    says so."""
    ours, theirs = stems_above(pilot), stems_above(result)
    county, other = pilot.path[_COUNTY], result.path[_COUNTY]
    is_one_town = may_be_one_place(ours[_TOWN:], theirs[_TOWN:])
    if fold(county) == fold(other):
        return _in_two_cities(pilot, result) if is_one_town and _is_one(county) else ()
    if pilot.level is Level.COUNTY or not is_one_town:
        return ()
    if _is_one(county) and _is_one(other) and _codes(county) & _codes(other):
        return [(_RENAMED.given(county=county, other=other), _PERHAPS)]
    if may_be_one_place(ours[:_COUNTY], theirs[:_COUNTY]) and _may_have_gone(
        pilot, result, record=record
    ):
        told = _OF_TOWN.given(town=pilot.path[_TOWN], county=county, other=other)
        return [(told, _LESS)]
    return ()


def _in_two_cities(pilot: Unit, result: Unit) -> Sequence[_Sure]:
    """Return that the lists put one county into two cities or provinces."""
    name = pilot.path[_COUNTY]
    for one, other in zip(pilot.path[:_COUNTY], result.path[:_COUNTY], strict=True):
        if one and other and fold(one) != fold(other):
            return [(_WHY.given(name=name, place=one, other=other), _PERHAPS)]
    return ()


def _may_have_gone(pilot: Unit, result: Unit, *, record: bool) -> bool:
    """Tell whether two villages of towns of one name may be one: another town of the name has its
    own village called as it is, and of a town that the record has it has no other."""
    if pilot.level is not Level.COMMUNITY or not (pilot.path[_TOWN] and result.path[_TOWN]):
        return False
    if is_called_as(name_of(pilot.level, pilot.own), compared_place(pilot)):
        return False
    towns = (unit.path._replace(community="") for unit in (pilot, result))
    return not (record and all(map(is_recorded, towns)))


def _codes(county: str) -> frozenset[str]:
    return gazetteer.codes(Level.COUNTY, county)


def _is_one(county: str) -> bool:
    return bool(_codes(county)) and not are_several("", county)
