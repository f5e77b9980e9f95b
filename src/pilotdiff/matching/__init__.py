"""Two lists of units → pairings, each with its evidence, confidence, runner-up and margin."""

from pilotdiff.matching.pairing import Matching, match

__all__ = ["Matching", "match"]
