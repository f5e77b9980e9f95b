"""Learn the weights of matching from the two editions of the division codes.

usage: python bench/learn.py [--write]        (needs numpy)

What is learned is the column of whole lists, from all pairs that the gold judges:
  features    a logistic regression over the candidate pairs that the deterministic rules leave
  confidence  a second one over the pairings chosen among them: own score, and the lead over the
              best rival
A wrong pair counts twice in both: what is wrongly accepted costs more than what a person must see.
The column of a chosen few and the shares of the deterministic rules stay as they are in the
table; bench/chosen.py measures the former. Without --write the numbers are only printed.
"""

import argparse
import csv
import json
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path

import numpy as np

from chosen import table, truth
from pilotdiff.listing import outline
from pilotdiff.matching import contest, match_weights
from pilotdiff.matching.assign import assign
from pilotdiff.matching.features import FEATURES
from pilotdiff.matching.level_steps import prepare
from pilotdiff.matching.partitions import Partition, partitions
from pilotdiff.model import Pairing, Units
from pilotdiff.reading import read
from pilotdiff.units import resolve

TABLE = Path(match_weights.__file__).parent / "tables" / "weights.json"
NAMES = [feature.__name__ for feature in FEATURES]
RIDGE = 1.0
WRONG = 2.0
# What no edition of the codes can teach, set by hand: a category is weak evidence; a damaged name
# that fits, a former name in a remark, and one code for both names are as good as the same name.
# A village numbered anew hides that 一 and 二, or two surnames, mean two neighbours elsewhere.
SET = {
    "adrift": -2.3,
    "other_district": -4.5,
    "opposites": -4.0,
    "other_surname": -4.0,
    "same_category": 0.7,
    "other_category": -0.3,
    "damage": 8.0,
    "other_bytes": -6.0,
    "former_name": 6.0,
    "former_path": 3.0,
    "one_code": 6.0,
}


def logistic(x: np.ndarray, y: np.ndarray, ridge: float) -> np.ndarray:
    """Weights of a logistic regression by Newton's method; wrong pairs count WRONG times."""
    w = np.zeros(x.shape[1])
    worth = np.where(y == 1, 1.0, WRONG)
    for _ in range(80):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (worth * (y - p)) - ridge * w
        hessian = (x * (worth * p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(w))
        step = np.linalg.solve(hessian, gradient)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


def edition(name: str, year: int) -> Units:
    """The units of one edition, packed or not."""
    rows = table(f"{name}_{year}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return resolve(outline(read(str(path))))


class Material:
    """The candidate pairs of a province where its lists are whole, with the gold's verdicts."""

    def __init__(self, name: str, partition: Partition) -> None:
        prepared = prepare(partition.pilots, partition.results)
        known = truth(name)
        pairs = [prepared.comparison.pair(*edge) for edge in prepared.edges]
        kept = [at for at, pair in enumerate(pairs) if pair.whole]
        self.edges = [prepared.edges[at] for at in kept]
        self.x = np.array([match_weights.measures(pairs[at]).values for at in kept])
        verdicts = [
            known.verdict(
                Pairing(partition.pilots[a], partition.results[b], "features", 0.0, 0.0, "")
            )
            for a, b in self.edges
        ]
        self.known = np.array([verdict != "silent" for verdict in verdicts], dtype=bool)
        self.y = np.array([float(verdict == "right") for verdict in verdicts])


def materials() -> list[Material]:
    """All of the townships and villages, by province."""
    found = []
    for name in ("towns", "villages", "north"):
        work = partitions(edition(name, 2016).units, edition(name, 2021).units)
        found += [Material(name, part) for part in work if part.pilots[0].level.depth > 2]
    return [each for each in found if each.edges]


def chosen(material: Material, scores: np.ndarray) -> tuple[list[tuple[float, ...]], list[float]]:
    """Scores and leads of the pairings that the assignment would choose, with verdicts."""
    worth, at = {}, {}
    ends: dict[tuple[int, int], list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for number, (edge, own) in enumerate(zip(material.edges, scores, strict=True)):
        if own > contest.FLOOR:
            worth[edge], at[edge] = float(own), number
            ends[0, edge[0]].append((float(own), edge))
            ends[1, edge[1]].append((float(own), edge))
    rows: list[tuple[float, ...]] = []
    verdicts = []
    for edge in assign({edge: own - contest.FLOOR for edge, own in worth.items()}):
        if material.known[at[edge]]:
            claims = [*ends[0, edge[0]], *ends[1, edge[1]]]
            rival = max((own for own, other in claims if other != edge), default=contest.FLOOR)
            rows.append((1.0, worth[edge], max(-8.0, min(8.0, worth[edge] - rival))))
            verdicts.append(float(material.y[at[edge]]))
    return rows, verdicts


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    write = parser.parse_args().write
    found = materials()
    x = np.concatenate([each.x[each.known] for each in found])
    y = np.concatenate([each.y[each.known] for each in found])
    taught = np.array([name not in SET for name in NAMES])
    whole = np.array([SET.get(name, 0.0) for name in NAMES])
    whole[taught] = logistic(x[:, taught], y, RIDGE)
    rows: list[tuple[float, ...]] = []
    verdicts: list[float] = []
    for material in found:
        some, told = chosen(material, material.x @ whole)
        rows, verdicts = rows + some, verdicts + told
    learned = logistic(np.array(rows), np.array(verdicts), 0.01)
    old = json.loads(TABLE.read_text(encoding="utf-8"))
    parts = zip(("bias", "slope", "lead"), learned, strict=True)
    new = {
        "source": (
            "whole lists: bench/learn.py on townships (8 provinces) and villages (4 provinces) of "
            f"the statistical division codes 2016 and 2021: {len(y)} candidate pairs with a "
            f"verdict, {int(y.sum())} right; confidence on {len(verdicts)} pairings; "
            f"{', '.join(SET)} set by hand. Lists of a chosen few: learned on 2026-11-22 from "
            "the same, with what only whole lists teach set by hand"
        ),
        "learned": date.today().isoformat(),
        "features": {
            name: [round(float(weight), 4), old["features"].get(name, [0.0, 0.0])[1]]
            for name, weight in zip(NAMES, whole, strict=True)
        },
        "confidence": {
            name: [round(float(number), 4), old["confidence"][name][1]] for name, number in parts
        },
        "certain": old["certain"],
    }
    text = json.dumps(new, ensure_ascii=False, indent=1) + "\n"
    print(text)
    if write:
        TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
