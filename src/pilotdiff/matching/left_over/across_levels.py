"""Units that one list has at another level: 吉阳镇 became 吉阳区, 北京市 is province and city.

Levels are matched each with its own. What is left over on both sides, with one stem, one level
apart and in one place, may be one unit that was raised: it is proposed to a person, and believed
where the official record has the change. Of villages and communities those alone are heard that
bear a farm's name: 清岗农场 stands among the towns of one list, and 清岗农场生活区 among the
communities of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pilotdiff.in_groups import in_groups
from pilotdiff.matching.likely_pairings import Proposals, RuledOut, units_held
from pilotdiff.matching.names.families import are_two_sorts, is_called_by_its_place
from pilotdiff.matching.names.name_keys import (
    KIND_OF_ZONES,
    farm_of,
    name_of,
    place_key,
    place_stem,
    stem_of,
    unglued,
)
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.reasons import elsewhere
from pilotdiff.model import Level, Message, Pairing, Said, Unit, msg
from pilotdiff.model.paths import agree
from pilotdiff.names import gazetteer
from pilotdiff.repair import fold

LEVEL = "level"
# As sure as one name in a place called differently, and as two units of one stem may be.
_SURE, _PERHAPS = 0.99, 0.5
_TWO_LEVELS = msg("the same name, once as a province and once as a prefecture")
_SAME_NAME = msg("the same name at another level: raised or lowered, or another unit")
_SAME_STEM = msg("the same stem one level apart: raised or lowered, or another unit")
_Key = tuple[int, str]


def across_levels(
    pilots: Sequence[Unit],
    results: Sequence[Unit],
    pairings: Iterable[Pairing],
    apart: RuledOut = frozenset(),
    *,
    record: bool = True,
    years: tuple[int | None, int | None] = (None, None),
) -> list[Pairing]:
    """Return pairings of units of neighbouring levels that no pairing holds.

    `apart` holds pairs of `id(unit)` that a person ruled out; with `record` the official one is
    heard. `years` are those of the lists, None where they state none.
    """
    if len({unit.level for units in (pilots, results) for unit in units}) < 2:
        return []
    held = units_held(pairings)
    ours, theirs = (
        [unit for unit in units if id(unit) not in held and _may_be_raised(unit)]
        for units in (pilots, results)
    )
    free = in_groups(theirs, lambda result: (result.level.depth, _stem(result)))
    edges = [
        (pilot, result)
        for pilot in ours
        for depth in (pilot.level.depth - 1, pilot.level.depth + 1)
        for result in free.get((depth, _stem(pilot)), ())
        if _may_be_one(pilot, result) and (id(pilot), id(result)) not in apart
    ]
    found = [pairing for edge in edges if (pairing := _pairing(*edge, record=record))]
    found += [
        Pairing(pilot, result, LEVEL, _PERHAPS, _PERHAPS, why, moved=True)
        for pilot, result, why in _made_districts(ours, theirs, years)
        if (id(pilot), id(result)) not in apart
    ]
    return one_to_one(found)


def _made_districts(
    ours: Sequence[Unit], theirs: Sequence[Unit], years: tuple[int | None, int | None]
) -> Iterator[tuple[Unit, Unit, Message]]:
    """Yield the cities of a list with the districts of the other that a county of the city's name
    became, where the list may be older than that."""
    for pilot, result, why in _districts_of(ours, theirs, years[0]):
        yield pilot, result, why
    for result, pilot, why in _districts_of(theirs, ours, years[1]):
        yield pilot, result, why


def _districts_of(
    cities: Sequence[Unit], districts: Sequence[Unit], year: int | None
) -> Iterator[tuple[Unit, Unit, Message]]:
    below = [unit for unit in districts if unit.level is Level.COUNTY]
    for city in cities if below else ():
        for unit in below if city.level is Level.PREFECTURE else ():
            last = gazetteer.last_year_as(city.own, unit.own)
            if last and (year is None or year <= int(last)) and _may_lie_in(unit, city):
                yield city, unit, _DISTRICT.given(city=city.own, year=last, district=unit.own)


def _may_lie_in(unit: Unit, city: Unit) -> bool:
    """Tell whether a district's list puts it into a city, or into no other one."""
    place, above = compared_place(unit), (*compared_place(city), place_key(_CITY, city.own))
    return agree(place, above)


_CITY = Level.PREFECTURE.depth
_DISTRICT = msg("until {year} the standard had a county called {city}, which became {district}")


def _may_be_raised(unit: Unit) -> bool:
    return unit.level is not Level.COMMUNITY or bool(farm_of(unit.own))


def _stem(unit: Unit) -> str:
    """Return the stem of a unit's name; of a community that of the farm whose people it means."""
    if unit.level is Level.COMMUNITY:
        return name_of(Level.TOWNSHIP, farm_of(unit.own)).stem
    name = name_of(unit.level, unit.own)
    return _stem_of_zone(unit) if name.kind == KIND_OF_ZONES else name.stem


