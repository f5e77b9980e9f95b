"""Names with a lost character: what may stand behind the 〓."""

from pilotdiff.model import Level, Message, Unit, Wildcard
from pilotdiff.model.repairs import LOST
from pilotdiff.names import split
from pilotdiff.repair import admits, fold, witness


def fits(unit: Unit, other: Unit) -> bool:
    """Tell whether two last parts, or their stems, agree but for lost characters that admit it."""
    damaged, sound = (unit, other) if LOST in unit.own else (other, unit)
    return _fit(damaged, sound, wildcards_of(damaged, damaged.level.depth))


def forbids(unit: Unit, other: Unit) -> bool:
    """Tell whether two last parts, or their stems, would agree but for what survived of the
    lost."""
    damaged, sound = (unit, other) if LOST in unit.own else (other, unit)
    return _fit(damaged, sound, ()) and not fits(unit, other)


def _fit(damaged: Unit, sound: Unit, wildcards: tuple[Wildcard, ...]) -> bool:
    return part_fits(damaged.level, damaged.own, wildcards, sound.own)


def part_fits(level: Level, damaged: str, wildcards: tuple[Wildcard, ...], sound: str) -> bool:
    """Tell whether two parts of a level agree, whole or in their stems, but for lost characters."""
    if text_fits(damaged, wildcards, sound):
        return True
    stem = split(level, damaged)[0]
    return LOST in stem and text_fits(stem, wildcards, split(level, sound)[0])


def filled(damaged: str, sound: str) -> str:
    """Return a damaged part with its lost characters taken from one that it fits."""
    rest = sound[: len(damaged)].ljust(len(damaged), LOST)
    return "".join(b if a == LOST else a for a, b in zip(damaged, rest, strict=True))


def evidence(unit: Unit, other: Unit) -> tuple[Message, ...]:
    """Tell how the lost characters of one of two fitting units are borne out by the other."""
    damaged, sound = (unit, other) if LOST in unit.own else (other, unit)
    wildcards = iter(wildcards_of(damaged, damaged.level.depth))
    return tuple(
        witness(next(wildcards, Wildcard()), theirs)
        for ours, theirs in zip(damaged.own, sound.own, strict=False)
        if ours == LOST
    )


def wildcards_of(unit: Unit, depth: int) -> tuple[Wildcard, ...]:
    """Return the constraints on the lost characters of one part of a unit's path."""
    text = unit.entry.text
    at = text.rfind(unit.path[depth])
    before = text[:at].count(LOST) if at >= 0 else 0
    return unit.entry.wildcards[before : before + unit.path[depth].count(LOST)]


def text_fits(damaged: str, wildcards: tuple[Wildcard, ...], sound: str) -> bool:
    """Tell whether a sound text satisfies a damaged one, character by character."""
    if len(damaged) != len(sound) or LOST in sound:
        return False
    lost = iter(wildcards)
    for ours, theirs in zip(damaged, sound, strict=True):
        if ours == LOST:
            wildcard = next(lost, None)
            if wildcard is not None and not admits(wildcard, theirs):
                return False
        elif ours != theirs and fold(ours) != fold(theirs):
            return False
    return True
