"""What became of each entry of lists that were matched as pilots and results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pilotdiff.model import Outcome
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
    """An outcome, the list that tells it, whether that names the entry beside its units, and in
    which of its places that gave no unit the entry may stand."""

    outcome: Outcome
    decided: int
    beside: bool
    unread: tuple[int, ...]


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
                if key not in told or _rank(row.outcome) < _rank(told[key][0]):
                    named, places = told_beside(row) is not None, places_unread(row)
                    told[key] = PairOutcome(row.outcome, other, named, places)
    return told


def _rank(outcome: Outcome) -> int:
    return _BEST_FIRST.index(outcome)
