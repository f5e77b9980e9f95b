"""The learned numbers: what each feature weighs, how often a deterministic rule is right."""

import json
from collections.abc import Sequence
from functools import cache
from math import exp, floor
from operator import mul
from pathlib import Path
from typing import Any, NamedTuple

from pilotdiff.matching.compared_pair import Pair
from pilotdiff.matching.features import DOUBT, FEATURES, LEAD
from pilotdiff.model import MatchWeight

# Pairs of lower log odds are doubted: it is a probability of 0.62.
DOUBTED = 0.5


class Regression(NamedTuple):
    """What was learned from lists of one sort: whole ones, or those of a chosen few.

    features  what each feature weighs, in the order of FEATURES, where pairs compete: which of
              all candidates is the one
    sure      what each weighs where the choice is made: how often such a choice is right
    lead      the log odds are Σ sure · feature + lead · (score − best rival's score)
    slope     what a point of the score adds to these log odds, all features together
    doubt     what a point of log odds below DOUBTED takes away once more
    """

    features: tuple[float, ...]
    sure: tuple[float, ...]
    slope: float
    lead: float
    doubt: float


class Namesakes(NamedTuple):
    """What was measured of the names that units of a level share.

    odds    what each other unit of a name in a place adds to the odds that two equal names are two
    shares  for the nation, a province, a prefecture and a county: how many others of a name lie
            there for each that the nation has, and how many of a name that no table has
    """

    odds: float
    shares: tuple[tuple[float, float], ...]


class Weights(NamedTuple):
    """Numbers from tables/weights.json; bench/learn.py makes them and tells how.

    whole, few  for regions that both lists name whole, and for those of which they name a few
    certain     the share of right pairings of each deterministic rule, at home and with a moved
                parent
    namesakes   of townships and communities: how often equal names are two units
    """

    whole: Regression
    few: Regression
    certain: dict[str, tuple[float, float]]
    namesakes: dict[str, Namesakes]

    def of(self, whole: float) -> Regression:
        """Return what was learned from whole lists, for 1, or from those of a chosen few, for 0; a
        mean of both for what lies between."""
        if whole in (0.0, 1.0):
            return self.whole if whole else self.few
        return _mean(whole)


class Measures(NamedTuple):
    """The value of each feature of a pair, in the order of FEATURES, and how far the weights of
    whole lists count."""

    values: tuple[float, ...]
    whole: float


@cache
def weights() -> Weights:
    """Return the weights that ship with the package."""
    table = _table()
    return Weights(
        whole=_regression(table, 0),
        few=_regression(table, 1),
        certain={rule: (at[0], at[1]) for rule, at in table["certain"].items()},
        namesakes={
            level: Namesakes(found["odds"], tuple((each[0], each[1]) for each in found["shares"]))
            for level, found in table["namesakes"].items()
        },
    )


@cache
def _mean(whole: float) -> Regression:
    """Return the weights of whole lists and those of a chosen few, mixed."""
    found = weights()

    def mixed(one: float, other: float) -> float:
        return whole * one + (1 - whole) * other

    return Regression(
        tuple(map(mixed, found.whole.features, found.few.features)),
        tuple(map(mixed, found.whole.sure, found.few.sure)),
        mixed(found.whole.slope, found.few.slope),
        mixed(found.whole.lead, found.few.lead),
        mixed(found.whole.doubt, found.few.doubt),
    )


def certain() -> dict[str, tuple[float, float]]:
    """Return the share of right pairings of each deterministic rule, at home and with a moved
    parent."""
    return weights().certain


def _regression(table: dict[str, Any], column: int) -> Regression:
    features, sure = (
        tuple(found[f.__name__][column] if f.__name__ in found else 0.0 for f in FEATURES)
        for found in (table["features"], table["confidence"])
    )
    slope, lead, doubt = (table["confidence"][each][column] for each in ("slope", LEAD, DOUBT))
    return Regression(features, sure, slope, lead, doubt)


