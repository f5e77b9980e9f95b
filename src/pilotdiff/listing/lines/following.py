"""What stands in a sequence from one place on, or up to one."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from pilotdiff.model import Line

_Value = TypeVar("_Value")


def following(values: Sequence[_Value], first: int, end: int | None = None) -> Iterator[_Value]:
    """Yield the values of a sequence from one place on, up to an end: `islice` goes through all
    that stand before, which is quadratic where every line of a long list is asked about.

    >>> "".join(following("清岗县白溪县", 3, 5))
    '白溪'
    """
    last = len(values) if end is None else min(end, len(values))
    return map(values.__getitem__, range(first, last))


def without_blank_end(rows: Sequence[Line]) -> list[Line]:
    """Return rows without those at their end that have no cells, as blank lines have none."""
    end = len(rows)
    while end and not rows[end - 1].cells:
        end -= 1
    return list(rows[:end])
