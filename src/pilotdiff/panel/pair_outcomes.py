"""What became of each entry of lists that were matched as pilots and results."""

from __future__ import annotations

from collections.abc import Mapping

from pilotdiff.model import Outcome
from pilotdiff.outcomes.named_beside import told_beside
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
# From the number of a list and the identity of an entry to the outcome, the list that tells it, and
# whether that names the entry beside its units.
PairOutcomes = Mapping[tuple[int, int], tuple[Outcome, int, bool]]


def pair_outcomes(rows: PairRows) -> PairOutcomes:
    """Return the outcome of each entry; of several lists of results, the best that one tells."""
    told: dict[tuple[int, int], tuple[Outcome, int, bool]] = {}
    for (pilots, results), found in sorted(rows.items()):
        for row in found:
            for unit, own, other in ((row.pilot, pilots, results), (row.result, results, pilots)):
                if unit is None:
                    continue
                key = own, id(unit.entry)
                if key not in told or _rank(row.outcome) < _rank(told[key][0]):
                    told[key] = row.outcome, other, told_beside(row) is not None
    return told


def _rank(outcome: Outcome) -> int:
    return _BEST_FIRST.index(outcome)
