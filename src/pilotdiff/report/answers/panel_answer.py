"""Many lists as one: the answer of `pilotdiff panel`, one of its tables at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pilotdiff.language import Words
from pilotdiff.model import UserError
from pilotdiff.panel import Panel
from pilotdiff.report.answer import Answer, RowsTable
from pilotdiff.report.panel_tables import (
    FRACTIONS,
    INTEGERS,
    TABLE_NAMES,
    PanelTable,
    cells_of,
    tables,
)
from pilotdiff.report.text_blocks import TextBlock, TextHeading, TextTable


def check_table(name: str) -> None:
    """Refuse a name that no table of a panel has. Raises UserError."""
    if name not in TABLE_NAMES:
        raise UserError(
            "a panel has no table {name}: choose one of {names}", name=name, names=TABLE_NAMES
        )


def table_of(panel: Panel, name: str) -> PanelTable:
    """Return one of the tables of a panel. Raises UserError where there is none of that name."""
    check_table(name)
    return next(each for each in tables(panel) if each.name == name)


@dataclass(frozen=True, slots=True)
class PanelAnswer(Answer):
    """A panel, of which `shown` is the table that data shows; the screen tells of all."""

    panel: Panel
    shown: PanelTable
    words: Words

    def table(self) -> RowsTable:
        rows = cells_of(self.shown, list(self.shown.rows(self.panel, self.words)))
        return RowsTable(self.shown.columns, rows, tuple(INTEGERS | FRACTIONS))

    def records(self) -> Iterator[dict[str, object]]:
        return (dict(record) for record in self.shown.rows(self.panel, self.words))

    def plain(self) -> dict[str, object]:
        return {"table": self.shown.name, "rows": list(self.records())}

    def text(self) -> Iterator[TextBlock]:
        rows = ([str(cell) for cell in row] for row in self.table().rows)
        yield TextHeading(self.words(self.shown.about))
        yield TextTable(list(self.shown.columns), rows)
