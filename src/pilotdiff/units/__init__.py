"""Entries in their context → units: paths with their parents filled in."""

from pilotdiff.units.resolve import resolve

__all__ = ["resolve"]
