"""Every code there is, and how a finding takes its severity from it."""

from pilotdiff.checks.between.codes_between import BETWEEN
from pilotdiff.checks.code import Code
from pilotdiff.checks.within.codes_within import WITHIN
from pilotdiff.model import Filed, Finding, Message

__all__ = ["CODES", "Code", "found"]

CODES: dict[str, Code] = {each.code: each for each in (*WITHIN, *BETWEEN)}


def found(
    code: str,
    filed: Filed,
    line: int,
    message: Message,
    figures: tuple[tuple[str, float], ...] = (),
    other: tuple[str, int] = ("", 0),
) -> Finding:
    """Return a finding of that code in that document, as grave as the code is."""
    return Finding(code, CODES[code].severity, filed.source.id, line, message, figures, other)
