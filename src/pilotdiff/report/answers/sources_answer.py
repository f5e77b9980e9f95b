"""The documents of a catalogue: the answer of `pilotdiff sources`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Level, Source, Units
from pilotdiff.report.answer import Answer, CellValue, RowsTable, columns, fields_of
from pilotdiff.report.report_terms import SOURCE_KINDS, counted
from pilotdiff.report.text_blocks import TextBlock, TextTable

if TYPE_CHECKING:
    from pilotdiff.catalogue import Catalogue

COLUMNS = columns(
    "id kind title issuer number date province programme batch script units figures cites "
    "site page seen"
)


@dataclass(frozen=True, slots=True)
class Shipped:
    """A document of the catalogue and the units it lists, None when it has figures only."""

    source: Source
    units: Units | None

    @property
    def counted(self) -> dict[Level, int]:
        """Its units by level."""
        counts = Counter(unit.level for unit in self.units.units) if self.units else Counter()
        return {level: counts[level] for level in LEVELS if counts[level]}


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """One document refers to another by number; `cited` is "" when no document here has it."""

    citing: str
    number: str
    cited: str


def citations(shipped: Iterable[Shipped]) -> list[CitedDocument]:
    """Return who cites whom, in the order of the catalogue."""
    documents = [each.source for each in shipped]
    owner = {source.number: source.id for source in documents if source.number}
    return [
        CitedDocument(source.id, number, owner.get(number, ""))
        for source in documents
        for number in source.cites
    ]


@dataclass(frozen=True, slots=True)
class SourcesAnswer(Answer):
    """The documents of a catalogue, and which cites which."""

    shipped: Sequence[Shipped]
    catalogue: Catalogue
    words: Words

    def table(self) -> RowsTable:
        return RowsTable(COLUMNS, map(_cells, self.shipped))

    def records(self) -> Iterator[dict[str, object]]:
        return map(_record, self.shipped)

    def plain(self) -> dict[str, object]:
        cited = [fields_of(one, "citing number cited") for one in citations(self.shipped)]
        return {"documents": list(self.records()), "citations": cited}

    def text(self) -> Iterator[TextBlock]:
        words = self.words
        head = [
            words("Id"),
            words("Kind"),
            words("Title"),
            words("Document number"),
            words("Date"),
            words("Holds"),
        ]
        yield TextTable(head, ((*_brief(one, words), held(one, words)) for one in self.shipped))


def held(each: Shipped, words: Words) -> str:
    """Say what a document holds: "41 counties, 38 streets and towns", or "15 figures"."""
    parts = [words(counted(level, count)) for level, count in each.counted.items()]
    if each.source.figures:
        parts.append(words.number("{n} figure", "{n} figures", len(each.source.figures)))
    return words(", ").join(parts)


def _brief(each: Shipped, words: Words) -> list[str]:
    source = each.source
    return [source.id, kind(source, words), source.title, source.number, source.date]


def kind(source: Source, words: Words) -> str:
    """Return what the document is, "" where nothing tells."""
    return words(SOURCE_KINDS[source.kind]) if source.kind else ""


def standing(source: Source, words: Words) -> str:
    """Return what the document is to its programme: "pilot list, batch 3"."""
    batch = words("batch {n}", n=source.batch) if source.batch else ""
    return words(", ").join(filter(None, (kind(source, words), batch)))


def _cells(each: Shipped) -> tuple[CellValue, ...]:
    source = each.source
    totals: dict[str, CellValue] = {
        "kind": source.kind or "",
        "batch": source.batch or "",
        "units": sum(each.counted.values()),
        "figures": len(source.figures),
        "cites": ";".join(source.cites),
    }
    return tuple(totals[name] if name in totals else str(getattr(source, name)) for name in COLUMNS)


def _record(each: Shipped) -> dict[str, object]:
    source = each.source
    plain = {name: getattr(source, name) for name in COLUMNS if hasattr(source, name)}
    return plain | {
        "units": each.counted,
        "figures": [fields_of(figure, "value unit about subject") for figure in source.figures],
        "cites": list(source.cites),
    }
