"""The entries of one document: the answer of `pilotdiff parse`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pilotdiff.language import ENGLISH, Words
from pilotdiff.model import LEVELS, Figure, Said, Skipped, Unit, Units, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.report.answer import Answer, CellValue, EachOnALine, RowsTable, columns, fields_of
from pilotdiff.report.answers.entry_places import EntryPlaces
from pilotdiff.report.answers.left_out import count_heading, left_out
from pilotdiff.report.passed_over import passed_over
from pilotdiff.report.repair_words import repairs_told
from pilotdiff.report.report_terms import LEVEL_NAMES
from pilotdiff.report.text_blocks import TextBlock, TextHeading, TextTable

if TYPE_CHECKING:
    from pilotdiff.record import RecordYear

COLUMNS = columns(
    "id level category province prefecture county township community name ordinal line "
    "section note raw repairs code confidence place"
)
_HEADS = (msg("No."), msg("Unit"), msg("Level"), msg("Category"), msg("Line"), msg("Remarks"))


@dataclass(frozen=True, slots=True)
class EntriesAnswer(Answer):
    """The entries of one document.

    edition           of the official record, whose codes are told; None for none
    with_passed_over  whether the lines that gave no unit are told too
    asked             the options of the call, as one types them
    """

    units: Units
    words: Words
    edition: RecordYear | None = None
    with_passed_over: bool = False
    asked: str = ""

    def table(self) -> RowsTable:
        places = EntryPlaces(self.units)
        rows = (entry_cells(unit, places, self.words, self.edition) for unit in self.units.units)
        return RowsTable(COLUMNS, rows, ("confidence",))

    def plain(self) -> dict[str, object]:
        whole: dict[str, object] = {
            "summary": summary(self.units),
            "rows": EachOnALine(self.records()),
        }
        if not self.with_passed_over:
            return whole
        return whole | {
            "passed_over": [_skip(skip, self.words) for skip in passed_over(self.units)]
        }

    def text(self) -> Iterator[TextBlock]:
        words, listing = self.words, self.units.listing
        yield TextHeading(listing.called, 1)
        rows = (_entry(unit, words) for unit in self.units.units)
        yield TextTable([words(name) for name in _HEADS], rows)
        if figures := listing.figures:
            yield count_heading(words("Figures"), len(figures), words)
            values = ((f"{f.value:,.12g} {f.unit}", f.subject, str(f.line)) for f in figures)
            yield TextTable([words("Figure"), words("What"), words("Line")], values)
        yield from left_out(self.units, words)


def entry_cells(
    unit: Unit, places: EntryPlaces, words: Words = ENGLISH, edition: RecordYear | None = None
) -> tuple[CellValue, ...]:
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
        entry.section,
        entry.note,
        entry.raw,
        _repaired(unit, words),
        _code(unit, edition) if edition else "",
        places.confidence(entry.line),
        places.place(entry, words),
    )


def _repaired(unit: Unit, words: Words) -> str:
    """Return the repairs of an entry, and the damaged parts that the official record tells."""
    entry = unit.entry
    repairs = repairs_told(entry.repairs, words) if entry.repairs else ""
    if LOST not in entry.text or LOST in unit.name or not unit.recorded:
        return repairs
    name = "".join(unit.path[level.depth] for level in unit.recorded)
    recorded = words("official record: 〓 → {name}", name=name)
    return words("; ").join(filter(None, (repairs, recorded)))


def _code(unit: Unit, edition: RecordYear) -> str:
    from pilotdiff.record import code

    found = code(unit, edition).unit
    return found.code if found else ""


def summary(units: Units) -> dict[str, object]:
    """Return what the document says of itself, its totals declared and counted, and its figures."""
    listing = units.listing
    levels = Counter(unit.level for unit in units.units)
    return {
        **fields_of(listing.document, "name format encoding sha256"),
        **fields_of(listing, "title issuer number date script"),
        "units": len(units.units),
        "levels": {level.value: levels[level] for level in LEVELS if levels[level]},
        "declared": [fields_of(one, "number level section line text") for one in listing.declared],
        "figures": [figure_record(figure) for figure in listing.figures],
        "cites": list(listing.cites),
        "unread": len(units.unread),
        "left_out": [_line(each, each.reason) for each in units.census.missing],
        "doubtful": [_line(each, each.reason) for each in units.census.doubtful],
        "passed_over": len(passed_over(units)),
    }


def _line(one: object, reason: Said) -> dict[str, object]:
    return fields_of(one, "line text") | {"reason": str(reason)}


def figure_record(figure: Figure) -> dict[str, object]:
    """Return a figure as JSON shows it."""
    return fields_of(figure, "value unit about subject line text")


def _skip(skip: Skipped, words: Words) -> dict[str, object]:
    return fields_of(skip, "line text why suspicious") | {"why": words(skip.why)}


def _entry(unit: Unit, words: Words) -> list[str]:
    entry = unit.entry
    remarks = " · ".join(filter(None, (entry.note, repairs_told(entry.repairs, words))))
    place = [entry.category, str(entry.line), remarks]
    return [entry.ordinal, unit.name, words(LEVEL_NAMES[unit.level]), *place]
