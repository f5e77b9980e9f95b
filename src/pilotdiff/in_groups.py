"""Things by what they have in common."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

_Thing = TypeVar("_Thing")
_Shared = TypeVar("_Shared", bound=Hashable)


def in_groups(
    things: Iterable[_Thing], shared: Callable[[_Thing], _Shared]
) -> dict[_Shared, list[_Thing]]:
    """Return things by what each shares with others, in the order in which they come.

    >>> in_groups(["东岭村", "白溪镇", "西岭村"], lambda name: name[-1])
    {'村': ['东岭村', '西岭村'], '镇': ['白溪镇']}
    """
    groups: dict[_Shared, list[_Thing]] = {}
    for thing in things:
        groups.setdefault(shared(thing), []).append(thing)
    return groups
