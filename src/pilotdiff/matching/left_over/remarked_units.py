"""Units left over on both sides of which a remark names the other: 南岭村（东岭村并入）.

Where a remark gives a former name, the two are compared with it. What it says of a merger is no
name of the unit itself: the two are proposed to a person, and never believed.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from pilotdiff.matching.left_over.across_levels import proposed
from pilotdiff.matching.left_over.merger_remarks import parts_of_merger, went_into
from pilotdiff.matching.left_over.named_by_remarks import named_by
from pilotdiff.matching.likely_pairings import KeptPairings, Proposals, RuledOut
from pilotdiff.model import Pairing, Unit, msg

REMARK = "remark"
_PERHAPS = 0.5
_WHY = msg("a remark tells of a merger that the one had part in and the other came of")


def named_by_remarks(found_before: KeptPairings, apart: RuledOut = frozenset()) -> Proposals:
    """Return proposals of units that no likely pairing holds, where a remark of the one names the
    other; and of units left over because another row holds the other one, why.

    `apart` holds pairs of `id(unit)` that a person ruled out.
    """
    ours, theirs = found_before.left
    edges = dict.fromkeys(chain(_edges(ours, theirs), _turned(_edges(theirs, ours))))
    found = [
        Pairing(ours[at], theirs[there], REMARK, _PERHAPS, _PERHAPS, _WHY, moved=False)
        for at, there in edges
        if (id(ours[at]), id(theirs[there])) not in apart
    ]
    return proposed(found)


def _edges(speakers: Sequence[Unit], others: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the number of each unit whose remark tells of a merger, with that of the one named."""
    spoken = [
        (number, unit, (*went_into(unit.entry), *parts_of_merger(unit.entry)))
        for number, unit in enumerate(speakers)
        if unit.entry.note
    ]
    return _turned(named_by(spoken, enumerate(others)))


def _turned(edges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((other, one) for one, other in edges)
