"""What was considered for each unit, for pages small enough to hold it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.matching.evidence import ConsideredUnit, considered_for, features_told
from pilotdiff.matching.features import meaning
from pilotdiff.model import Row, Said
from pilotdiff.report.page.page_limits import MOST_CANDIDATES, MOST_FEATURED
from pilotdiff.report.report_types import Report

Considered = Callable[[Row], "ShownComparison | None"]


class ShownFeature(NamedTuple):
    """What a feature says, and the log odds that it adds for each candidate (None: silent)."""

    meaning: Said
    weights: tuple[float | None, ...]


class ShownComparison(NamedTuple):
    """The likeliest candidates of a unit, of `number`, and the features that spoke for any."""

    candidates: tuple[ConsideredUnit, ...]
    number: int
    features: tuple[ShownFeature, ...]


def considered(report: Report) -> Considered:
    """Look up what was considered for a row; None where nothing was, or for too long a list."""
    if len(report.rows) > MOST_FEATURED:
        return lambda _: None
    evidence = report.evidence()
    return lambda row: _comparison(considered_for(row, evidence))


def _comparison(candidates: list[ConsideredUnit]) -> ShownComparison | None:
    if not candidates:
        return None
    shown = tuple(candidates[:MOST_CANDIDATES])
    return ShownComparison(shown, len(candidates), tuple(_features(shown)))


def _features(shown: Sequence[ConsideredUnit]) -> Iterator[ShownFeature]:
    weights = [{each.feature: each.weight for each in one.match_weights} for one in shown]
    for name in features_told(shown):
        yield ShownFeature(meaning(name), tuple(each.get(name) for each in weights))
