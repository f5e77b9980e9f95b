"""Changes that the record knows: what became of what, when, why, and who approved it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names.division_rows import Tenure, spans_of, tenures
from pilotdiff.record import counties, packs
from pilotdiff.record.chains import meant
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


# A name in a county, by which a row of the Ministry's tables is found whatever its code.
_Key = tuple[str, str]
# The fields of a row that say what was, and what is.
_OLD, _NEW = (1, 2), (4, 5)


@cache
def _indexed(prefecture: str, side: tuple[int, int]) -> dict[_Key, list[list[str]]]:
    """Return the changes of towns in a prefecture, 2014 to 2023, by the county and the name that
    they have on a side."""
    at, named = side
    table: dict[_Key, list[list[str]]] = {}
    for row in packs.lines(_PACK, prefecture, len(RecordedChange._fields)):
        # A row with one code and one name on both sides tells of no change of that unit.
        if row[at] and (row[1] != row[4] or row[2] != row[5]):
            table.setdefault((row[at][:6], row[named]), []).append(row)
    return table


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
    rows = _indexed(unit.code[:4], side).get((unit.code[:6], unit.name), ())
    return tuple(
        RecordedChange(int(year), *rest)
        for year, *rest in rows
        if _is_of(unit, rest[side[0] - 1], int(year), edge)
    )


def _renamed(code: str, year: str) -> tuple[str, ...]:
    """Return the code itself where it bore another name from that year on (襄樊市, 襄阳市)."""
    return (code,) if any(s.first == year for s in spans_of(code)) else ()


def came_from(unit: Recorded) -> tuple[RecordedChange, ...]:
    """Return the changes that made a unit or went into it, the oldest first; () for communities."""
    if unit.level in _BELOW_COUNTIES:
        return _of_township(unit, _NEW, unit.first)
    spans = sorted(_predecessors().get(unit.code, ()))
    before = (change for span in spans for change in became(counties.recorded(span)))
    return tuple(
        change
        for change in before
        if change.new_code == unit.code and unit.first <= change.year < unit.last
    )


@cache
def _predecessors() -> dict[str, list[Tenure]]:
    table: dict[str, list[Tenure]] = {}
    # What is in force has become nothing yet.
    for span in (each for each in tenures() if each.last):
        for code in span.became.split(";") if span.became else _renamed(span.code, span.last):
            table.setdefault(code, []).append(span)
    return table
