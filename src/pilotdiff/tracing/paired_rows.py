"""What became of the units of a batch, where both its lists are among the documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pilotdiff import filing
from pilotdiff.filing.pilots_of_results import DocumentPair
from pilotdiff.model import Filed, Outcome, Row, SourceKind, Unit
from pilotdiff.outcomes.contested import claimed_by_open
from pilotdiff.reconciliation import Reconciler


class PairedRow(NamedTuple):
    """The row of a unit, the id of the document that holds the row's other unit, and the rows under
    review that may be of the unit as well."""

    row: Row
    other: str
    claims: tuple[Row, ...] = ()


class PairedRows:
    """The rows of every pair of lists; two lists are compared when one of them is asked about."""

    def __init__(self, documents: Sequence[Filed], reconciler: Reconciler) -> None:
        self._reconciler = reconciler
        self._pairs = filing.pairs(documents)
        self._kinds = {filed.source.kind for filed in documents if filed.units.units}
        self._known: dict[int, Mapping[int, PairedRow]] = {}

    def of(self, document: Filed, unit: Unit) -> PairedRow | None:
        """Return what became of a unit of a document, or what it came from; None where nothing
        tells."""
        fates = [
            fate
            for number, pair in enumerate(self._pairs)
            if document.source.id in (pair[0].source.id, pair[1].source.id)
            and (fate := self._rows(number, pair).get(id(unit.entry))) is not None
        ]
        return min(fates, key=lambda fate: fate.row.outcome in _ALONE, default=None)

    def unpaired(self, document: Filed) -> bool:
        """Tell whether the other list of a document's batch is not here, but such lists are."""
        kind = document.source.kind
        other = (
            {SourceKind.PILOTS: SourceKind.RESULTS, SourceKind.RESULTS: SourceKind.PILOTS}.get(kind)
            if kind
            else None
        )
        return other in self._kinds and all(document not in pair for pair in self._pairs)

    def _rows(self, number: int, pair: DocumentPair) -> Mapping[int, PairedRow]:
        if number not in self._known:
            self._known[number] = _fates(*pair, self._reconciler)
        return self._known[number]


# With results in several documents, a unit that one of them holds is not lost.
_ALONE = (
    Outcome.DROPPED,
    Outcome.NOT_ELIGIBLE,
    Outcome.NEW,
    Outcome.REPEATED,
    Outcome.MERGED,
    Outcome.SPLIT,
)


def _fates(pilots: Filed, results: Filed, reconciler: Reconciler) -> dict[int, PairedRow]:
    fates: dict[int, PairedRow] = {}
    rows = reconciler.rows(pilots.units, results.units)
    claimed = claimed_by_open(rows)
    for row in rows:
        claims = claimed.get(id(row), ())
        if row.pilot:
            fates[id(row.pilot.entry)] = PairedRow(row, results.source.id, claims)
        if row.result:
            fates[id(row.result.entry)] = PairedRow(row, pilots.source.id, claims)
    return fates
