"""A name that could be several units is none of them: what no place tells apart goes to a person.

A unit whose list leaves out a part of its place may be any unit of the other list that bears its
name and contradicts none of the parts that are stated. Where several may be it, on either side, the
pairing is a proposal, and all rivals are named.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from pilotdiff.matching.level_steps import CODE
from pilotdiff.matching.likely_pairings import is_likely, units_held
from pilotdiff.matching.match_weights import certain
from pilotdiff.matching.names.families import is_called_by_its_place
from pilotdiff.matching.names.name_keys import category_of, name_of
from pilotdiff.matching.places.matched_places import Place, compared_place
from pilotdiff.matching.places.remarked_places import called
from pilotdiff.matching.places.stated_places import (
    NameKey,
    are_several,
    content,
    is_loose,
    keys_of,
    lies_in_a_place,
    may_be_one_place,
    may_begin,
)
from pilotdiff.matching.reasons import elsewhere, in_a_row, rule_reason
from pilotdiff.matching.stated_codes import places_by_code
from pilotdiff.model import Level, Message, Pairing, Unit, msg
from pilotdiff.repair import fold

UnitPair = tuple[int, int]
# A name that more units of a list bear is no question that a person could answer.
_MOST = 200


class Settled(NamedTuple):
    """The pairings, and why pilots and results without one have none, by `id(unit)`."""

    pairings: list[Pairing]
    pilots: dict[int, Message]
    results: dict[int, Message]


def settled(
    pairings: Sequence[Pairing],
    pilots: Sequence[Unit],
    results: Sequence[Unit],
    apart: Set[UnitPair] = frozenset(),
) -> Settled:
    """Return the pairings, those that several units could make turned into proposals.

    `apart` holds pairs of `id(unit)` that a person ruled out. What a person decided stays.
    """
    # Of a whole nation few units are loose: only what bears one of their names can be a rival.
    coded = places_by_code(pilots, results)
    loose = [unit for units in (pilots, results) for unit in units if is_loose(unit, coded)]
    keys = {key for unit in loose for key in keys_of(unit)}
    if not loose:
        return Settled(list(pairings), {}, {})
    begins = {name_of(unit.level, unit.own).stem[:2] for unit in loose}
    ours, theirs = (
        [unit for unit in units if may_begin(unit, begins) and not keys.isdisjoint(keys_of(unit))]
        for units in (pilots, results)
    )
    met = {id(unit) for unit in (*ours, *theirs)}
    asked: list[Pairing] = []
    rest: list[Pairing] = []
    for pairing in pairings:
        both = id(pairing.pilot) in met and id(pairing.result) in met and pairing.rule != CODE
        (asked if both else rest).append(pairing)
    held = units_held(rest)
    ours = [unit for unit in ours if id(unit) not in held]
    theirs = [unit for unit in theirs if id(unit) not in held]
    told = _Namesakes(ours, theirs, apart, coded).settled(asked)
    return told._replace(pairings=[*rest, *told.pairings])


class _Side(NamedTuple):
    """One list by the names that its units bear; `loose` has those alone whose place is open."""

    places: dict[int, Place]
    by_key: dict[NameKey, list[Unit]]
    loose: dict[NameKey, list[Unit]]


class _Namesakes:
    """Two lists, and which of their units may be which by name and by what is stated of places."""

    def __init__(
        self,
        pilots: Sequence[Unit],
        results: Sequence[Unit],
        apart: Set[UnitPair],
        coded: Mapping[int, Place],
    ) -> None:
        self._apart = apart
        self._coded = coded
        self._units = pilots, results
        self._sides = tuple(
            _Side(
                {id(unit): coded.get(id(unit)) or compared_place(unit) for unit in units},
                _by_key(units),
                _by_key(filter(self._is_loose, units)),
            )
            for units in (pilots, results)
        )

    def settled(self, pairings: Sequence[Pairing]) -> Settled:
        """Return what is left of the pairings, the proposals made, and the reasons."""
        weak = [one for one in pairings if not is_likely(one)]
        made = [self._judged(one) for one in pairings if is_likely(one)]
        held = {id(p.pilot) for p in made}, {id(p.result) for p in made}
        lone = [
            sorted((u for u in units if id(u) not in taken and lies_in_a_place(u)), key=content)
            for units, taken in zip(self._units, held, strict=True)
        ]
        for pilot in lone[0]:
            found = [r for r in self._others(pilot, 0) if id(r) not in held[1]]
            free = sorted((r for r in found if self._may_be(pilot, r)), key=content)
            if free:
                made.append(self._equal(pilot, free[0]))
                held[0].add(id(pilot))
                held[1].add(id(free[0]))
        made += (p for p in weak if id(p.pilot) not in held[0] and id(p.result) not in held[1])
        return Settled(made, self._reasons(0, held[0]), self._reasons(1, held[1]))

    def _judged(self, pairing: Pairing) -> Pairing:
        """Return a pairing as it is, or as a proposal where another unit may be meant as well."""
        pilot, result = pairing.pilot, pairing.result
        if pairing.rule == "decision" or not self._bear_one_name(pilot, result):
            return pairing
        if self._rivals(pilot, result) or _has_namesakes(pilot, result):
            return self._proposal(pilot, result, pairing.rule)
        if pairing.rule == "features" and (self._is_loose(pilot) or self._is_loose(result)):
            return self._equal(pilot, result)
        return self._placeless(pairing)

    def _equal(self, pilot: Unit, result: Unit) -> Pairing:
        """Return the pairing of two equal names whose places may be one, with nothing else."""
        if self._rivals(pilot, result) or _has_namesakes(pilot, result):
            return self._proposal(pilot, result)
        rule = "exact" if fold(pilot.own) == fold(result.own) else "wording"
        sure = certain()[rule][False]
        reason = rule_reason(rule, moved=False)
        return self._placeless(Pairing(pilot, result, rule, sure, sure, reason, moved=False))

    def _placeless(self, pairing: Pairing) -> Pairing:
        """Return a pairing, with a reason that claims no place where a list states none."""
        if pairing.pilot.level is Level.PROVINCE or pairing.rule == "features":
            return pairing
        units = pairing.pilot, pairing.result
        if all(any(side.places[id(unit)]) for side, unit in zip(self._sides, units, strict=True)):
            return pairing
        why = msg("the same name, which no other unit of either list has; a list names no place")
        return pairing._replace(reason=why)

    def _proposal(self, pilot: Unit, result: Unit, rule: str = "exact") -> Pairing:
        rivals = self._rivals(pilot, result)
        told = tuple(unit.name for unit in rivals)
        loose = pilot if self._is_loose(pilot) else result
        return Pairing(
            pilot=pilot,
            result=result,
            rule=rule,
            confidence=round(1 / (len(rivals) + 1 if rivals else 2), 4),
            margin=0.0,
            reason=_why([*map(called, rivals)]) if told else _several(loose),
            runner_up=told[0] if told else "",
            moved=False,
            rivals=told or (pilot.own,),
        )

    def _rivals(self, pilot: Unit, result: Unit) -> list[Unit]:
        """Return the units that either of the two may be as well, by what is stated."""
        agreed = self._agreement(pilot, result)
        found: list[Unit] = []
        firm = not self._is_loose(pilot) and not self._is_loose(result)
        for unit, side, mate in ((pilot, 0, result), (result, 1, pilot)):
            for other in self._others(unit, side, loose=firm):
                pair = (unit, other) if side == 0 else (other, unit)
                if other is mate or _are_of_two_categories(other, mate, unit):
                    continue
                if self._agreement(*pair) >= agreed:
                    found.append(other)
        return sorted(found, key=content)

    def _others(self, unit: Unit, side: int, *, loose: bool = False) -> list[Unit]:
        """Return the units of the other list that bear a unit's name where it may stand; only those
        whose own place is open with `loose`."""
        there, own = self._sides[1 - side], self._sides[side].places[id(unit)]
        named = there.loose if loose else there.by_key
        found = {
            id(other): other
            for key in keys_of(unit)
            for other in named.get(key, ())[:_MOST]
            if may_be_one_place(own, there.places[id(other)])
        }
        return list(found.values())

    def _agreement(self, pilot: Unit, result: Unit) -> int:
        """Return how many parts of the place both state alike."""
        ours, theirs = self._sides[0].places[id(pilot)], self._sides[1].places[id(result)]
        return sum(a == b != "" for a, b in zip(ours, theirs, strict=True))

    def _bear_one_name(self, pilot: Unit, result: Unit) -> bool:
        ours, theirs = self._sides[0].places[id(pilot)], self._sides[1].places[id(result)]
        return may_be_one_place(ours, theirs) and not keys_of(pilot).isdisjoint(keys_of(result))

    def _is_loose(self, unit: Unit) -> bool:
        return is_loose(unit, self._coded)

    def _may_be(self, pilot: Unit, result: Unit) -> bool:
        return (id(pilot), id(result)) not in self._apart

    def _reasons(self, side: int, held: set[int]) -> dict[int, Message]:
        """Return why units that may be one of the other list are left, though it is spoken for."""
        reasons = {}
        for unit in self._units[side]:
            if id(unit) in held:
                continue
            found = sorted(self._others(unit, side), key=content)
            pairs = ((unit, other) if side == 0 else (other, unit) for other in found)
            may = [o for o, pair in zip(found, pairs, strict=True) if self._may_be(*pair)]
            loose = [other for other in may if self._is_loose(unit) or self._is_loose(other)]
            if loose:
                reasons[id(unit)] = elsewhere(map(called, loose))
        return reasons


def _are_of_two_categories(other: Unit, mate: Unit, unit: Unit) -> bool:
    """Tell whether a list has one name in one place under two categories, and a unit's is that of
    its mate: neither may be meant by the other's row."""
    own = category_of(unit.entry.category)
    return (
        own != ""
        and other.path == mate.path
        and category_of(mate.entry.category) == own != category_of(other.entry.category)
    )


