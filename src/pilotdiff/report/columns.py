"""One row of the answer as the columns of diff.csv: the contract that other scripts rely on.

`pilot_raw` and `result_raw` are as written; every name is in simplified script. Text stays text
here: what a spreadsheet would run is neutralised where CSV is written.
"""

from functools import lru_cache

from pilotdiff.model import Row, Unit
from pilotdiff.report.repairs import told

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
)

Cell = str | int | float | None


def cells(row: Row, pilot_source: str, result_source: str) -> tuple[Cell, ...]:
    """The row's values in the order of COLUMNS; None where a number is not known."""
    pilot, result, pairing, decision = row.pilot, row.result, row.pairing, row.decision
    shown = pilot or result
    assert shown is not None, "a row without a unit"
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
        *(
            (
                probability(pairing.confidence),
                pairing.rule,
                row.reason or pairing.reason,
                pairing.runner_up,
                probability(pairing.margin),
            )
            if pairing
            else (None, "", row.reason, "", None)
        ),
        _repairs(pilot, result),
        *(_place(pilot, pilot_source) if pilot else _NOWHERE),
        *(_place(result, result_source) if result else _NOWHERE),
        *((decision.by, decision.on, decision.reason) if decision else ("", "", "")),
    )


_NOWHERE: tuple[Cell, ...] = ("", None, "", "")


def _place(unit: Unit, source: str) -> tuple[Cell, ...]:
    entry = unit.entry
    return (source, entry.line, entry.ordinal, entry.raw)


@lru_cache(maxsize=4096)
def probability(value: float) -> float | int:
    """The value to four decimals; a whole number without a point, so that 1 is written 1."""
    value = round(value, 4)
    return int(value) if value in (0.0, 1.0) else value


def _repairs(pilot: Unit | None, result: Unit | None) -> str:
    ours = told(pilot.entry.repairs) if pilot and pilot.entry.repairs else ""
    theirs = told(result.entry.repairs) if result and result.entry.repairs else ""
    return "; ".join(filter(None, (ours, theirs and f"result: {theirs}")))
