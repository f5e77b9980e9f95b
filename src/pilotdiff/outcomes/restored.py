"""A damaged name shown whole, once the pairing says what was lost."""

from pilotdiff.matching.damage import LOST, text_fits, wildcards_of
from pilotdiff.model import Unit


def restored(unit: Unit, sound: Unit) -> Unit:
    """The unit with each damaged part of its path taken from `sound` where that fits."""
    if LOST not in unit.name:
        return unit
    path, name = list(unit.path), unit.name
    for depth, part in enumerate(unit.path):
        other = sound.path[depth]
        if LOST in part and text_fits(part, wildcards_of(unit, depth), other):
            path[depth] = other
            name = name.replace(part, other)
    return unit._replace(path=(path[0], path[1], path[2], path[3], path[4]), name=name)
