"""Units that the official record has as what became of one another, whatever their names share.

Names and places make pairs of what looks alike. A town that was given quite another name, or went
into one, is told by the change alone: what is left over is held against the record's changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.matching.left_over.across_levels import one_to_one
from pilotdiff.matching.left_over.founded_counties import founded
from pilotdiff.matching.left_over.recorded_moves import History
from pilotdiff.matching.level_steps import RECORD
from pilotdiff.matching.likely_pairings import RuledOut, units_held
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.recorded_histories import recorded_apart, recorded_meanings
from pilotdiff.model import Level, Pairing, Said, Unit, msg
from pilotdiff.model.messages import chained

if TYPE_CHECKING:
    from pilotdiff.record import Recorded, RecordedChange

# As sure as the same name in a place called differently, and as one of several that went into one.
_SURE, _PERHAPS = 0.99, 0.5
_LEVELS = (Level.PREFECTURE, Level.COUNTY, Level.TOWNSHIP)
# So many parents has what lies in a county, and in a prefecture.
_IN_COUNTY, _IN_PREFECTURE = Level.COUNTY.depth + 1, Level.PREFECTURE.depth + 1
_Key = tuple[str, str]
_Place = tuple[str, ...]
_Placed = tuple[Unit, tuple[_Place, ...]]
_Way = tuple["RecordedChange", ...]
_Meant = tuple[str, ...]


class ToldSuccession(NamedTuple):
    """A unit of the other list that one left over went into or came out of, and how.

    is_whole  whether all of it did, by what the record tells
    is_one    whether nothing else went into the one: they are one unit under two names
    is_last   whether the earlier one ended so, with all of it or a part
    is_part   whether the later one was set up from a part of the earlier one, which goes on
    """

    other: Unit
    said: Said
    is_whole: bool
    is_one: bool = False
    is_last: bool = False
    is_part: bool = False


class Succession(NamedTuple):
    """What the record tells of units of two lists, by `id(unit)`.

    pairings  of units that no other one holds, the one became the other
    gone      pilots that went into a result, which another pilot may have
    came      results that came out of a pilot, which may have another result
    """

    pairings: Sequence[Pairing] = ()
    gone: Mapping[int, ToldSuccession] = {}
    came: Mapping[int, ToldSuccession] = {}


NO_SUCCESSION = Succession()


class _Claim(NamedTuple):
    """Two listed units of which the record has that the earlier one became the later one, by one
    change or several; whether nothing else came of the one or made the other, and whether the one
    ended so.

    meant      what a name that several units bear must mean for it: 大同市城区
    list_year  the year of the later one's list, where it came before the change
    """

    earlier: Unit
    later: Unit
    way: _Way
    is_only_end: bool
    is_only_start: bool
    is_end: bool
    meant: tuple[str, ...] = ()
    list_year: int | None = None


def succession(
    pilots: Sequence[Unit],
    results: Sequence[Unit],
    pairings: Iterable[Pairing],
    apart: RuledOut = frozenset(),
    years: tuple[int | None, int | None] = (None, None),
) -> Succession:
    """Return what the record tells of prefectures, counties and towns that no pairing holds, or
    one that is less sure.

    `apart` holds pairs of `id(unit)` that a person ruled out; `years` are those of the lists, None
    where one states none: what a unit became after the later list is no more than proposed. A town
    is sought near its place only: a result in its county, or one left over in its prefecture; what
    is above it anywhere.
    """
    sure = [pairing for pairing in pairings if pairing.confidence >= _PERHAPS]
    held = units_held(sure)
    firm = units_held(each for each in sure if each.confidence > _PERHAPS)
    ours, theirs = _near_each_other(pilots, results, firm)
    claims = [
        c for c in _claims(ours, theirs, years[1]) if (id(c.earlier), id(c.later)) not in apart
    ]
    back = [c for c in _claims(theirs, ours, years[0]) if (id(c.later), id(c.earlier)) not in apart]
    pairs = [_pairing(each) for each in claims if _is_free(each, held)]
    pairs += [_pairing(each, backwards=True) for each in back if _is_free(each, held)]
    made = [*one_to_one(pairs), *_with_their_grounds(sure, claims)]
    held |= units_held(made)
    # Of several what another pairing holds is told.
    gone = sorted(claims, key=lambda claim: id(claim.later) in held)
    came = sorted(claims, key=lambda claim: id(claim.earlier) in held)
    # A list of later names may hold an earlier one beside them.
    one = [claim for claim in back if claim.is_only_end and claim.is_only_start]
    new = founded(pilots, results, held, years[0])
    return Succession(
        made,
        {id(c.later): _told(c, c.earlier, False) for c in one}
        | {id(c.earlier): _told(c, c.later, c.is_only_end) for c in gone},
        {
            unit: ToldSuccession(each.giver, each.said, each.is_whole, is_part=True)
            for unit, each in new.items()
        }
        | {id(c.earlier): _told(c, c.later, False) for c in one}
        | {id(c.later): _told(c, c.earlier, c.is_only_start) for c in came},
    )


def _with_their_grounds(pairings: Iterable[Pairing], claims: Sequence[_Claim]) -> list[Pairing]:
    """Return the proposals of which the record has a change that made the one of the other, with
    that for their reason: by their names alone they are two divisions (城区, 平城区)."""
    ways = {(id(c.earlier), id(c.later)): c for c in claims}
    told = ((each, ways.get((id(each.pilot), id(each.result)))) for each in pairings if ways)
    return [
        each._replace(rule=RECORD, reason=_in_doubt(claim))
        for each, claim in told
        if claim and each.confidence == _PERHAPS and not recorded_apart(claim.earlier, claim.later)
    ]


def _told(claim: _Claim, other: Unit, is_whole: bool) -> ToldSuccession:
    is_one = claim.is_only_end and claim.is_only_start
    # What stood beside the other before it went into it was another.
    is_one = is_one and not recorded_apart(claim.earlier, claim.later)
    return ToldSuccession(other, _said(claim), is_whole, is_one, claim.is_end)


def _is_free(claim: _Claim, held: Set[int]) -> bool:
    """Tell whether no pairing holds the two, and the record has them at no one time."""
    return held.isdisjoint((id(claim.earlier), id(claim.later))) and not recorded_apart(
        claim.earlier, claim.later
    )


def _near_each_other(
    pilots: Sequence[Unit], results: Sequence[Unit], held: Set[int]
) -> tuple[list[Unit], list[Unit]]:
    """Return the units of either list that one of the other may have become: at least one of the
    two is left over, or no more than proposed; `held` has the others."""
    ours, theirs = (
        [(unit, _places(unit)) for unit in units if unit.level in _LEVELS]
        for units in (pilots, results)
    )
    return _beside(ours, theirs, held), _beside(theirs, ours, held)


def _beside(units: Sequence[_Placed], others: Sequence[_Placed], held: Set[int]) -> list[Unit]:
    there: dict[bool, set[_Place]] = {True: set(), False: set()}
    for other, places in others:
        there[id(other) in held].update(places)
    return [
        unit
        for unit, places in units
        if not there[False].isdisjoint(places)
        or (id(unit) not in held and not there[True].isdisjoint(places[:1]))
    ]


def _places(unit: Unit) -> tuple[_Place, ...]:
    """Return what a unit lies in, the smallest place first, each with the unit's level; counties
    and prefectures are few, and some were given to another one: they lie in one place."""
    if unit.level is not Level.TOWNSHIP:
        return ((unit.level,),)
    place = compared_place(unit)
    over = place[:_IN_COUNTY], place[:_IN_PREFECTURE]
    return tuple([(unit.level, *each) for each in over if each[-1]])


def _claims(earlier: Sequence[Unit], later: Sequence[Unit], year: int | None) -> list[_Claim]:
    """Return the pairs of which the record has a change from a unit of the earlier list to one of
    the later, a list of that `year`."""
    if not earlier or not later:
        return []
    ended = [(unit, *each) for unit in earlier for each in _own_and_ends(unit) if each[2]]
    if not ended:
        return []
    from pilotdiff.record import came_from

    listed: dict[_Key, list[tuple[Unit, Recorded, _Meant]]] = defaultdict(list)
    for unit in later:
        for history, meant in _meanings(unit):
            for each in history:
                listed[each.code, each.name].append((unit, each, meant))
    claims: dict[tuple[int, int], _Claim] = {}
    for unit, own, last, ends, meant in ended:
        # A new code of the unit itself is no other end.
        steps = (((c.new_code, c.new_name) for c in way) for way in ends.values())
        nearest = {next((step for step in way if step not in own), None) for way in steps}
        for key, way in ends.items():
            # What stands on gave no more than a part: 元宝山区 was made from 喀喇沁旗.
            is_end = last <= way[-1].year + _LAG
            too_late = year is not None and way[-1].year > year + _AHEAD
            for other, there, its in listed.get(key, ()):
                starts = {(each.old_code, each.old_name) for each in came_from(there)}
                sure = not (meant or its or too_late)
                claims[id(unit), id(other)] = _Claim(
                    unit,
                    other,
                    way,
                    sure and is_end and len(nearest) == 1,
                    sure and len(starts) == 1,
                    sure and is_end,
                    (*meant, *its),
                    year if too_late else None,
                )
    return list(claims.values())


# An edition may have a unit for a year after the change.
_LAG = 1
# A list may be called after a year, and be published with the names of the next one or two.
_AHEAD = 2


def _own_and_ends(unit: Unit) -> Iterator[tuple[set[_Key], int, dict[_Key, _Way], _Meant]]:
    """Yield what the record has a listed unit as, until when, and what became of it; of a name that
    several bear, for each of them."""
    for history, meant in _meanings(unit):
        own = {(each.code, each.name) for each in history}
        ends = {k: way for each in history for k, way in _ends(each).items() if k not in own}
        yield own, max((each.last for each in history), default=0), ends, meant


def _meanings(unit: Unit) -> Iterator[tuple[History, _Meant]]:
    """Yield the units that a listed one may be, and what is meant where there are several."""
    several = recorded_meanings(unit)
    if len(several) < 2:
        yield from ((each, ()) for each in several)
        return
    from pilotdiff.record import path_of

    for each in several:
        yield each, ("".join(path_of(each[-1])[1:]),)


# Changes of changes are followed so far.
_STEPS = 3


@lru_cache(maxsize=1 << 10)
def _ends(unit: Recorded, steps: int = _STEPS) -> Mapping[_Key, _Way]:
    """Return what became of a unit, by code and name, each with the changes on the way to it."""
    from pilotdiff.record import became, meant

    found: dict[_Key, _Way] = {}
    for change in became(unit):
        for other in meant(change.new_code, change.new_name) if change.new_code else ():
            if other != unit:
                found.setdefault((other.code, other.name), (change,))
                for key, way in _ends(other, steps - 1).items() if steps else ():
                    found.setdefault(key, (change, *way))
    found.pop((unit.code, unit.name), None)
    return found


def _pairing(claim: _Claim, *, backwards: bool = False) -> Pairing:
    is_sure = claim.is_only_end and claim.is_only_start
    sure, said = (_SURE, _said(claim)) if is_sure else (_PERHAPS, _in_doubt(claim))
    ends = (claim.later, claim.earlier) if backwards else (claim.earlier, claim.later)
    return Pairing(*ends, RECORD, sure, sure, said, moved=True)


_FROM_OTHERS = msg("{later} was made from others as well")
_TO_OTHERS = msg("{earlier} became others as well")
_GOES_ON = msg("{earlier} goes on beside it")


def _in_doubt(claim: _Claim) -> Said:
    """Return a claim with why the two may not be one."""
    if claim.meant or claim.list_year is not None:
        return _said(claim)  # which says why
    names = {"earlier": claim.earlier.own, "later": claim.later.own}
    doubts = [] if claim.is_only_start else [_FROM_OTHERS.given(later=names["later"])]
    if not claim.is_only_end:
        doubt = _TO_OTHERS if claim.is_end else _GOES_ON
        doubts.append(doubt.given(earlier=names["earlier"]))
    return (
        msg("{said}; but {why}", said=_said(claim), why=chained(doubts)) if doubts else _said(claim)
    )


def _said(claim: _Claim) -> Said:
    from pilotdiff.record import of_change

    said = chained(map(of_change, claim.way))
    if claim.list_year is not None:
        said = msg("{said}, after its list of {year}", said=said, year=claim.list_year)
    if claim.meant:
        return msg("taken as {places}: {said}", places=claim.meant, said=said)
    return said