def _by_key(units: Iterable[Unit]) -> dict[NameKey, list[Unit]]:
    found: dict[NameKey, list[Unit]] = defaultdict(list)
    for unit in units:
        for key in keys_of(unit):
            found[key].append(unit)
    return found


def _has_namesakes(pilot: Unit, result: Unit) -> bool:
    """Return whether no more is known of one of two counties than a province or less, in which
    several bear its name, or of one of two zones, which is called as that of any place is."""
    bare = [u for u in (pilot, result) if not u.path[Level.PREFECTURE.depth]]
    if pilot.level is Level.COUNTY and any(are_several(u.path[0], u.own) for u in bare):
        return True
    stated = [all(u.path[Level.PREFECTURE.depth : u.level.depth]) for u in (pilot, result)]
    return stated[0] is not stated[1] and _may_be_anywhere(pilot) and _may_be_anywhere(result)


def _may_be_anywhere(unit: Unit) -> bool:
    return is_called_by_its_place(name_of(unit.level, unit.own))


_OF_ANY_PLACE = msg("the same name, but any place may have a {name}, and a list does not say which")


def _why(rivals: Sequence[str]) -> Message:
    return msg(
        "the same name, but {names} may be meant as well: no place tells which",
        names=in_a_row(rivals),
    )


def _several(unit: Unit) -> Message:
    if _may_be_anywhere(unit):
        return _OF_ANY_PLACE.given(name=unit.own)
    return msg(
        "the same name, but several counties are called {name}, and no place tells which",
        name=unit.own,
    )
