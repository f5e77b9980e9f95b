"""How many units each document says there were: counted in its list, or told in its text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.checks.between.extent import Extent, extent
from pilotdiff.checks.between.groups import batches, levels
from pilotdiff.model import Figure, Filed, Level, Message, SourceKind
from pilotdiff.model.terms import counted

_LISTS = (SourceKind.PILOTS, SourceKind.RESULTS)


class Claim(NamedTuple):
    """So many units of one level were, or were to be, pilots or results.

    batch  None for a number told of every year
    text   as written, with what it counts; "" for a count of entries
    """

    filed: Filed
    stage: SourceKind
    level: Level
    batch: int | None
    extent: Extent
    line: int
    text: str = ""

    @property
    def listed(self) -> bool:
        """Whether it is a count of entries."""
        return not self.text

    @property
    def name(self) -> str:
        """For programs: "county pilots 1", "community pilots yearly"."""
        return f"{self.level} {self.stage} {self.batch or 'yearly'}"

    @property
    def told(self) -> str | Message:
        """In the document's words, else in ours."""
        return self.text or counted(self.level, int(self.extent.value))


def claims(documents: Sequence[Filed]) -> list[Claim]:
    """Every number of units whose stage and batch are known."""
    batch_of = batches(documents)
    return [claim for filed in documents for claim in _of(filed, batch_of[filed.source.id])]


def _of(filed: Filed, batch: int | None) -> Iterator[Claim]:
    kind, totals = filed.source.kind, filed.units.listing.declared
    listed = kind in _LISTS and batch is not None
    if kind is not None and listed:
        lines = {total.level: total.line for total in totals}
        for level, count in levels(filed).items():
            line = lines.get(level, 0)
            yield Claim(filed, kind, level, batch, Extent.exactly(count), line)
    for figure in filed.units.listing.figures:
        if figure.level is None or figure.stage is None:
            continue
        # What a list says of itself is counted above.
        of_list = listed and figure.stage is kind and figure.batch in (batch, None)
        if figure.yearly or (figure.batch is not None and not of_list):
            yield _told(filed, figure, figure.stage, figure.level)


def _told(filed: Filed, figure: Figure, stage: SourceKind, level: Level) -> Claim:
    batch = None if figure.yearly else figure.batch
    return Claim(filed, stage, level, batch, extent(figure), figure.line, in_words(figure))


def in_words(figure: Figure) -> str:
    """What a figure is of, and the figure: 引入社会组织500多个, 44个县（市、区）."""
    shown = figure.text or f"{figure.value:g}{figure.unit}"
    return shown if shown.endswith(figure.subject) else figure.subject + shown
