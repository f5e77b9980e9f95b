"""What the official record says of a pairing whose names or places differ.

Two units of one edition are two units, however alike their names: the strongest contradiction there
is. Units of one name in two places are not parted by it where one of them ended or began since, but
a person is asked: the one may have gone into the other. A change that made the one of the other,
with its approval, is the strongest support below identity. Where the record has no unit under a
name, or several, it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pilotdiff.forked import cores, in_processes
from pilotdiff.matching.left_over.recorded_moves import History, called_alike, moved_with_its_place
from pilotdiff.matching.level_steps import CODE, RECORD
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.model import DivisionPath, Level, Pairing, Said, Unit, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.names import gazetteer
from pilotdiff.repair import fold

if TYPE_CHECKING:
    pass
from pilotdiff.matching.recorded_histories import (
    at_one_time,
    history_at,
    history_of,
    is_recorded,
    share_an_entry,
    stand_always,
    stands_today,
)

# The digits of a code that tell the county.
_DIGITS = 6
# As sure as the same name in a place called differently.
_APPROVED = 0.99
# As sure at most as two units of one name that the record has apart at one time may be: a proposal.
_APART = 0.5


class Weighed(NamedTuple):
    """The pairings that the record leaves, and why it parts the others, by `id(unit)`."""

    pairings: list[Pairing]
    apart: dict[int, Said]


def weighed_by_record(pairings: Iterable[Pairing]) -> Weighed:
    """Return pairings without those of two units that the record has at one time."""
    kept = list(pairings)
    asked = [at for at, pairing in enumerate(kept) if not _is_settled(pairing)]
    apart: dict[int, Said] = {}
    parted: set[int] = set()
    for change in _changes(kept, asked):
        pilot, result, *_ = kept[change.at]
        if change.apart:
            apart[id(pilot)] = apart[id(result)] = change.apart
            parted.add(change.at)
        else:
            kept[change.at] = Pairing(pilot, result, *change.weighed)
    return Weighed([each for at, each in enumerate(kept) if at not in parted], apart)


class _Change(NamedTuple):
    """What the record makes of the pairing of a number: a pairing, here without its units, or the
    sentence that parts them."""

    at: int
    weighed: tuple[Any, ...]
    apart: Said = ""


# Below this many pairings a second process costs more than it brings.
_PAYS = 20_000


def _changes(pairings: Sequence[Pairing], asked: Sequence[int]) -> Iterator[_Change]:
    """Yield what changes of the pairings that are `asked` about, sought on as many cores as pay."""
    width = cores()
    if width < 2 or len(asked) < _PAYS:
        yield from _changes_in_turn(pairings, asked)
        return
    size = -(-len(asked) // width)
    shares = [asked[start : start + size] for start in range(0, len(asked), size)]
    sought = in_processes(
        lambda number: [*_changes_in_turn(pairings, shares[number])], range(len(shares)), width
    )
    yield from (change for _, found in sought for change in found)


def _changes_in_turn(pairings: Sequence[Pairing], asked: Iterable[int]) -> Iterator[_Change]:
    for at in asked:
        told = _weighed(pairings[at])
        if not isinstance(told, Pairing):
            yield _Change(at, (), told)
        elif told is not pairings[at]:
            yield _Change(at, told[2:])


def _is_settled(pairing: Pairing) -> bool:
    """Return whether the record has nothing to say: one name in one place, lost characters, a
    verdict.

    Where a list states a former name, the list is believed.
    """
    if pairing.pilot.entry.former or pairing.result.entry.former or pairing.rule == "decision":
        return True
    if pairing.rule in _COMPARED:
        return LOST in pairing.pilot.own or LOST in pairing.result.own
    depth = pairing.pilot.level.depth
    if pairing.rule == CODE or _differ_in_codes(pairing):
        return pairing.rule == CODE
    return not pairing.moved or _are_one(pairing.pilot.path[:depth], pairing.result.path[:depth])


@lru_cache(maxsize=1 << 12)
def _are_one(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Return whether two places are not known to stand at one time: the one became the other.

    What is told of a place holds for all units in it: asked once, not for each of a million.
    """
    one, other = history_at(ours), history_at(theirs)
    return (
        bool(one)
        and bool(other)
        and (share_an_entry(one, other) or at_one_time(one, other) is None)
    )


# The rule that pairs what is alike.
_ALIKE = "features"
# The rules that do not rest on one name alone.
_COMPARED = frozenset({"stem", "features", "damage"})


