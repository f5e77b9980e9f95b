"""What the official record says of units: the answer of `pilotdiff record`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pilotdiff.language import Words
from pilotdiff.record import Recorded, RecordedChange, became, came_from, of_change, path_of
from pilotdiff.report.answer import Answer, Cell, RowsTable, TextBlock, TextTable, screen

if TYPE_CHECKING:
    from pilotdiff.report.screen.terminal_layout import Block

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


@dataclass(frozen=True, slots=True)
class RecordedAnswer(Answer):
    """The units that the record has for what was asked."""

    asked: str
    units: tuple[Recorded, ...]
    words: Words

    def table(self) -> RowsTable:
        """Return one row a unit and change; a unit without changes has one row."""
        return RowsTable(COLUMNS, (row for unit in self.units for row in _rows(unit)))

    def records(self) -> Iterator[dict[str, object]]:
        return map(_record, self.units)

    def plain(self) -> dict[str, object]:
        return {"asked": self.asked, "units": list(self.records())}

    def text(self) -> Iterator[TextBlock]:
        words = self.words
        head = words("Code"), words("Unit"), words("Years"), words("Changes")
        yield TextTable(head, (_told(unit, words) for unit in self.units))

    def parts(self, _: int, /) -> Iterable[Block]:
        return screen("record_screen", self.units, self.words)


def changes_of(unit: Recorded) -> tuple[RecordedChange, ...]:
    """Return the changes that made a unit, then those that ended it, each once."""
    return tuple(dict.fromkeys((*came_from(unit), *became(unit))))


def _told(unit: Recorded, words: Words) -> list[str]:
    changes = words("; ").join(words(of_change(change)) for change in changes_of(unit))
    return [unit.code, "".join(path_of(unit)), unit.years, changes]


def _rows(unit: Recorded) -> Iterator[tuple[Cell, ...]]:
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
