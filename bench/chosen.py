"""Lists of a chosen few, drawn from the two editions of the division codes, with the answer.

usage: python bench/chosen.py [towns|villages|north] [--draws 40] [--shares 0.02 0.6 0.02]

The real job: of a province's units 2 % are pilots, 60 % of those that the gold knows came through,
and 2 % of all others are results as well; every name is a whole path in one string. Each draw is a
pair of lists of one province. Other shares make lists of many that were chosen (0.6 0.65 0.3).
Printed: recall and precision of what is accepted, what is left to review, and the reliability of
the confidence.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from nbs import Row, gold, listed, reliability, table
from pilotdiff.matching import match
from pilotdiff.model import Units
from pilotdiff.outcomes import DEFAULT, PROPOSE


class Shares(NamedTuple):
    """How large a part of a province's units are pilots, of these came through, and of all others
    are results."""

    pilots: float
    kept: float
    others: float


FEW = Shares(0.02, 0.6, 0.02)
# A province gives so few units that its list must hold more than its share of them.
FEWEST = 40


@cache
def provinces(name: str) -> dict[str, tuple[list[Row], list[Row]]]:
    """Both editions by province."""
    found: dict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, year in enumerate((2016, 2021)):
        for row in table(f"{name}_{year}"):
            found[row["province"]][side].append(row)
    return dict(found)


def named(rows: list[Row]) -> Units:
    """The units of a list that gives ids and names alone."""
    return listed([{"id": row["id"], "name": row["name"]} for row in rows])


class Draw(NamedTuple):
    """A pair of lists of a chosen few, and the pilots whose successor stands in the results."""

    province: str
    pilots: Units
    results: Units
    kept: frozenset[str]


def draws(name: str, count: int, seed: int = 0, shares: Shares = FEW) -> Iterator[Draw]:
    """Give so many draws of each province."""
    known = gold(name)
    for province, (before, after) in sorted(provinces(name).items()):
        later = {row["id"]: row for row in after}
        for number in range(count):
            chance = random.Random(f"{name} {province} {number} {seed}")
            pilots = chance.sample(before, max(FEWEST, round(len(before) * shares.pilots)))
            kept = [
                row["id"]
                for row in pilots
                if known.result.get(row["id"]) in later and chance.random() < shares.kept
            ]
            successors = {known.result[pilot] for pilot in kept}
            follow = {known.result.get(row["id"]) for row in pilots}
            rest = [row for row in after if row["id"] not in follow]
            others = chance.sample(rest, max(FEWEST, round(len(rest) * shares.others)))
            results = [*(later[each] for each in sorted(successors)), *others]
            chance.shuffle(results)
            yield Draw(province, named(pilots), named(results), frozenset(kept))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("name", nargs="?", default="towns")
    parser.add_argument("--draws", type=int, default=40, help="draws of each province")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--shares", type=float, nargs=3, default=FEW, help="pilots, kept, others")
    parser.add_argument("--wrong", action="store_true", help="print what is wrong or missed")
    asked = parser.parse_args()
    known = gold(asked.name)
    verdicts: Counter[str] = Counter()
    judged: list[tuple[float, bool]] = []
    review = pilots = named = 0
    for draw in draws(asked.name, asked.draws, asked.seed, Shares(*asked.shares)):
        pilots += len(draw.pilots.units)
        named += sum(not known.change[pilot].startswith("renamed") for pilot in draw.kept)
        for pairing in match(draw.pilots, draw.results, record=False).pairings:
            if pairing.confidence < PROPOSE and not pairing.rivals:
                continue
            verdict = known.of(pairing).replace("disputed", "wrong")
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


if __name__ == "__main__":
    main()
