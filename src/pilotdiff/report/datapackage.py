"""datapackage.json: what the CSV files hold, for R, pandas and OpenRefine to load them with types.

A Tabular Data Package as Frictionless Standards describe it, version 1, which tools of version 2
read too.
"""

from collections.abc import Iterable, Mapping
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from pilotdiff.column_headings import headings
from pilotdiff.column_values import chinese_value
from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Change, Message, Outcome, Units, msg
from pilotdiff.report.column_meanings import COLUMN_MEANINGS
from pilotdiff.report.diff_columns import COLUMNS
from pilotdiff.report.report_terms import OUTCOME_MEANINGS, OUTCOMES
from pilotdiff.report.report_types import Report

ResourceFields = Mapping[str, Mapping[str, object]]
_ALL = msg("every entry of the two lists, whatever became of it")
_TEXT: dict[str, object] = {"type": "string"}
_LINE: dict[str, object] = {"type": "integer", "constraints": {"minimum": 1}}
_SHARE: dict[str, object] = {"type": "number", "constraints": {"minimum": 0, "maximum": 1}}
_TYPES: ResourceFields = {
    "confidence": _SHARE,
    "margin": _SHARE,
    "pilot_line": _LINE,
    "result_line": _LINE,
}


def package(report: Report, folder: Path, headings: str, words: Words) -> dict[str, object]:
    """Return the descriptor of the tables in `folder`, which bear these headings ("en" or "zh")."""
    lists = {"pilots": _called(report.pilots), "results": _called(report.results)}
    tables = _Tables(folder, headings, words)
    return {
        "profile": "tabular-data-package",
        "name": "pilotdiff-working-papers",
        "title": words(msg("{pilots} against {results}", **lists)),
        "description": words(
            "Every entry of the two lists with what became of it. A text that a spreadsheet "
            "would run as a formula stands behind an apostrophe."
        ),
        "sources": [{"title": title} for title in lists.values()],
        "resources": [
            tables.resource("diff", msg("All entries"), _ALL, tuple(Outcome)),
            *(
                tables.resource(one, OUTCOMES[one], meaning, (one,))
                for one, meaning in OUTCOME_MEANINGS.items()
            ),
        ],
    }


def _called(units: Units) -> str:
    """Return the title of a list with its document number, else its name as given."""
    listing = units.listing
    number = f"（{listing.number}）" if listing.number else ""
    return f"{listing.title}{number}" if listing.title else listing.document.name


class _Tables(NamedTuple):
    """Where the tables are, the language of their headings, and that of what is said of them."""

    folder: Path
    headings: str
    words: Words

    def resource(
        self, name: str, title: Message, about: Message, outcomes: tuple[Outcome, ...]
    ) -> dict[str, object]:
        """Return the description of a file: its title, its digest, its columns."""
        path = self.folder / f"{name}.csv"
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        return {
            "profile": "tabular-data-resource",
            "name": name.replace("_", "-"),
            "path": path.name,
            "title": self.words(title),
            "description": self.words(about),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": path.stat().st_size,
            "hash": f"sha256:{digest}",
            "schema": {"fields": self._columns(outcomes), "missingValues": [""]},
        }

    def _columns(self, outcomes: tuple[Outcome, ...]) -> list[dict[str, object]]:
        """Return one field a column; its title is the heading that it has in the other language."""
        change = f"({'|'.join(self._values('changes', Change))})"
        types: ResourceFields = {
            **_TYPES,
            "outcome": self._one_of("outcome", outcomes),
            "level": self._one_of("level", LEVELS),
            "changes": {"type": "string", "constraints": {"pattern": f"{change}(;{change})*"}},
        }
        names = headings(COLUMNS, self.headings)
        titles = headings(COLUMNS, "en" if self.headings == "zh" else "zh")
        return [
            {
                "name": name,
                "title": title,
                "description": self.words(COLUMN_MEANINGS[column]),
                **types.get(column, _TEXT),
            }
            for column, name, title in zip(COLUMNS, names, titles, strict=True)
        ]

    def _one_of(self, column: str, values: Iterable[str]) -> dict[str, object]:
        constraints = {"required": True, "enum": self._values(column, values)}
        return {"type": "string", "constraints": constraints}

    def _values(self, column: str, values: Iterable[str]) -> list[str]:
        """Return the values as the tables have them."""
        if self.headings == "en":
            return [str(value) for value in values]
        return [chinese_value(column, str(value)) for value in values]
