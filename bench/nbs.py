"""The two editions of the division codes with their gold, for whoever measures matching."""

import csv
import gzip
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from pilotdiff.listing import outline
from pilotdiff.model import Pairing, Units
from pilotdiff.reading import read_document
from pilotdiff.units import resolve

SHARED = Path(__file__).resolve().parents[2] / "shared"
BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)

Row = dict[str, str]


def table(name: str) -> list[Row]:
    """The rows of a table of shared/nbs, packed or not, in which no id is a code any more.

    The gold was made of the codes: what is measured may not read them.
    """
    path = SHARED / "nbs" / f"{name}.csv"
    if path.exists():
        text = path.read_text("utf-8-sig")
    else:
        text = gzip.decompress(path.with_suffix(".csv.gz").read_bytes()).decode("utf-8-sig")
    return [_blind(row) for row in csv.DictReader(text.splitlines())]


def _blind(row: Row) -> Row:
    return {head: f"n{cell}" if head.endswith("id") else cell for head, cell in row.items()}


@dataclass(frozen=True)
class Gold:
    """Which pilot became which result, by id, and what changed, without the rows marked as none.

    Rows marked `renamed` share nothing but a code; where such a row gives a result to one pilot
    and the very name to another, the codes were dealt out anew: such pairings are `disputed`.
    """

    result: dict[str, str]
    change: dict[str, str]
    pilot: dict[str, str]
    marked: frozenset[tuple[str, str]]

    def verdict(self, ours: str, theirs: str) -> str:
        """right, wrong, disputed (against a `renamed` row) or silent (the gold knows neither)."""
        if self.result.get(ours) == theirs:
            return "right"
        if ("pilot", ours) in self.marked or ("result", theirs) in self.marked:
            return "silent"
        rows = [row for row in (ours, self.pilot.get(theirs)) if row in self.result]
        if not rows:
            return "silent"
        renamed = any(self.change[row or ""].startswith("renamed") for row in rows)
        return "disputed" if renamed else "wrong"

    def of(self, pairing: Pairing) -> str:
        """The verdict on a pairing."""
        return self.verdict(pairing.pilot.id, pairing.result.id)


@cache
def gold(name: str) -> Gold:
    """The gold of `towns`, `villages` or `north`."""
    rows = table(f"{name}_gold")
    sure = [row for row in rows if not row["noise"]]
    result = {row["pilot_id"]: row["result_id"] for row in sure}
    change = {row["pilot_id"]: row["change"] for row in sure}
    marked = {(side, row[f"{side}_id"]) for row in rows if row["noise"] for side in SIDES}
    return Gold(
        result, change, {theirs: ours for ours, theirs in result.items()}, frozenset(marked)
    )


SIDES = ("pilot", "result")


def edition(name: str, year: int) -> Units:
    """The units of one edition."""
    return listed(table(f"{name}_{year}"))


def write(path: Path, rows: Sequence[Row]) -> None:
    """Write rows as a CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def listed(rows: Sequence[Row]) -> Units:
    """The units of a list with these rows, read as a CSV."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        write(path, rows)
        return resolve(outline(read_document(str(path))))


def ids(pairings: Iterable[Pairing]) -> Iterable[tuple[str, str]]:
    """The ids of the two units of each pairing."""
    return ((pairing.pilot.id, pairing.result.id) for pairing in pairings)


def measures(pairs: Iterable[tuple[str, str]], truth: Gold) -> dict[str, float]:
    """Recall without the `renamed`, recall of the changed ones among these, and two precisions.

    precision   as the gold says
    undisputed  the same without the disputed pairings
    """
    verdicts: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for ours, theirs in pairs:
        verdict = truth.verdict(ours, theirs)
        verdicts[verdict] += 1
        if verdict == "right":
            found[truth.change[ours]] += 1
    total = Counter(truth.change.values())
    named = [kind for kind in total if not kind.startswith("renamed")]
    changed = [kind for kind in named if kind != "same"]
    right, wrong, disputed = verdicts["right"], verdicts["wrong"], verdicts["disputed"]
    return {
        "recall": sum(found[k] for k in named) / sum(total[k] for k in named),
        "changed": sum(found[k] for k in changed) / sum(total[k] for k in changed),
        "precision": right / (right + wrong + disputed),
        "undisputed": right / (right + wrong),
        "disputed": disputed,
        "wrong": wrong,
    }


def reliability(judged: Sequence[tuple[float, bool]]) -> None:
    """Print, for each band of confidence, how many pairings are right."""
    print("| confidence | mean | pairings | right |\n|---|---|---|---|")
    for low, high in pairwise(BANDS):
        band = [each for each in judged if low <= each[0] < high]
        if band:
            mean = sum(sure for sure, _ in band) / len(band)
            right = sum(ok for _, ok in band) / len(band)
            print(f"| {low:.2f} – {min(high, 1):.2f} | {mean:.4f} | {len(band)} | {right:.4f} |")
