"""What a folder of lists holds, and which belong together: the answer of `pilotdiff DIR`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pilotdiff.language import Words
from pilotdiff.model import Filed, Said, msg
from pilotdiff.report.answer import Answer, CellValue, RowsTable, columns
from pilotdiff.report.answers.sources_answer import Shipped, held, kind
from pilotdiff.report.text_blocks import TextBlock, TextHeading, TextTable

_HEADS = msg("Document"), msg("Kind"), msg("Year"), msg("Holds"), msg("Results of")
COLUMNS = columns("document kind year province title units pilots unread")


class FolderList(NamedTuple):
    """A document of a folder.

    year    None where nothing tells
    pilots  of a list of results, the names of the lists that its pilots stand in
    """

    filed: Filed
    year: int | None
    pilots: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file."""
        return self.filed.source.id


@dataclass(frozen=True, slots=True)
class FolderAnswer(Answer):
    """The documents of a folder, in time, and those that could not be read, with the reason."""

    folder: str
    lists: Sequence[FolderList]
    words: Words
    unread: Mapping[str, Said] = field(default_factory=dict)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The lists to be reconciled: pilots, results."""
        return [(pilots, each.name) for each in self.lists for pilots in each.pilots]

    def table(self) -> RowsTable:
        return RowsTable(COLUMNS, self._rows(), ("year", "units"))

    def _rows(self) -> Iterator[tuple[CellValue, ...]]:
        for each in self.lists:
            source = each.filed.source
            told = (each.name, source.kind or "", each.year or "", source.province, source.title)
            yield (*told, len(each.filed.units.units), ";".join(each.pilots), "")
        for name, why in self.unread.items():
            yield (name, "", "", "", "", "", "", self.words(why))

    def plain(self) -> dict[str, object]:
        pairs = [{"pilots": pilots, "results": results} for pilots, results in self.pairs]
        return {"folder": self.folder, "documents": list(self.records()), "pairs": pairs}

    def text(self) -> Iterator[TextBlock]:
        words = self.words
        yield TextTable([words(each) for each in _HEADS], map(self.brief, self.lists))
        if self.unread:
            yield TextHeading(words("Could not be read"))
            yield TextTable([words(msg("Document")), words(msg("Why"))], self._told())

    def _told(self) -> Iterator[list[str]]:
        return ([name, self.words(why)] for name, why in self.unread.items())

    def brief(self, each: FolderList) -> list[str]:
        """Return what a screen says of a list."""
        holds = held(Shipped(each.filed.source, each.filed.units), self.words)
        told = kind(each.filed.source, self.words), str(each.year or ""), holds
        return [each.name, *told, self.words(", ").join(each.pilots)]
