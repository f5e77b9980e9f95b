"""What the official record says of units: CSV, JSON, JSON lines and Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from pilotdiff.column_headings import headings
from pilotdiff.language import ENGLISH, Words
from pilotdiff.record import Recorded, RecordedChange, became, came_from, of_change, path_of
from pilotdiff.report import jsontext
from pilotdiff.report.csvfile import lines
from pilotdiff.report.markdown_report import table

COLUMNS = (
    "code",
    "level",
    "name",
    "years",
    "province",
    "prefecture",
    "county",
    "township",
    "community",
    "change_year",
    "change_reason",
    "document_number",
    "old_code",
    "old_name",
    "new_code",
    "new_name",
)


def changes_of(unit: Recorded) -> tuple[RecordedChange, ...]:
    """Return the changes that made a unit, then those that ended it, each once."""
    return tuple(dict.fromkeys((*came_from(unit), *became(unit))))


def csv_text(units: tuple[Recorded, ...], language: str = "en") -> Iterator[str]:
    """Yield one unit and change a line; a unit without changes has one line."""
    yield ",".join(headings(COLUMNS, language)) + "\n"
    yield from lines([row for unit in units for row in _rows(unit)])


def json_lines(units: tuple[Recorded, ...]) -> Iterator[str]:
    """Yield one unit a line, with its changes."""
    return (jsontext.line(_record(unit)) + "\n" for unit in units)


def json_document(asked: str, units: tuple[Recorded, ...]) -> Iterator[str]:
    """Write the answer as JSON: `{"asked": …, "units": […]}`."""
    yield jsontext.document({"asked": asked, "units": [_record(unit) for unit in units]})


def markdown_text(units: tuple[Recorded, ...], words: Words = ENGLISH) -> Iterator[str]:
    """Yield a table of the units, their changes in sentences."""
    head = [words("Code"), words("Unit"), words("Years"), words("Changes")]
    rows = (
        [
            unit.code,
            "".join(path_of(unit)),
            unit.years,
            words("; ").join(words(of_change(change)) for change in changes_of(unit)),
        ]
        for unit in units
    )
    yield from table(head, rows)


def _rows(unit: Recorded) -> Iterator[tuple[str | int, ...]]:
    own = (unit.code, str(unit.level), unit.name, unit.years, *path_of(unit))
    for change in changes_of(unit):
        year, old_code, old_name, reason, new_code, new_name, document = change
        yield (*own, year, reason, document, old_code, old_name, new_code, new_name)
    if not changes_of(unit):
        yield (*own, "", "", "", "", "", "", "")


def _record(unit: Recorded) -> dict[str, object]:
    return {
        "code": unit.code,
        "level": str(unit.level),
        "name": unit.name,
        "years": [list(span) for span in unit.spans],
        "path": list(path_of(unit)),
        "changes": [change._asdict() for change in changes_of(unit)],
    }
