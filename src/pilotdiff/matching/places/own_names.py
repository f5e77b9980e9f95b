"""Parents that were filled from the other list, under the names that a list itself gives them.

Where one list says 清河县 and the other 清河市, a town without its county is filled with the one's
name: it would be the only unit of a county that the other list calls otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pilotdiff.matching.names.name_keys import place_stem
from pilotdiff.model import Level
from pilotdiff.names import gazetteer

# As `matched_places.Place`, which is made of these.
_Parents = tuple[str, ...]


def as_called(stated: Sequence[_Parents], filled: Sequence[_Parents]) -> list[_Parents]:
    """Return the filled places, each part that the list left out as the list calls its only one of
    that stem there, if it has none of that very name.

    >>> stated = [("四川", "德阳市", "清河市"), ("四川", "德阳市", "")]
    >>> as_called(stated, [stated[0], ("四川", "德阳市", "清河县")])[1]
    ('四川', '德阳市', '清河市')
    """
    if stated == filled:
        return list(filled)
    called = _called(stated)
    memo: dict[tuple[_Parents, _Parents], _Parents] = {}
    found = []
    for written, place in zip(stated, filled, strict=True):
        if written == place:
            found.append(place)
            continue
        named = memo.get((written, place))
        if named is None:
            named = memo[written, place] = _named(written, place, called)
        found.append(named)
    return found


# What a list has below a place: the parts of each stem.
_Called = dict[tuple[_Parents, str], set[str]]


def _called(places: Iterable[_Parents]) -> _Called:
    """Return the parts that a list states below each place, by their stems."""
    found: _Called = defaultdict(set)
    for place in set(places):
        for depth, part in enumerate(place):
            if part and all(place[:depth]):
                found[place[:depth], place_stem(depth, part)].add(part)
    return found


def _named(written: _Parents, place: _Parents, called: _Called) -> _Parents:
    named: _Parents = ()
    for depth, part in enumerate(place):
        there = called.get((named, place_stem(depth, part)), set()) if part else set()
        if not written[depth] and len(there) == 1 and part not in there:
            (own,) = there
            are_two = depth == Level.COUNTY.depth and gazetteer.are_two_counties(part, own)
            part = part if are_two else own
        named = (*named, part)
    return named
