"""Who else a question could be about: what was compared, and what is left over in the place."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.decisions.review_state import Question
from pilotdiff.matching.evidence import ConsideredUnit
from pilotdiff.model import Outcome, Row, Unit

# One key each.
OFFERED_AT_ONCE = 9
_UNPAIRED = (Outcome.DROPPED, Outcome.NEW, Outcome.REVIEW)


class ReviewChoice(NamedTuple):
    """A unit that could stand in a question in the place of the pilot, or of the result.

    score  the log odds where it was compared, None for a neighbour that was not
    """

    unit: Unit
    is_pilot: bool
    score: float | None

    def pair(self, question: Question) -> tuple[Unit, Unit]:
        """Return the pilot and the result of the question with this unit in it."""
        pairing = question.row.pairing
        assert pairing is not None, "a question without a pairing"
        if self.is_pilot:
            return self.unit, pairing.result
        return pairing.pilot, self.unit


def review_choices(
    question: Question, rivals: Sequence[ConsideredUnit], rows: Iterable[Row], *, hidden: bool
) -> tuple[ReviewChoice, ...]:
    """Return the rivals, the likeliest first, and then the units of the place that no row pairs.

    rows    what became of all units
    hidden  put the rivals in the order of their names: their own would tell how likely they are
    """
    found = [ReviewChoice(one.unit, one.is_pilot, one.score) for one in rivals]
    if hidden:
        found.sort(key=lambda one: (one.is_pilot, one.unit.name))
    known = {id(one.unit.entry) for one in found}
    found += (one for one in _neighbours(question, rows) if id(one.unit.entry) not in known)
    return tuple(found)


def _neighbours(question: Question, rows: Iterable[Row]) -> Iterable[ReviewChoice]:
    """Yield what is left over under the parents of either unit, but the two themselves."""
    pairing = question.row.pairing
    if pairing is None:
        return
    own = {id(pairing.pilot.entry), id(pairing.result.entry)}
    for row in rows:
        if row.outcome not in _UNPAIRED:
            continue
        for unit, beside in ((row.pilot, pairing.pilot), (row.result, pairing.result)):
            if unit and id(unit.entry) not in own and _parents(unit) == _parents(beside):
                yield ReviewChoice(unit, beside is pairing.pilot, None)


def _parents(unit: Unit) -> tuple[str, ...]:
    return (unit.level, *unit.parents)
