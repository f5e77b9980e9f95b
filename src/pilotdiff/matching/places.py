"""Where units stand: the keys of their parents, in one space for both lists."""

from collections.abc import Iterable, Sequence

from pilotdiff.matching.keys import place_key
from pilotdiff.model import Unit
from pilotdiff.units.elided import Siblings

Place = tuple[str, ...]


def places_of(pilots: Sequence[Unit], results: Sequence[Unit]) -> tuple[list[Place], list[Place]]:
    """The place of every unit: its parents' keys from the province down to the level above its own.

    A parent that one list leaves out is taken from the other where only one comes into question.
    """
    keys: dict[tuple[str, ...], Place] = {}
    sides = ([_place(unit, keys) for unit in pilots], [_place(unit, keys) for unit in results])
    if all(all(place) for place in keys.values()):
        return sides
    return _completed(pilots, results, sides)


def compared_place(unit: Unit) -> Place:
    """The keys of a unit's parents as its own list gives them."""
    return tuple(place_key(depth, part) for depth, part in enumerate(unit.path[: unit.level.depth]))


def _place(unit: Unit, keys: dict[tuple[str, ...], Place]) -> Place:
    above = unit.path[: unit.level.depth]
    place = keys.get(above)
    if place is None:
        place = compared_place(unit)
        keys[above] = place
    return place


def _completed(
    pilots: Sequence[Unit], results: Sequence[Unit], sides: tuple[list[Place], list[Place]]
) -> tuple[list[Place], list[Place]]:
    siblings = Siblings([_path(unit, place) for unit, place in _zipped(pilots, results, sides)])
    memo: dict[Place, Place] = {}
    return (
        [_complete(u, p, siblings, memo) for u, p in zip(pilots, sides[0], strict=True)],
        [_complete(u, p, siblings, memo) for u, p in zip(results, sides[1], strict=True)],
    )


def _zipped(
    pilots: Sequence[Unit], results: Sequence[Unit], sides: tuple[list[Place], list[Place]]
) -> Iterable[tuple[Unit, Place]]:
    yield from zip(pilots, sides[0], strict=True)
    yield from zip(results, sides[1], strict=True)


def _path(unit: Unit, place: Place) -> tuple[str, str, str, str, str]:
    own = place_key(unit.level.depth, unit.own)
    full = (*place, own, "", "", "", "")
    return (full[0], full[1], full[2], full[3], full[4])


def _complete(unit: Unit, place: Place, siblings: Siblings, memo: dict[Place, Place]) -> Place:
    if all(place):
        return place
    # With a parent given, the place alone decides; without one, the unit's own name must.
    path = _path(unit, place)
    key = place if place and place[-1] else path[: unit.level.depth + 1]
    found = memo.get(key)
    if found is None:
        found = memo[key] = siblings.parents(path, None)[: unit.level.depth]
    return found
