"""The two editions of the division codes with their gold, for whoever measures matching."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pilotdiff.listing import outline
from pilotdiff.model import Pairing, Units
from pilotdiff.reading import read
from pilotdiff.units import resolve

SHARED = Path(__file__).resolve().parents[2] / "shared"


@dataclass(frozen=True)
class Gold:
    """Which pilot became which result, by id, and what changed.

    Rows marked `renamed` share nothing but a code; where such a row gives a result to one pilot
    and the very name to another, the codes were dealt out anew: such pairings are `disputed`.
    """

    result: dict[str, str]
    change: dict[str, str]
    pilot: dict[str, str]

    def verdict(self, pairing: Pairing) -> str:
        """right, wrong, disputed (against a `renamed` row) or silent (the gold knows neither)."""
        ours, theirs = pairing.pilot.id, pairing.result.id
        if self.result.get(ours) == theirs:
            return "right"
        rows = [row for row in (ours, self.pilot.get(theirs)) if row in self.result]
        if not rows:
            return "silent"
        renamed = any(self.change[row or ""].startswith("renamed") for row in rows)
        return "disputed" if renamed else "wrong"


def gold(name: str) -> Gold:
    """The gold of `towns` or `villages`."""
    with (SHARED / "nbs" / f"{name}_gold.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    result = {row["pilot_id"]: row["result_id"] for row in rows}
    change = {row["pilot_id"]: row["change"] for row in rows}
    return Gold(result, change, {theirs: ours for ours, theirs in result.items()})


def edition(name: str, year: int) -> Units:
    """The units of one edition."""
    return resolve(outline(read(str(SHARED / "nbs" / f"{name}_{year}.csv"))))


def measures(pairings: list[Pairing], truth: Gold) -> dict[str, float]:
    """Recall, recall of the changed ones (all but `same` and `renamed`), and two precisions.

    precision   as the gold says
    undisputed  the same without the disputed pairings
    """
    verdicts = Counter(truth.verdict(pairing) for pairing in pairings)
    found = Counter(
        truth.change[p.pilot.id] for p in pairings if truth.result.get(p.pilot.id) == p.result.id
    )
    total = Counter(truth.change.values())
    named = [kind for kind in total if kind != "same" and not kind.startswith("renamed")]
    right, wrong, disputed = verdicts["right"], verdicts["wrong"], verdicts["disputed"]
    return {
        "recall": right / len(truth.result),
        "changed": sum(found[k] for k in named) / sum(total[k] for k in named),
        "precision": right / (right + wrong + disputed),
        "undisputed": right / (right + wrong),
        "disputed": disputed,
        "wrong": wrong,
    }
