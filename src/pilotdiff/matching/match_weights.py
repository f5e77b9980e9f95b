"""The learned numbers: what each feature weighs, how often a deterministic rule is right."""

import json
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from pilotdiff.matching.features import FEATURES, Pair
from pilotdiff.model import MatchWeight


class Weights(NamedTuple):
    """Numbers from tables/weights.json; bench/learn.py makes them and tells how.

    features  log odds per unit of each feature, in the order of FEATURES
    bias, slope, lead  confidence = σ(bias + slope · score + lead · (score − best rival's score))
    certain   the share of right pairings of each deterministic rule, at home and with a moved
              parent
    """

    features: tuple[float, ...]
    bias: float
    slope: float
    lead: float
    certain: dict[str, tuple[float, float]]


@cache
def weights() -> Weights:
    """Return the weights that ship with the package."""
    table = _table()
    return Weights(
        features=tuple(table["features"].get(f.__name__, 0.0) for f in FEATURES),
        bias=table["confidence"]["bias"],
        slope=table["confidence"]["slope"],
        lead=table["confidence"]["lead"],
        certain={rule: (at[0], at[1]) for rule, at in table["certain"].items()},
    )


def learned() -> str:
    """Return the ISO date on which they were learned."""
    return str(_table()["learned"])


def _table() -> dict[str, Any]:
    path = Path(__file__).parent / "tables" / "weights.json"
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return table


def measures(pair: Pair) -> tuple[float, ...]:
    """Return the value of each feature, in the order of FEATURES."""
    return tuple(feature(pair) for feature in FEATURES)


def score(values: tuple[float, ...]) -> float:
    """Return the log odds that a pair with these features is one unit, before its rivals are
    heard."""
    return sum(w * v for w, v in zip(weights().features, values, strict=True))


def confidence(own: float, rival: float) -> float:
    """Return the probability that a pairing of score `own` is right when its best rival scores
    `rival`."""
    table = weights()
    lead = max(-_FARTHEST, min(_FARTHEST, own - rival))
    odds = table.bias + table.slope * own + table.lead * lead
    return 1 / (1 + exp(-odds))


# A rival farther away than this says no more.
_FARTHEST = 8.0


def match_weights(values: tuple[float, ...]) -> tuple[MatchWeight, ...]:
    """Return the features that speak, the strongest first."""
    spoken = [
        MatchWeight(feature.__name__, value, round(value * weight, 3))
        for feature, value, weight in zip(FEATURES, values, weights().features, strict=True)
        if value and weight
    ]
    return tuple(sorted(spoken, key=lambda t: (-abs(t.weight), t.feature)))
