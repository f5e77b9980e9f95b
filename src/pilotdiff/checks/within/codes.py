"""The codes of what one document shows by itself."""

from pilotdiff.checks.code import Code

WITHIN: tuple[Code, ...] = ()
