"""Where a unit lies: its parents' names as they were called in a year."""

from functools import lru_cache

from pilotdiff.model import Level
from pilotdiff.names import split
from pilotdiff.names.division_rows import spans_of
from pilotdiff.record import counties
from pilotdiff.record.locating import WholePath, units_below
from pilotdiff.record.prefectures import prefecture
from pilotdiff.record.recorded import Recorded


@lru_cache(maxsize=1 << 12)  # the units of both lists are asked about, each way
def of_code(code: str) -> tuple[Recorded, ...]:
    """Return the names that a code of 6, 9 or 12 digits bore, the oldest first; () when it never
    stood."""
    level = counties.level_of(code)
    if level.depth <= Level.COUNTY.depth:
        return tuple(map(counties.as_recorded, spans_of(code)))
    found = (each for each in prefecture(code[:4], level).under(code))
    return tuple(sorted(found, key=lambda each: each.spans))


def meant(code: str, name: str) -> tuple[Recorded, ...]:
    """Return the units that a table means by code and name: where the editions have the name in
    that county under another code only, those.

    The Ministry numbers townships anew each year, and the statistical codes do not follow at once.

    >>> [each.code for each in meant("510104005", "合江亭街道")]
    ['510104024']
    """
    found = tuple(each for each in of_code(code) if each.name == name)
    if found or counties.level_of(code) is not Level.TOWNSHIP:
        return found
    named = units_below(Level.TOWNSHIP, split(Level.TOWNSHIP, name)[0], code[:6])
    return tuple(each for each in named if each.name == name)


def path_of(unit: Recorded, year: int | None = None) -> WholePath:
    """Return the whole path of a unit, its parents as called in `year`, by default its last one.

    >>> path_of(of_code("110101001001")[0])
    ('北京市', '', '东城区', '东华门街道', '多福巷社区')
    """
    at = _last_whole(unit) if year is None else year
    slots = [*counties.above(unit.code[:6], at), "", ""]
    if unit.level is Level.COMMUNITY:
        slots[Level.TOWNSHIP.depth] = _name_at(unit.code[:9], at)
    slots[unit.level.depth] = unit.name
    return (slots[0], slots[1], slots[2], slots[3], slots[4])


def _last_whole(unit: Recorded) -> int:
    """Return the last year before the one of its end, in which its parents may bear new names
    already."""
    ended = unit.level.depth <= Level.COUNTY.depth and unit.last < counties.NEWEST
    return max(unit.first, unit.last - 1) if ended else unit.last


@lru_cache(maxsize=1 << 12)
def _name_at(code: str, year: int) -> str:
    near = min(of_code(code), key=lambda each: (each.distance(year), -each.last), default=None)
    return near.name if near else ""
