"""What the record has under a path in which characters are lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from pilotdiff.model import LEVELS, Level, Unit, Wildcard
from pilotdiff.model.repairs import LOST
from pilotdiff.names import split
from pilotdiff.record.counties import prefix_of
from pilotdiff.record.locating import Located, code_starts, named_below
from pilotdiff.record.lookalikes import standing_under
from pilotdiff.record.recorded import Recorded
from pilotdiff.repair import admits, fold

NOT_LOCATED = Located((), (), placed=False)


def fitting(unit: Unit) -> Located:
    """Return the units that a damaged path could be: what is lost of a part is what the record
    makes it.

    Nothing where the path states no parent, or where nothing is left of a damaged part.
    """
    level, path = unit.level, unit.path
    if not any(path[: level.depth]) or not _telling(unit):
        return NOT_LOCATED
    starts: tuple[str, ...] = ("",)
    for depth in range(level.depth):
        if path[depth]:
            starts = tuple(dict.fromkeys(_codes(unit, LEVELS[depth], starts)))
    if LOST in unit.own:
        found = [each for start in starts for each in _fitting(unit, level, start)]
    else:
        found = list(named_below(level, unit.own, starts).same) if starts else []
    return Located(
        tuple(sorted(found, key=lambda each: (each.spans, each.code))), (), placed=bool(starts)
    )


def _telling(unit: Unit) -> bool:
    """Tell whether something is left of every part that is damaged: a character, or a byte of
    one."""
    return all(
        split(LEVELS[depth], part)[0].strip(LOST)
        or all(one != Wildcard() for one in _wildcards(unit, depth) or (Wildcard(),))
        for depth, part in enumerate(unit.path)
        if LOST in part
    )


def _codes(unit: Unit, level: Level, starts: Iterable[str]) -> Iterator[str]:
    """Yield how the codes below one part of the path begin."""
    part = unit.path[level.depth]
    if LOST not in part:
        yield from code_starts(level, part, tuple(starts))
        return
    for start in starts:
        yield from (prefix_of(each.code) for each in _fitting(unit, level, start))


def _fitting(unit: Unit, level: Level, start: str) -> Iterator[Recorded]:
    part, wildcards = unit.path[level.depth], _wildcards(unit, level.depth)
    for each in standing_under(level, start):
        if _fits(level, part, each.name, wildcards):
            yield each


def _wildcards(unit: Unit, depth: int) -> tuple[Wildcard, ...]:
    """Return the constraints on the lost characters of one part of the unit's path."""
    text, part = unit.entry.text, unit.path[depth]
    before = text[: max(text.rfind(part), 0)].count(LOST)
    return tuple(islice(unit.entry.wildcards, before, before + part.count(LOST)))


def _fits(level: Level, damaged: str, sound: str, wildcards: tuple[Wildcard, ...]) -> bool:
    """Tell whether two names of one kind agree, but for lost characters that admit what stands
    there."""
    (stem, kind), (other, its) = split(level, damaged), split(level, sound)
    if kind != its or len(stem) != len(other):
        return False
    lost = iter(wildcards)
    return all(
        admits(next(lost, Wildcard()), theirs) if ours == LOST else fold(ours) == fold(theirs)
        for ours, theirs in zip(stem, other, strict=True)
    )
