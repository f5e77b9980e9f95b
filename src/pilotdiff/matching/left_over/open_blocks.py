"""Candidates of units whose town a list leaves out: what bears a near name in their county.

A place whose last part is unknown may be any place of the parent that is known.
"""

from collections.abc import Iterator, Sequence

from pilotdiff.matching.assign import Edge
from pilotdiff.matching.names.near_names import NearNames
from pilotdiff.matching.places.align import Alignment
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.matching.sides import Side
from pilotdiff.model import Level
from pilotdiff.names import gazetteer


def is_open(place: Place) -> bool:
    """Tell whether a place's last part is unknown, and the one above it is not.

    >>> is_open(("四川", "乐山市", "市中区", "")), is_open(("四川", "乐山市", "", ""))
    (True, False)
    """
    return len(place) > 1 and not place[-1] and bool(place[-2])


def is_told(place: Place) -> bool:
    """Tell whether so much is known of a place that two near names in it are seldom two units: the
    last parent of a town or a community, any of a county.

    Some cities have no counties.

    >>> is_told(("四川", "", "")), is_told(("四川", "乐山市", "")), is_told(("广东", "东莞市", ""))
    (False, False, True)
    >>> is_told(("四川", "")), is_told(("", ""))
    (True, False)
    """
    if len(place) <= Level.COUNTY.depth:
        return any(place) or len(place) < Level.COUNTY.depth
    if place[-1]:
        return True
    city = place[-2] if len(place) == Level.TOWNSHIP.depth else ""
    return bool(city) and not gazetteer.has_counties(city)


def is_open_between(place: Place, other: Place, alignment: Alignment) -> bool:
    """Tell whether a pilot's place and a result's may be one, since a list leaves out parts of the
    one: what is not stated is no other place."""
    if is_told(place) and is_told(other):
        return False
    depth = next(at for at in range(len(place), -1, -1) if alignment.get(place[:at]) == other[:at])
    below = zip(place[depth:], other[depth:], strict=True)
    return all(not ours or not theirs or ours == theirs for ours, theirs in below)


def open_pairs(
    pilots: Side, results: Side, left: tuple[Sequence[int], Sequence[int]], alignment: Alignment
) -> Iterator[Edge]:
    """Give the pairs of near names of which a list leaves out the place of one."""
    ours = [n for n in left[0] if is_open(pilots.places[n])]
    theirs = [n for n in left[1] if is_open(results.places[n])]
    for asking, asked in ((ours, left[1]), (left[0], theirs)):
        if not asking or not asked:
            continue
        near = NearNames((n, results.places[n][:-1], results.names[n].stem) for n in asked).near
        for pilot in asking:
            above = alignment.get(pilots.places[pilot][:-1])
            if above is not None:
                for result in near(above, pilots.names[pilot].stem):
                    yield pilot, result
