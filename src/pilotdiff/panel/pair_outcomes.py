"""What became of each entry of lists that were matched as pilots and results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pilotdiff.model import Outcome, Row
from pilotdiff.outcomes.named_beside import told_beside
from pilotdiff.outcomes.unread_places import places_unread
from pilotdiff.panel.linking import PairRows

# Of what several lists say, the first of these holds: a unit that one of them has is not lost.
_BEST_FIRST = (
    Outcome.PROMOTED,
    Outcome.RENAMED,
    Outcome.REVIEW,
    Outcome.MERGED,
    Outcome.SPLIT,
    Outcome.DROPPED,
    Outcome.NOT_ELIGIBLE,
    Outcome.REPEATED,
    Outcome.NEW,
)


class PairOutcome(NamedTuple):
    """An outcome, the list that tells it, whether a list names the entry beside its units, and in
    which places that gave no unit the entry may stand: the number of a list and that of a place."""

    outcome: Outcome
    decided: int
    beside: bool
    unread: tuple[tuple[int, int], ...]


# By the number of a list and the identity of an entry.
PairOutcomes = Mapping[tuple[int, int], PairOutcome]


def pair_outcomes(rows: PairRows) -> PairOutcomes:
    """Return the outcome of each entry; of several lists of results, the best that one tells."""
    told: dict[tuple[int, int], PairOutcome] = {}
    for (pilots, results), found in sorted(rows.items()):
        for row in found:
            for unit, own, other in ((row.pilot, pilots, results), (row.result, results, pilots)):
                if unit is None:
                    continue
                key = own, id(unit.entry)
                known = told.get(key)
                if known is None or _rank(row.outcome) < _rank(known.outcome):
                    told[key] = _outcome(row, other)
                elif row.outcome is known.outcome is Outcome.DROPPED:
                    more = _outcome(row, other)
                    named, places = known.beside or more.beside, known.unread + more.unread
                    told[key] = known._replace(beside=named, unread=places)
    return told


def _outcome(row: Row, list_: int) -> PairOutcome:
    """Return what one list tells."""
    places = tuple((list_, place) for place in places_unread(row))
    return PairOutcome(row.outcome, list_, told_beside(row) is not None, places)


def _rank(outcome: Outcome) -> int:
    return _BEST_FIRST.index(outcome)
