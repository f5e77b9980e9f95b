"""How many units each document says there were: counted in its list, or told in its text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.checks.between.figure_bounds import StatedExtent, extent
from pilotdiff.checks.between.groups import batch_of_each, comparable, levels
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.model import Figure, Filed, Level, Message, SourceKind
from pilotdiff.model.facts import LISTS
from pilotdiff.model.terms import counted
from pilotdiff.patterns import pattern

_CLAUSE = pattern(r"[，,、；;：:（(]")
# What a batch is to have is compared with nothing yet.
_PLANNED = pattern(r"计划|力争|预计|争取|拟")
_LEAD = pattern(r"^(?:其中|截至目前|目前|近年来|今年|[在由])+")


class Claim(NamedTuple):
    """So many units of one level were, or were to be, pilots or results.

    batch  None for a number told of every year
    text   as written, with what it counts; "" for a count of entries
    """

    filed: Filed
    stage: SourceKind
    level: Level
    batch: int | None
    extent: StatedExtent
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
    """Return every number of units whose stage and batch are known; lists that are parts of one,
    such as those of each city, make one number."""
    batch_of = batch_of_each(documents)
    found = [claim for filed in documents for claim in _of(filed, batch_of[filed.source.id])]
    told = [claim for claim in found if not claim.listed]
    return [*_joined(claim for claim in found if claim.listed), *told]


def _joined(listed: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the counts of lists of one stage, level and batch that have no unit in common, as one;
    a list that has is a copy."""
    parts: dict[tuple[SourceKind, Level, int | None], list[Claim]] = defaultdict(list)
    for claim in listed:
        same = parts[claim.stage, claim.level, claim.batch]
        if all(_names(claim).isdisjoint(_names(other)) for other in same if _akin(claim, other)):
            same.append(claim)
    for same in parts.values():
        first = [c for at, c in enumerate(same) if not any(_akin(c, other) for other in same[:at])]
        for claim in first:
            total = sum(other.extent.value for other in same if _akin(claim, other))
            yield claim._replace(extent=StatedExtent.exactly(total))


def _akin(one: Claim, other: Claim) -> bool:
    return one is other or comparable(one.filed, other.filed)


def _names(claim: Claim) -> set[str]:
    return {unit.name for unit in claim.filed.units.units if unit.level is claim.level}


def _of(filed: Filed, batch: int | None) -> Iterator[Claim]:
    kind, totals = filed.source.kind, filed.units.listing.declared
    listed = kind in LISTS and batch is not None
    if kind is not None and listed:
        lines = {total.level: total.line for total in totals}
        for level, count in levels(filed).items():
            line = lines.get(level, 0)
            yield Claim(filed, kind, level, batch, StatedExtent.exactly(count), line)
    for figure in filed.units.listing.figures:
        if figure.level is None or figure.stage is None or is_local(figure, filed):
            continue
        if _PLANNED.search(_CLAUSE.split(figure.sentence[0])[-1]) and not figure.yearly:
            continue
        # What a list says of itself is counted above.
        of_list = listed and figure.stage is kind and figure.batch in (batch, None)
        if figure.yearly or (figure.batch is not None and not of_list):
            yield _told(filed, figure, figure.stage, figure.level)


def is_local(figure: Figure, filed: Filed) -> bool:
    """Tell whether a figure is told of a part of the document's own place: 其中，成都市5个县."""
    clause = _CLAUSE.split(figure.sentence[0])[-1]
    if clause.endswith("等"):
        return False
    named = leading_units(_LEAD.sub("", clause)) or leading_units(figure.subject)
    own = {filed.source.province, *filed.units.listing.context}
    return any(unit not in own for unit in named)


def _told(filed: Filed, figure: Figure, stage: SourceKind, level: Level) -> Claim:
    batch = None if figure.yearly else figure.batch
    return Claim(filed, stage, level, batch, extent(figure), figure.line, in_words(figure))


def in_words(figure: Figure) -> str:
    """Return what a figure is of, and the figure: 引入社会组织500多个, 44个县（市、区）."""
    shown = figure.text or f"{figure.value:g}{figure.unit}"
    return shown if shown.endswith(figure.subject) else figure.subject + shown
