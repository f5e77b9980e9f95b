"""Rows against the truth: precision and recall by kind of change, reliability, the worst errors."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from pilotdiff.evaluation.gold import SAME, GoldRow
from pilotdiff.evaluation.truth import Truth
from pilotdiff.in_groups import in_groups
from pilotdiff.model import Outcome, Pairing, Row

# A wrong pairing of a unit that has no partner is of no kind of change.
NONE = "none"
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)


class Score(NamedTuple):
    """Pairings of one kind of change.

    gold      pairs that there are
    found     of these, accepted as promoted or renamed
    proposed  of these, in review
    wrong     accepted pairings that are wrong and took a unit of such a pair
    """

    kind: str
    gold: int
    found: int
    proposed: int
    wrong: int

    @property
    def missed(self) -> int:
        """Pairs neither accepted nor proposed."""
        return self.gold - self.found - self.proposed

    @property
    def precision(self) -> float | None:
        """Of the accepted, the share that is right; None when none was judged."""
        return _share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float | None:
        """Of the pairs that there are, the share accepted."""
        return _share(self.found, self.gold)

    @property
    def reached(self) -> float | None:
        """Of the pairs that there are, the share accepted or proposed to a person."""
        return _share(self.found + self.proposed, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.found, 2 * self.found + self.wrong + self.gold - self.found)


# What a person ruled: its confidence of 1 was measured by nobody.
_RULED = "decision"


class Band(NamedTuple):
    """Judged pairings with a confidence from `low` to `high`: how many, how many right.

    confidence  their mean; `high` itself belongs to the next band, 1 to the last
    """

    low: float
    high: float
    judged: int
    right: int
    confidence: float

    @property
    def share(self) -> float:
        """The share of right ones: for an honest confidence near its mean."""
        return self.right / self.judged


class Mistake(NamedTuple):
    """A pairing that the gold contradicts, and the partner it should have had ("" for none)."""

    row: Row
    confidence: float
    right: str
    kind: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How right the rows are.

    overall, changed  all pairs, and those of another kind than `same`
    kinds       by kind of change: SAME, then the commonest first; NONE last
    pilots      units of the pilot list
    review      rows that a person must decide; `review_wrong` of their proposals are wrong
    unjudged    accepted pairings of units that the gold does not know
    bands       those that hold a judged pairing
    mistakes    all wrong pairings, proposals too, the most confident first
    unfound     gold rows that name a unit which is not in the lists; their pairs count as missed
    """

    overall: Score
    changed: Score
    kinds: tuple[Score, ...]
    pilots: int
    review: int
    review_wrong: int
    unjudged: int
    bands: tuple[Band, ...]
    mistakes: tuple[Mistake, ...]
    unfound: tuple[GoldRow, ...]

    @property
    def review_rate(self) -> float | None:
        """The share of pilots that a person must decide."""
        return _share(self.review, self.pilots)


def measured(rows: Iterable[Row], truth: Truth) -> Evaluation:
    """Measure the rows of an answer."""
    rows = tuple(rows)
    paired = [(row, row.pairing) for row in rows if row.pairing]
    counts = _Counts()
    mistakes = []
    for row, pairing in paired:
        kind = truth.kind(pairing)
        accepted = row.outcome is not Outcome.REVIEW
        if kind is not None:
            counts.right(kind, accepted=accepted)
        elif truth.judged(pairing):
            missed, right = truth.should_be(pairing)
            counts.wrong(missed or NONE, accepted=accepted)
            mistakes.append(Mistake(row, pairing.confidence, right, missed or NONE))
        else:
            counts.unjudged += accepted
    kinds = counts.scores(truth.total)
    return Evaluation(
        overall=_sum("all", kinds),
        changed=_sum("changed", [score for score in kinds if score.kind not in (SAME, NONE)]),
        kinds=kinds,
        pilots=sum(row.pilot is not None for row in rows),
        review=sum(row.outcome is Outcome.REVIEW for row in rows),
        review_wrong=counts.review_wrong,
        unjudged=counts.unjudged,
        bands=_bands([one for _, one in paired if truth.judged(one) and one.rule != _RULED], truth),
        mistakes=tuple(sorted(mistakes, key=lambda mistake: -mistake.confidence)),
        unfound=truth.unfound,
    )


class _Counts:
    """Right and wrong pairings by kind."""

    def __init__(self) -> None:
        self._found: Counter[str] = Counter()
        self._proposed: Counter[str] = Counter()
        self._wrong: Counter[str] = Counter()
        self.review_wrong = self.unjudged = 0

    def right(self, kind: str, *, accepted: bool) -> None:
        """Count a pairing of a kind of change that the gold has, too."""
        (self._found if accepted else self._proposed)[kind] += 1

    def wrong(self, kind: str, *, accepted: bool) -> None:
        """Count a pairing of a kind of change that the gold does not have."""
        if accepted:
            self._wrong[kind] += 1
        else:
            self.review_wrong += 1

    def scores(self, total: dict[str, int]) -> tuple[Score, ...]:
        """Return a score a kind, SAME first, then the commonest; NONE last, where something went
        wrong."""
        order = {SAME: 0, NONE: 2}
        kinds = sorted({*total, *self._wrong}, key=lambda k: (order.get(k, 1), -total.get(k, 0), k))
        return tuple(
            Score(k, total.get(k, 0), self._found[k], self._proposed[k], self._wrong[k])
            for k in kinds
        )


def _sum(name: str, scores: Iterable[Score]) -> Score:
    columns = zip(*(score[1:] for score in scores), strict=True)
    sums = [sum(column) for column in columns] or [0, 0, 0, 0]
    return Score(name, *sums)


def _bands(judged: Iterable[Pairing], truth: Truth) -> tuple[Band, ...]:
    held = in_groups(judged, lambda pairing: _band(pairing.confidence))
    return tuple(
        Band(
            low=EDGES[number],
            high=EDGES[number + 1],
            judged=len(some),
            right=sum(truth.kind(pairing) is not None for pairing in some),
            confidence=sum(pairing.confidence for pairing in some) / len(some),
        )
        for number, some in sorted(held.items())
    )


def _band(confidence: float) -> int:
    return max(number for number, edge in enumerate(EDGES[:-1]) if confidence >= edge)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
