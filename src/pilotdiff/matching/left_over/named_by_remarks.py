"""The units of one list that remarks of the other name: 东岭村并入, 与西岭村合并为南岭村."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pilotdiff.matching.left_over.merger_remarks import same
from pilotdiff.matching.names.name_keys import name_of, place_stem
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.places.stated_places import may_begin
from pilotdiff.model import Level, Unit
from pilotdiff.names import gazetteer, parse

_COUNTY = Level.COUNTY.depth + 1
_Numbered = tuple[int, Unit]


def named_by(
    spoken: Sequence[tuple[int, Unit, Sequence[str]]], others: Iterable[_Numbered]
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the units that remarks name, each with that of the speaker.

    spoken  units with a remark: their number, and the names in it
    others  those that may be meant; of namesakes the one in the speaker's place is
    """
    wanted = {
        stem for _, unit, said in spoken for name in said for stem in _stems(unit.level, name)
    }
    namesakes: dict[tuple[Level, str], list[_Numbered]] = defaultdict(list)
    begins = {stem[:2] for stem in wanted}
    for number, other in others if wanted else ():
        if not may_begin(other, begins):
            continue
        stem = name_of(other.level, other.own).stem
        if stem in wanted:
            namesakes[other.level, stem].append((number, other))
    for number, unit, said in spoken:
        for name in said:
            meant = [
                found
                for stem in _stems(unit.level, name)
                for found in namesakes.get((unit.level, stem), ())
                if same(name, found[1]) and may_be_of_one_county(unit, found[1])
            ]
            if (one := _only(meant, unit)) is not None:
                yield one, number


def _stems(level: Level, name: str) -> set[str]:
    """Return the stems that a name in a remark can have, written alone or with its parents; what
    ends it like a kind may be a part of it (溪里, of 溪里村)."""
    reading = parse(name, level)
    parts = {name, reading.parts[-1][1]} if reading else {name}
    return {stem for keys in (name_of(level, part) for part in parts) for stem in keys[:2]}


def may_be_of_one_county(one: Unit, other: Unit) -> bool:
    """Tell whether two units can lie in one county, which may be a district, or bear another name,
    by now."""
    above = enumerate(zip(_county(one), _county(other), strict=False))
    apart = [depth for depth, (ours, theirs) in above if ours and theirs and ours != theirs]
    county = [Level.COUNTY.depth]
    return not apart or (apart == county and _have_one_code(one.path.county, other.path.county))


def _have_one_code(one: str, other: str) -> bool:
    return not gazetteer.codes(Level.COUNTY, one).isdisjoint(gazetteer.codes(Level.COUNTY, other))


def _county(unit: Unit) -> tuple[str, ...]:
    return stems_above(unit)[:_COUNTY]


def stems_above(unit: Unit) -> tuple[str, ...]:
    """Return the stems of a unit's parents."""
    return tuple(place_stem(*each) for each in enumerate(compared_place(unit)))


def _only(meant: Sequence[_Numbered], speaker: Unit) -> int | None:
    """Return the one unit that is meant: of several, the one in the speaker's own place."""
    for place_of in (compared_place, stems_above):
        place = place_of(speaker)
        there = [found for found in meant if place_of(found[1]) == place]
        if len(meant) > 1 and there:
            meant = there
    numbers = {number for number, _ in meant}
    return numbers.pop() if len(numbers) == 1 else None
