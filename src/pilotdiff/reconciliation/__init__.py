"""The decided answer: what became of the units of two lists, with the verdicts of persons."""

from pilotdiff.reconciliation.reconciler import NO_BOOK, Reconciler

__all__ = ["NO_BOOK", "Reconciler"]
