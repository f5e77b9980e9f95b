"""Lists of a chosen few, drawn from the two editions of the division codes, with the answer.

usage: python bench/chosen.py [towns|villages|north] [--draws 40]

The real job: of a province's units 2 % are pilots, 60 % of those that the gold knows came through,
and 2 % of all others are results as well; every name is a whole path in one string. Each draw is a
pair of lists of one province. Printed: recall and precision of what is accepted, what is left to
review, and the reliability of the confidence.
"""

import argparse
import csv
import gzip
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from nbs import SHARED
from pilotdiff.listing import outline
from pilotdiff.matching import match
from pilotdiff.model import Pairing, Units
from pilotdiff.outcomes import DEFAULT, PROPOSE
from pilotdiff.reading import read
from pilotdiff.units import resolve

PILOTS, KEPT, OTHERS = 0.02, 0.6, 0.02
# A province gives so few units that its list must hold more than its share of them.
FEWEST = 40
BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)

Row = dict[str, str]


class Truth(NamedTuple):
    """What the gold knows: results by pilots, the pilots and results it judges, what changed."""

    result: dict[str, str]
    back: dict[str, str]
    change: dict[str, str]
    doubtful: frozenset[str]

    def verdict(self, pairing: Pairing) -> str:
        """Return right, wrong or silent."""
        ours, theirs = pairing.pilot.id, pairing.result.id
        if self.result.get(ours) == theirs:
            return "right"
        if f"p{ours}" in self.doubtful or f"r{theirs}" in self.doubtful:
            return "silent"
        return "wrong" if ours in self.result or theirs in self.back else "silent"


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


@cache
def truth(name: str) -> Truth:
    """The gold without its rows that are no identity."""
    rows = table(f"{name}_gold")
    sure = [row for row in rows if not row["noise"]]
    noise = {f"p{row['pilot_id']}" for row in rows if row["noise"]}
    noise |= {f"r{row['result_id']}" for row in rows if row["noise"]}
    result = {row["pilot_id"]: row["result_id"] for row in sure}
    change = {row["pilot_id"]: row["change"] for row in sure}
    return Truth(result, {r: p for p, r in result.items()}, change, frozenset(noise))


@cache
def provinces(name: str) -> dict[str, tuple[list[Row], list[Row]]]:
    """Both editions by province."""
    found: dict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, year in enumerate((2016, 2021)):
        for row in table(f"{name}_{year}"):
            found[row["province"]][side].append(row)
    return dict(found)


def units(rows: list[Row]) -> Units:
    """The units of a list that gives ids and names alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [("id", "name"), *((row["id"], row["name"]) for row in rows)]
            )
        return resolve(outline(read(str(path))))


class Draw(NamedTuple):
    """A pair of lists of a chosen few, and the pilots whose successor stands in the results."""

    province: str
    pilots: Units
    results: Units
    kept: frozenset[str]


def draws(name: str, count: int, seed: int = 0) -> Iterator[Draw]:
    """Give so many draws of each province."""
    known = truth(name)
    for province, (before, after) in sorted(provinces(name).items()):
        later = {row["id"]: row for row in after}
        for number in range(count):
            chance = random.Random(f"{name} {province} {number} {seed}")
            pilots = chance.sample(before, max(FEWEST, round(len(before) * PILOTS)))
            kept = [
                row["id"]
                for row in pilots
                if known.result.get(row["id"]) in later and chance.random() < KEPT
            ]
            successors = {known.result[pilot] for pilot in kept}
            follow = {known.result.get(row["id"]) for row in pilots}
            rest = [row for row in after if row["id"] not in follow]
            others = chance.sample(rest, max(FEWEST, round(len(rest) * OTHERS)))
            results = [*(later[each] for each in sorted(successors)), *others]
            chance.shuffle(results)
            yield Draw(province, units(pilots), units(results), frozenset(kept))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("name", nargs="?", default="towns")
    parser.add_argument("--draws", type=int, default=40, help="draws of each province")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--wrong", action="store_true", help="print what is wrong or missed")
    asked = parser.parse_args()
    known = truth(asked.name)
    verdicts: Counter[str] = Counter()
    judged: list[tuple[float, bool]] = []
    review = pilots = named = 0
    for draw in draws(asked.name, asked.draws, asked.seed):
        pilots += len(draw.pilots.units)
        named += sum(not known.change[pilot].startswith("renamed") for pilot in draw.kept)
        for pairing in match(draw.pilots, draw.results, record=False).pairings:
            if pairing.confidence < PROPOSE and not pairing.rivals:
                continue
            verdict = known.verdict(pairing)
            accepted = DEFAULT.accepts(pairing)
            if not accepted:
                review += 1
            else:
                verdicts[verdict] += 1
                if verdict == "right" and known.change[pairing.pilot.id].startswith("renamed"):
                    verdicts["renamed"] += 1
            if verdict != "silent":
                judged.append((pairing.confidence, verdict == "right"))
            if asked.wrong and (verdict == "wrong") == accepted and verdict != "silent":
                print(
                    verdict,
                    round(pairing.confidence, 3),
                    round(pairing.margin, 3),
                    pairing.rule,
                    pairing.pilot.name,
                    pairing.result.name,
                    sep="\t",
                )
    right = verdicts["right"]
    print(
        f"{asked.name}: recall {(right - verdicts['renamed']) / named:.4f}, precision "
        f"{right / (right + verdicts['wrong']):.5f} ({verdicts['wrong']} wrong of "
        f"{right + verdicts['wrong']}), to review {review / pilots:.4f} of {pilots} pilots"
    )
    reliability(judged)


def reliability(judged: list[tuple[float, bool]]) -> None:
    """Print, for each band of confidence, how many pairings are right."""
    print("| confidence | mean | pairings | right |\n|---|---|---|---|")
    for low, high in pairwise(BANDS):
        band = [each for each in judged if low <= each[0] < high]
        if band:
            mean = sum(sure for sure, _ in band) / len(band)
            right = sum(ok for _, ok in band) / len(band)
            print(f"| {low:.2f} – {min(high, 1):.2f} | {mean:.4f} | {len(band)} | {right:.4f} |")


if __name__ == "__main__":
    main()
