"""Characters that look alike in print: a recogniser may be sure of the wrong one.

A renaming of a scanned list that lies in nothing else is for a person: the paper must be looked at.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from pilotdiff.model import Change, Outcome, Row, msg
from pilotdiff.repair import fold
from pilotdiff.word_tables import word_lines


def looked_at(row: Row) -> Row:
    """Return a row of a scanned list; one renamed by look-alikes of print alone is for review.

    A change of kind or place in the same row stays one: only what differs in the names counts.
    """
    pilot, result = row.pilot, row.result
    if row.outcome is not Outcome.RENAMED or row.decision or pilot is None or result is None:
        return row
    if Change.KIND in row.changes:
        return row
    met = [_met(fold(a), fold(b)) for a, b in zip(pilot.path, result.path, strict=True) if a and b]
    if None in met or not any(met):
        return row
    said = "、".join(dict.fromkeys(pair for found in met if found for pair in found))
    reason = msg(
        "{pairs} look alike in print: look at the paper; {reason}", pairs=said, reason=row.reason
    )
    return row._replace(outcome=Outcome.REVIEW, reason=reason)


def _met(one: str, other: str) -> list[str] | None:
    """Return the look-alikes in which two names differ, None where they differ in more."""
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or not all(look_alike_in_print(a, b) for a, b in pairs):
        return None
    return [f"{a}/{b}" for a, b in pairs]


def look_alike_in_print(one: str, other: str) -> bool:
    """Tell whether a recogniser takes one character for the other in print.

    >>> look_alike_in_print("凤", "风"), look_alike_in_print("凤", "龙")
    (True, False)
    """
    return other in _alike().get(one, ())


@cache
def _alike() -> dict[str, set[str]]:
    """Return each character with those that look like it."""
    alike: dict[str, set[str]] = defaultdict(set)
    for line in word_lines(Path(__file__).with_name("print_lookalikes.txt")):
        for each in line:
            alike[each].update(line.replace(each, ""))
    return dict(alike)
