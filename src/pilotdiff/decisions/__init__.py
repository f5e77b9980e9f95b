"""People's verdicts: a file of them, and what they say of two lists."""

from pilotdiff.decisions.apply import Applied, Stale, Why, apply
from pilotdiff.decisions.file import exchange, load, refuse_decisions
from pilotdiff.decisions.table import Book, FiledDecision

__all__ = [
    "Applied",
    "Book",
    "FiledDecision",
    "Stale",
    "Why",
    "apply",
    "exchange",
    "load",
    "refuse_decisions",
]