def _differ_in_codes(pairing: Pairing) -> bool:
    """Return whether the two have different codes, and a parent that is left out does not tell that
    they stand in one place."""
    codes = {pairing.pilot.entry.code, pairing.result.entry.code}
    above = pairing.pilot.level.depth
    return (
        len(codes) == 2
        and "" not in codes
        and any("" in unit.path[:above] for unit in (pairing.pilot, pairing.result))
    )


def _bear_one_name(pairing: Pairing) -> bool:
    return pairing.rule not in _COMPARED or fold(pairing.pilot.own) == fold(pairing.result.own)


def _weighed(pairing: Pairing) -> Pairing | Said:
    """Return a pairing as the record supports it, or the sentence that parts the two."""
    ours, theirs = history_of(pairing.pilot), history_of(pairing.result)
    if not ours or not theirs:
        said = _moved_before(pairing.pilot, theirs) or _moved_before(pairing.result, ours)
        alone = said and not pairing.rivals
        return _approved(pairing, said) if alone else _weighed_by_places(pairing)
    if share_an_entry(ours, theirs):
        return pairing
    if (both := at_one_time(ours, theirs)) is not None:
        from pilotdiff.record import of_two

        said = of_two(*both)
        is_open = _bear_one_name(pairing) and not stand_always(pairing.pilot.level, ours, theirs)
        return _proposed(pairing, said) if is_open else said
    if said := _moved(pairing, ours, theirs):
        return _approved(pairing, said)
    earlier, later = sorted((ours, theirs), key=lambda history: history[0].first)
    if pairing.pilot.level is Level.COMMUNITY:
        # Changes go by codes, and none is told of communities.
        return _weighed_by_namesakes(pairing, (earlier[-1].last, later[0].first))
    from pilotdiff.record import Way, follow, goes_on_whole, of_way

    # Each is one unit, its codes one after the other: what became of the last is asked.
    one, other = earlier[-1], later[0]
    followed = follow(one, other.last if other.last > one.last else other.first)
    if followed.change is None or followed.unit is None or followed.way is Way.CODE:
        return pairing
    if followed.unit.code != other.code or followed.unit.name != other.name:
        return pairing
    reason = of_way(one, other, followed.change)
    if not goes_on_whole(one, other, followed.change.year):
        sure = min(pairing.confidence, _APART)
        return pairing._replace(confidence=sure, margin=min(pairing.margin, sure), reason=reason)
    return _approved(pairing, reason)


def _moved_before(town: Unit, other: History) -> Said:
    """Return the sentence that another town is this one, which the record has in no edition: it
    moved from the one's county before the first of them; "" for none."""
    if town.level is not Level.TOWNSHIP or not other or is_recorded(town.path):
        return ""
    from pilotdiff.record import came_from, of_change

    counties = gazetteer.codes(Level.COUNTY, town.path[Level.COUNTY.depth])
    for change in (change for each in other for change in came_from(each)):
        left = change.old_code[:_DIGITS] in counties
        if left and fold(change.old_name) == fold(town.own):
            return of_change(change)
    return ""


def _approved(pairing: Pairing, reason: Said) -> Pairing:
    """Return a pairing that the record supports; where names were no more than alike it rests on
    that alone."""
    sure = max(pairing.confidence, _APPROVED)
    told = pairing._replace(confidence=sure, margin=sure, reason=reason, runner_up="")
    return told._replace(rule=RECORD, few=False) if pairing.rule == _ALIKE else told


def _moved(pairing: Pairing, ours: History, theirs: History) -> Said:
    """Return the sentence that a unit lies elsewhere since what it lay in was dissolved, "" for
    none."""
    depth = pairing.pilot.level.depth
    if pairing.rivals or depth < Level.COUNTY.depth:
        return ""
    left, reached = (history_at(unit.path[:depth]) for unit in (pairing.pilot, pairing.result))
    return moved_with_its_place(pairing, ours, theirs, (left, reached))


def _weighed_by_places(pairing: Pairing) -> Pairing:
    """Return a pairing of which the record lacks a unit, as the counties of the two support it, and
    the towns of two communities in lists of a chosen few, or where nothing but their names makes
    them one (柳林街道, 柳林镇)."""
    paths = pairing.pilot.path, pairing.result.path
    level = _lowest_that_differs(pairing)
    if level is None or all(is_recorded(path) for path in paths):
        return pairing
    if level is Level.COUNTY and _went_with_a_part(*paths):
        return pairing
    places = [path[: level.depth + 1] for path in paths]
    said = _places_apart(level, *places) or _one_of_several(level, places)
    return _proposed(pairing, said) if said else pairing


