"""Learn the weights of matching from the two editions of the division codes.

usage: python bench/learn.py [--write]        (needs numpy)

Three things are learned, all from pairs that the gold knows. A pair that a `renamed` row of the
gold disputes counts as wrong, unless the stems are the same or sound the same: it is left out.
  features    a logistic regression over the candidate pairs that the deterministic rules leave
  confidence  a second one over the pairings chosen among them: own score, and the lead over the
              best rival; fitted on scores that the first gave to provinces it had not seen
  certain     the share of right pairings of each deterministic rule, at home and with a moved
              parent
Without --write the numbers are printed beside those in force.
"""

import argparse
import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import numpy as np

from nbs import edition, gold
from pilotdiff.matching import contest, match_weights
from pilotdiff.matching.assign import assign
from pilotdiff.matching.features import FEATURES
from pilotdiff.matching.level_steps import prepare
from pilotdiff.matching.sounds import sound_key
from pilotdiff.model import Pairing

TABLE = Path(match_weights.__file__).parent / "tables" / "weights.json"
NAMES = [feature.__name__ for feature in FEATURES]
RIDGE = 1.0
FOLDS = 4
# What no edition of the codes can teach, set by hand: a category is weak evidence; a damaged name
# that fits, a former name in a remark, and one code for both names are as good as the same name.
# The codes are whole lists, where a namesake far away is the unit that moved; in lists of a chosen
# few it is another one. There, too, a village numbered anew hides that 一 and 二 mean two
# neighbours everywhere else.
SET = {
    "adrift": -2.3,
    "other_district": -4.5,
    "opposites": -4.0,
    "same_category": 0.7,
    "other_category": -0.3,
    "damage": 8.0,
    "other_bytes": -6.0,
    "former_name": 6.0,
    "former_path": 3.0,
    "one_code": 6.0,
}


def logistic(x: np.ndarray, y: np.ndarray, ridge: float) -> np.ndarray:
    """Weights of a logistic regression by Newton's method."""
    w: np.ndarray = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - ridge * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(w))
        step = np.linalg.solve(hessian, gradient)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


class Material:
    """The candidate pairs of one pair of lists, with features, verdicts and counties."""

    def __init__(self, name: str) -> None:
        self.truth = gold(name)
        pilots, results = edition(name, 2016), edition(name, 2021)
        self.prepared = prepare(pilots.units, results.units)
        pairs = [self.prepared.comparison.pair(*edge) for edge in self.prepared.edges]
        self.x = np.array([match_weights.measures(pair) for pair in pairs])
        verdicts = [self.verdict(edge) for edge in self.prepared.edges]
        self.known = np.array([v in ("right", "wrong") for v in verdicts])
        self.y = np.array([float(v == "right") for v in verdicts])
        self.fold = np.array([self.county(edge[0]) % FOLDS for edge in self.prepared.edges])

    def verdict(self, edge: tuple[int, int]) -> str:
        ours, theirs = self.prepared.pilots.units[edge[0]], self.prepared.results.units[edge[1]]
        found = self.truth.verdict(
            Pairing(ours, theirs, "features", 0.0, 0.0, "")  # only the units matter
        )
        names = self.prepared.pilots.names[edge[0]], self.prepared.results.names[edge[1]]
        if found != "disputed" or sound_key(names[0].stem) == sound_key(names[1].stem):
            return found
        return "wrong"

    def county(self, number: int) -> int:
        place = self.prepared.pilots.places[number][:3]
        return sum(ord(character) for part in place for character in part)


def chosen(material: Material, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scores and rivals' scores of the pairings that the assignment would choose, with verdicts."""
    worth = {
        edge: float(own)
        for edge, own in zip(material.prepared.edges, scores, strict=True)
        if own > contest.FLOOR
    }
    ends: dict[tuple[str, int], list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for edge, own in worth.items():
        ends["pilot", edge[0]].append((own, edge))
        ends["result", edge[1]].append((own, edge))
    rows, verdicts = [], []
    for edge in assign({edge: own - contest.FLOOR for edge, own in worth.items()}):
        verdict = material.verdict(edge)
        if verdict not in ("right", "wrong"):
            continue
        rivals = [
            own
            for end in (("pilot", edge[0]), ("result", edge[1]))
            for own, other in ends[end]
            if other != edge
        ]
        lead = worth[edge] - max(rivals, default=contest.FLOOR)
        rows.append((1.0, worth[edge], max(-8.0, min(8.0, lead))))
        verdicts.append(float(verdict == "right"))
    return np.array(rows), np.array(verdicts)


def certain(materials: list[Material]) -> dict[str, list[float]]:
    """How often each deterministic rule is right, at home and with a moved parent.

    A step seen seldom is drawn towards all steps together (ten pairings' weight).
    """
    counts: Counter[tuple[str, bool, str]] = Counter()
    for material in materials:
        for ours, theirs, rule in material.prepared.certain:
            pilots, results = material.prepared.pilots, material.prepared.results
            moved = pilots.places[ours] != results.places[theirs]
            counts[rule, moved, material.verdict((ours, theirs))] += 1
            counts["all", moved, material.verdict((ours, theirs))] += 1

    def share(rule: str, moved: bool, prior: float, strength: float) -> float:
        right, wrong = counts[rule, moved, "right"], counts[rule, moved, "wrong"]
        return round((right + prior * strength) / (right + wrong + strength), 5)

    return {
        rule: [share(rule, moved, share("all", moved, 0.5, 2), 10) for moved in (False, True)]
        for rule in ("exact", "wording", "stem", "glued")
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    write = parser.parse_args().write
    materials = [Material("towns"), Material("villages")]
    x = np.concatenate([m.x[m.known] for m in materials])
    y = np.concatenate([m.y[m.known] for m in materials])
    folds = np.concatenate([m.fold[m.known] for m in materials])
    taught = np.array([name not in SET for name in NAMES])
    whole = logistic(x[:, taught], y, RIDGE)
    held_out = [np.zeros(len(m.fold)) for m in materials]
    for fold in range(FOLDS):
        part = logistic(x[folds != fold][:, taught], y[folds != fold], RIDGE)
        for material, scores in zip(materials, held_out, strict=True):
            scores[material.fold == fold] = material.x[material.fold == fold][:, taught] @ part
    rows, verdicts = zip(
        *(chosen(m, s) for m, s in zip(materials, held_out, strict=True)), strict=True
    )
    bias, slope, lead = logistic(np.concatenate(rows), np.concatenate(verdicts), 0.01)
    learned = dict(zip([n for n in NAMES if n not in SET], whole, strict=True)) | SET
    table = {
        "source": (
            "bench/learn.py on townships (8 provinces) and villages (3 provinces) of the "
            f"statistical division codes 2016 and 2021: {len(y)} candidate pairs with a verdict, "
            f"{int(y.sum())} right; confidence on {len(np.concatenate(verdicts))} pairings of "
            f"counties held out; {', '.join(SET)} set by hand"
        ),
        "learned": date.today().isoformat(),
        "features": {name: round(float(learned[name]), 4) for name in NAMES},
        "confidence": {
            "bias": round(float(bias), 4),
            "slope": round(float(slope), 4),
            "lead": round(float(lead), 4),
        },
        "certain": certain(materials),
    }
    text = json.dumps(table, ensure_ascii=False, indent=1) + "\n"
    print(text)
    if write:
        TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
