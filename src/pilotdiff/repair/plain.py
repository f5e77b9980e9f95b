"""Repairs that put one character in the place of one: width and script."""

from pilotdiff.model import Repair
from pilotdiff.repair.script import script_step, to_simplified
from pilotdiff.repair.width import plain_width


def plain_characters(text: str, *, script: bool) -> str:
    """Return a text with its characters of odd width plain, in simplified `script` too; its length
    never changes."""
    plain = plain_width(text).text
    return to_simplified(plain) if script else plain


def plain_steps(raw: str, plain: str) -> tuple[Repair, ...]:
    """Return the repairs that lead from a text as written to the same in plain characters."""
    width = plain_width(raw)
    return (*width.repairs, *script_step(width.text, plain).repairs)
