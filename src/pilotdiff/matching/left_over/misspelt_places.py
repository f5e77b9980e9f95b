"""Units left over on both sides whose places are one but for a character of a county or a city that
the standard does not have: 正走县白溪镇, and 正定县白溪镇.

A place that one list alone writes so, and all through, is aligned by what lies in it. One row that
does stands beside others of the right name: its unit is proposed to a person, and never believed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from pilotdiff.matching.left_over.across_levels import proposed
from pilotdiff.matching.likely_pairings import KeptPairings, Proposals, RuledOut
from pilotdiff.matching.names.families import opposed
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.places.stated_places import may_be_one_place
from pilotdiff.model import LEVELS, Level, Message, Pairing, Unit, msg
from pilotdiff.names import gazetteer
from pilotdiff.repair import fold

_PERHAPS = 0.5
_FIRST, _LAST = Level.PREFECTURE.depth, Level.COUNTY.depth
# A county of one character and its kind is a part of many names.
_SHORTEST = 3
# What more units of a list share is no question that a person could answer.
_MOST = 20
_WHY = msg(
    "the same name; the standard has no {misspelt}, which differs from {place} by one character"
)
_Key = tuple[Level, str, int]


def in_misspelt_places(found_before: KeptPairings, apart: RuledOut = frozenset()) -> Proposals:
    """Return proposals of units that no likely pairing holds, the place of one of which may be a
    slip for that of the other; and of units left over because another row holds the other one, why.

    `apart` holds pairs of `id(unit)` that a person ruled out.
    """
    ours, theirs = found_before.left
    stated = {unit.path[_FIRST : _LAST + 1] for unit in (*ours, *theirs)}
    parts = {(depth, part) for over in stated for depth, part in enumerate(over, _FIRST) if part}
    unknown = {part for part in parts if not _is_known(*part)}
    if not unknown:
        return [], {}
    edges = [*_edges(ours, theirs, unknown)]
    edges += [(pilot, result, why) for result, pilot, why in _edges(theirs, ours, unknown)]
    found = [
        Pairing(pilot, result, "features", _PERHAPS, _PERHAPS, why, moved=True)
        for pilot, result, why in edges
        if (id(pilot), id(result)) not in apart
    ]
    return proposed(found)


def _parts(unit: Unit) -> Iterator[tuple[int, str]]:
    """Yield the city and the county that a unit lies in, as its list states them."""
    for depth in range(_FIRST, min(_LAST + 1, unit.level.depth)):
        if part := unit.path[depth]:
            yield depth, part


def _is_known(depth: int, name: str) -> bool:
    return bool(gazetteer.codes(LEVELS[depth], name))


def _edges(
    units: Sequence[Unit], others: Sequence[Unit], unknown: Set[tuple[int, str]]
) -> Iterator[tuple[Unit, Unit, Message]]:
    """Yield each unit in a place that is `unknown` with those of its name in a known one which
    differs by one character."""
    asked = [(unit, part) for unit in units for part in _parts(unit) if part in unknown]
    wanted = {_key(unit, depth) for unit, (depth, _) in asked}
    named: dict[_Key, list[Unit]] = defaultdict(list)
    for other in others if wanted else ():
        for depth, _ in _parts(other):
            if (key := _key(other, depth)) in wanted:
                named[key].append(other)
    for unit, (depth, name) in asked:
        for other in named[_key(unit, depth)][:_MOST]:
            there = other.path[depth]
            if (
                (depth, there) not in unknown
                and _is_slip(name, there)
                and _meet(unit, other, depth)
            ):
                yield unit, other, _WHY.given(misspelt=name, place=there)


def _key(unit: Unit, depth: int) -> _Key:
    return unit.level, fold(name_of(unit.level, unit.own).text), depth


def _is_slip(name: str, other: str) -> bool:
    """Tell whether two names differ by one character, and not by one that tells neighbours apart;
    or by one that is set twice, or lost within a name.

    >>> _is_slip("清走县", "清定县"), _is_slip("桥东区", "桥西区"), _is_slip("清定县", "清定市")
    (True, False, False)
    >>> _is_slip("清定定县", "清定县"), _is_slip("定县", "清定县"), _is_slip("东清定县", "清定县")
    (True, False, False)
    """
    if name[-1] != other[-1]:
        return False
    if len(name) != len(other):
        shorter, longer = sorted((name, other), key=len)
        lost = range(1, len(longer) - 1)
        return len(shorter) >= _SHORTEST and any(
            longer[:at] + longer[at + 1 :] == shorter for at in lost
        )
    swapped = [pair for pair in zip(name, other, strict=True) if pair[0] != pair[1]]
    return len(swapped) == 1 and not opposed(*swapped[0])


def _meet(unit: Unit, other: Unit, depth: int) -> bool:
    """Tell whether no other part of two places differs; what an unknown county lies in is not told
    by the standard."""
    one, there = (list(compared_place(each)) for each in (unit, other))
    one[depth] = there[depth] = ""
    return may_be_one_place(tuple(one), tuple(there))
