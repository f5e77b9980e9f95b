"""Equal names of which no more is known than a place far above them: what they are worth.

和平社区 in 四川省 may be another one in either list. How often it is goes by how many others the
place has: the record counts them, else the frequency of the name tells.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.matching.deterministic_rules import NAME_RULES
from pilotdiff.matching.match_weights import weights
from pilotdiff.matching.names.name_bearers import Bearers, bearers_by_name, both_bear, expected
from pilotdiff.matching.places.stated_places import are_several
from pilotdiff.model import Level, Pairing, Said, Unit, msg

# From so many others on a person is told of them.
_SOME = 0.5
# Two names that are one unit no more often than by a toss say nothing.
_TOSS = 0.5
# So many units of the record are named in a reason.
_NAMED = 6

StatedParents = tuple[str, ...]


class _Open(NamedTuple):
    """A pairing at a place in a list of pairings, and the parents that both its units state.

    below  the parents from the county on, where the province has several districts of that name and
           a list leaves out the city; else ()
    """

    at: int
    pairing: Pairing
    parents: StatedParents
    below: StatedParents = ()


def weighed_by_namesakes(
    pairings: Sequence[Pairing], pilots: Sequence[Unit], results: Sequence[Unit], *, record: bool
) -> list[Pairing]:
    """Return pairings, those of equal names as sure as names are of which so little is known.

    Where two units state no place at all, it is the one that all units of both lists share.
    """
    found = [
        _Open(at, pairing, _stated(pairing))
        if _is_open(pairing)
        else _Open(at, pairing, pairing.pilot.path[:1], below)
        for at, pairing in enumerate(pairings)
        if _is_open(pairing) or (below := _below_one_of_several(pairing))
    ]
    if not found:
        return list(pairings)
    common = _common([*pilots, *results])
    told = list(pairings)
    for level, parents, group in _groups(found, common):
        names = list(dict.fromkeys(own for one in group for own in _names(one.pairing)))
        known = bearers_by_name(level, names, parents) if record and parents else {}
        for one in group:
            told[one.at] = _weighed(one, parents, known)
    return told


def _is_open(pairing: Pairing) -> bool:
    """Return whether a pairing rests on a name, and a list leaves out where the unit lies."""
    pilot, result = pairing.pilot, pairing.result
    depth = pilot.level.depth
    if depth < Level.TOWNSHIP.depth or (pilot.path[depth - 1] and result.path[depth - 1]):
        return False
    return pairing.rule in NAME_RULES and not pairing.rivals


def _below_one_of_several(pairing: Pairing) -> StatedParents:
    """Return the parents from the county on of two units of one name, where a list leaves out the
    city and the province has several districts so called (四川省市中区白马镇); else ()."""
    pilot, result = pairing.pilot, pairing.result
    depth, county = pilot.level.depth, Level.COUNTY.depth
    if depth <= county or pairing.rule not in NAME_RULES or pairing.rivals:
        return ()
    for one in (pilot, result):
        is_bare = one.path[0] and not one.path[county - 1] and not one.entry.code
        if is_bare and are_several(one.path[0], one.path[county]):
            return tuple(one.path[county:depth])
    return ()


def _stated(pairing: Pairing) -> StatedParents:
    """Return the parents down to the last that both units state."""
    ours, theirs = pairing.pilot.path, pairing.result.path
    both = [depth for depth in range(pairing.pilot.level.depth) if ours[depth] and theirs[depth]]
    return tuple(ours[depth] or theirs[depth] for depth in range(both[-1] + 1)) if both else ()


def _common(units: Iterable[Unit]) -> StatedParents | None:
    """Return the parents that all units share which state any; None where none does.

    What one of them leaves out is shared by none: 清河县 may lie in another city than the rest.
    """
    shown: list[set[str]] = [set(), set(), set()]
    for level, above in {(unit.level, unit.path[:3]) for unit in units}:
        stated = above[: level.depth]
        if any(stated):
            for depth, part in enumerate(stated):
                shown[depth].add(part)
    if not any(names - {""} for names in shown):
        return None
    parents: list[str] = []
    for names in shown:
        if len(names) > 1:
            break
        parents.append(next(iter(names), ""))
    while parents and not parents[-1]:
        parents.pop()
    return tuple(parents)


def _groups(
    found: Iterable[_Open], common: StatedParents | None
) -> Iterable[tuple[Level, StatedParents | None, list[_Open]]]:
    """Return open pairings by level and by the place that is known of them."""
    groups: dict[tuple[Level, StatedParents | None], list[_Open]] = defaultdict(list)
    for one in found:
        level = one.pairing.pilot.level
        parents = one.parents or common
        groups[level, parents].append(one)
    return [(level, parents, group) for (level, parents), group in groups.items()]


def _names(pairing: Pairing) -> tuple[str, str]:
    return pairing.pilot.own, pairing.result.own


def _weighed(one: _Open, parents: StatedParents | None, known: dict[str, Bearers]) -> Pairing:
    """Return a pairing as sure as the others of its name in a place leave it."""
    pairing, level = one.pairing, one.pairing.pilot.level
    measured = weights().namesakes[level.value]
    # Lists that state no place at all are those of one county.
    depth = Level.TOWNSHIP.depth if parents is None or one.below else len(parents)
    if one.below:
        known = {own: there for own, each in known.items() if (there := each.below(one.below))}
        parents = (*(parents or ()), *one.below)
    found = both_bear(
        known.get(own) or expected(level, own, depth, measured) for own in _names(pairing)
    )
    sure = pairing.confidence * found.share(measured)
    # Which of several units that are known is meant is a question for a person, however often the
    # two lists mean one.
    several = len(found.known) > 1
    return pairing._replace(
        confidence=sure,
        margin=0.0 if several else max(0.0, 2 * sure - 1),
        reason=_reason(pairing, parents, found),
        few=True,
        rivals=_rivals(pairing, found) if several or sure < _TOSS else (),
    )


def _rivals(pairing: Pairing, found: Bearers) -> tuple[str, ...]:
    return _called(found) or (pairing.pilot.own,)


def _called(found: Bearers) -> tuple[str, ...]:
    """Return the whole names of the units that the record has."""
    if not found.known:
        return ()
    from pilotdiff.record import path_of

    return tuple(sorted("".join(path_of(unit)) for unit in found.known))


def _reason(pairing: Pairing, parents: StatedParents | None, found: Bearers) -> Said:
    """Tell what place is known of both units, and who else bears the name there."""
    if not parents:
        said = pairing.reason if pairing.rule == "exact" else _ALIKE[pairing.rule]
        return _NOWHERE.given(reason=said) if found.others >= _SOME else said
    said, place = _ALIKE[pairing.rule], "".join(parents)
    known = (_TOLD if _stated(pairing) else _COMMON).given(place=place)
    named = _called(found)
    if not named:
        told = _FREQUENT if found.others >= _SOME else _RARE
        return told.given(reason=said, known=known)
    if len(named) == 1:
        return _ONLY.given(reason=said, known=known)
    shown = "、".join(named[:_NAMED]) + ("…" if len(named) > _NAMED else "")
    return _SEVERAL.given(reason=said, known=known, number=len(named), names=shown)


# What the rules say of the names alone: of places less is told than they say.
_ALIKE = {
    "exact": msg("the same name"),
    "wording": msg("the same stem and kind, worded differently"),
    "stem": msg("the same stem, another kind"),
    "glued": msg("the same name, once with its parent written before it"),
}
_TOLD = msg("no more is told of its place than {place}")
_COMMON = msg("a list tells no place of it; all places that the lists tell lie in {place}")
_NOWHERE = msg("{reason}; it is a frequent name, and no place tells which unit is meant")
_FREQUENT = msg("{reason}; {known}, where several units may bear it")
_RARE = msg("{reason}; {known}, where it is a rare name")
_ONLY = msg("{reason}; {known}, where the record has one such unit")
_SEVERAL = msg("{reason}; {known}, where the record has {number} such units: {names}")
