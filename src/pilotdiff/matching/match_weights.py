"""The learned numbers: what each feature weighs, how often a deterministic rule is right."""

import json
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from pilotdiff.matching.features import FEATURES, Pair
from pilotdiff.model import MatchWeight


class Regression(NamedTuple):
    """What was learned from lists of one sort: whole ones, or those of a chosen few.

    features  log odds per unit of each feature, in the order of FEATURES
    bias, slope, lead  confidence = σ(bias + slope · score + lead · (score − best rival's score))
    """

    features: tuple[float, ...]
    bias: float
    slope: float
    lead: float


class Weights(NamedTuple):
    """Numbers from tables/weights.json; bench/learn.py makes them and tells how.

    whole, few  for regions that both lists name whole, and for those of which they name a few
    certain     the share of right pairings of each deterministic rule, at home and with a moved
                parent
    """

    whole: Regression
    few: Regression
    certain: dict[str, tuple[float, float]]

    def of(self, whole: bool) -> Regression:
        """Return what was learned from lists that are whole, or from those that are not."""
        return self.whole if whole else self.few


class Measures(NamedTuple):
    """The value of each feature of a pair, in the order of FEATURES, and which weights count."""

    values: tuple[float, ...]
    whole: bool


@cache
def weights() -> Weights:
    """Return the weights that ship with the package."""
    table = _table()
    return Weights(
        whole=_regression(table, 0),
        few=_regression(table, 1),
        certain={rule: (at[0], at[1]) for rule, at in table["certain"].items()},
    )


def _regression(table: dict[str, Any], column: int) -> Regression:
    found = table["features"]
    return Regression(
        tuple(found[f.__name__][column] if f.__name__ in found else 0.0 for f in FEATURES),
        *(table["confidence"][each][column] for each in ("bias", "slope", "lead")),
    )


def learned() -> str:
    """Return the ISO date on which they were learned."""
    return str(_table()["learned"])


def _table() -> dict[str, Any]:
    path = Path(__file__).parent / "tables" / "weights.json"
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return table


def measures(pair: Pair) -> Measures:
    """Return the value of each feature, and whether both lists name the region whole."""
    return Measures(tuple(feature(pair) for feature in FEATURES), pair.whole)


def score(measured: Measures) -> float:
    """Return the log odds that a pair with these features is one unit, before its rivals are
    heard."""
    used = weights().of(measured.whole).features
    return sum(w * v for w, v in zip(used, measured.values, strict=True))


def confidence(own: float, rival: float, whole: bool) -> float:
    """Return the probability that a pairing of score `own` is right when its best rival scores
    `rival`, in lists that are whole or not."""
    table = weights().of(whole)
    lead = max(-_FARTHEST, min(_FARTHEST, own - rival))
    odds = table.bias + table.slope * own + table.lead * lead
    return 1 / (1 + exp(-odds))


# A rival farther away than this says no more.
_FARTHEST = 8.0


def match_weights(measured: Measures) -> tuple[MatchWeight, ...]:
    """Return the features that speak, the strongest first."""
    used = weights().of(measured.whole).features
    spoken = [
        MatchWeight(feature.__name__, value, round(value * weight, 3))
        for feature, value, weight in zip(FEATURES, measured.values, used, strict=True)
        if value and weight
    ]
    return tuple(sorted(spoken, key=lambda t: (-abs(t.weight), t.feature)))
