"""Match the units of one level: certain steps, then what is left by features, jointly."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from pilotdiff.matching.align import Alignment, align
from pilotdiff.matching.candidates import Blocks, candidates
from pilotdiff.matching.certain import pair_equal, pair_twins
from pilotdiff.matching.compare import Comparison
from pilotdiff.matching.flows import Flows
from pilotdiff.matching.keys import unglued
from pilotdiff.matching.places import places_of
from pilotdiff.matching.sides import NOWHERE, Side, at_home, crowds, names_of
from pilotdiff.model import Unit

Numbers = Sequence[int]
Keys = Callable[[Side, int], Hashable]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Two sides of one level after the certain steps.

    certain  (pilot number, result number, rule)
    left     the numbers still to be compared, of either side
    edges    the pairs worth a comparison
    """

    pilots: Side
    results: Side
    alignment: Alignment
    certain: list[tuple[int, int, str]]
    left: tuple[Numbers, Numbers]
    edges: list[tuple[int, int]]
    comparison: Comparison


def _exact(side: Side, number: int) -> Hashable:
    name = side.names[number]
    return side.homes[number], name.text


def _wording(side: Side, number: int) -> Hashable:
    name = side.names[number]
    return side.homes[number], name.stem, name.kind


def _stem(side: Side, number: int) -> Hashable:
    return side.homes[number], side.names[number].stem


def _category(side: Side, number: int) -> Hashable:
    return side.homes[number], side.names[number].text, side.units[number].entry.category


def _unglued(side: Side, number: int) -> Hashable:
    name = side.names[number]
    return side.homes[number], unglued(name.stem, side.places[number]), name.kind


class Step(NamedTuple):
    """A certain step: the rule it is told by, its key, and whether repeated keys are paired too."""

    rule: str
    key: Keys
    twins: bool = False


_STEPS = (
    Step("exact", _exact),
    Step("exact", _category, twins=True),
    Step("exact", _exact, twins=True),
    Step("wording", _wording),
    Step("stem", _stem),
    Step("glued", _unglued),
)


def prepare(pilots: Sequence[Unit], results: Sequence[Unit]) -> Prepared:
    """Both sides of one level, the certain pairs found, the rest blocked for comparison."""
    ours, theirs, alignment = _sides(pilots, results)
    certain, left = _certain(ours, theirs)
    flows = Flows()
    flows.add(((pilot, result) for pilot, result, _ in certain), ours, theirs)
    tentative = _namesakes_apart(ours, theirs, left, alignment)
    flows.add(tentative.items(), ours, theirs)
    comparison = Comparison(
        ours, theirs, alignment, flows, tentative, crowds(ours, alignment), crowds(theirs, None)
    )
    edges = candidates(ours, left[0], Blocks(theirs, left[1]), alignment, flows)
    return Prepared(ours, theirs, alignment, certain, left, edges, comparison)


def _sides(pilots: Sequence[Unit], results: Sequence[Unit]) -> tuple[Side, Side, Alignment]:
    names, names_there = names_of(pilots), names_of(results)
    places, places_there = places_of(pilots, results)
    stems, stems_there = [n.stem for n in names], [n.stem for n in names_there]
    alignment = align(places, places_there, stems, stems_there)
    ours = Side(pilots, names, places, at_home(places, alignment))
    return ours, Side(results, names_there, places_there, places_there), alignment


def _certain(
    ours: Side, theirs: Side
) -> tuple[list[tuple[int, int, str]], tuple[Numbers, Numbers]]:
    """The pairs of the certain steps, and the numbers that are left of either side."""
    certain: list[tuple[int, int, str]] = []
    left: Numbers = [n for n, home in enumerate(ours.homes) if home is not NOWHERE]
    homeless = [n for n, home in enumerate(ours.homes) if home is NOWHERE]
    left_there: Numbers = range(len(theirs.units))
    for step in _STEPS:
        pair = pair_twins if step.twins else pair_equal
        pairs, left, left_there = pair(
            left, left_there, partial(step.key, ours), partial(step.key, theirs)
        )
        certain += [(pilot, result, step.rule) for pilot, result in pairs]
    return certain, (sorted([*left, *homeless]), sorted(left_there))


def _namesakes_apart(
    ours: Side, theirs: Side, left: tuple[Numbers, Numbers], alignment: Alignment
) -> dict[int, int]:
    """Units left over whose stem stands once on either side of a wider place: these show flows."""
    levels = max((len(place) for place in (*ours.places[:1], *theirs.places[:1])), default=0)
    found: dict[int, int] = {}
    for length in range(levels - 1, max(0, levels - 3), -1):

        def mine(number: int, size: int = length) -> Hashable:
            return alignment[ours.places[number][:size]], ours.names[number].stem

        def its(number: int, size: int = length) -> Hashable:
            return theirs.places[number][:size], theirs.names[number].stem

        open_numbers = [
            number
            for number in left[0]
            if number not in found
            and len(ours.names[number].stem) > 1
            and ours.places[number][:length] in alignment
        ]
        found.update(pair_equal(open_numbers, left[1], mine, its)[0])
    return found
