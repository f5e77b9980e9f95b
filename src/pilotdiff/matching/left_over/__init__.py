"""Pairings of units that the comparison by level leaves over, one module a reason."""
