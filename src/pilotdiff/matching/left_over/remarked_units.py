"""Units left over on both sides of which a remark names the other: 南岭村（东岭村并入）.

Where a remark gives a former name, the two are compared with it. What it says of a merger is no
name of the unit itself, a name alone in brackets may be anything, and a village of the same stem in
the town that a remark tells (东岭村（原属白石镇）) may be another: such two are proposed to a
person, and never believed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from pilotdiff.matching.left_over.across_levels import proposed
from pilotdiff.matching.left_over.merger_remarks import (
    is_name_of,
    names_alone,
    parts_of_merger,
    went_into,
)
from pilotdiff.matching.left_over.named_by_remarks import may_be_of_one_county, named_by
from pilotdiff.matching.likely_pairings import KeptPairings, Proposals, RuledOut
from pilotdiff.matching.names.name_keys import unit_stem
from pilotdiff.model import Level, Message, Pairing, Unit, msg
from pilotdiff.repair import fold

REMARK = "remark"
_PERHAPS = 0.5
_MERGER = msg("a remark tells of a merger that the one had part in and the other came of")
_NAMED = msg("a remark behind the one is the other's name")
_MOVED = msg("the same stem, and a remark behind the one names the town of the other")
# Two units by their numbers, and why they are proposed.
_Edge = tuple[int, int, Message]


def named_by_remarks(found_before: KeptPairings, apart: RuledOut = frozenset()) -> Proposals:
    """Return proposals of units that no likely pairing holds, where a remark of the one names the
    other or its town; and of units left over because another row holds the other one, why.

    `apart` holds pairs of `id(unit)` that a person ruled out.
    """
    ours, theirs = found_before.left
    told = chain(_edges(ours, theirs), ((a, b, why) for b, a, why in _edges(theirs, ours)))
    edges: dict[tuple[int, int], Message] = {}
    for at, there, why in told:
        edges.setdefault((at, there), why)
    found = [
        Pairing(ours[at], theirs[there], REMARK, _PERHAPS, _PERHAPS, why, moved=False)
        for (at, there), why in edges.items()
        if (id(ours[at]), id(theirs[there])) not in apart
    ]
    return proposed(found)


def _edges(speakers: Sequence[Unit], others: Sequence[Unit]) -> Iterator[_Edge]:
    """Yield the number of each unit with a remark, with that of the one it names."""
    noted = [(number, unit) for number, unit in enumerate(speakers) if unit.entry.note]
    if not noted:
        return
    merged = [
        (at, unit, (*went_into(unit.entry), *parts_of_merger(unit.entry))) for at, unit in noted
    ]
    for other, at in named_by(merged, enumerate(others)):
        yield at, other, _MERGER
    named = [(at, unit, _names_of(unit)) for at, unit in noted]
    for other, at in named_by(named, enumerate(others)):
        if any(is_name_of(said, others[other]) for said in _names_of(speakers[at])):
            yield at, other, _NAMED
    for at, other in _moved(noted, others):
        yield at, other, _MOVED


def _names_of(unit: Unit) -> tuple[str, ...]:
    return (*unit.entry.former, *names_alone(unit.entry.note))


def _moved(noted: Iterable[tuple[int, Unit]], others: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of communities of one stem, where a remark of the one names the town of the
    other."""
    namesakes: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(others):
        if unit.level is Level.COMMUNITY and unit.path.township:
            namesakes[unit_stem(unit)].append(number)
    for number, unit in noted:
        for at in namesakes.get(unit_stem(unit), ()) if unit.level is Level.COMMUNITY else ():
            is_told = fold(others[at].path.township) in fold(unit.entry.note)
            if is_told and may_be_of_one_county(unit, others[at]):
                yield number, at
