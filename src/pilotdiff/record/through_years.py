"""One unit through the years: what stands for it in another edition."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names import gazetteer, split
from pilotdiff.record.chains import meant, of_code
from pilotdiff.record.county_parts import shared_parts
from pilotdiff.record.events import RecordedChange, became, came_from
from pilotdiff.record.locating import units_below
from pilotdiff.record.lookalikes import one_off, standing_under
from pilotdiff.record.recorded import Recorded, together

# An edition may lag so many years behind what was decided.
_LATE = 1
# Changes of changes are followed so far.
_STEPS = 4


class Way(StrEnum):
    """How a unit of one edition was found in another."""

    SAME = "same"  # code and name stand in both
    CHANGE = "change"  # by a change that the Ministry's tables tell
    KIND = "kind"  # the code goes on with the stem under another kind
    MOVED = "moved"  # the name goes on under another code
    RESPELT = "respelt"  # the code goes on with a name one character off
    CODE = "code"  # the code goes on in the same township, with another name


class Followed(NamedTuple):
    """What stands for a unit in a year; None when nothing does, or several could."""

    unit: Recorded | None
    way: Way | None = None
    change: RecordedChange | None = None


NOT_FOLLOWED = Followed(None)


def follow(unit: Recorded, year: int) -> Followed:
    """Return what stands for `unit` in the edition of `year`.

    >>> follow(of_code("110228")[0], 2021).unit.name
    '密云区'
    """
    if unit.distance(year) == 0:
        return Followed(unit, Way.SAME)
    changed = _by_change(unit, year)
    if changed.unit or unit.level.depth <= Level.COUNTY.depth:
        return changed
    kept = _by_code(unit, year)
    if kept.way in (Way.KIND, Way.MOVED):
        return kept
    moved = _by_name(unit, year)
    if moved is None:
        return kept
    if kept.unit and moved.unit:
        # Under a new parent's code numbers are often dealt out anew: the name is the fact. Else
        # either the code went on or the name did: a person must say which.
        return moved if kept.unit.code != unit.code else NOT_FOLLOWED
    return moved


def goes_on_whole(earlier: Recorded, later: Recorded, year: int) -> bool:
    """Tell whether one unit became another in a year, and not but a part of it.

    It did, where nothing else came of the one or went into the other, where the name goes on, or
    where most towns of the one lie in the other: 遵义县 is 播州区, though parts went elsewhere;
    江干区, that went to two, is no 钱塘区.

    >>> goes_on_whole(of_code("330104")[0], of_code("330114")[0], 2021)
    False
    """
    ends = {(c.new_code, c.new_name) for c in became(earlier) if c.year == year}
    starts = {(c.old_code, c.old_name) for c in came_from(later) if c.year == year}
    stems = _stem(earlier), _stem(later)
    if (len(ends) < 2 and len(starts) < 2) or stems[0] in stems[1] or stems[1] in stems[0]:
        return True
    return earlier.level is Level.COUNTY and len(starts) < 2 and _most_towns(earlier, later, year)


def _most_towns(earlier: Recorded, later: Recorded, year: int) -> bool:
    """Tell whether most towns of a county lie in another one since a year; not where no edition
    tells."""
    before, after = (
        {_stem(town) for town in standing_under(Level.TOWNSHIP, code) if not town.distance(at)}
        for code, at in ((earlier.code, year - 1), (later.code, year + 1))
    )
    return 2 * len(before & after) > len(before)


def _standing(found: Iterable[Recorded], year: int) -> list[Recorded]:
    return [each for each in found if each.distance(year) == 0]


def _by_change(unit: Recorded, year: int, steps: int = _STEPS) -> Followed:
    """Follow a unit along the changes told, forward or back, where one unit is left."""
    forward = year > unit.last
    changes = became(unit) if forward else came_from(unit)
    stem = split(unit.level, unit.name)[0]
    found: dict[str, Followed] = {}
    for change in changes:
        code, name = change[4:6] if forward else change[1:3]
        for other in meant(code, name) if code else ():
            if other.distance(year) == 0:
                found[other.code] = Followed(other, Way.CHANGE, change)
            elif steps and other != unit:
                further = _by_change(other, year, steps - 1)
                if further.unit:
                    found[further.unit.code] = further._replace(change=change)
    if len(found) > 1:
        found = {c: f for c, f in found.items() if f.unit and _goes_on(unit, f.unit, stem)}
    return found.popitem()[1] if len(found) == 1 else NOT_FOLLOWED


def _goes_on(unit: Recorded, other: Recorded, stem: str) -> bool:
    """Tell whether a township's name goes on, or a county or prefecture took the other's place."""
    if unit.level is Level.TOWNSHIP:
        return _stem(other) == stem
    codes = gazetteer.codes(unit.level, unit.name), gazetteer.codes(other.level, other.name)
    return other.code in codes[0] or unit.code in codes[1]


def _stem(unit: Recorded) -> str:
    return split(unit.level, unit.name)[0]


def _by_code(unit: Recorded, year: int) -> Followed:
    """Return the code under another name, where it lies under a parent that is still the same.

    Where the parent got another code, its children keep their last three digits.
    """
    moved = _moved_code(unit, year)
    found = _standing(of_code(moved or unit.code), year)
    if len(found) != 1 or together(unit, found[0]) is not None:
        return NOT_FOLLOWED
    other = found[0]
    if _stem(other) == _stem(unit):
        return Followed(other, Way.MOVED if other.name == unit.name else Way.KIND)
    if _elsewhere(other, unit.last if year > unit.last else unit.first):
        return NOT_FOLLOWED
    if one_off(unit.name, other.name) or one_off(_stem(unit), _stem(other)):
        return Followed(other, Way.RESPELT)
    if moved and any(_standing(_named(unit, year), year)):
        return NOT_FOLLOWED
    return Followed(other, Way.CODE) if moved or _same_parent(unit, year) else NOT_FOLLOWED


def _moved_code(unit: Recorded, year: int) -> str:
    """Return the code that a community has where its township goes on by name under another
    code."""
    if unit.level is not Level.COMMUNITY:
        return ""
    then = unit.last if year > unit.last else unit.first
    towns = _standing(of_code(unit.code[:9]), then)
    followed = follow(towns[0], year) if len(towns) == 1 else NOT_FOLLOWED
    town = followed.unit
    if town is None or town.code == unit.code[:9] or _stem(town) != _stem(towns[0]):
        return ""
    return town.code + unit.code[9:]


def _elsewhere(other: Recorded, year: int) -> bool:
    """Tell whether the very name of `other` stood in its county in a year, under another code."""
    named = units_below(other.level, _stem(other), other.code[:6])
    return any(each.code != other.code for each in _standing(named, year))


def _same_parent(unit: Recorded, year: int) -> bool:
    """Tell whether what a unit lies in, its township or county, bore one name then and in
    `year`."""
    names = of_code(unit.code[:9] if unit.level is Level.COMMUNITY else unit.code[:6])
    then = unit.last if year > unit.last else unit.first
    return any(each.distance(then) == 0 and each.distance(year) == 0 for each in names)


def _by_name(unit: Recorded, year: int) -> Followed | None:
    """Return the name under another code: in what the parent became, else once in the county."""
    named = _named(unit, year)
    fitting = [each for each in _standing(named, year) if together(unit, each) is None]
    if unit.level is Level.COMMUNITY:
        towns = _towns(unit, year)
        inside = [each for each in fitting if each.code[:9] in towns]
        # Elsewhere in the county a namesake must begin when the other ends.
        fitting = inside or [
            each for each in fitting if each.name == unit.name and _next_to(unit, each)
        ]
    if len(fitting) == 1 and not _rivals(unit, fitting[0], named, year):
        return Followed(fitting[0], Way.MOVED)
    return NOT_FOLLOWED if fitting else None


def _named(unit: Recorded, year: int) -> list[Recorded]:
    """Return all of a unit's stem in its county and in those that it went into, or that went into
    it."""
    return [each for c in _counties(unit, year) for each in units_below(unit.level, _stem(unit), c)]


def _next_to(one: Recorded, other: Recorded) -> bool:
    """Tell whether the one begins in the edition after that in which the other ends."""
    return other.first - one.last == 1 or one.first - other.last == 1


def _rivals(unit: Recorded, found: Recorded, named: list[Recorded], year: int) -> bool:
    """Tell whether another one of that name stood when the unit did and could be what was found: of
    communities, where its township became that one's too."""
    then = unit.last if year > unit.last else unit.first
    return any(
        each != unit
        and each.name == unit.name
        and each.code != found.code
        and (unit.level is not Level.COMMUNITY or found.code[:9] in _towns(each, year))
        for each in _standing(named, then)
    )


