"""What the official record has of units: whether of two at one time, and which became which."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.in_groups import in_groups
from pilotdiff.matching.left_over.recorded_moves import History
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.model import DivisionPath, Level, Said, Unit

if TYPE_CHECKING:
    from pilotdiff.record import Recorded


class Raised(NamedTuple):
    """What the record says of two units one level apart.

    is_one  whether a change made the one of the other; else the two stand at one time
    """

    is_one: bool
    said: Said


def stands_today(town: tuple[str, ...], year: int) -> bool:
    """Tell whether the record has a town, of a name that is known, in an edition."""
    return bool(town[-1]) and any(not each.distance(year) for each in _found(town))


def stand_always(level: Level, *histories: History) -> bool:
    """Tell whether units of a level stand in all editions of the towns: none went into another."""
    from pilotdiff.record import editions, newest

    years = (editions(Level.TOWNSHIP)[0] - (level is Level.COUNTY), *editions(Level.TOWNSHIP)[1:])
    return all(_stand_in(each, (*years, newest(level))) for each in histories)


def _stand_in(history: History, years: Iterable[int]) -> bool:
    """Tell whether a unit stands in each of these years, under whatever code."""
    return all(any(not each.distance(year) for each in history) for year in years)


_TOWN = 9


def recorded_raise(pilot: Unit, result: Unit) -> Raised | None:
    """Return what the record says of two units one level apart, None where it says nothing."""
    return _raised(history_of(pilot), history_of(result))


def raised_place(town: DivisionPath, county: DivisionPath) -> Raised | None:
    """Return what the record says of a town and a county that units of two lists lie in."""
    return _raised(history_at(town), history_at(county))


def _raised(ours: History, theirs: History) -> Raised | None:
    from pilotdiff.record import became, of_change, of_two

    for before, after in ((ours, theirs), (theirs, ours)):
        # The tables of changes fill a county's code up to that of a town: 330383000.
        names = {(each.code.ljust(_TOWN, "0"), each.name) for each in after}
        for change in (change for each in before for change in became(each)):
            if (change.new_code.ljust(_TOWN, "0"), change.new_name) in names:
                return Raised(True, of_change(change))
    both = at_one_time(ours, theirs)
    return None if both is None else Raised(False, of_two(*both))


def recorded_meanings(unit: Unit) -> tuple[History, ...]:
    """Return the units that a listed one may be by the record, each with its entries: one, or the
    several of its name where no place tells which county or prefecture is meant."""
    if one := history_of(unit):
        return (one,)
    if unit.level.depth > Level.COUNTY.depth:
        return ()
    codes = in_groups(_found(unit.path), lambda each: each.code)
    return tuple(map(tuple, codes.values()))


def recorded_apart(one: Unit, other: Unit) -> bool:
    """Tell whether the record has two listed units at one time."""
    return at_one_time(history_of(one), history_of(other)) is not None


def history_of(unit: Unit) -> History:
    """Return what the record has of a unit's very name in its place, or under the code that stands
    beside it, () of none or several."""
    if unit.entry.code and (coded := _of_code(unit)):
        return coded
    if unit.level.depth > Level.COUNTY.depth and not any(unit.path[1:3]):
        return ()  # a town or a community without a county or a city is not sought in the nation
    return history_at(unit.path)


def _of_code(unit: Unit) -> History:
    """Return what the record has of a unit's very name under its code; a code that passed to
    another name is none."""
    from pilotdiff.record import of_code

    own = name_of(unit.level, unit.own)
    return tuple(
        each
        for each in of_code(unit.entry.code.ljust(6, "0"))
        if (there := name_of(unit.level, each.name)).stem == own.stem and there.kind == own.kind
    )


@lru_cache(maxsize=1 << 10)  # counties and towns are asked for by every two lists
def history_at(path: tuple[str, ...]) -> History:
    """Return what the record has of the very name at a path, () of none or several."""
    found = _found(path)
    return found if len(found) == 1 or _follow_one_another(found) else ()


def _follow_one_another(found: History) -> bool:
    """Return whether entries are one unit that got other codes: no two stand at one time."""
    from pilotdiff.record import together

    return all(
        one.code == other.code or together(one, other) is None
        for one, other in combinations(found, 2)
    )


def is_recorded(path: tuple[str, ...]) -> bool:
    """Return whether the record has the very name in its place, once or several times."""
    return bool(_found(path))


def _found(path: tuple[str, ...]) -> History:
    from pilotdiff.record import locate

    return locate(DivisionPath(*path)).same


def share_an_entry(ours: History, theirs: History) -> bool:
    """Return whether the two have a code with its name in common."""
    return not {(each.code, each.name) for each in ours}.isdisjoint(
        (each.code, each.name) for each in theirs
    )


def at_one_time(ours: History, theirs: History) -> tuple[Recorded, Recorded] | None:
    """Return entries of the two that stand at one time."""
    from pilotdiff.record import together

    pairs = product(reversed(ours), reversed(theirs))
    return next(((a, b) for a, b in pairs if together(a, b) is not None), None)
