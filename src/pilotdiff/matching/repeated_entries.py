"""Entries that stand in their own list as well: told apart before anything is compared."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pilotdiff.in_groups import in_groups
from pilotdiff.matching.names.village_groups import group_of
from pilotdiff.matching.places.stated_places import may_be_two
from pilotdiff.model import Level, Unit
from pilotdiff.model.repairs import LOST

# Ids that are as long as division codes tell units apart as codes do; row numbers do not.
_CODE = 6


def repeated_in(units: Sequence[Unit], others: Sequence[Unit]) -> dict[int, Unit]:
    """Return as `repeated_entries` does, without those that may be two units where the other list
    has two of the name."""
    found = repeated_entries(units)
    doubtful = {id(kept): kept for kept in found.values() if may_be_two(kept)}
    if not doubtful:
        return found
    there = Counter(unit.own for unit in others if unit.level is Level.COUNTY)
    return {
        at: kept for at, kept in found.items() if id(kept) not in doubtful or there[kept.own] < 2
    }


def repeated_entries(units: Sequence[Unit]) -> dict[int, Unit]:
    """Return, for each unit that another entry of the list names as well, that other one: the first
    of those that say most of it. The order of the rows decides nothing else.

    Keys are `id(unit)`. Two entries are one unit when they have the same path and level, and what
    stands right above a town or a community is known: two 和平社区 without one may be two.
    Different codes, or ids as long, make two units of equal names; two 〓村 may be any two. Two
    groups of one village (三组, 石桥组) are two.
    """
    first: dict[tuple[tuple[str, ...], str, str], Unit] = {}
    alike: dict[int, list[Unit]] = {}
    for unit in units:
        key = (unit.path, unit.level.value, unit.entry.category)
        earlier = first.setdefault(key, unit)
        if earlier is not unit:
            alike.setdefault(id(earlier), [earlier]).append(unit)
    found: dict[int, Unit] = {}
    for group in alike.values():
        for same in _of_one_unit(group):
            for one in _of_one_group(same):
                kept = max(one, key=_says)
                found |= {id(unit): kept for unit in one if unit is not kept}
    return found


def _of_one_group(units: Sequence[Unit]) -> Iterable[list[Unit]]:
    """Return the entries of one village by the groups of it that they name."""
    groups = in_groups(units, group_of)
    return groups.values()


def _of_one_unit(group: Sequence[Unit]) -> Iterable[list[Unit]]:
    """Return the entries of one path that are one unit; where codes make several units of them, one
    without a code may be any."""
    if LOST in group[0].own:
        return ()
    placed = _is_placed(group[0])
    by_code = in_groups(group, lambda unit: _code(unit) if placed else unit.entry.code)
    if not placed:
        by_code.pop("", None)
    elif len(by_code.keys() - {""}) == 1:
        return (list(group),)
    return by_code.values()


def _says(unit: Unit) -> tuple[bool, bool]:
    return bool(_code(unit)), bool(unit.entry.note)


def _is_placed(unit: Unit) -> bool:
    """Return whether what stands directly above a town is known."""
    if unit.level.depth <= Level.COUNTY.depth:
        return True
    return bool(unit.path[unit.level.depth - 1])


def _code(unit: Unit) -> str:
    stated = unit.entry.code or unit.entry.id
    return stated if len(stated) >= _CODE else ""
