"""How right the answer is: pairings against a gold file."""

from pilotdiff.evaluation.gold import Gold, gold
from pilotdiff.evaluation.measure import Evaluation, measured
from pilotdiff.evaluation.truth import Truth, link

__all__ = ["Evaluation", "Gold", "Truth", "gold", "link", "measured"]
