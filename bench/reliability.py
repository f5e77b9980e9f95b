"""Reliability: of the pairings in each band of confidence, how many are right.

usage: python bench/reliability.py [towns|villages]

Twice: by the gold as it is, and without the pairings that a `renamed` row disputes (see nbs.Gold).
"""

import sys
from itertools import pairwise

from nbs import edition, gold
from pilotdiff.matching import match

BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else "villages"
    truth = gold(name)
    judged = [
        (pairing.confidence, truth.verdict(pairing))
        for pairing in match(edition(name, 2016), edition(name, 2021)).pairings
    ]
    print("| confidence | mean | pairings | right | right, undisputed |\n|---|---|---|---|---|")
    for low, high in pairwise(BANDS):
        band = [(c, v) for c, v in judged if low <= c < high and v != "silent"]
        right = sum(v == "right" for _, v in band)
        disputed = sum(v == "disputed" for _, v in band)
        if not band or len(band) == disputed:
            continue
        mean = sum(c for c, _ in band) / len(band)
        shares = right / len(band), right / (len(band) - disputed)
        print(
            f"| {low:.2f} – {min(high, 1):.2f} | {mean:.4f} | {len(band)} | {shares[0]:.4f} |"
            f" {shares[1]:.4f} |"
        )


if __name__ == "__main__":
    main()
