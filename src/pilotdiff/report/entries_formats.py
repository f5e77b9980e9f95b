"""The entries of one document as the columns of `pilotdiff parse`: CSV, JSON and JSON lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pilotdiff.column_headings import headings
from pilotdiff.language import ENGLISH, Words
from pilotdiff.model import LEVELS, Figure, Skipped, Unit, Units
from pilotdiff.report import jsontext
from pilotdiff.report.csvfile import lines
from pilotdiff.report.passed_over import passed_over
from pilotdiff.report.repair_words import told

if TYPE_CHECKING:
    from pilotdiff.record import RecordYear

COLUMNS = (
    "id",
    "level",
    "category",
    "province",
    "prefecture",
    "county",
    "township",
    "community",
    "name",
    "ordinal",
    "line",
    "section",
    "note",
    "raw",
    "repairs",
    "code",
)
_SOME = 4096


def cells(
    unit: Unit, words: Words = ENGLISH, edition: RecordYear | None = None
) -> tuple[str | int, ...]:
    """Return the unit's values in the order of COLUMNS."""
    entry = unit.entry
    return (
        unit.id,
        unit.level,
        entry.category,
        *unit.path,
        unit.name,
        entry.ordinal,
        entry.line,
        " · ".join(filter(None, (entry.section, words(entry.place)))),
        entry.note,
        entry.raw,
        told(entry.repairs, words) if entry.repairs else "",
        _code(unit, edition) if edition else "",
    )


def _code(unit: Unit, edition: RecordYear) -> str:
    from pilotdiff.record import code

    found = code(unit, edition).unit
    return found.code if found else ""


def csv_text(
    units: Units, language: str = "en", words: Words = ENGLISH, edition: RecordYear | None = None
) -> Iterator[str]:
    """Yield the whole CSV in pieces, formulas neutralised, its headings as `headings` has them."""
    yield ",".join(headings(COLUMNS, language)) + "\n"
    for start in range(0, len(units.units), _SOME):
        some = units.units[start : start + _SOME]
        yield "".join(lines([cells(unit, words, edition) for unit in some]))


def json_lines(
    units: Units, words: Words = ENGLISH, edition: RecordYear | None = None
) -> Iterator[str]:
    """Yield one entry a line."""
    return (jsontext.line(_row(unit, words, edition)) + "\n" for unit in units.units)


def json_document(
    units: Units,
    words: Words = ENGLISH,
    edition: RecordYear | None = None,
    *,
    with_passed_over: bool = False,
) -> Iterator[str]:
    """Write the entries as JSON: `{"summary": …, "rows": […]}`, the lines passed over when asked
    for."""
    yield f'{{\n"summary": {jsontext.line(summary(units))},\n"rows": ['
    for number, unit in enumerate(units.units):
        yield (",\n" if number else "\n") + jsontext.line(_row(unit, words, edition))
    yield "\n]"
    if with_passed_over:
        skips = [_skip(skip, words) for skip in passed_over(units)]
        yield f',\n"passed_over": {jsontext.line(skips)}'
    yield "\n}\n"


def summary(units: Units) -> dict[str, object]:
    """Return what the document says of itself, its totals declared and counted, and its figures."""
    listing, document = units.listing, units.listing.document
    levels = Counter(unit.level for unit in units.units)
    return {
        "name": document.name,
        "format": document.format,
        "encoding": document.encoding,
        "sha256": document.sha256,
        "title": listing.title,
        "issuer": listing.issuer,
        "number": listing.number,
        "date": listing.date,
        "script": listing.script,
        "units": len(units.units),
        "levels": {level.value: levels[level] for level in LEVELS if levels[level]},
        "declared": [
            {
                "number": declared.number,
                "level": declared.level,
                "section": list(declared.section),
                "line": declared.line,
                "text": declared.text,
            }
            for declared in listing.declared
        ],
        "figures": [figure_record(figure) for figure in listing.figures],
        "cites": list(listing.cites),
        "unread": len(units.unread),
        "left_out": [
            {"line": each.line, "text": each.text, "reason": str(each.reason)}
            for each in units.census.missing
        ],
        "doubtful": [
            {"line": each.line, "text": each.text, "reason": str(each.reason)}
            for each in units.census.doubtful
        ],
        "passed_over": len(passed_over(units)),
    }


def figure_record(figure: Figure) -> dict[str, object]:
    """Return a figure as JSON shows it."""
    return {
        "value": figure.value,
        "unit": figure.unit,
        "about": figure.about,
        "subject": figure.subject,
        "line": figure.line,
        "text": figure.text,
    }


def _skip(skip: Skipped, words: Words) -> dict[str, object]:
    return {
        "line": skip.line,
        "text": skip.text,
        "why": words(skip.why),
        "suspicious": skip.suspicious,
    }


def _row(unit: Unit, words: Words, edition: RecordYear | None) -> dict[str, object]:
    return dict(zip(COLUMNS, cells(unit, words, edition), strict=True))
