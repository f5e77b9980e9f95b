"""The codes of what documents say of each other."""

from pilotdiff.checks.code import Code

BETWEEN: tuple[Code, ...] = ()
