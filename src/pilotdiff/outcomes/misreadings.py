"""Whether a name on paper may be the misreading of another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from pilotdiff.model import LEVELS, DivisionPath, Doubt, Unit
from pilotdiff.names import split
from pilotdiff.outcomes.print_lookalikes import look_alike_in_print
from pilotdiff.repair import fold

ONE_IN = 3
"""Of so many characters of a name one may be misread."""


class MisreadPath(NamedTuple):
    """What differs between a scanned path and another one.

    depth     of the first part that differs, from 0
    edits     characters that differ
    is_borne  whether doubts, look-alikes of print or lost characters bear out all that differs
    own       whether the unit's own name differs
    """

    depth: int
    edits: int
    is_borne: bool
    own: bool


def misread(scanned: Unit, whole: Unit, doubts: Sequence[Doubt]) -> MisreadPath | None:
    """Return what must have been misread if a scanned unit is the other one.

    None where it cannot be: units of two levels, a part with another kind, or with too many other
    characters; and where nothing differs. A part that one of the two leaves out does not differ.
    """
    if scanned.level is not whole.level:
        return None
    depths = [
        depth
        for depth, (one, other) in enumerate(zip(scanned.path, whole.path, strict=True))
        if one and other and fold(one) != fold(other)
    ]
    parts = [(depth, scanned.path[depth], whole.path[depth]) for depth in depths]
    edits = [_edits(depth, one, other) for depth, one, other in parts]
    if not edits or None in edits:
        return None
    borne = all(_is_borne(one, other, doubts) for _, one, other in parts)
    return MisreadPath(depths[0], sum(filter(None, edits)), borne, scanned.level.depth in depths)


def _edits(depth: int, scanned: str, whole: str) -> int | None:
    """Return how many characters of a part were misread, None where they are too many.

    A kind is misread into no other kind: 清江乡 on paper is not 清江镇.
    """
    one, other = fold(scanned), fold(whole)
    (stem, kind), (others, its) = split(LEVELS[depth], one), split(LEVELS[depth], other)
    if kind != its and (kind and its):
        return None
    most = max(1, max(len(one), len(other)) // ONE_IN)
    edits = Levenshtein.distance(one, other, score_cutoff=most)
    left = len(set(stem) & set(others)) or len(others) == 1 == len(stem)
    return edits if edits <= most and left else None


def _is_borne(scanned: str, whole: str, doubts: Sequence[Doubt]) -> bool:
    """Tell whether all that differs is doubtful, looks alike in print, or is lost on the scan."""
    read = {doubt.text[doubt.at] for doubt in doubts}
    return all(
        one in read or look_alike_in_print(one, other) or not one
        for one, other in _differences(fold(scanned), fold(whole))
    )


def _differences(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the characters in which two texts differ, "" where one has none.

    >>> list(_differences("什市", "什邡市"))
    [('', '邡')]
    """
    for step in Levenshtein.editops(one, other):
        yield (
            "" if step.tag == "insert" else one[step.src_pos],
            "" if step.tag == "delete" else other[step.dest_pos],
        )


def upto(unit: Unit, depth: int) -> DivisionPath:
    """Return a unit's path down to one of its parts."""
    return DivisionPath._make(part if at <= depth else "" for at, part in enumerate(unit.path))
