"""One row of the answer as the columns of diff.csv: the contract that other scripts rely on.

`pilot_raw` and `result_raw` are as written; every name is in simplified script. Text stays text
here: what a spreadsheet would run is neutralised where CSV is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from pilotdiff.language import ENGLISH, Words
from pilotdiff.model import Entry, Row, Unit
from pilotdiff.report.answer import CellValue, RowsTable
from pilotdiff.report.repair_words import repairs_told

if TYPE_CHECKING:
    from pilotdiff.record import Register, RowRecord

COLUMNS = (
    "outcome",
    "changes",
    "level",
    "category",
    "result_category",
    "pilot_id",
    "result_id",
    "province",
    "prefecture",
    "county",
    "township",
    "community",
    "pilot_name",
    "result_name",
    "confidence",
    "rule",
    "reason",
    "runner_up",
    "margin",
    "repairs",
    "pilot_source",
    "pilot_line",
    "pilot_ordinal",
    "pilot_raw",
    "result_source",
    "result_line",
    "result_ordinal",
    "result_raw",
    "decided_by",
    "decided_on",
    "decision_reason",
    "pilot_code",
    "result_code",
    "pilot_years",
    "result_years",
    "record",
    "other",
    "decision",
)

NUMBER_COLUMNS = ("confidence", "margin", "pilot_line", "result_line")


def cells(
    row: Row,
    pilot_source: str,
    result_source: str,
    words: Words = ENGLISH,
    register: Register | None = None,
) -> tuple[CellValue, ...]:
    """Return the row's values in the order of COLUMNS; "" where something is not known.

    Codes stay as they are in every language; `words` are for what a person reads. Without a
    `register` the columns of the official record are empty.
    """
    pilot, result, pairing, decision = row.pilot, row.result, row.pairing, row.decision
    shown = pilot or result
    assert shown is not None, "a row without a unit"
    reason = words(row.reason or (pairing.reason if pairing else ""))
    judged: tuple[CellValue, ...] = ("", "", reason, "", "")
    if pairing:
        confidence, margin = probability(pairing.confidence), probability(pairing.margin)
        judged = (confidence, pairing.rule, reason, pairing.runner_up, margin)
    return (
        row.outcome,
        ";".join(row.changes) if row.changes else "",
        shown.level,
        shown.entry.category,
        result.entry.category if result else "",
        pilot.id if pilot else "",
        result.id if result else "",
        *shown.path,
        pilot.name if pilot else "",
        result.name if result else "",
        *judged,
        _repairs(pilot, result, words),
        *(_place(pilot.entry, pilot_source) if pilot else _NOWHERE),
        *(_place(result.entry, result_source) if result else _NOWHERE),
        *((decision.by, decision.on, decision.reason) if decision else ("", "", "")),
        *(_recorded(register.of(row), words) if register else _UNRECORDED),
        row.other,
        decision.verdict if decision else "",
    )


def rows_table(
    rows: Iterable[Row],
    pilot_source: str,
    result_source: str,
    words: Words = ENGLISH,
    register: Register | None = None,
) -> RowsTable:
    """Return the table of diff.csv; the sources are the names of the two documents."""
    asked = pilot_source, result_source, words, register
    return RowsTable(COLUMNS, (cells(row, *asked) for row in rows), NUMBER_COLUMNS)


_UNRECORDED: tuple[CellValue, ...] = ("", "", "", "", "")


def _recorded(record: RowRecord, words: Words) -> tuple[CellValue, ...]:
    return (
        record.pilot_code,
        record.result_code,
        record.pilot_years,
        record.result_years,
        words(record.said) if record.said else "",
    )


_NOWHERE: tuple[CellValue, ...] = ("", "", "", "")


def _place(entry: Entry, source: str) -> tuple[CellValue, ...]:
    return (source, entry.line, entry.ordinal, entry.raw)


@lru_cache(maxsize=65536)
def probability(value: float) -> float | int:
    """Return the value to four decimals; a whole number without a point, so that 1 is written 1."""
    value = round(value, 4)
    return int(value) if value in (0.0, 1.0) else value


def _repairs(pilot: Unit | None, result: Unit | None, words: Words) -> str:
    ours = pilot.entry.repairs if pilot else ()
    theirs = result.entry.repairs if result else ()
    if theirs:
        there = words("result: {repairs}", repairs=repairs_told(theirs, words))
        return words("; ").join([repairs_told(ours, words), there]) if ours else there
    return repairs_told(ours, words) if ours else ""
