"""A unit's way through the documents: the answer of `pilotdiff trace`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Filed, Message, Outcome, SourceKind, msg
from pilotdiff.record import RecordedChange, of_change
from pilotdiff.report.answer import Answer, CellValue, RowsTable, columns, fields_of
from pilotdiff.report.repair_words import repairs_told
from pilotdiff.report.report_terms import LEVEL_NAMES, OUTCOMES
from pilotdiff.report.row_words import reason
from pilotdiff.report.text_blocks import TextBlock, TextHeading, TextTable
from pilotdiff.tracing import Course, Sighting, Stop, Trail
from pilotdiff.tracing.searched_text import LiteralWords

COLUMNS = columns(
    "place date document document_kind batch relation outcome changes level category name "
    "ordinal line section raw repairs other_document other_name other_line reason"
)
_NUMBERS = ("batch", "line", "other_line")


@dataclass(frozen=True, slots=True)
class TrailAnswer(Answer):
    """All that documents say of a name, in time.

    asked  the documents and options as they were typed in the call
    """

    trail: Trail
    words: Words
    asked: str = ""

    def table(self) -> RowsTable:
        rows = (
            row
            for way in self.trail.ways
            for part in way.timeline
            for row in _rows_of(way, part, self.words)
        )
        return RowsTable(COLUMNS, rows, _NUMBERS)

    def plain(self) -> dict[str, object]:
        return {
            "name": self.trail.name,
            "documents": [_document(filed) for filed in self.trail.documents],
            "places": [_place(way, self.words) for way in self.trail.ways],
        }

    def text(self) -> Iterator[TextBlock]:
        words = self.words
        head = words("Unit"), words("Level"), words("Outcome"), words("As written"), words("Line")
        for way in self.trail.ways:
            yield TextHeading(whole_path(way), 1)
            for part in way.timeline:
                if isinstance(part, RecordedChange):
                    yield words("official record: {said}", said=of_change(part))
                    continue
                source = part.document.source
                yield TextHeading(" ".join(filter(None, (source.date, source.title or source.id))))
                yield TextTable(head, (_brief(each, words) for each in part.sightings))


def outcomes(sightings: Iterable[Sighting]) -> dict[Outcome, int]:
    """Tell how many of the units came out how; those that nothing tells of are left out."""
    counts = Counter(each.row.outcome for each in sightings if each.row)
    return {outcome: counts[outcome] for outcome in Outcome if counts[outcome]}


def whole_path(way: Course) -> str:
    """Return the place with all its parents."""
    return "".join(way.path)


def _brief(each: Sighting, words: Words) -> list[str]:
    unit = each.unit
    outcome = words(OUTCOMES[each.row.outcome]) if each.row else ""
    return [
        unit.name,
        words(LEVEL_NAMES[unit.level]),
        outcome,
        unit.entry.raw,
        str(unit.entry.line),
    ]


def _rows_of(
    way: Course, part: Stop | RecordedChange, words: Words
) -> Iterator[tuple[CellValue, ...]]:
    if isinstance(part, RecordedChange):
        yield _change_cells(way, part, words)
    else:
        yield from (_cells(way, part, each, words) for each in part.sightings)


def _change_cells(way: Course, change: RecordedChange, words: Words) -> tuple[CellValue, ...]:
    """Return a change of the official record, between the documents."""
    told: dict[str, CellValue] = {
        "place": whole_path(way),
        "date": change.year,
        "relation": "official record",
        "name": change.new_name,
        "other_name": change.old_name,
        "reason": words(of_change(change)),
    }
    return tuple(told.get(column, "") for column in COLUMNS)


def _cells(way: Course, stop: Stop, each: Sighting, words: Words) -> tuple[CellValue, ...]:
    source, unit, partner = stop.document.source, each.unit, each.partner
    return (
        whole_path(way),
        source.date,
        source.id,
        source.kind or "",
        source.batch or "",
        relation(each),
        each.row.outcome if each.row else "",
        ";".join(each.row.changes) if each.row else "",
        unit.level,
        unit.entry.category,
        unit.name,
        unit.entry.ordinal,
        unit.entry.line,
        unit.entry.section,
        unit.entry.raw,
        repairs_told(unit.entry.repairs, words) if unit.entry.repairs else "",
        each.other if partner else "",
        partner.name if partner else "",
        partner.entry.line if partner else "",
        reason(each.row, words) if each.row else _why_untold(stop, each, words),
    )


def _why_untold(stop: Stop, each: Sighting, words: Words) -> str:
    return words(untold(stop)) if stop.unpaired and not each.mentioned else ""


def untold(stop: Stop) -> Message:
    """Return why nothing tells what became of a document's units, or what they came from."""
    return _NO_RESULTS if stop.document.source.kind is SourceKind.PILOTS else _NO_PILOTS


_NO_RESULTS = msg(
    "no list of results here is of the same batch: what became of it is not told; `match` compares "
    "any two lists"
)
_NO_PILOTS = msg(
    "no list of pilots here is of the same batch: what it came from is not told; `match` compares "
    "any two lists"
)


def relation(each: Sighting) -> str:
    """Return what the unit is to the traced place: itself, within it, and whether in running text
    only."""
    where = "itself" if each.itself else "within"
    return f"{where}, mentioned" if each.mentioned else where


def _document(filed: Filed) -> dict[str, object]:
    return fields_of(filed.source, "id kind title number date programme batch")


def _place(way: Course, words: Words) -> dict[str, object]:
    return {
        "name": whole_path(way),
        "level": way.level,
        "path": dict(zip(LEVELS, way.path, strict=True)),
        "names": list(way.names),
        "stops": [_stop(way, stop, words) for stop in way.stops],
        "changes": [change._asdict() for change in way.changes],
        "not_named_in": [filed.source.id for filed in way.not_named_in],
        "without_text": [filed.source.id for filed in way.without_text],
        "words": [_words_in(found) for found in way.words],
    }


def _words_in(found: LiteralWords) -> dict[str, object]:
    return {
        "document": found.document.source.id,
        "line": found.line,
        "text": found.text,
        "units": list(found.units),
    }


def _stop(way: Course, stop: Stop, words: Words) -> dict[str, object]:
    within = {level: stop.within(level) for level in LEVELS}
    rows = (_cells(way, stop, each, words) for each in stop.sightings)
    return {
        "document": stop.document.source.id,
        "date": stop.document.source.date,
        "within": {level: _counts(units) for level, units in within.items() if units},
        "units": [_unit(record) for record in RowsTable(COLUMNS, rows, _NUMBERS).records()],
    }


def _counts(units: tuple[Sighting, ...]) -> dict[str, int]:
    return {"units": len(units)} | {str(key): n for key, n in outcomes(units).items()}


_SAID_ABOVE = ("place", "date", "document", "document_kind", "batch")


def _unit(record: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if name not in _SAID_ABOVE}
