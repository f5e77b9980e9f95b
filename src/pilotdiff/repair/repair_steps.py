"""What every repair step returns, and the two helpers all of them build it with."""

from collections.abc import Iterable
from typing import NamedTuple

from pilotdiff.model import Repair, RepairKind, Said, Wildcard


class RepairStep(NamedTuple):
    """A text after one step, the repairs of that step in order, and the wildcards it left."""

    text: str
    repairs: tuple[Repair, ...] = ()
    wildcards: tuple[Wildcard, ...] = ()


class Replacement(NamedTuple):
    """One replacement, its span counted in the text before the step."""

    start: int
    end: int
    after: str
    why: Said


def carried_out(
    kind: RepairKind, text: str, edits: Iterable[Replacement]
) -> tuple[str, tuple[Repair, ...]]:
    """Carry out edits that stand in order and do not overlap."""
    repairs: list[Repair] = []
    shift = 0
    for edit in edits:
        start, end = edit.start + shift, edit.end + shift
        repairs.append(Repair(kind, start, end, text[start:end], edit.after, edit.why))
        text = text[:start] + edit.after + text[end:]
        shift += len(edit.after) - (end - start)
    return text, tuple(repairs)
