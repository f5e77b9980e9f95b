"""Lines of a text whose names stand in tiers, each below the one before it or each above it: one
path, perhaps, that was read as several units."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pilotdiff.model import DoubtfulLine, Unit, msg

_STEPS = msg(
    "names {number} units, each of a lower tier than the one before it: they may be the places "
    "that one unit lies in"
)
_UPWARD = msg(
    "names {number} units, each of a higher tier than the one before it: they may be the places "
    "that one unit lies in"
)
_FEWEST = 3
_PAIR = 2
_ALONE = 3


def split_paths(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines of text that name a unit a tier, from the highest down or the lowest up:
    清岗市，白溪县，石桥镇.

    Two of a line are such where the others of the list, alone in their lines, are as low as the
    second.
    """
    lines = [list(of_line) for _, of_line in groupby(units, lambda unit: unit.entry.line)]
    alone = [of_line[0].level for of_line in lines if len(of_line) == 1]
    for of_line in lines:
        tiers = [unit.level.depth for unit in of_line]
        stated = any(unit.entry.level for unit in of_line)
        upward = _descend(tiers[::-1])
        if stated or not (upward or _descend(tiers)):
            continue
        low = len(alone) >= _ALONE and {*alone} == {of_line[0 if upward else -1].level}
        if len(tiers) >= _FEWEST or (len(tiers) == _PAIR and low):
            why = (_UPWARD if upward else _STEPS).given(number=len(tiers))
            yield DoubtfulLine(of_line[0].entry.line, of_line[0].entry.raw, why)


def _descend(tiers: Sequence[int]) -> bool:
    return len(tiers) > 1 and all(one < other for one, other in pairwise(tiers))
