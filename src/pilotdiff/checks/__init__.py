"""Findings: what a list says against itself, and what documents say of each other."""

from pilotdiff.checks.finding_codes import CODES, Code
from pilotdiff.checks.run import check

__all__ = ["CODES", "Code", "check"]
