"""Quality of matching on whole lists, and its reliability: how many are right of each band.

usage: python bench/reliability.py [towns|villages|north]

By names alone: no ids, no record, and without the gold's rows that are marked as no identity.
"""

import sys

from nbs import edition, gold, ids, measures, reliability
from pilotdiff.matching import match
from pilotdiff.outcomes import DEFAULT, PROPOSE


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else "villages"
    truth = gold(name)
    pilots = edition(name, 2016)
    pairings = match(pilots, edition(name, 2021), record=False).pairings
    told = [each for each in pairings if each.confidence >= PROPOSE or each.rivals]
    accepted = [each for each in told if DEFAULT.accepts(each)]
    found = measures(ids(accepted), truth)
    left = len(told) - len(accepted)
    print(
        f"{name}: recall {found['recall']:.4f}, of the changed {found['changed']:.4f}, precision "
        f"{found['precision']:.5f} ({found['wrong'] + found['disputed']} wrong, "
        f"{found['disputed']} of them against rows whose names share nothing), to review "
        f"{left / len(pilots.units):.4f} of {len(pilots.units)} pilots"
    )
    judged = [(each.confidence, truth.of(each)) for each in told]
    reliability([(sure, verdict == "right") for sure, verdict in judged if verdict != "silent"])


if __name__ == "__main__":
    main()
