"""A name that could be several units is none of them: what no place tells apart goes to a person.

A unit whose list leaves out a part of its place may be any unit of the other list that bears its
name and contradicts none of the parts that are stated. Where several may be it, on either side, the
pairing is a proposal, and all rivals are named.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from pilotdiff import names
from pilotdiff.matching.level_steps import CODE
from pilotdiff.matching.matched_places import Place, compared_place, is_coded
from pilotdiff.matching.name_keys import name_of
from pilotdiff.matching.stated_codes import places_by_code
from pilotdiff.model import Level, Message, Pairing, Unit, msg
from pilotdiff.names import gazetteer
from pilotdiff.repair import fold

NameKey = tuple[str, ...]
UnitPair = tuple[int, int]
# So many rivals are named in a reason.
_NAMED = 6
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
    loose = [unit for units in (pilots, results) for unit in units if _is_loose(unit, coded)]
    keys = {key for unit in loose for key in _keys(unit)}
    if not loose:
        return Settled(list(pairings), {}, {})
    begins = {name_of(unit.level, unit.own).stem[:2] for unit in loose}
    ours, theirs = (
        [unit for unit in units if _may_begin(unit, begins) and not keys.isdisjoint(_keys(unit))]
        for units in (pilots, results)
    )
    met = {id(unit) for unit in (*ours, *theirs)}
    asked: list[Pairing] = []
    rest: list[Pairing] = []
    for pairing in pairings:
        both = id(pairing.pilot) in met and id(pairing.result) in met and pairing.rule != CODE
        (asked if both else rest).append(pairing)
    held = {id(unit) for one in rest for unit in (one.pilot, one.result)}
    ours = [unit for unit in ours if id(unit) not in held]
    theirs = [unit for unit in theirs if id(unit) not in held]
    told = _Namesakes(ours, theirs, apart, coded).settled(asked)
    return told._replace(pairings=[*rest, *told.pairings])


def _may_begin(unit: Unit, stems: Set[str]) -> bool:
    """Return whether a unit's name may begin like one of these stems, cut to two characters.

    A number may be written in two ways, a county's name be short for another.
    """
    head = fold(unit.own[:2])
    own_way = head[:1] == "第" or not head.isalpha() or unit.level.depth <= Level.COUNTY.depth
    return own_way or head in stems or head[:1] in stems


def _is_loose(unit: Unit, coded: Mapping[int, Place]) -> bool:
    """Return whether a part of the unit's place is unknown that tells it from others, and no code
    tells it.

    A prefecture is no such part where the province has one county of that name: 北京市朝阳区.
    """
    above = unit.path[: unit.level.depth]
    if all(above) or id(unit) in coded:
        return False
    if unit.level.depth < Level.COUNTY.depth or not above[0]:
        return True
    county = unit.path[Level.COUNTY.depth]
    return not (county and all(above[Level.COUNTY.depth :]) and _is_one_there(above[0], county))


@lru_cache(maxsize=1 << 14)
def _is_one_there(province: str, county: str) -> bool:
    """Return whether the standard has a county of that name in one prefecture of a province.

    >>> _is_one_there("北京市", "朝阳区"), _is_one_there("四川省", "清岗县")
    (True, False)
    """
    codes = {found.code[:2] for found in gazetteer.find(province) if found.level is Level.PROVINCE}
    return len({home for home in names.homes(county) if home[:2] in codes}) == 1


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
        made = [self._judged(pairing) for pairing in pairings]
        held = {id(p.pilot) for p in made}, {id(p.result) for p in made}
        lone = [
            sorted((u for u in units if id(u) not in taken and _is_open(u)), key=_content)
            for units, taken in zip(self._units, held, strict=True)
        ]
        for pilot in lone[0]:
            found = [r for r in self._others(pilot, 0) if id(r) not in held[1]]
            free = sorted((r for r in found if self._may_be(pilot, r)), key=_content)
            if free and (len(self._others(pilot, 0)) > 1 or len(self._others(free[0], 1)) > 1):
                made.append(self._proposal(pilot, free[0]))
                held[0].add(id(pilot))
                held[1].add(id(free[0]))
        return Settled(made, self._reasons(0, held[0]), self._reasons(1, held[1]))

    def _judged(self, pairing: Pairing) -> Pairing:
        """Return a pairing as it is, or as a proposal where another unit may be meant as well."""
        pilot, result = pairing.pilot, pairing.result
        if pairing.rule == "decision" or not self._bear_one_name(pilot, result):
            return pairing
        if not self._rivals(pilot, result) and not _has_namesakes(pilot, result):
            if not any(self._sides[0].places[id(pilot)]) or not any(
                self._sides[1].places[id(result)]
            ):
                return self._placeless(pairing)
            return pairing
        return self._proposal(pilot, result, pairing.rule)

    def _placeless(self, pairing: Pairing) -> Pairing:
        """Return a pairing with a reason that claims no place where none is stated."""
        if pairing.pilot.level is Level.PROVINCE or pairing.rule == "features":
            return pairing
        why = msg("the same name, which no other unit of either list has; a list names no place")
        return pairing._replace(reason=why)

    def _proposal(self, pilot: Unit, result: Unit, rule: str = "exact") -> Pairing:
        rivals = self._rivals(pilot, result)
        told = tuple(unit.name for unit in rivals)
        return Pairing(
            pilot=pilot,
            result=result,
            rule=rule,
            confidence=round(1 / (len(rivals) + 1 if rivals else 2), 4),
            margin=0.0,
            reason=_why(told) if told else _several(pilot if self._is_loose(pilot) else result),
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
                if other is not mate and self._agreement(*pair) >= agreed:
                    found.append(other)
        return sorted(found, key=_content)

    def _others(self, unit: Unit, side: int, *, loose: bool = False) -> list[Unit]:
        """Return the units of the other list that bear a unit's name where it may stand; only those
        whose own place is open with `loose`."""
        there, own = self._sides[1 - side], self._sides[side].places[id(unit)]
        named = there.loose if loose else there.by_key
        found = {
            id(other): other
            for key in _keys(unit)
            for other in named.get(key, ())[:_MOST]
            if _agree(own, there.places[id(other)])
        }
        return list(found.values())

    def _agreement(self, pilot: Unit, result: Unit) -> int:
        """Return how many parts of the place both state alike."""
        ours, theirs = self._sides[0].places[id(pilot)], self._sides[1].places[id(result)]
        return sum(a == b != "" for a, b in zip(ours, theirs, strict=True))

    def _bear_one_name(self, pilot: Unit, result: Unit) -> bool:
        ours, theirs = self._sides[0].places[id(pilot)], self._sides[1].places[id(result)]
        return _agree(ours, theirs) and not _keys(pilot).isdisjoint(_keys(result))

    def _is_loose(self, unit: Unit) -> bool:
        return _is_loose(unit, self._coded)

    def _may_be(self, pilot: Unit, result: Unit) -> bool:
        return (id(pilot), id(result)) not in self._apart

    def _reasons(self, side: int, held: set[int]) -> dict[int, Message]:
        """Return why units that may be one of the other list are left, though it is spoken for."""
        reasons = {}
        for unit in self._units[side]:
            if id(unit) in held:
                continue
            found = sorted(self._others(unit, side), key=_content)
            pairs = ((unit, other) if side == 0 else (other, unit) for other in found)
            may = [o for o, pair in zip(found, pairs, strict=True) if self._may_be(*pair)]
            loose = [other for other in may if self._is_loose(unit) or self._is_loose(other)]
            if loose:
                reasons[id(unit)] = msg(
                    "{names} may be the same unit, and stands in another row: no place tells",
                    names=_listed(other.name for other in loose),
                )
        return reasons


def _by_key(units: Iterable[Unit]) -> dict[NameKey, list[Unit]]:
    found: dict[NameKey, list[Unit]] = defaultdict(list)
    for unit in units:
        for key in _keys(unit):
            found[key].append(unit)
    return found


def _keys(unit: Unit) -> set[NameKey]:
    """Return what the unit's name may stand for: stem and kind, and codes of the standard.

    東乡县 is a county of Jiangxi, and short for one of Gansu: both codes are its keys.
    """
    own = name_of(unit.level, unit.own)
    keys: set[NameKey] = {(unit.level.value, own.stem, own.kind)}
    if unit.level is Level.COUNTY:
        found = gazetteer.find(unit.own)
        keys |= {(d.code,) for d in found if d.level is unit.level and not d.bare}
    return keys


def _agree(one: Place, other: Place) -> bool:
    """Return whether no part that both state differs; a code and a name may be one place."""
    both = zip(one, other, strict=True)
    return all(a == b or not a or not b or is_coded(a) != is_coded(b) for a, b in both)


def _is_open(unit: Unit) -> bool:
    return unit.level is not Level.PROVINCE


def _has_namesakes(pilot: Unit, result: Unit) -> bool:
    """Return whether one of two counties stands without any place, and several bear its name."""
    bare = [u for u in (pilot, result) if not any(u.path[: u.level.depth])]
    return pilot.level is Level.COUNTY and any(len(names.homes(u.own)) > 1 for u in bare)


def _content(unit: Unit) -> tuple[tuple[str, ...], str, str]:
    """Return what orders units whatever their rows: the path, the category, the name as written."""
    return unit.path, unit.entry.category, unit.entry.raw


def _why(rivals: Sequence[str]) -> Message:
    return msg(
        "the same name, but {names} may be meant as well: no place tells which",
        names=_listed(rivals),
    )


def _several(unit: Unit) -> Message:
    return msg(
        "the same name, but several counties are called {name}, and no place tells which",
        name=unit.own,
    )


def _listed(told: Iterable[str]) -> str:
    shown = list(dict.fromkeys(told))
    return "、".join(shown[:_NAMED]) + ("…" if len(shown) > _NAMED else "")
