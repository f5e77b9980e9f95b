"""Units of one stem left over on both sides, whose counties the standard made one: 东岭村 of a
county that ended, and 东岭社区 of the one that has it or a part of it since.

Towns are merged and renamed on such a day, and most such two are namesakes: of nine in lists of a
chosen few whose truth is known for three, one was a pair. They are not proposed, but told of.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pilotdiff.matching.likely_pairings import KeptPairings
from pilotdiff.matching.names.name_keys import name_of, place_stem
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.recorded_histories import recorded_apart
from pilotdiff.model import Level, Message, Unit, msg
from pilotdiff.names import gazetteer

_COUNTY = Level.COUNTY.depth
# A stem that more units share says nothing about which of them is meant.
_MOST = 3
_WHY = msg("of its stem there is {name}; by the standard {before} or a part of it went to {after}")
_Key = tuple[Level, tuple[str, ...], str]


def in_counties_taken_over(kept: KeptPairings, *, record: bool = True) -> dict[int, Message]:
    """Return of towns and communities that no likely pairing holds, by `id(unit)`, which unit of
    their stem is left over in a county that went to theirs or has it since.

    With `record` two units that the official record has at one time are two.
    """
    ours, theirs = map(_by_stem, kept.left)
    found: dict[int, Message] = {}
    for pilot, result, before, after in _pairs(ours, theirs):
        if not (record and recorded_apart(pilot, result)):
            found[id(pilot)] = _WHY.given(name=result.name, before=before, after=after)
            found[id(result)] = _WHY.given(name=pilot.name, before=before, after=after)
    return found


def _by_stem(units: Sequence[Unit]) -> dict[_Key, list[Unit]]:
    found: dict[_Key, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.level.depth > _COUNTY and unit.path.county:
            stem = name_of(unit.level, unit.own).stem
            found[unit.level, compared_place(unit)[:_COUNTY], stem].append(unit)
    return found


def _pairs(
    ours: dict[_Key, list[Unit]], theirs: dict[_Key, list[Unit]]
) -> Iterator[tuple[Unit, Unit, str, str]]:
    """Yield two units of one stem and city with the county that ended and the one that took it."""
    for key in ours.keys() & theirs.keys():
        if max(len(ours[key]), len(theirs[key])) > _MOST:
            continue
        for pilot in ours[key]:
            for result in theirs[key]:
                one, other = pilot.path.county, result.path.county
                city = key[1][Level.PREFECTURE.depth]
                if place_stem(_COUNTY, one) == place_stem(_COUNTY, other):
                    continue
                for before, after in ((one, other), (other, one)):
                    is_told = bool(city) or _is_of_one_city(before)
                    if is_told and gazetteer.took_over(before, after, city, city):
                        yield pilot, result, before, after


def _is_of_one_city(county: str) -> bool:
    """Tell whether no other city has, or had, a county of a name: 江干区 is one, 市中区 many."""
    return len({code[:4] for code in gazetteer.codes(Level.COUNTY, county)}) == 1
