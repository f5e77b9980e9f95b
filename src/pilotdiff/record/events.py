"""Changes that the record knows: what became of what, when, why, and who approved it."""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pilotdiff.model import Level, UserError
from pilotdiff.names.gazetteer import by_code
from pilotdiff.record import counties
from pilotdiff.record.chains import meant
from pilotdiff.record.recorded import Recorded

# The statistical codes may be so many years behind the Ministry's tables, or ahead of them.
_LATE = 2
_BELOW_COUNTIES = (Level.TOWNSHIP, Level.COMMUNITY)
_TABLE = Path(__file__).parent / "tables" / "changes.tsv.xz"


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


@cache
def _below() -> tuple[RecordedChange, ...]:
    """Return all changes below the county, 2014 to 2023, in the order of their years."""
    try:
        text = lzma.decompress(_TABLE.read_bytes()).decode("utf-8")
        rows = (line.split("\t") for line in text.split("\n"))
        changes = (RecordedChange(int(year), *rest) for year, *rest in rows)
        # A row with one code and one name on both sides tells of no change of that unit.
        return tuple(change for change in changes if change[1:3] != change[4:6])
    except (OSError, lzma.LZMAError, ValueError, TypeError) as error:
        raise UserError(
            "the official record is incomplete ({name} is missing or damaged): install pilotdiff "
            "again; commands that take --no-record do without it",
            name=_TABLE.name,
        ) from error


# A name in a county, by which a row of the Ministry's tables is found whatever its code.
_Key = tuple[str, str]


@cache
def _ended() -> dict[_Key, list[RecordedChange]]:
    return _indexed((change.old_code, change.old_name, change) for change in _below())


@cache
def _begun() -> dict[_Key, list[RecordedChange]]:
    return _indexed((change.new_code, change.new_name, change) for change in _below())


def _indexed(rows: Iterable[tuple[str, str, RecordedChange]]) -> dict[_Key, list[RecordedChange]]:
    table: dict[_Key, list[RecordedChange]] = {}
    for code, name, change in rows:
        if code:
            table.setdefault((code[:6], name), []).append(change)
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
        return _of_township(unit, _ended, "old_code", unit.last)
    spans = by_code().get(unit.code, ())
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


def _of_township(
    unit: Recorded, changes: Callable[[], dict[_Key, list[RecordedChange]]], code: str, edge: int
) -> tuple[RecordedChange, ...]:
    """Return the changes of a town that have its code in the field `code`; of communities none is
    known."""
    found = changes().get((unit.code[:6], unit.name), ()) if unit.level is Level.TOWNSHIP else ()
    return tuple(c for c in found if _is_of(unit, getattr(c, code), c.year, edge))


def _renamed(code: str, year: str) -> tuple[str, ...]:
    """Return the code itself where it bore another name from that year on (襄樊市, 襄阳市)."""
    return (code,) if any(s.first == year for s in by_code()[code]) else ()


def came_from(unit: Recorded) -> tuple[RecordedChange, ...]:
    """Return the changes that made a unit or went into it, the oldest first; () for communities."""
    if unit.level in _BELOW_COUNTIES:
        return _of_township(unit, _begun, "new_code", unit.first)
    before = (change for span in _predecessors().get(unit.code, ()) for change in became(span))
    return tuple(
        change
        for change in before
        if change.new_code == unit.code and unit.first <= change.year < unit.last
    )


@cache
def _predecessors() -> dict[str, list[Recorded]]:
    table: dict[str, list[Recorded]] = {}
    for spans in by_code().values():
        for span in spans:
            for code in span.became.split(";") if span.became else _renamed(span.code, span.last):
                table.setdefault(code, []).append(counties.recorded(span))
    return table
