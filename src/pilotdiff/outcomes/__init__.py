"""Pairings → what became of every unit: each stands in exactly one row."""

from pilotdiff.outcomes.judge import judge
from pilotdiff.outcomes.recorded_names import whole_rows, whole_units
from pilotdiff.outcomes.thresholds import ACCEPT, ACCEPT_FEW, DEFAULT, MARGIN, PROPOSE, Thresholds

__all__ = [
    "ACCEPT",
    "ACCEPT_FEW",
    "DEFAULT",
    "MARGIN",
    "PROPOSE",
    "Thresholds",
    "judge",
    "whole_rows",
    "whole_units",
]
