"""A verdict on file that is given again: who gave it first stays, and another person reads it."""

from dataclasses import replace

from pilotdiff.model import Decision, Second


def said_again(held: Decision, anew: Decision) -> Decision:
    """Return what the file holds when a verdict is given where it holds one already.

    The same verdict on the same entries stays the first person's, with its date and reason, and
    another person is its second reader. Anything else takes the place of what was held.
    """
    said = held.pilot, held.result, held.verdict
    read_otherwise = bool(held.digest) and held.digest != anew.digest
    if said != (anew.pilot, anew.result, anew.verdict) or read_otherwise or not held.by:
        return anew
    second = held.second if anew.by == held.by else Second(True, anew.by, anew.on)
    reason = both_reasons(held.reason, anew.reason)
    return replace(held, digest=anew.digest, second=second, reason=reason)


def reasoned(said: Decision, before: Decision | None, reason: str) -> Decision:
    """Return a verdict with a reason; where a second person gives it, behind that of the first, who
    gave the verdict `before`."""
    first = before.reason if before and said.second and before.by == said.by else ""
    return replace(said, reason=both_reasons(first, reason))


def both_reasons(one: str, other: str) -> str:
    """Return two texts, each once.

    >>> both_reasons("电话核实", "实地核实"), both_reasons("电话核实", "电话")
    ('电话核实；实地核实', '电话核实')
    """
    if other in one:
        return one
    return f"{one}；{other}" if one and one not in other else other
