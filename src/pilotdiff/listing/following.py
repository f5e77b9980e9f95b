"""What stands in a sequence from one place on."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

_Value = TypeVar("_Value")


def following(values: Sequence[_Value], first: int, end: int | None = None) -> Iterator[_Value]:
    """Yield the values of a sequence from one place on, up to an end: `islice` goes through all
    that stand before, which is quadratic where every line of a long list is asked about.

    >>> "".join(following("清岗县白溪县", 3, 5))
    '白溪'
    """
    last = len(values) if end is None else min(end, len(values))
    return map(values.__getitem__, range(first, last))
