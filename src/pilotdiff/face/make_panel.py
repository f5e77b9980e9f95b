"""`panel`: many lists as one, unit by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from os import PathLike
from pathlib import Path
from typing import Any, Literal

from pilotdiff.face.answer_summaries import PanelSummary
from pilotdiff.face.list_input import ListInput
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.face.read_list import all_filed
from pilotdiff.face.told_decisions import DecisionsInput, book_of
from pilotdiff.model import UserError
from pilotdiff.panel import Panel
from pilotdiff.report.answer_tables import AnswerTables, FrameLibrary, frame_of

PanelTableName = Literal["listings", "unit_years", "wide", "rates", "doubtful"]


@dataclass(frozen=True, slots=True, repr=False)
class LinkedPanel(AnswerTables, Panel):
    """Many lists as one: `to_dicts`, `to_frame` and `to_arrow` give a unit in a list a row.

    The other tables are asked for by name: `panel.table("unit_years")`, `panel.frame("rates")`.
    """

    @classmethod
    def of(cls, panel: Panel) -> LinkedPanel:
        """Return a panel as Python is given it."""
        return cls(**{each.name: getattr(panel, each.name) for each in fields(Panel)})

    @property
    def summary(self) -> PanelSummary:
        """How many lists and units, and what is in doubt."""
        years = [one.year for one in self.lists if one.year is not None]
        return PanelSummary(
            lists=len(self.lists),
            units=len(self.units),
            linked=sum(len(unit.listings) > 1 for unit in self.units),
            doubtful=len(self.doubtful),
            first_year=min(years, default=None),
            last_year=max(years, default=None),
        )

    def column_names(self) -> tuple[str, ...]:
        """Return the columns of `listings`."""
        from pilotdiff.report.answers.panel_answer import table_of

        return table_of(self, "listings").columns

    def to_dicts(self, language: str = "en") -> list[dict[str, object]]:
        """Return a record for each unit in each list that has it."""
        return self.table("listings", language)

    def table(self, name: PanelTableName, language: str = "en") -> list[dict[str, object]]:
        """Return one of the tables as records: listings, unit_years, wide, rates, doubtful.

        Columns that a list was read with `keep` stand behind those of `listings`.

        Raises UserError for another name.
        """
        from pilotdiff.language import words
        from pilotdiff.report.answers.panel_answer import table_of

        records = table_of(self, name).rows(self, words(language))
        found: list[dict[str, object]] = [dict(record) for record in records]
        return self._with_kept(found) if name == "listings" else found

    def _with_kept(self, listings: list[dict[str, object]]) -> list[dict[str, object]]:
        """Return the listings with the user's own columns, None in lists that have none such."""
        from pilotdiff.report.panel_tables import list_names

        units = [one.filed.units for one in self.lists]
        kept = [each.kept if isinstance(each, ListedUnits) else {} for each in units]
        lines = dict(zip(list_names(self), kept, strict=True))
        names = dict.fromkeys(name for each in kept for row in each.values() for name in row)
        for record in listings if names else ():
            own = lines[str(record["list"])].get(int(str(record["line"])), {})
            record |= {f"{n}_kept" if n in record else n: own.get(n) for n in names}
        return listings

    def frame(
        self, name: PanelTableName, library: FrameLibrary | None = None, language: str = "en"
    ) -> Any:
        """Return one of the tables as a frame of pandas or polars. Raises UserError."""
        from pilotdiff.report.answers.panel_answer import table_of

        columns = table_of(self, name).columns
        return frame_of(self.table(name, language), library, columns)

    def write(
        self,
        folder: str | PathLike[str],
        formats: Sequence[Literal["parquet", "stata"]] = (),
        language: str = "en",
    ) -> Path:
        """Write the tables to a folder as `pilotdiff panel -o` does; CSV always.

        Raises UserError where it cannot be written to, or a format needs what is not installed.
        """
        from pilotdiff.language import words
        from pilotdiff.report.panel_files import TableFormat, write_panel
        from pilotdiff.version import VERSION

        there = Path(folder)
        write_panel(self, there, [TableFormat(each) for each in formats], words(language), VERSION)
        return there

    def told_short(self) -> str:
        """Return the counts in one line."""
        counts = self.summary
        years = f" {counts.first_year}–{counts.last_year}" if counts.first_year else ""
        return (
            f"Panel of {counts.lists} lists{years}: {counts.units:,} units, {counts.linked:,} in "
            f"more than one, {counts.doubtful:,} links in doubt"
        )


def panel(
    *documents: ListInput, decisions: DecisionsInput | None = None, record: bool = True
) -> LinkedPanel:
    """Return many lists as one: which units are the same through all of them.

    Documents are given as `read` takes them or gave them, in any order; without any, the shipped
    ones. `decisions` are verdicts of persons, `record` tells whether the official record is heard
    and units get their codes. Raises UserError where none of them holds a list.

    >>> from pilotdiff import read
    >>> pilots = read(["长沙县金井镇", "长沙县开慧乡"], title="湖南省2019年试点名单")
    >>> results = read(["长沙县金井镇", "长沙县开慧镇"], title="湖南省2021年示范名单")
    >>> panel(pilots, results)
    <Panel of 2 lists 2019–2021: 2 units, 2 in more than one, 0 links in doubt>
    """
    from pilotdiff.panel import panel_of
    from pilotdiff.reconciliation import Reconciler

    found = panel_of(
        all_filed(documents), Reconciler(book_of(decisions), record=record), record=record
    )
    if not found.lists:
        raise UserError("no list found in {names}: give one that names units", names=found.left_out)
    return LinkedPanel.of(found)