def _one_of_several(level: Level, places: Sequence[tuple[str, ...]]) -> Said:
    """Return the sentence that one of two counties may be any of several, "" where both are known:
    桥东区 without its city. Nothing tells whether units of the one went to the other, then."""
    several = [place for place in places if level is Level.COUNTY and _are_several(place)]
    if not several:
        return ""
    name, other = (place[-1] for place in sorted(places, key=lambda place: place not in several))
    return _SEVERAL_COUNTIES.given(name=name, other=other)


_SEVERAL_COUNTIES = msg(
    "several counties are called {name}, and nothing tells that one of them and {other} are one"
)


def _are_several(place: tuple[str, ...]) -> bool:
    return is_recorded(place) and not history_at(place)


def _weighed_by_namesakes(pairing: Pairing, years: Iterable[int]) -> Pairing:
    """Return a pairing of communities in two towns of a county as a proposal, where lists of a
    chosen few leave it open which of several that the record has there in a year is meant."""
    pilot, result = pairing.pilot, pairing.result
    if not pairing.few or _lowest_that_differs(pairing) is not Level.TOWNSHIP:
        return pairing
    if name_of(pilot.level, pilot.own).stem != name_of(result.level, result.own).stem:
        return pairing
    found = max((called_alike(pilot, year) for year in years), key=len)
    if len(found) < _SEVERAL:
        return pairing
    from pilotdiff.record import path_of

    town, place = Level.TOWNSHIP.depth, pilot.path[Level.COUNTY.depth]
    names = sorted("".join(path_of(each)[town:]) for each in found)
    shown = "、".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
    said = msg("the record has {number} such units in {place}: {names}")
    return _proposed(pairing, said.given(number=len(names), place=place, names=shown))


# So many units are several; of more no more are named.
_SEVERAL, _NAMED = 2, 5


def _lowest_that_differs(pairing: Pairing) -> Level | None:
    """Return the level of the parents that are two by name; a parent that is not stated is no other
    one. Counties of one name in two cities are two by the cities' names: 市中区."""
    depth = pairing.pilot.level.depth
    is_by_rule = pairing.moved and pairing.rule not in _COMPARED
    hears_towns = pairing.few or is_by_rule
    levels = (Level.COUNTY, Level.TOWNSHIP) if hears_towns else (Level.COUNTY,)
    for level in levels:
        if level.depth < depth and _differ_at(pairing, level):
            return level
    stated = all(unit.path[Level.COUNTY.depth] for unit in (pairing.pilot, pairing.result))
    if depth > Level.COUNTY.depth and stated and _differ_at(pairing, Level.PREFECTURE):
        return Level.COUNTY
    return None


def _differ_at(pairing: Pairing, level: Level) -> bool:
    ours, theirs = (fold(unit.path[level.depth]) for unit in (pairing.pilot, pairing.result))
    return bool(ours and theirs) and ours != theirs


@lru_cache(maxsize=1 << 12)
def _places_apart(level: Level, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Said:
    """Return the sentence that two counties, or two towns, are two; "" where the one may be part of
    the other.

    One that is set up or abolished takes units from others or gives them. Two that stand side by
    side through all editions of the towns seldom do.
    """
    found, found_there = history_at(ours), history_at(theirs)
    if not found or not found_there or share_an_entry(found, found_there):
        return ""
    both = at_one_time(found, found_there)
    if both is None or not stand_always(level, found, found_there):
        return ""
    from pilotdiff.record import of_two

    return of_two(*both)


def _went_with_a_part(ours: DivisionPath, theirs: DivisionPath) -> bool:
    """Tell whether a part of the one county went to the other, and the record has the town of the
    two in the latter alone today: what lay in it went there too, before the first edition."""
    from pilotdiff.record import gave_a_part, newest

    county, town = Level.COUNTY.depth + 1, Level.TOWNSHIP.depth + 1
    for giver, taker in ((ours, theirs), (theirs, ours)):
        codes = [{each.code for each in history_at(path[:county])} for path in (giver, taker)]
        if any(gave_a_part(one, other) for one in codes[0] for other in codes[1]):
            stands = [stands_today(path[:town], newest(Level.TOWNSHIP)) for path in (giver, taker)]
            return stands == [False, True]
    return False


def _proposed(pairing: Pairing, said: Said) -> Pairing:
    """Return a pairing that a person must decide, with what the record says against it."""
    sure = min(pairing.confidence, _APART)
    return pairing._replace(
        confidence=sure,
        margin=min(pairing.margin, sure),
        reason=msg("{reason}; but {other}", reason=pairing.reason, other=said),
    )
