"""Changes that the record knows: what became of what, when, why, and who approved it."""

from __future__ import annotations

from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names.division_rows import Tenure, left_to, spans_of
from pilotdiff.record import counties, packs
from pilotdiff.record.chains import meant
from pilotdiff.record.county_parts import shared_parts
from pilotdiff.record.locating import WholePath, prefixes
from pilotdiff.record.recorded import Recorded

# The statistical codes may be so many years behind the Ministry's tables, or ahead of them.
_LATE = 2
_BELOW_COUNTIES = (Level.TOWNSHIP, Level.COMMUNITY)
_PACK = "changes.pack"


class RecordedChange(NamedTuple):
    """A change as the Ministry's tables have it.

    reason      as written there (撤乡设镇, 新设街道); "" for counties and up, which have none
    document    the approving document's number, "" when the tables do not say
    old_code, old_name  "" where something was set up anew
    new_code, new_name  "" where the table does not say what became of it
    """

    year: int
    old_code: str
    old_name: str
    reason: str
    new_code: str
    new_name: str
    document: str


# The fields of a row that say what was, and what is.
_OLD, _NEW = (1, 2), (4, 5)


def _is_of(unit: Recorded, code: str, year: int, edge: int) -> bool:
    """Tell whether a row of a code and a year is about a unit that begins or ends in the year
    `edge`.

    Under another code than the unit's it is, where no edition has the row's own, and the years fit.
    """
    if code == unit.code:
        return True
    return -_LATE <= edge - year <= _LATE and unit in meant(code, unit.name)


def became(unit: Recorded) -> tuple[RecordedChange, ...]:
    """Return the changes that ended a unit, the oldest first; () for communities."""
    if unit.level in _BELOW_COUNTIES:
        return _of_township(unit, _OLD, unit.last)
    spans = spans_of(unit.code)
    return tuple(
        RecordedChange(
            int(span.last),
            span.code,
            span.name,
            "",
            code,
            counties.name_at(code, int(span.last) + 1),
            span.document,
        )
        for span in spans
        if span.name == unit.name and span.last and int(span.first) == unit.first
        for code in (span.became.split(";") if span.became else _renamed(unit.code, span.last))
    )


def _of_township(unit: Recorded, side: tuple[int, int], edge: int) -> tuple[RecordedChange, ...]:
    """Return the changes of a town that have it on a side; of communities none is known."""
    if unit.level is not Level.TOWNSHIP:
        return ()
    at, named = side
    return tuple(
        RecordedChange(int(row[0]), *row[1:])
        for row in packs.lines_with(_PACK, unit.code[:4], unit.name)
        if row[named] == unit.name and row[at][:6] == unit.code[:6]
        # A row with one code and one name on both sides tells of no change of that unit.
        if row[1:3] != row[4:6] and _is_of(unit, row[at], int(row[0]), edge)
    )


def told_of(path: WholePath, *, old: str = "", new: str = "") -> tuple[RecordedChange, ...]:
    """Return the changes that the tables tell of names of towns in a county, the oldest first,
    whether or not an edition has them: those of 2014 ended before the first.

    >>> [c.document for c in told_of(("四川省", "", "青川县", "", ""), old="石牛乡")]
    []
    """
    counties_there = {start for start in prefixes(path[:3]) if len(start) == len("110101")}
    found = {
        RecordedChange(int(row[0]), *row[1:])
        for start in counties_there
        for row in packs.lines_with(_PACK, start[:4], old or new)
        if start in (row[1][:6], row[4][:6])
        if row[2] == (old or row[2]) and row[5] == (new or row[5]) and row[1:3] != row[4:6]
    }
    return tuple(sorted(found))


def _renamed(code: str, year: str) -> tuple[str, ...]:
    """Return the code itself where it bore another name from that year on (襄樊市, 襄阳市)."""
    return (code,) if any(s.first == year for s in spans_of(code)) else ()


def came_from(unit: Recorded) -> tuple[RecordedChange, ...]:
    """Return the changes that made a unit or went into it, the oldest first; () for communities."""
    if unit.level in _BELOW_COUNTIES:
        return _of_township(unit, _NEW, unit.first)
    spans = sorted(_predecessors(unit.code))
    before = (change for span in spans for change in became(counties.as_recorded(span)))
    return tuple(
        change
        for change in before
        if change.new_code == unit.code and unit.first <= change.year < unit.last
    )


def founded_from(county: Recorded) -> tuple[RecordedChange, ...]:
    """Return the changes by which counties that went on gave parts to one that was set up then: of
    余杭区 临平区 was made in 2021. () where it was made otherwise, or that is not told.
    """
    spans = spans_of(county.code)
    is_new = bool(spans) and int(spans[0].first) == county.first
    if county.level is not Level.COUNTY or not is_new or came_from(county):
        return ()
    year = county.first
    return tuple(
        RecordedChange(year, giver, counties.name_at(giver, year), "", county.code, county.name, "")
        for giver in sorted(shared_parts(county.code, year, year))
    )


def _predecessors(code: str) -> list[Tenure]:
    """Return the rows that ended and became a code, or bore another name under it."""
    renamed = (span for span in spans_of(code) if span.last and not span.became)
    return [*left_to(code), *(span for span in renamed if _renamed(code, span.last))]