def learned() -> str:
    """Return the ISO date on which they were learned."""
    return str(_table()["learned"])


def _table() -> dict[str, Any]:
    path = Path(__file__).parent / "tables" / "weights.json"
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return table


def measures(pair: Pair) -> Measures:
    """Return the value of each feature, and how far both lists name the region whole."""
    return Measures(tuple([feature(pair) for feature in FEATURES]), pair.whole)


def score(measured: Measures) -> float:
    """Return the log odds that a pair with these features is one unit, before its rivals are
    heard."""
    used = weights().of(measured.whole).features
    total: float = sum(map(mul, used, measured.values))
    return total


def confidence(measured: Measures, own: float, rival: float) -> float:
    """Return the probability that a pairing with these features and the score `own` is right when
    its best rival scores `rival`."""
    return _probability(_odds(measured, own, rival), weights().of(measured.whole).doubt)


def margin(measured: Measures, own: float, rival: float, in_earnest: float) -> float:
    """Return by how much the confidence beside a rival is more than it would be, had the pairing
    and the rival exchanged their scores; that of the rival is `in_earnest` what others would leave
    it.

    0 of a pairing that leads by nothing, or was chosen though its rival scores more in earnest.
    """
    odds = _odds(measured, own, rival)
    used = weights().of(measured.whole)
    exchanged = odds - used.slope * (own - in_earnest) - 2 * used.lead * _lead(own, in_earnest)
    return max(0.0, _probability(odds, used.doubt) - _probability(exchanged, used.doubt))


def _odds(measured: Measures, own: float, rival: float) -> float:
    used = weights().of(measured.whole)
    odds = sum(w * v for w, v in zip(used.sure, measured.values, strict=True))
    return odds + used.lead * _lead(own, rival)


def _probability(odds: float, doubt: float) -> float:
    return 1 / (1 + exp(-odds - doubt * min(0.0, odds - DOUBTED)))


# A rival farther away than this says no more.
_FARTHEST = 8.0


def _lead(own: float, rival: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, own - rival))


class Arithmetic(NamedTuple):
    """How the confidence of a pair comes about: what is shown is what is done.

    match_weights  the start, the features that speak, the strongest first, the lead, and the doubt
                   of a pair of low odds: what each adds to the log odds, in hundredths
    score          their sum
    confidence     the probability of these odds
    """

    match_weights: tuple[MatchWeight, ...]
    score: float
    confidence: float


def arithmetic(measured: Measures, rival: float) -> Arithmetic:
    """Return how the confidence comes about of a pair whose best rival scores `rival`."""
    table = weights().of(measured.whole)
    own = score(measured)
    start, *spoken = (
        MatchWeight(feature.__name__, value, value * weight)
        for feature, value, weight in zip(FEATURES, measured.values, table.sure, strict=True)
        if value and weight
    )
    lead = _lead(own, rival)
    told = [
        start,
        *sorted(spoken, key=lambda each: (-abs(each.weight), each.feature)),
        MatchWeight(LEAD, round(lead, 3), table.lead * lead),
    ]
    below = min(0.0, sum(each.weight for each in told) - DOUBTED)
    if below:
        told.append(MatchWeight(DOUBT, round(below, 3), table.doubt * below))
    in_hundredths = _rounded([each.weight for each in told])
    return Arithmetic(
        tuple(
            each._replace(weight=weight) for each, weight in zip(told, in_hundredths, strict=True)
        ),
        round(sum(in_hundredths), 2),
        confidence(measured, own, rival),
    )


def _rounded(values: Sequence[float]) -> list[float]:
    """Return the values in hundredths, rounded so that they add up to their rounded sum.

    >>> _rounded([0.333, 0.333, 0.334])
    [0.33, 0.33, 0.34]
    """
    down = [floor(100 * value) for value in values]
    missing = round(100 * sum(values)) - sum(down)
    rest = sorted(range(len(values)), key=lambda at: (down[at] - 100 * values[at], at))
    for at in rest[:missing]:
        down[at] += 1
    return [value / 100 for value in down]