def _counties(unit: Recorded, year: int) -> list[str]:
    """Return the county of a unit, and those that it went into, or that went into it, whole or in
    part."""
    own = unit.code[:6]
    then = unit.last if year > unit.last else unit.first
    found = {own} | shared_parts(own, min(then, year) - _LATE, max(then, year) + _LATE)
    for each in of_code(own):
        found |= {change.new_code for change in became(each)}
        found |= {change.old_code for change in came_from(each)}
    return sorted(found)


def _towns(unit: Recorded, year: int) -> set[str]:
    """Return the codes of a community's township, and of all that it went into or that went into
    it."""
    found, counties = {unit.code[:9]}, _counties(unit, year)
    then = unit.last if year > unit.last else unit.first
    for town in _standing(of_code(unit.code[:9]), then):
        followed = follow(town, year).unit
        found |= {followed.code} if followed else set()
        changes = became(town) if year > unit.last else came_from(town)
        for change in changes:
            code, name = change[4:6] if year > unit.last else change[1:3]
            found |= {code, *_bearing(name, counties)}
    return found - {""}


def _bearing(name: str, counties: list[str]) -> set[str]:
    """Return the codes of the townships of a name in some counties.

    The Ministry numbers a township in its own way, and under a county's new code before the
    editions do: its name is what both share.
    """
    if not name:
        return set()
    stem = split(Level.TOWNSHIP, name)[0]
    found = (each for county in counties for each in units_below(Level.TOWNSHIP, stem, county))
    return {each.code for each in found if each.name == name}
