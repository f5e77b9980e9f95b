"""What was considered for each unit, for pages small enough to hold it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pilotdiff.matching.explanation import ConsideredUnit, compared
from pilotdiff.matching.features import meaning
from pilotdiff.model import MatchWeight, Message, Row, Unit
from pilotdiff.report.page.page_limits import MOST_CANDIDATES, MOST_FEATURED
from pilotdiff.report.report_types import Report

EvidenceKey = tuple[bool, str, int, str]
Considered = Callable[[Row], "ShownComparison | None"]


class Feature(NamedTuple):
    """What a feature says, and the log odds that it adds for each candidate (None: silent)."""

    meaning: str | Message
    weights: tuple[float | None, ...]


class ShownComparison(NamedTuple):
    """The likeliest candidates of a unit, of `number`, and the features that spoke for any."""

    candidates: tuple[ConsideredUnit, ...]
    number: int
    features: tuple[Feature, ...]


def considered(report: Report) -> Considered:
    """Look up what was considered for a row; None where nothing was, or for too long a list."""
    if len(report.rows) > MOST_FEATURED:
        return lambda _: None
    found: dict[EvidenceKey, list[ConsideredUnit]] = defaultdict(list)
    for ours, theirs, score, match_weights in compared(report.pilots, report.results):
        found[_key(ours, is_pilot=True)].append(ConsideredUnit(theirs, score, match_weights))
        found[_key(theirs, is_pilot=False)].append(ConsideredUnit(ours, score, match_weights))
    return lambda row: _comparison(found.get(_of(row), []))


def _of(row: Row) -> EvidenceKey:
    unit = row.pilot or row.result
    assert unit is not None, "a row without a unit"
    return _key(unit, is_pilot=row.pilot is not None)


def _key(unit: Unit, *, is_pilot: bool) -> EvidenceKey:
    """What a unit keeps when its pairing restores its damaged name."""
    return is_pilot, unit.id, unit.entry.line, unit.level


def _comparison(candidates: list[ConsideredUnit]) -> ShownComparison | None:
    if not candidates:
        return None
    likeliest = sorted(candidates, key=lambda each: (-each.score, each.unit.name))
    shown = tuple(likeliest[:MOST_CANDIDATES])
    return ShownComparison(
        shown, len(candidates), tuple(_features([each.match_weights for each in shown]))
    )


def _features(spoken: list[tuple[MatchWeight, ...]]) -> Iterator[Feature]:
    weights = [{each.feature: each.weight for each in match_weights} for match_weights in spoken]
    for name in dict.fromkeys(name for each in weights for name in each):
        yield Feature(meaning(name), tuple(each.get(name) for each in weights))
