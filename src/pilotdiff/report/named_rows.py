"""The rows of a report that a name means."""

from dataclasses import replace

from pilotdiff.model import Row, UserError
from pilotdiff.report.filters import units
from pilotdiff.report.report_types import Report

_MOST = 5


def named_rows(name: str, report: Report) -> Report:
    """Return the report narrowed to the rows that a name means; whole names win over parts.

    Raises UserError where there is none, or where there are more than one reads at once.
    """
    from pilotdiff.repair import fold

    wanted = fold(name.strip())
    whole = tuple(row for row in report.rows if wanted in map(fold, _names(row)))
    found = whole or tuple(
        row for row in report.rows if any(wanted in fold(n) for n in _names(row))
    )
    if not found:
        raise UserError(
            "no unit of {pilots} and {results} has {name} in its name: try a shorter part of it",
            pilots=report.pilot_source,
            results=report.result_source,
            name=name,
        )
    if len(found) > _MOST:
        raise UserError(
            "{n} units have {name} in their names: say which, e.g. {some}",
            n=len(found),
            name=name,
            some=tuple(_names(row)[0] for row in found[:_MOST]),
        )
    return replace(report, rows=found)


def _names(row: Row) -> list[str]:
    """Return whole names and own names of both units; of damaged ones the text too."""
    names = [name for unit in units(row) for name in (unit.name, unit.own)]
    return names + [unit.entry.text for unit in units(row) if "〓" in unit.entry.text]
