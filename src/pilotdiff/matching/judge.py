"""Scores of the pairs left over → pairings with confidence, margin and runner-up."""

from collections import defaultdict
from typing import NamedTuple

from pilotdiff.matching import reasons
from pilotdiff.matching.assign import assign
from pilotdiff.matching.levels import Prepared
from pilotdiff.matching.weights import confidence, measures, score, traces, weights
from pilotdiff.model import Pairing, Unit

# Pairs below this score are not worth a thought: odds of 1 to 50 before rivals are heard.
FLOOR = -4.0

Edge = tuple[int, int]


class Judged(NamedTuple):
    """The pairings of one level, and the nearest candidate of each pilot left without one."""

    pairings: list[Pairing]
    nearest: dict[int, tuple[int, bool]]


def judge(prepared: Prepared) -> Judged:
    """All pairings of a level, the doubtful ones too; who reads them sets the thresholds."""
    pairings = [_certain(prepared, *found) for found in prepared.certain]
    scores = {edge: score(measures(prepared.comparison.pair(*edge))) for edge in prepared.edges}
    worth = {edge: own for edge, own in scores.items() if own > FLOOR}
    chosen = assign({edge: own - FLOOR for edge, own in worth.items()})
    by_pilot, by_result = _by_end(worth)
    for edge in chosen:
        pairings.append(_compared(prepared, edge, worth, by_pilot[edge[0]], by_result[edge[1]]))
    return Judged(pairings, _nearest(chosen, by_pilot))


def _certain(prepared: Prepared, pilot: int, result: int, rule: str) -> Pairing:
    moved = prepared.pilots.places[pilot] != prepared.results.places[result]
    sure = weights().certain[rule][moved]
    return Pairing(
        pilot=prepared.pilots.units[pilot],
        result=prepared.results.units[result],
        rule=rule,
        confidence=sure,
        margin=sure,
        reason=reasons.certain_reason(rule, moved),
        moved=moved,
    )


def _by_end(scores: dict[Edge, float]) -> tuple[dict[int, list[Edge]], dict[int, list[Edge]]]:
    by_pilot: dict[int, list[Edge]] = defaultdict(list)
    by_result: dict[int, list[Edge]] = defaultdict(list)
    for edge in sorted(scores, key=lambda e: (-scores[e], e)):
        by_pilot[edge[0]].append(edge)
        by_result[edge[1]].append(edge)
    return by_pilot, by_result


def best_rival(
    edge: Edge, scores: dict[Edge, float], ours: list[Edge], theirs: list[Edge]
) -> Edge | None:
    """The strongest other pair that claims either end of an edge; lists are strongest first."""
    rivals = [next((e for e in side if e != edge), None) for side in (ours, theirs)]
    found = [rival for rival in rivals if rival is not None]
    return max(found, key=lambda e: (scores[e], e), default=None)


def _compared(
    prepared: Prepared, edge: Edge, scores: dict[Edge, float], ours: list[Edge], theirs: list[Edge]
) -> Pairing:
    pair = prepared.comparison.pair(*edge)
    rival = best_rival(edge, scores, ours, theirs)
    against = scores[rival] if rival is not None else FLOOR
    sure = confidence(scores[edge], against)
    margin = max(0.0, sure - (confidence(against, scores[edge]) if rival is not None else 0.0))
    return Pairing(
        pilot=prepared.pilots.units[edge[0]],
        result=prepared.results.units[edge[1]],
        rule="damage" if pair.fits else "features",
        confidence=sure,
        margin=margin,
        reason=reasons.compared_reason(pair, margin),
        runner_up="" if rival is None else _rival_name(prepared, edge, rival),
        traces=traces(measures(pair)),
        moved=prepared.pilots.places[edge[0]] != prepared.results.places[edge[1]],
    )


def _rival_name(prepared: Prepared, edge: Edge, rival: Edge) -> str:
    unit: Unit
    if rival[0] == edge[0]:
        unit = prepared.results.units[rival[1]]
    else:
        unit = prepared.pilots.units[rival[0]]
    return unit.name


def _nearest(chosen: list[Edge], by_pilot: dict[int, list[Edge]]) -> dict[int, tuple[int, bool]]:
    """For each pilot without a pairing, its best candidate and whether another has it."""
    paired = {pilot for pilot, _ in chosen}
    taken = {result for _, result in chosen}
    return {
        pilot: (edges[0][1], edges[0][1] in taken)
        for pilot, edges in by_pilot.items()
        if pilot not in paired
    }
