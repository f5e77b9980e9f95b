"""Damaged names shown whole where the official record has one unit that they can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pilotdiff.model import LEVELS, DivisionPath, Message, Row, Unit, Units, msg
from pilotdiff.model.messages import chained
from pilotdiff.model.repairs import LOST
from pilotdiff.outcomes.restored import restored

if TYPE_CHECKING:
    from pilotdiff.record import Recorded, RecordYear


def whole_rows(
    rows: Sequence[Row], pilots: Units, results: Units, as_of: int | None
) -> tuple[Row, ...]:
    """Return the rows, the units that no other list tells with the names that the record tells;
    each reason says so. No outcome changes."""
    damaged = {id(row) for row in rows if row.pairing is None and _damaged(row)}
    if not damaged:
        return tuple(rows)
    from pilotdiff.record import RecordYear

    years = RecordYear.of(pilots, as_of), RecordYear.of(results, as_of)
    return tuple(_whole(row, *years) if id(row) in damaged else row for row in rows)


def whole_units(units: Units, edition: RecordYear) -> Units:
    """Return a list with the damaged names that the record tells."""
    return replace(units, units=tuple(_told(unit, edition)[0] for unit in units.units))


def _damaged(row: Row) -> bool:
    """Tell whether the unit of a row is damaged."""
    unit = row.pilot or row.result
    return unit is not None and LOST in unit.name


def _whole(row: Row, ours: RecordYear, theirs: RecordYear) -> Row:
    unit, edition = (row.pilot, ours) if row.pilot else (row.result, theirs)
    assert unit is not None
    told, found = _told(unit, edition)
    if found is None:
        return row
    reason = chained(filter(None, (row.reason, _evidence(unit, told, found))))
    if row.pilot:
        return row._replace(pilot=told, reason=reason)
    return row._replace(result=told, reason=reason)


def _evidence(unit: Unit, told: Unit, found: Recorded) -> Message:
    """Return what the record has for a damaged name, or for one below a damaged parent."""
    whole = LOST not in unit.own
    return msg(
        "of what the official record has there only {name} ({code}) can be {damaged}",
        name=told.name if whole else told.own,
        code=found.code,
        damaged=unit.name if whole else unit.own,
    )


def _told(unit: Unit, edition: RecordYear) -> tuple[Unit, Recorded | None]:
    """Return the unit with the names that the record tells, and what it is there."""
    if LOST not in unit.name:
        return unit, None
    from pilotdiff.record import code, path_of

    found = code(unit, edition).unit
    if found is None:
        return unit, None
    told = restored(unit, unit._replace(path=DivisionPath._make(path_of(found, edition.year))))
    gained = (LEVELS[depth] for depth in range(5) if told.path[depth] != unit.path[depth])
    return told._replace(recorded=(*unit.recorded, *gained)), found
