"""Zones that have a code, by other words of their sort: 高新区 for 高新技术产业开发区."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names.division_rows import Tenure, spans_of, tenures
from pilotdiff.names.zone_names import ZoneName, zone_name

# A plain 开发区 may be of either sort.
_ANY = "开发区"
_OF_A_SORT = ("经济开发区", "技术开发区", "产业开发区")
# Digits of a province and of a prefecture.
_PROVINCE, _PREFECTURE = 2, 4


class _Zone(NamedTuple):
    """A row of a zone: the cities that its name may begin with, its sort and what is between."""

    row: Tenure
    sort: str
    own: str


def zones_called(name: str, start: str) -> list[Tenure]:
    """Return the rows of the zones that a name means below a city, whose codes begin with `start`.

    Where no city is known the name must begin with it.

    >>> [row.code for row in zones_called("高新区", "4101")]
    ['410172']
    >>> [row.name for row in zones_called("郑州高新区", "")], zones_called("高新区", "")
    (['郑州高新技术产业开发区'], [])
    """
    asked = _zone(name)
    if asked is None:
        return []
    city_is_known = len(start) >= _PREFECTURE
    return [
        zone.row
        for zone in _zones()
        if zone.sort == asked.sort
        and zone.row.code.startswith(start)
        and _own(asked.place, zone.row.code, needed=not city_is_known) == zone.own
    ]


@cache
def _zones() -> tuple[_Zone, ...]:
    found = ((row, zone) for row in tenures() if row.name[-1] == "区" and (zone := _zone(row.name)))
    return tuple(
        _Zone(row, zone.sort, own)
        for row, zone in found
        if (own := _own(zone.place, row.code, needed=False)) is not None
    )


def _zone(name: str) -> ZoneName | None:
    plain = name.endswith(_ANY) and not name.endswith(_OF_A_SORT)
    return None if plain else zone_name(Level.COUNTY, name)


def _own(place: str, code: str, *, needed: bool) -> str | None:
    """Return what is left of a zone's place without the province and the city of its code; None
    where the city is `needed` and does not stand there."""
    for upper in _names(code[:_PROVINCE] + "0000"):
        place = place.removeprefix(upper)
    for city in _names(code[:_PREFECTURE] + "00"):
        if place.startswith(city):
            return place.removeprefix(city).removeprefix("市")
    return None if needed else place


def _names(code: str) -> list[str]:
    return [row.bare for row in spans_of(code) if row.bare]
