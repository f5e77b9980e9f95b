"""Where the gold contradicts the names: the pairings that a `renamed` row of the gold disputes.

usage: python bench/disputes.py [towns|villages|north] [--most N]

For each such pairing: are the two names the same, and do they stand in the same county; and does
the gold's own pair have a character in common? A precision by such a gold has a ceiling, which is
printed too: what a reader would reach who accepts nothing but the very same name in one county.
"""

import argparse
from collections import Counter

from nbs import Gold, edition, gold
from pilotdiff.matching import match
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.model import Pairing, Unit, Units
from pilotdiff.outcomes import DEFAULT


def stem(unit: Unit) -> str:
    """The compared stem of a unit."""
    return name_of(unit.level, unit.own).stem


def kind_of_dispute(pairing: Pairing, truth: Gold, pilots: Units, results: Units) -> str:
    """How the names stand in a disputed pairing."""
    same = "the same stem" if stem(pairing.pilot) == stem(pairing.result) else "another stem"
    by_id = {unit.id: unit for unit in pilots.units}, {unit.id: unit for unit in results.units}
    owner = truth.pilot.get(pairing.result.id)
    gold_pair = (
        (by_id[0][owner], pairing.result)
        if owner
        else (pairing.pilot, by_id[1][truth.result[pairing.pilot.id]])
    )
    common = set(stem(gold_pair[0])) & set(stem(gold_pair[1]))
    return f"{same}; the gold's own pair has {'some' if common else 'no'} character in common"


def ceiling(pilots: Units, results: Units, truth: Gold) -> tuple[int, int]:
    """Right and wrong, by the gold, of pairs of one stem that stands once in a county of each."""
    sides = []
    for units in (pilots, results):
        counted = Counter((u.path[:3], stem(u)) for u in units.units)
        sides.append({k: u for u in units.units if counted[k := (u.path[:3], stem(u))] == 1})
    verdicts = Counter(
        truth.of(Pairing(sides[0][key], sides[1][key], "", 1, 1, ""))
        for key in sides[0].keys() & sides[1].keys()
    )
    return verdicts["right"], verdicts["wrong"] + verdicts["disputed"]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "name", nargs="?", default="villages", choices=("towns", "villages", "north")
    )
    parser.add_argument("--most", type=int, default=10)
    options = parser.parse_args()
    pilots, results, truth = (
        edition(options.name, 2016),
        edition(options.name, 2021),
        gold(options.name),
    )
    pairings = match(pilots, results, record=False).pairings
    accepted = [p for p in pairings if DEFAULT.accepts(p)]
    disputed = [p for p in accepted if truth.of(p) == "disputed"]
    kinds = Counter(kind_of_dispute(p, truth, pilots, results) for p in disputed)
    print(f"{len(disputed)} of {len(accepted)} accepted pairings are disputed")
    for kind, count in kinds.most_common():
        print(f"{count:6}  {kind}")
    right, wrong = ceiling(pilots, results, truth)
    print(f"the same stem, once in a county of either edition: {right} right, {wrong} not,")
    print(f"precision {right / (right + wrong):.5f}")
    by_id = {unit.id: unit for unit in pilots.units}
    for pairing in disputed[:: max(1, len(disputed) // options.most)]:
        owner = by_id.get(truth.pilot.get(pairing.result.id, ""))
        claim = f"   the gold: {owner.name}" if owner else ""
        print(f"{pairing.pilot.name} → {pairing.result.name}{claim}")


if __name__ == "__main__":
    main()
