"""Scores of the pairs left over → what was found, with confidence, margin and runner-up."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.matching import reasons
from pilotdiff.matching.assign import Edge, assign
from pilotdiff.matching.compared_pair import Pair
from pilotdiff.matching.level_steps import CODE, DECISION, Prepared
from pilotdiff.matching.match_weights import confidence, margin, measures, score, weights
from pilotdiff.matching.names.families import are_two_roads
from pilotdiff.matching.names.name_features import (
    are_of_two_meanings,
    are_strangers,
    tell_neighbours_apart,
)
from pilotdiff.matching.places.matched_places import are_two_districts, district_of
from pilotdiff.matching.places.unknown_counties import strange_city, unknown_counties
from pilotdiff.matching.rivalry import FLOOR, Rivalry
from pilotdiff.model import Level, Message, Unit, msg
from pilotdiff.names.kinds import VILLAGE_ENDS
from pilotdiff.names.settlements import ends_of_villages
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

# As sure at most as two near names may be of which a list leaves out the place, two sorts of
# places, what lies in them, or a village and a community of their town's name where not all are
# listed, or two that the standard knows as two divisions: a proposal.
_OPEN = 0.5
# The rules that do not rest on places.
_TOLD = frozenset({CODE, DECISION})
# There may be a million certain pairs: made without the constructor's step.
_MADE = tuple.__new__


class FoundPair(NamedTuple):
    """A pairing by numbers: plain values, so that it can come from another process.

    The runner-up is the number of a pilot below zero (-1 is pilot 0), or of a result; None if none.
    """

    pilot: int
    result: int
    rule: str
    confidence: float
    margin: float
    reason: Message
    moved: bool
    runner_up: int | None = None
    few: bool = False


class Alone(NamedTuple):
    """A pilot that is left without a pairing, its nearest candidate, and whether that is taken."""

    pilot: int
    nearest: int
    taken: bool


def pairs_found(prepared: Prepared) -> tuple[list[FoundPair], list[Alone]]:
    """Return all pairings of a level, the doubtful ones too; who reads them sets the thresholds."""
    found = [_certain(prepared, *pair) for pair in prepared.certain]
    contest = contest_of(prepared)
    found += [_compared(prepared, contest, edge) for edge in contest.chosen]
    if prepared.turned:
        found = [_turned(each) for each in found]
    return found, _alone(contest, turned=prepared.turned)


def _turned(found: FoundPair) -> FoundPair:
    """Return a pairing as it is told where the two sides are exchanged."""
    pilot, result, *told, runner_up, few = found
    rival = None if runner_up is None else -1 - runner_up
    return _MADE(FoundPair, (result, pilot, *told, rival, few))


def _certain(prepared: Prepared, pilot: int, result: int, rule: str) -> FoundPair:
    moved = prepared.moved(pilot, result)
    sure = 1.0 if rule == DECISION else weights().certain[rule][moved]
    code = prepared.pilots.units[pilot].entry.code
    why = reasons.code_reason(code) if rule == CODE else reasons.rule_reason(rule, moved)
    if moved and rule not in _TOLD and prepared.may_lie_side_by_side(pilot, result):
        sure = min(sure, _OPEN)
        why = reasons.of_two_sorts(why)
    return _MADE(FoundPair, (pilot, result, rule, sure, sure, why, moved, None, False))


class Contest(NamedTuple):
    """The scores of the pairs worth a thought, those that are the best on the whole, and who
    competes with whom.

    Pilots and results are ranked by content, so that ties fall the same way whatever the order of
    the rows; the two lists give the number at each rank.
    """

    scores: dict[Edge, float]
    pilots: list[int]
    results: list[int]
    chosen: list[Edge]
    rivalry: Rivalry


def contest_of(prepared: Prepared) -> Contest:
    """Return the contest of the pairs that the deterministic rules left."""
    pilots = _ranked({edge[0] for edge in prepared.edges}, prepared.pilots.units)
    results = _ranked({edge[1] for edge in prepared.edges}, prepared.results.units)
    rank = {number: at for at, number in enumerate(pilots)}
    rank_there = {number: at for at, number in enumerate(results)}
    scores = {}
    for edge in prepared.edges:
        own = score(measures(prepared.comparison.pair(*edge)))
        if own > FLOOR:
            scores[rank[edge[0]], rank_there[edge[1]]] = own
    chosen = assign({edge: own - FLOOR for edge, own in scores.items()})
    return Contest(scores, pilots, results, chosen, Rivalry(scores, chosen))


def _ranked(numbers: set[int], units: Sequence[Unit]) -> list[int]:
    return sorted(numbers, key=lambda n: (units[n].path, units[n].entry.category, units[n].id))


def _compared(prepared: Prepared, contest: Contest, edge: Edge) -> FoundPair:
    pilot, result = contest.pilots[edge[0]], contest.results[edge[1]]
    pair = prepared.comparison.pair(pilot, result)
    units = prepared.pilots.units[pilot], prepared.results.units[result]
    rival = contest.rivalry.rival(edge)
    own = contest.scores[edge]
    against = FLOOR if rival is None else contest.scores[rival]
    measured = measures(pair)
    sure = confidence(measured, own, against)
    in_earnest = contest.rivalry.against(edge)
    lead = sure if rival is None else margin(measured, own, against, in_earnest)
    moved = prepared.moved(pilot, result)
    doubts = _doubts_of(prepared, pair, (pilot, result), moved=moved)
    # A remark is believed of a unit in the same place; where one list alone states it none is told.
    remarked = pair.former and not (pair.open and moved)
    if doubts.of_place or (doubts.are_any and not (remarked or pair.one_code)):
        sure, lead = min(sure, _OPEN), min(lead, _OPEN)
    if prepared.turned:
        pair, units = pair.turned(), (units[1], units[0])
    why = reasons.compared_reason(
        pair, units, reasons.rival_reason(None if rival is None else lead)
    )
    return FoundPair(
        pilot=pilot,
        result=result,
        rule="damage" if pair.fits else "features",
        confidence=sure,
        margin=lead,
        reason=doubts.told(why, units),
        moved=moved,
        runner_up=None if rival is None else _runner_up(contest, edge, rival),
        few=pair.is_of_few and not (pair.fits or pair.former or pair.one_code),
    )


class _Doubts(NamedTuple):
    """Why a pair that was compared is no more than proposed.

    are_any   whether there is any, also of those that the names alone tell
    beside    the two lie in places that may stand side by side
    unknown   in two counties of which the standard lacks one
    part      the one is called as a part of the other is
    of_place  the county that a list puts into a strange city, and the city
    districts those of one name in two cities in which the two lie, as the standard has them
    """

    are_any: bool
    beside: bool
    unknown: bool
    part: bool
    of_place: tuple[str, ...]
    districts: Sequence[str]

    def told(self, why: Message, units: tuple[Unit, Unit]) -> Message:
        """Return the sentence of the pair with what is doubted."""
        if self.unknown:
            why = reasons.of_unknown_counties(why, units)
        if self.part:
            why = of_a_part(why, units)
        if self.of_place:
            why = reasons.of_strange_city(why, *self.of_place)
        if self.districts:
            why = reasons.of_two_districts(why, *self.districts)
        return reasons.of_two_sorts(why) if self.beside else why


def _doubts_of(prepared: Prepared, pair: Pair, numbers: Edge, *, moved: bool) -> _Doubts:
    units = prepared.pilots.units[numbers[0]], prepared.results.units[numbers[1]]
    beside = pair.home and moved and prepared.may_lie_side_by_side(*numbers)
    unknown = (
        not pair.home and not pair.company and pair.whole < 1 and bool(unknown_counties(*units))
    )
    part = is_part_of_the_other(*units)
    by_names = pair.open or pair.are_neighbours or pair.are_of_a_seat
    by_names |= pair.two_divisions and pair.differs
    by_names |= are_two_roads(pair.pilot.stem, pair.result.stem)
    by_names |= are_strangers(pair) or tell_neighbours_apart(pair) or are_of_two_meanings(pair)
    of_place = () if pair.former else strange_city(*units)
    places = prepared.pilots.places[numbers[0]], prepared.results.places[numbers[1]]
    districts = sorted(map(district_of, places)) if are_two_districts(*places) else ()
    are_any = by_names or beside or unknown or part or bool(districts)
    return _Doubts(are_any, beside, unknown, part, of_place, districts)


def _runner_up(contest: Contest, edge: Edge, rival: Edge) -> int:
    if rival[0] == edge[0]:
        return contest.results[rival[1]]
    return -1 - contest.pilots[rival[0]]


def _alone(contest: Contest, *, turned: bool) -> list[Alone]:
    """Return the pilots of the lists as they were given that are left, each with its nearest."""
    own, other = (1, 0) if turned else (0, 1)
    numbers = contest.pilots, contest.results
    paired, taken = ({edge[side] for edge in contest.chosen} for side in (own, other))
    return [
        Alone(numbers[own][at], numbers[other][edges[0][other]], edges[0][other] in taken)
        for at, edges in contest.rivalry.claims(own).items()
        if at not in paired
    ]


# What a part is called behind its village, or behind the committee of that.
_PART = pattern(r"(?:民?委员?会)?\p{Han}{2,}?(?:自然)?[村屯寨](?:民?小?组)?", needs="村屯寨")


def is_part_of_the_other(one: Unit, other: Unit) -> bool:
    """Tell whether one of two communities is called as a part of the other is."""
    if one.level is not Level.COMMUNITY or other.level is not Level.COMMUNITY:
        return False
    village, part = sorted((fold(one.own), fold(other.own)), key=len)
    if not village.endswith(VILLAGE_ENDS) or not part.startswith(village):
        return False
    kind = _PART.fullmatch(part, len(village)) is not None
    return kind or len(village) in ends_of_villages(part)


def of_a_part(reason: Message, units: tuple[Unit, Unit]) -> Message:
    """Return the sentence of a village and a part of it."""
    village, part = sorted((unit.own for unit in units), key=len)
    told = msg("{reason}; but {part} is called as a part of {village} is")
    return told.given(reason=reason, part=part, village=village)
