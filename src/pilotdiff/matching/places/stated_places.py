"""By what a unit whose place is open is known: its name's keys, and the parts that are stated."""

from collections.abc import Mapping, Set
from functools import lru_cache

from pilotdiff import names
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.matching.places.matched_places import Place, is_coded
from pilotdiff.model import Level, Unit
from pilotdiff.names import gazetteer
from pilotdiff.repair import fold

NameKey = tuple[str, ...]
_COUNTY = Level.COUNTY.depth


def keys_of(unit: Unit) -> set[NameKey]:
    """Return what the unit's name may stand for: stem and kind, and codes of the standard.

    東乡县 is a county of Jiangxi, and short for one of Gansu: both codes are its keys.
    """
    own = name_of(unit.level, unit.own)
    keys: set[NameKey] = {(unit.level.value, own.stem, own.kind)}
    if unit.level is Level.COUNTY:
        keys |= {(d.code,) for d in gazetteer.find_whole(unit.own) if d.level is unit.level}
    return keys


def may_be_one_place(one: Place, other: Place) -> bool:
    """Return whether no part that both state differs; a code and a name may be one place."""
    both = zip(one, other, strict=True)
    return all(a == b or not a or not b or is_coded(a) != is_coded(b) for a, b in both)


def lies_in_a_place(unit: Unit) -> bool:
    """Tell whether there is a place that the unit lies in: a province lies in none."""
    return unit.level is not Level.PROVINCE


def content(unit: Unit) -> tuple[tuple[str, ...], str, str]:
    """Return what orders units whatever their rows: the path, the category, the name as written."""
    return unit.path, unit.entry.category, unit.entry.raw


def may_begin(unit: Unit, stems: Set[str]) -> bool:
    """Return whether a unit's name may begin like one of these stems, cut to two characters.

    A number may be written in two ways, a county's name be short for another.
    """
    depth = unit.level.depth
    if depth <= _COUNTY:
        return True
    head = _head(unit.path[depth][:2])
    return not head or head in stems or head[:1] in stems


@lru_cache(maxsize=1 << 16)
def _head(start: str) -> str:
    """Return the two characters that a name begins with as they are compared; "" where it may be
    written in two ways."""
    head = fold(start)
    return head if head.isalpha() and head[0] != "第" else ""


def is_loose(unit: Unit, coded: Mapping[int, Place]) -> bool:
    """Return whether a part of the unit's place is unknown that tells it from others, and no code
    tells it.

    A prefecture is no such part where the province has one county of that name: 北京市朝阳区.
    """
    above = unit.path[: unit.level.depth]
    if "" not in above or id(unit) in coded:
        return False
    if unit.level.depth < Level.COUNTY.depth or not above[0]:
        return True
    county = unit.path[Level.COUNTY.depth]
    return not (county and all(above[Level.COUNTY.depth :]) and _is_one_there(above[0], county))


def _is_one_there(province: str, county: str) -> bool:
    """Return whether the standard has a county of that name in one prefecture of a province.

    >>> _is_one_there("北京市", "朝阳区"), _is_one_there("四川省", "清岗县")
    (True, False)
    """
    return len(_homes(province, county)) == 1


def are_several(province: str, county: str) -> bool:
    """Return whether the standard has several counties of that name, in a province where one is
    stated.

    Two districts of a province may bear one name, two counties not: one that has other codes went
    to another prefecture.

    >>> are_several("", "鼓楼区"), are_several("四川省", "市中区"), are_several("北京市", "朝阳区")
    (True, True, False)
    """
    if not province:
        return len(names.homes(county)) > 1
    return county.endswith("区") and len(_homes(province, county)) > 1


def may_be_two(unit: Unit) -> bool:
    """Tell whether a county written twice without its city may be two: several are called so."""
    is_bare = unit.level is Level.COUNTY and not unit.path[Level.PREFECTURE.depth]
    return is_bare and not unit.entry.code and are_several(unit.path[0], unit.own)


@lru_cache(maxsize=1 << 14)
def _homes(province: str, county: str) -> frozenset[str]:
    """Return the prefectures of a province, by four digits, that have had a county so called."""
    codes = {found.code[:2] for found in gazetteer.find(province) if found.level is Level.PROVINCE}
    return frozenset(home for home in names.homes(county) if home[:2] in codes)
