"""Entries that stand in their own list already: told apart before anything is compared."""

from collections.abc import Sequence

from pilotdiff.matching.lost_character_fit import LOST
from pilotdiff.model import Level, Unit

# Ids that are as long as division codes tell units apart as codes do; row numbers do not.
_CODE = 6


def repeated_entries(units: Sequence[Unit]) -> dict[int, Unit]:
    """Return, for each unit that an earlier one of the list repeats, that earlier one.

    Keys are `id(unit)`. Two entries are one unit when they have the same path and level, and what
    stands right above a town or a community is known: two 和平社区 without one may be two.
    Different codes, or ids as long, make two units of equal names; two 〓村 may be any two.
    """
    first: dict[tuple[tuple[str, ...], str, str], Unit] = {}
    found: dict[int, Unit] = {}
    for unit in units:
        key = (unit.path, unit.level.value, unit.entry.category)
        earlier = first.setdefault(key, unit)
        if earlier is unit or _are_told_apart(earlier, unit):
            continue
        if _is_placed(unit) or _bear_one_code(earlier, unit):
            found[id(unit)] = earlier
    return found


def _is_placed(unit: Unit) -> bool:
    """Return whether the name is whole, and what stands directly above a town is known."""
    if LOST in unit.own:
        return False
    if unit.level.depth <= Level.COUNTY.depth:
        return True
    return bool(unit.path[unit.level.depth - 1])


def _are_told_apart(one: Unit, other: Unit) -> bool:
    ours, theirs = (each.entry.code or each.entry.id for each in (one, other))
    return ours != theirs and len(ours) >= _CODE and len(theirs) >= _CODE


def _bear_one_code(one: Unit, other: Unit) -> bool:
    return LOST not in other.own and one.entry.code == other.entry.code != ""
