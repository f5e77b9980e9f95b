"""What the official record says of units: the answer of `pilotdiff record`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from pilotdiff.language import Words
from pilotdiff.model import Level, Said, msg
from pilotdiff.record import (
    NewArea,
    RecordAnswer,
    Recorded,
    RecordedChange,
    became,
    came_from,
    founded_from,
    of_change,
    path_of,
)
from pilotdiff.report.answer import Answer, CellValue, RowsTable, columns
from pilotdiff.report.text_blocks import TextBlock, TextTable

COLUMNS = columns(
    "code level name years province prefecture county township community change_year "
    "change_reason document_number old_code old_name new_code new_name"
)


@dataclass(frozen=True, slots=True)
class RecordedAnswer(Answer):
    """The units that the record has for what was asked."""

    answer: RecordAnswer
    words: Words

    @property
    def units(self) -> tuple[Recorded, ...]:
        """Those of the name, else those of its stem."""
        return self.answer.found or self.answer.kindred

    def table(self) -> RowsTable:
        """Return one row a unit and change; a unit without changes has one row."""
        rows = (row for unit in self.units for row in _rows(unit))
        return RowsTable(COLUMNS, chain(rows, map(_area_row, self.answer.areas)), ("change_year",))

    def records(self) -> Iterator[dict[str, object]]:
        yield from map(_record, self.units)
        yield from map(_area_record, self.answer.areas)

    def plain(self) -> dict[str, object]:
        return {"asked": self.answer.asked, "units": list(self.records())}

    def text(self) -> Iterator[TextBlock]:
        words = self.words
        if self.answer.kindred:
            yield words(of_kindred(self.answer))
        head = words("Code"), words("Unit"), words("Years"), words("Changes")
        told = (_told(unit, words) for unit in self.units)
        areas = (
            ["", area.province + area.prefecture + area.name, f"{area.year}–", words(of_area(area))]
            for area in self.answer.areas
        )
        yield TextTable(head, chain(told, areas))


def of_kindred(answer: RecordAnswer) -> Said:
    """Return what stands over units that bear the stem alone."""
    return msg("nothing is found that is called {name}; of another kind:", name=answer.asked)


def of_area(area: NewArea) -> Said:
    """Return what is told of a new area."""
    return msg(
        "a new area of the State since {year}, without a code ({document})",
        year=area.year,
        document=area.document,
    )


def changes_of(unit: Recorded) -> tuple[RecordedChange, ...]:
    """Return the changes that made a unit, then those that ended it, each once."""
    return tuple(dict.fromkeys((*founded_from(unit), *came_from(unit), *became(unit))))


def _told(unit: Recorded, words: Words) -> list[str]:
    changes = words("; ").join(words(of_change(change)) for change in changes_of(unit))
    return [unit.code, "".join(path_of(unit)), unit.years, changes]


def _rows(unit: Recorded) -> Iterator[tuple[CellValue, ...]]:
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


def _area_row(area: NewArea) -> tuple[CellValue, ...]:
    place = area.province, area.prefecture, area.name, "", ""
    change = area.year, "设立", area.document, "", "", "", area.name
    return ("", str(Level.COUNTY), area.name, f"{area.year}–", *place, *change)


def _area_record(area: NewArea) -> dict[str, object]:
    change = RecordedChange(area.year, "", "", "设立", "", area.name, area.document)
    return {
        "code": "",
        "level": str(Level.COUNTY),
        "name": area.name,
        "years": [[area.year, None]],
        "path": [area.province, area.prefecture, area.name, "", ""],
        "changes": [change._asdict()],
    }
