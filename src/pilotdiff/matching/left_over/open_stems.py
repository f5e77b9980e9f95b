"""Units of one stem and two kinds of which a list leaves out where they lie: 王沟村, and 王沟社区;
those of one stem in a zone that the standard lacks, whose city is left out; those of which a remark
says that they are one, and those whose names differ by a slip.

Names that are equal meet wherever they stand. A name with another kind is sought in its place, and
one without a place has none. What is left over on both sides is proposed to a person, and never
believed: the next county has a 王沟 too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, product

from pilotdiff.matching.blocking import former_stems
from pilotdiff.matching.compare import told_by_remark
from pilotdiff.matching.left_over.across_levels import one_to_one, why_left
from pilotdiff.matching.left_over.open_slips import Slip, slips
from pilotdiff.matching.likely_pairings import KeptPairings, Proposals, RuledOut, units_held
from pilotdiff.matching.names.name_keys import LEGAL_KINDS, name_of, place_stem
from pilotdiff.matching.places.matched_places import Place, compared_place
from pilotdiff.matching.places.stated_places import is_loose, may_be_one_place
from pilotdiff.model import Level, Pairing, Unit, msg
from pilotdiff.names import gazetteer

OPEN = "stem"
_PERHAPS = 0.5
_REMARKED = msg(
    "a remark gives the other's name as one of another time; a list leaves out where its unit lies"
)
_WHY = msg("the same stem, another kind; a list leaves out where its unit lies")
_IN_A_ZONE = msg("the same stem; the standard has no {zone}, and no list tells where that lies")
# A stem of one character is in every county.
_LEAST = 2
# A name that more units of a list bear is no question that a person could answer.
_MOST = 20
_Key = tuple[str, str]


def named_without_place(
    found_before: KeptPairings, spoken_for: Set[int], apart: RuledOut = frozenset()
) -> Proposals:
    """Return proposals of units of one level that nothing which is stated parts: those of which a
    remark gives the name, then those of one stem, and of the rest those whose names differ by a
    slip; and of units that are left over because another row holds the other one, why.

    found_before  units that a likely pairing of these holds are left alone
    spoken_for    `id(unit)` of those of which the record tells more
    apart         pairs of `id(unit)` that a person ruled out
    """
    ours, theirs = (
        [unit for unit in units if id(unit) not in spoken_for] for units in found_before.left
    )
    if not any(is_loose(unit, {}) for unit in chain(ours, theirs)):
        return [], {}
    found, claims = list[Pairing](), list[Pairing]()
    for sought in (_remarked, _stems, slips):
        told = [
            Pairing(pilot, result, rule, _PERHAPS, _PERHAPS, reason, moved=False)
            for pilot, result, rule, reason in sought(ours, theirs)
            if (id(pilot), id(result)) not in apart and _may_be_one(pilot, result)
        ]
        claims += told
        found += one_to_one(told)
        taken = units_held(found)
        ours, theirs = (
            [unit for unit in units if id(unit) not in taken] for units in (ours, theirs)
        )
    return found, why_left(claims, found)


def _remarked(pilots: Sequence[Unit], results: Sequence[Unit]) -> Iterator[Slip]:
    """Yield the pairs of one level where a remark of either gives the other's name."""
    ours, theirs = _by_stem(pilots), _by_stem(results)
    edges = chain(
        ((unit, other) for unit, key in _formerly(pilots) for other in theirs.get(key, ())),
        ((other, unit) for unit, key in _formerly(results) for other in ours.get(key, ())),
    )
    for pilot, result in edges:
        if told_by_remark(pilot, result):
            yield Slip(pilot, result, OPEN, _REMARKED)


def _formerly(units: Iterable[Unit]) -> Iterator[tuple[Unit, _Key]]:
    for unit in units:
        for stem in former_stems(unit) if unit.entry.former else ():
            yield unit, (unit.level.value, stem)


def _stems(pilots: Sequence[Unit], results: Sequence[Unit]) -> Iterator[Slip]:
    """Yield the pairs of one level and stem."""
    ours, theirs = _by_stem(pilots), _by_stem(results)
    for key in ours.keys() & theirs.keys():
        if max(len(ours[key]), len(theirs[key])) <= _MOST:
            for pilot, result in product(ours[key], theirs[key]):
                zone = _unplaced_zone(pilot) or _unplaced_zone(result)
                why = _IN_A_ZONE.given(zone=zone) if zone else _WHY
                yield Slip(pilot, result, OPEN, why)


def _by_stem(units: Iterable[Unit]) -> dict[_Key, Sequence[Unit]]:
    found: dict[_Key, list[Unit]] = defaultdict(list)
    for unit in units:
        stem = name_of(unit.level, unit.own).stem
        if len(stem) >= _LEAST:
            found[unit.level.value, stem].append(unit)
    return dict(found)


def _may_be_one(pilot: Unit, result: Unit) -> bool:
    """Tell whether the place of one of the two is open, and the other's does not contradict it."""
    if not (is_loose(pilot, {}) or is_loose(result, {})):
        return False
    return may_be_one_place(_told_place(pilot), _told_place(result))


def _told_place(unit: Unit) -> Place:
    """Return the place of a unit, as far as it is known where that is; its town by the stem, which
    may have become a street."""
    place = compared_place(unit)
    county = "" if _unplaced_zone(unit) else "".join(place[_COUNTY : _COUNTY + 1])
    town = (place_stem(_COUNTY + 1, key) for key in place[_COUNTY + 1 :])
    return (*place[:_COUNTY], county, *town) if len(place) > _COUNTY else place


def _unplaced_zone(unit: Unit) -> str:
    """Return what a list states for the county of a unit, a zone that the standard lacks, where it
    states no city; "" for any other."""
    above = unit.path[: unit.level.depth]
    county = above[_COUNTY] if len(above) > _COUNTY else ""
    if not county or above[_COUNTY - 1] or name_of(Level.COUNTY, county).kind in LEGAL_KINDS:
        return ""
    return "" if gazetteer.codes(Level.COUNTY, county) else county


_COUNTY = Level.COUNTY.depth
