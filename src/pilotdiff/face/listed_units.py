"""The units of a list, as Python is given them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields

from pilotdiff.face.answer_summaries import ListSummary
from pilotdiff.model import LEVELS, Units
from pilotdiff.report.answer_tables import AnswerTables
from pilotdiff.report.report_types import KeptColumns


@dataclass(frozen=True, slots=True, repr=False)
class ListedUnits(AnswerTables, Units):
    """The units that a document lists, in its order.

    kept  the user's own columns, by line
    """

    kept: KeptColumns = field(default_factory=dict)

    @classmethod
    def of(cls, units: Units, kept: KeptColumns | None = None) -> ListedUnits:
        """Return units as Python is given them."""
        own = {each.name: getattr(units, each.name) for each in fields(Units)}
        return cls(**own, kept=kept or {})

    @property
    def summary(self) -> ListSummary:
        """What the list holds, in figures."""
        listing = self.listing
        levels = Counter(unit.level for unit in self.units)
        return ListSummary(
            name=listing.document.name,
            title=listing.title,
            issuer=listing.issuer,
            number=listing.number,
            date=listing.date,
            units=len(self.units),
            levels={level.value: levels[level] for level in LEVELS if levels[level]},
            declared=tuple(each.number for each in listing.declared),
            unread=len(self.unread) + sum(skip.suspicious for skip in listing.skipped),
            left_out=len(self.census.missing),
        )

    def to_dicts(self, language: str = "en") -> list[dict[str, object]]:
        """Return the entries with the columns of `parse -f csv`, the user's own columns behind."""
        from pilotdiff.language import words
        from pilotdiff.report.answers import entries_answer
        from pilotdiff.report.answers.entry_places import EntryPlaces
        from pilotdiff.report.registers import edition_of_units

        said, edition = words(language), edition_of_units(self, None)
        records, places = [], EntryPlaces(self)
        for unit in self.units:
            cells = entries_answer.entry_cells(unit, places, said, edition)
            record: dict[str, object] = dict(
                zip(entries_answer.COLUMNS, map(_plain, cells), strict=True)
            )
            kept = self.kept.get(unit.entry.line, {})
            own = {f"{n}_kept" if n in record else n: value for n, value in kept.items()}
            records.append(record | own)
        return records

    def column_names(self) -> tuple[str, ...]:
        """Return the columns of `parse -f csv`."""
        from pilotdiff.report.answers.entries_answer import COLUMNS

        return COLUMNS

    def told_short(self) -> str:
        """Return the list's name, title and counts in one line."""
        counts = self.summary
        levels = ", ".join(f"{n:,} {level}" for level, n in counts.levels.items()) or "no units"
        title = f" “{counts.title}”" if counts.title else ""
        return f"Units of {counts.name}{title}: {levels}"


def _plain(value: str | int | float) -> str | int | float:
    return str(value) if isinstance(value, str) else value
