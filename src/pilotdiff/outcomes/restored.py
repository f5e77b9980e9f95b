"""A damaged name shown whole, once the pairing says what was lost."""

from pilotdiff.matching.names.lost_character_fit import filled, part_fits, wildcards_of
from pilotdiff.model import LEVELS, Unit
from pilotdiff.model.repairs import LOST


def restored(unit: Unit, sound: Unit) -> Unit:
    """Return the unit with what each damaged part of its path lost taken from `sound` where that
    fits."""
    if LOST not in unit.name:
        return unit
    path, name = unit.path, unit.name
    for depth, part in enumerate(unit.path):
        # Lost characters may hide the level: its own name is compared with that of the other.
        other = sound.own if depth == unit.level.depth else sound.path[depth]
        if LOST in part and part_fits(LEVELS[depth], part, wildcards_of(unit, depth), other):
            path = path.with_part(LEVELS[depth], filled(part, other))
            name = name.replace(part, path[depth])
    return unit._replace(path=path, name=name)
