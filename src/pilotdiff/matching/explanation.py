"""What was considered for one unit: every candidate with the features that spoke."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotdiff.matching.level_steps import prepare
from pilotdiff.matching.match_weights import match_weights, measures, score
from pilotdiff.model import LEVELS, Level, MatchWeight, Unit, Units


class ConsideredUnit(NamedTuple):
    """A unit of the other list, the log odds that it is the same, and what they are made of."""

    unit: Unit
    score: float
    match_weights: tuple[MatchWeight, ...]


def considered(
    unit: Unit, pilots: Units, results: Units, *, is_pilot: bool = True
) -> list[ConsideredUnit]:
    """Return the candidates for a pilot, or for a result, the likeliest first.

    Empty where a deterministic rule settled it, or where nothing near bore a similar name.
    """
    found = []
    for ours, theirs, odds, spoken in compared(pilots, results, unit.level):
        own, other = (ours, theirs) if is_pilot else (theirs, ours)
        if _same(own, unit):
            found.append(ConsideredUnit(other, odds, spoken))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.unit.name))


def compared(
    pilots: Units, results: Units, at: Level | None = None
) -> Iterator[tuple[Unit, Unit, float, tuple[MatchWeight, ...]]]:
    """Give every pair that came into question, at one level or at all, its score and weights."""
    for level in (at,) if at else LEVELS:
        ours = [pilot for pilot in pilots.units if pilot.level is level]
        theirs = [result for result in results.units if result.level is level]
        if not ours or not theirs:
            continue
        prepared = prepare(ours, theirs)
        for pilot, result in prepared.edges:
            values = measures(prepared.comparison.pair(pilot, result))
            yield ours[pilot], theirs[result], score(values), match_weights(values)


def _same(one: Unit, other: Unit) -> bool:
    """Tell whether the two are one entry; a damaged name is restored by its pairing."""
    return one.id == other.id and one.entry.line == other.entry.line and one.level is other.level
