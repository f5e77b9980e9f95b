"""Pairings → what became of every unit: each stands in exactly one row."""

from pilotdiff.outcomes.judge import judge
from pilotdiff.outcomes.thresholds import ACCEPT, MARGIN, PROPOSE, Thresholds

__all__ = ["ACCEPT", "MARGIN", "PROPOSE", "Thresholds", "judge"]
