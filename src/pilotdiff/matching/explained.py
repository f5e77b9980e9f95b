"""What was considered for one unit: every candidate with the features that spoke."""

from typing import NamedTuple

from pilotdiff.matching.levels import prepare
from pilotdiff.matching.weights import measures, score, traces
from pilotdiff.model import Trace, Unit, Units


class Candidate(NamedTuple):
    """A unit of the other list, the log odds that it is the same, and what they are made of."""

    unit: Unit
    score: float
    traces: tuple[Trace, ...]


def considered(
    unit: Unit, pilots: Units, results: Units, *, is_pilot: bool = True
) -> list[Candidate]:
    """The candidates for a pilot, or for a result, the likeliest first.

    Empty where a certain step settled it, or where nothing near bore a similar name.
    """
    ours = [pilot for pilot in pilots.units if pilot.level is unit.level]
    theirs = [result for result in results.units if result.level is unit.level]
    if not ours or not theirs:
        return []
    prepared = prepare(ours, theirs)
    found = []
    for edge in prepared.edges:
        ends = ours[edge[0]], theirs[edge[1]]
        own, other = ends if is_pilot else ends[::-1]
        if _same(own, unit):
            values = measures(prepared.comparison.pair(*edge))
            found.append(Candidate(other, score(values), traces(values)))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.unit.name))


def _same(one: Unit, other: Unit) -> bool:
    """Whether the two are one entry; a damaged name is restored by its pairing."""
    return one.id == other.id and one.entry.line == other.entry.line and one.level is other.level
