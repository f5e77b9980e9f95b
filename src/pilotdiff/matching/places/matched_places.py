"""Where units stand: the keys of their parents, in one space for both lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from pilotdiff.matching.names.name_keys import place_key, place_stem
from pilotdiff.matching.places.own_names import as_called
from pilotdiff.model import DivisionPath, Level, Unit
from pilotdiff.names import gazetteer
from pilotdiff.units.elided import Siblings

Place = tuple[str, ...]
# What marks a part of which the code alone is known, and no name.
CODED = "#"


def places_of(
    pilots: Sequence[Unit],
    results: Sequence[Unit],
    by_code: Mapping[int, Place] = MappingProxyType({}),
) -> tuple[list[Place], list[Place]]:
    """Return the place of every unit: its parents' keys from the province down to the level above
    its own.

    A parent that one list leaves out is taken from the other where only one comes into question,
    unless `by_code` tells the place, by `id(unit)`.
    """
    keys: dict[tuple[str, ...], Place] = {}
    ours, theirs = (
        [by_code.get(id(unit)) or _place(unit, keys) for unit in units]
        for units in (pilots, results)
    )
    if all(all(place) for place in keys.values()):
        return ours, theirs
    filled = _completed((pilots, results), (ours, theirs), {*ours, *theirs})
    return as_called(ours, filled[0]), as_called(theirs, filled[1])


def is_coded(key: str) -> bool:
    """Tell whether a part of a place is known by its code alone."""
    return key[:1] == CODED


def are_two_districts(place: Place, other: Place) -> bool:
    """Tell whether two places lie in counties of one name that the standard has had in two cities
    at one time: 桥西区 of 邢台市, and of 张家口市."""
    if min(len(place), len(other)) <= _COUNTY or place[_COUNTY] != other[_COUNTY]:
        return False
    city, there = place[_COUNTY - 1], other[_COUNTY - 1]
    return city != there and gazetteer.are_in_two_cities(place[_COUNTY], city, there)


def district_of(place: Place) -> str:
    """Return the city and the county of a place, in one."""
    return "".join(place[_COUNTY - 1 : _COUNTY + 1])


def compared_place(unit: Unit) -> Place:
    """Return the keys of a unit's parents as its own list gives them."""
    return _compared(unit.path[: unit.level.depth])


@lru_cache(maxsize=1 << 14)  # those of one town follow one another
def _compared(above: tuple[str, ...]) -> Place:
    if len(above) <= _TOWN:
        return tuple(place_key(depth, part) for depth, part in enumerate(above))
    *upper, town = (place_key(depth, part) for depth, part in enumerate(above))
    return (*upper, _bare_town(town, upper[-1]))


_TOWN = Level.TOWNSHIP.depth


def _bare_town(town: str, county: str) -> str:
    """Return the key of a town without the county that is written before it once more.

    >>> _bare_town("四子王旗忽鸡图乡", "四子王旗"), _bare_town("新城镇", "新城区")
    ('忽鸡图乡', '新城镇')
    """
    bare = town.removeprefix(county) if county else town
    return bare if len(bare) > _LEAST else town


# A kind with one character before it: what is left may not be less.
_LEAST = 2


def _place(unit: Unit, keys: dict[tuple[str, ...], Place]) -> Place:
    above = unit.path[: unit.level.depth]
    place = keys.get(above)
    if place is None:
        place = keys[above] = compared_place(unit)
    return place


def _completed(
    lists: tuple[Sequence[Unit], Sequence[Unit]],
    sides: tuple[list[Place], list[Place]],
    places: set[Place],
) -> tuple[list[Place], list[Place]]:
    """Return the places with their holes filled from the other places of both lists."""
    known = _shown(lists, sides, places)
    ours, theirs = _filled(lists, sides, known)
    # 四川省邛崃市 and 成都市邛崃市 each fill the other's hole; the second list's shows now only.
    again = _shown(lists, (ours, theirs), {*ours, *theirs})
    if again != known:
        ours, theirs = _filled(lists, (ours, theirs), again)
    if all(all(place) for place in {*ours, *theirs}):
        return ours, theirs
    # 黔西县 without its prefecture is where 毕节市黔西市 is, when nothing else bears the stem, and
    # 遵义县 where 遵义市播州区 is, since the standard knows.
    otherwise = {*again, *_of_other_kinds(again), *_of_other_names(again)}
    return _filled(lists, (ours, theirs), otherwise)


def _shown(
    lists: tuple[Sequence[Unit], Sequence[Unit]],
    sides: tuple[list[Place], list[Place]],
    places: set[Place],
) -> set[Place]:
    """Return the places that the lists show; where some units have no parent, the units' own as
    well."""
    shown = set(places)
    if any(place and not place[-1] for place in places):
        for units, side in zip(lists, sides, strict=True):
            shown.update((*p, _own(u)) for u, p in zip(units, side, strict=True))
    return shown


def _in_prefectures(places: Iterable[Place]) -> Iterator[Place]:
    """Yield the places that are counties of known prefectures, or lie in one."""
    for place in places:
        if len(place) > _COUNTY and place[_COUNTY - 1] and place[_COUNTY]:
            yield place


def _of_other_kinds(places: Iterable[Place]) -> Iterator[Place]:
    """Yield the counties of known prefectures, as they would be called under another kind."""
    for place in _in_prefectures(places):
        stem = place_stem(_COUNTY, place[_COUNTY])
        for kind in _COUNTY_KINDS:
            if not gazetteer.are_two_counties(place[_COUNTY], stem + kind):
                yield (*place[:_COUNTY], stem + kind)


def _of_other_names(places: Iterable[Place]) -> Iterator[Place]:
    """Yield the counties of known prefectures, as the standard called them otherwise."""
    for place in _in_prefectures(places):
        for name in gazetteer.formerly(Level.COUNTY, place[_COUNTY]):
            yield (*place[:_COUNTY], place_key(_COUNTY, name))


_COUNTY = Level.COUNTY.depth
_COUNTY_KINDS = ("县", "市", "区")


def _filled(
    lists: tuple[Sequence[Unit], Sequence[Unit]],
    sides: tuple[list[Place], list[Place]],
    known: Iterable[Place],
) -> tuple[list[Place], list[Place]]:
    """Return the places, each hole filled where the known paths leave one choice."""
    siblings = Siblings([_padded(place) for place in sorted(known)])
    memo: dict[Place, Place] = {}
    ours, theirs = (
        [_complete(u, p, siblings, memo) for u, p in zip(units, side, strict=True)]
        for units, side in zip(lists, sides, strict=True)
    )
    return ours, theirs


def _own(unit: Unit) -> str:
    return place_key(unit.level.depth, unit.own)


def _padded(place: Place) -> DivisionPath:
    return DivisionPath(*place)


def _complete(unit: Unit, place: Place, siblings: Siblings, memo: dict[Place, Place]) -> Place:
    if all(place):
        return place
    # With a parent given, the place alone decides; without one, the unit's own name must.
    key = place if place[-1] else (*place, _own(unit))
    found = memo.get(key)
    if found is None:
        found = memo[key] = siblings.parents(_padded(key), None)[: len(place)]
    return found
