"""What stands in a sequence from one place on."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Value = TypeVar("Value")


def following(values: Sequence[Value], first: int, end: int | None = None) -> Iterator[Value]:
    """Yield the values of a sequence from one place on, up to an end: `islice` goes through all
    that stand before, which is quadratic where every line of a long list is asked about.

    >>> "".join(following("清岗县白溪县", 3, 5))
    '白溪'
    """
    last = len(values) if end is None else min(end, len(values))
    return map(values.__getitem__, range(first, last))
