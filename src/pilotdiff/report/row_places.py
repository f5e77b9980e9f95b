"""The places that the rows of a report are counted by and confirmed by.

A place is its path from the province down: two of one name in two provinces stay two."""

from collections import Counter
from collections.abc import Iterable, Mapping

from pilotdiff.model import Level, Row, Unit

# "" where a part is not stated.
RowPlace = tuple[str, ...]
NO_PLACE: RowPlace = ()

_PREFECTURE, _COUNTY = Level.PREFECTURE.depth, Level.COUNTY.depth
# 北京市 has no prefectures: it stands among them itself.
_CITY = "市"


def place_of(unit: Unit, depth: int) -> RowPlace:
    """Return the place of a unit at a depth of its path, NOWHERE where it states none.

    Among prefectures stands what has none above it: a city that is a province, and a county that
    is directly under its province or whose prefecture is not stated.
    """
    path = unit.path
    if path[depth]:
        return path[: depth + 1]
    if depth != _PREFECTURE:
        return NO_PLACE
    if path[_COUNTY] and not is_city(path[:1]):
        return path[: _COUNTY + 1]
    return path[:1] if path[0] else NO_PLACE


def is_city(place: RowPlace) -> bool:
    """Tell whether a place is a city that is a province: ("北京市",)."""
    return len(place) == 1 and place[0].endswith(_CITY)


def row_place(row: Row, depth: int) -> RowPlace:
    """Return the place of a row: that of its pilot, or of its result where it has no pilot."""
    unit = row.pilot or row.result
    assert unit is not None, "a row without a unit"
    return place_of(unit, depth)


def place_names(places: Iterable[RowPlace]) -> Mapping[RowPlace, str]:
    """Return what each place is called: its own name, or its whole path where two bear one name;
    "" for NOWHERE."""
    places = list(dict.fromkeys(places))
    own = Counter(place[-1] for place in places if place)
    return {
        place: ("".join(place) if own[place[-1]] > 1 else place[-1]) if place else ""
        for place in places
    }


def confirming_depth(rows: Iterable[Row]) -> int:
    """Return the depth of the places that confirm these rows: prefectures, or counties where
    all lie in one prefecture."""
    rows = tuple(rows)
    prefectures = {row_place(row, _PREFECTURE) for row in rows}
    counties = {row_place(row, _COUNTY) for row in rows}
    return _COUNTY if len(prefectures) == 1 and len(counties) > 1 else _PREFECTURE