def _stem_of_zone(unit: Unit) -> str:
    """Return the stem of a zone with its sort and its city before it, whether its name has them or
    not: 清岗经开 of 清岗经开区, which the list has in a district, and of 经开区 in 清岗市.

    One in a district that is called by its kind alone is the district's.
    """
    name = name_of(Level.COUNTY, unit.own)
    if unit.level is Level.TOWNSHIP and is_called_by_its_place(name):
        return name.stem
    city = compared_place(unit)[: Level.COUNTY.depth]
    return stem_of(city) + unglued(name.stem, city)


def _may_be_one(pilot: Unit, result: Unit) -> bool:
    """Tell whether two units of one stem, one level apart, may be one by where they lie."""
    upper, lower = sorted((pilot, result), key=lambda unit: unit.level.depth)
    both = zip(compared_place(upper), compared_place(lower), strict=False)
    if any(a != b and a and b for a, b in both):
        return False
    if upper.level is Level.PROVINCE:
        return fold(upper.own) == fold(lower.own)
    if lower.level is Level.COMMUNITY and fold(farm_of(upper.own)) != fold(farm_of(lower.own)):
        return False
    # 温江区温江镇 lies in 温江区.
    above = compared_place(lower)[upper.level.depth]
    if place_stem(upper.level.depth, above) == _stem(upper):
        return False
    # 清岗经济技术开发区 is a zone of 清岗市, and a 白溪新区 may have become 白溪区.
    names = [name_of(unit.level, unit.own) for unit in (upper, lower)]
    may_grow = lower.level is Level.COMMUNITY or lower.own.endswith("新区")
    return may_grow or not are_two_sorts(*names)


def _pairing(pilot: Unit, result: Unit, *, record: bool) -> Pairing | None:
    """Return the pairing of two units, None where the record has the two at one time."""
    sure: float = _PERHAPS
    reason: Said = _SAME_STEM
    if Level.PROVINCE in (pilot.level, result.level):
        sure, reason = _SURE, _TWO_LEVELS
    elif fold(pilot.own) == fold(result.own):
        reason = _SAME_NAME
    if record and sure < _SURE:
        from pilotdiff.matching.recorded_histories import recorded_raise

        told = recorded_raise(pilot, result)
        if told is not None and told.is_one:
            sure, reason = _SURE, told.said
        elif told is not None:
            if _are_known(pilot, result):
                return None
            reason = _but(reason, told.said)
    return Pairing(pilot, result, LEVEL, sure, sure, reason, moved=True)


def _are_known(pilot: Unit, result: Unit) -> bool:
    """Tell whether the record is of the very units: of counties and what is above them it has all,
    and a lower one is told by all its parents."""
    high = all(unit.level.depth <= Level.COUNTY.depth for unit in (pilot, result))
    return high or all(all(unit.path[: unit.level.depth]) for unit in (pilot, result))


def _but(reason: Said, said: Said) -> Message:
    return msg("{reason}; but {other}").given(reason=reason, other=said)


def one_to_one(found: Sequence[Pairing]) -> list[Pairing]:
    """Return the pairings of which no unit has another, the others as proposals with their rivals:
    one a unit, in an order that the rows do not decide."""
    by_unit: dict[int, list[Pairing]] = defaultdict(list)
    for pairing in found:
        by_unit[id(pairing.pilot)].append(pairing)
        by_unit[id(pairing.result)].append(pairing)
    taken: set[int] = set()
    kept = []
    for pairing in sorted(found, key=_content):
        ends = id(pairing.pilot), id(pairing.result)
        if taken.isdisjoint(ends):
            taken.update(ends)
            kept.append(_among(pairing, [*by_unit[ends[0]], *by_unit[ends[1]]]))
    return kept


def proposed(found: Sequence[Pairing]) -> Proposals:
    """Return pairings that were found, one a unit, and why units of the others are left."""
    kept = one_to_one(found)
    return kept, why_left(found, kept)


def why_left(found: Sequence[Pairing], kept: Sequence[Pairing]) -> dict[int, Message]:
    """Return why units of pairings that were not kept are left, by `id(unit)`: the other one may be
    the same, and stands in another row."""
    held = units_held(kept)
    claims: dict[int, set[str]] = defaultdict(set)
    for each in found:
        for unit, other in (each[:2], each[1::-1]):
            if id(unit) not in held:
                claims[id(unit)].add(other.name)
    return {unit: elsewhere(sorted(names)) for unit, names in claims.items()}


def _among(pairing: Pairing, claims: Sequence[Pairing]) -> Pairing:
    """Return a pairing as it is, or as a proposal where one of its units has other claims."""
    others = {
        unit.name
        for claim in claims
        if claim is not pairing and claim.confidence >= pairing.confidence
        for unit in (claim.pilot, claim.result)
        if unit is not pairing.pilot and unit is not pairing.result
    }
    if not others:
        return pairing
    rivals = tuple(sorted(others))
    sure = round(1 / (1 + len(rivals)), 4)
    return pairing._replace(confidence=sure, margin=0.0, runner_up=rivals[0], rivals=rivals)


def _content(pairing: Pairing) -> tuple[float, tuple[str, ...], tuple[str, ...], str, str]:
    pilot, result = pairing.pilot, pairing.result
    return -pairing.confidence, pilot.path, result.path, pilot.entry.raw, result.entry.raw
