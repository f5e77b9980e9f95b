"""Parents carried on from one name to the next: 江苏省南京市溧水区、徐州市鼓楼区."""

from collections.abc import Collection
from functools import cache, lru_cache

from pilotdiff.model import Level
from pilotdiff.names import gazetteer, is_zone, whole_name
from pilotdiff.names.gazetteer import Division
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.names.tables import rows
from pilotdiff.patterns import pattern

# 惠民苑社区 lies in no 惠民县.
_OWN = pattern(r".{1,5}(?:[县市旗]|(?<![社小])区).{2,}|.{2,}(?:[县市旗]|(?<![社小])区)$")
_KINDS = ("", "市", "县")
_SHORT_TOWN = 4
_NO_DEPTH = 5
Parts = tuple[tuple[Level, str], ...]


class Carrier:
    """What is carried on along a row of names.

    A level at which one name repeats its neighbour's parent in full is not elided in this row,
    so nothing is carried on there, unless a name before it had none of its own: 白石镇东岭村、
    西岭村、白石镇南岭村，黑石镇北岭村、上岭村. Where 、 stands between the names of a group and ，
    between groups, a group's first name takes nothing that the groups before it stated for
    themselves.
    A zone that holds a village itself stands as a town does: the next town lies beside it. And
    where names begin with their counties, below a prefecture, a zone stands beside them.
    """

    def __init__(self, context: Parts = (), *, in_county: bool = False) -> None:
        self._context, self._in_county = context, in_county
        self._previous = context
        self._over_towns = context
        self._began: Level | None = None
        self._repeated: set[Level] = set()
        self._elided: set[Level] = set()
        self._group_depths: dict[str, int] = {}

    def above(self, parts: Parts, begins_group: str = "") -> Parts:
        """Return the parents carried on to a name with these parts of its own; `begins_group` is
        the sign behind which it begins a group, "" where it does not."""
        first = parts[0]
        if not _is_zone_called_by_its_county(parts):
            self._repeated |= {p[0] for p in parts if p in self._previous} - self._elided
        depth = self._group_depths.get(begins_group, _NO_DEPTH)
        if begins_group:
            depth = self._group_depths[begins_group] = min(depth, first[0].depth)
        stated = {part[0] for part in self._context}
        previous = self._over_towns if first[0] is Level.TOWNSHIP else self._previous
        if self._began is Level.COUNTY and first[0] is Level.TOWNSHIP and is_zone(first[1]):
            previous = _over_counties(previous)
        self._began = first[0]
        kept = tuple(
            as_prefecture(part, first) if part in self._context else part
            for part in previous
            if part[0] in stated
            or (
                part[0] not in self._repeated
                and not (begins_group and part[0].depth >= depth)
                and not _is_elsewhere(first, part)
                and not _is_strange(first, part)
            )
        )
        over = _under(_with_those_over(kept, previous, first), first, stated)
        self._elided |= {level for level, _ in over} - stated
        return over

    @property
    def previous(self) -> Parts:
        """The parents that the last name was given."""
        return self._previous

    def placed(self, path: Parts) -> None:
        """Remember the path that the last name was given; one that states another county than the
        colon of its row does has nothing to hold those behind it."""
        stated = {name for _, name in self._context}
        own = tuple(part for part in path[:-1] if part[1] not in stated)
        elsewhere = self._in_county and any(level is Level.COUNTY for level, _ in own)
        self._previous = self._context if elsewhere else (*self._context, *own)
        if not _is_zone_of_a_village(path):
            self._over_towns = self._previous


def _with_those_over(kept: Parts, previous: Parts, first: tuple[Level, str]) -> Parts:
    """Return what is carried on to a name with what the last name had over it: where 清岗区 is
    repeated name by name and 白溪镇 is not, a village in 白溪镇 lies in 清岗区 too."""
    lowest = max((part[0].depth for part in kept if part[0].depth < first[0].depth), default=-1)
    levels = {part[0] for part in kept}
    more = (part for part in previous if part[0].depth < lowest and part[0] not in levels)
    return tuple(sorted((*kept, *more), key=depth_of))


def depth_of(part: tuple[Level, str]) -> int:
    """Return the depth of a part of a path."""
    return part[0].depth


def _over_counties(parents: Parts) -> Parts:
    """Return what stands over the counties of a row, or all where it states nothing over them."""
    over = tuple(part for part in parents if part[0].depth < Level.COUNTY.depth)
    return over if any(level is Level.PREFECTURE for level, _ in over) else parents


def _is_zone_called_by_its_county(parts: Parts) -> bool:
    """Tell whether a name is a zone's that a county calls by its own, 清岗县经济开发区: it says
    nothing of whether the row states the counties of its towns."""
    (level, _), *lower = parts
    return level is Level.COUNTY and len(lower) == 1 and is_zone(lower[0][1])


def _is_zone_of_a_village(path: Parts) -> bool:
    """Tell whether a path ends in a zone and a community, without a town between them."""
    *_, (level, name), (last, _) = ((Level.PROVINCE, ""), *path)
    return level is Level.COUNTY and last is Level.COMMUNITY and is_zone(name)


def carried(above: Parts, first: tuple[Level, str]) -> Parts:
    """Return those of `above` that can stand over a name whose first part is `first`.

    A parent that the standard's codes contradict is left out: after 湖北省武汉市江岸区 only 湖北省
    carries on to 宜都市.
    """
    return _under(above, first, ())


def _under(above: Parts, first: tuple[Level, str], stated: Collection[Level]) -> Parts:
    """Return those of `above` that can stand over `first`; a heading has `stated` those levels.

    Below a town that is stated nothing but a village stands: 白石镇：河南东区居委会.
    """
    in_town = first[0] is Level.COMMUNITY and Level.TOWNSHIP in stated
    within = in_town or (Level.COUNTY in stated and _is_zone_of_its_city(first, above))
    depth = first[0].depth if within else min(first[0].depth, _own_parent(first[1]))
    raised = (_as_it_was(part, first) for part in above)
    parents = (part for part in raised if part[0].depth < depth)
    return tuple(
        part
        for part in parents
        if (can_stand(part, first) if part[0] in stated else holds(part, first) is not False)
    )


def _is_zone_of_its_city(first: tuple[Level, str], above: Parts) -> bool:
    """Tell whether a name begins with a zone that stands as a town does, called by the city of the
    county over it: 武进区：常州经济开发区东岭社区."""
    level, name = first
    if level is not Level.TOWNSHIP or not is_zone(name):
        return False
    counties = [text for tier, text in above if tier is Level.COUNTY]
    uppers = [city for end in (2, 3) for city in gazetteer.find(name[:end])]
    lowers = [county for text in counties for county in gazetteer.find_whole(text)]
    return any(gazetteer.lies_in_by_code(city, county) for city in uppers for county in lowers)


def can_stand(heading: tuple[Level, str], first: tuple[Level, str]) -> bool:
    """Tell whether what a heading names can stand over a name: unless the codes contradict it, by
    more than a district of long ago. What 北岭市 calls 海滨区 today is a zone of its own, though
    another city had a 海滨区 once.

    >>> can_stand((Level.PREFECTURE, "徐州市"), (Level.COUNTY, "武侯区"))
    False
    """
    past = first[0] is Level.COUNTY and first[1].endswith("区") and gazetteer.is_long_past(first[1])
    return past or holds(heading, first) is not False


def under_heading(parents: Parts, first: tuple[Level, str]) -> Parts:
    """Return those of a heading's parents that can stand over a name that begins with `first`."""
    above = tuple(as_prefecture(part, first) for part in parents)
    return _under(above, first, {level for level, _ in above})


def as_prefecture(parent: tuple[Level, str], first: tuple[Level, str]) -> tuple[Level, str]:
    """Return what a heading puts over counties as a prefecture where it reads as one of them: a
    city whose name nobody knows, a zone over a new town, and what once held them.

    >>> as_prefecture((Level.COUNTY, "清岗市"), (Level.COUNTY, "白溪县"))[0].value
    'prefecture'
    """
    if not parent[0] is first[0] is Level.COUNTY:
        return parent
    # A county holds a city, as in Taiwan, there alone where no standard knows either.
    city = parent[1].endswith("市") or (parent[1].endswith("县") and _is_new_city(first[1]))
    unknown = city and not gazetteer.find(parent[1])
    if unknown or holds_new_town(parent[1], first[1]):
        return Level.PREFECTURE, parent[1]
    return _as_it_was(parent, first)


def _is_new_city(name: str) -> bool:
    return name.endswith("市") and not gazetteer.find(name)


def _as_it_was(parent: tuple[Level, str], first: tuple[Level, str]) -> tuple[Level, str]:
    """Return a county over counties as the prefecture of that name which held them: a city that is
    one of the counties of another today."""
    if parent[0] is first[0] is Level.COUNTY:
        raised = (Level.PREFECTURE, parent[1])
        if holds(raised, first):
            return raised
    return parent


def _is_elsewhere(first: tuple[Level, str], parent: tuple[Level, str]) -> bool:
    """Tell whether a name begins with that of a place which does not lie in a parent.

    大连生态科技城 behind 沈阳市浑南新区 does not lie in 沈阳市, nor 常熟清岗镇 behind 南京市江宁区.
    """
    level, name = first
    word = kind_at_end(Level.COUNTY, name)
    zone = name.endswith("新城") or (word is not None and (is_zone(name) or word.kind == "示范区"))
    town = level is Level.TOWNSHIP and parent[0] is Level.PREFECTURE and len(name) > _SHORT_TOWN
    if parent[0] is Level.PROVINCE or not (zone or town):
        return False
    if (prefecture := _new_areas().get(name)) is not None:
        return prefecture != parent[1]
    uppers = [d for d in gazetteer.find(parent[1]) if d.level is parent[0]]
    called = (name[:length] + kind for length in (2, 3) for kind in _KINDS)
    places = [d for each in called if gazetteer.is_current(each) for d in gazetteer.find(each)]
    if not zone:
        # 朝阳新村街道 of 南京市: only what lies near is meant by the first characters of a town.
        provinces = {upper.code[:2] for upper in uppers}
        places = [d for d in places if d.code[:2] in provinces]
    return bool(uppers and places) and not any(
        gazetteer.lies_in_by_code(upper, d) or gazetteer.lies_in_by_code(d, upper)
        for upper in uppers
        for d in places
    )


def _is_strange(first: tuple[Level, str], parent: tuple[Level, str]) -> bool:
    """Tell whether the standard knows a county and not the prefecture before it: 石河子市 behind
    第一师9团."""
    if (first[0], parent[0]) != (Level.COUNTY, Level.PREFECTURE) or gazetteer.find(parent[1]):
        return False
    return any(d.level is Level.COUNTY for d in gazetteer.find_whole(first[1]))


@cache
def _new_areas() -> dict[str, str]:
    """Return the State's new areas, each with its prefecture, "" where it lies in several, and
    省直辖 where it lies in none."""
    return {name: prefecture for name, _, prefecture, *_ in rows("new_areas.tsv")}


def _own_parent(text: str) -> int:
    """Return the depth of a parent that the grammar did not tell apart: 重庆高新区白市驿镇; else 5.

    A name that the standard has whole holds none, whatever it begins with: 本溪满族自治县.
    """
    if gazetteer.find(text):
        return 5
    ends = (end for end in gazetteer.lengths(text[:2]) if _OWN.match(text, end))
    return min((d.level.depth for end in ends for d in gazetteer.find(text[:end])), default=5)


@lru_cache(maxsize=1 << 14)
def holds(parent: tuple[Level, str], child: tuple[Level, str]) -> bool | None:
    """Tell whether by the standard's codes a part lies in another; None when it lacks either. A new
    town lies in the city that its name begins with: 苏州湖滨新城; a new area of the State in its
    own alone: 平潭综合实验区 in none. A municipality lies in no other province, and a prefecture
    beside the corps of Xinjiang, whose code is that of the region."""
    if parent[1].endswith("兵团") and child[1].endswith(("地区", "自治州")):
        return False
    if parent[0] is Level.PROVINCE and gazetteer.is_municipality(child[1]):
        return child[1].startswith(parent[1])
    if parent[0] is Level.PREFECTURE and (city := _new_areas().get(child[1])):
        return city == parent[1]
    uppers = [d for d in gazetteer.find(parent[1]) if d.level is parent[0]]
    cities = _cities_before(child[1]) if child[1].endswith("新城") else ()
    if uppers and cities:
        return any(
            gazetteer.lies_in_by_code(u, c) or gazetteer.lies_in_by_code(c, u)
            for u in uppers
            for c in cities
        )
    lowers = [d for whole in _wholes(child) for d in gazetteer.find_whole(whole)]
    lowers = [division for division in lowers if division.level is child[0]]
    if not uppers or not lowers:
        return None
    if any(gazetteer.lies_in_by_code(upper, lower) for upper in uppers for lower in lowers):
        return True
    # A past parent had codes of its own: that of 榆林地区 is not in those of its counties today.
    return False if gazetteer.is_current(parent[1]) else None


def _wholes(part: tuple[Level, str]) -> tuple[str, ...]:
    """Return what a part may be called in full, a county without its kind with each: 平山县 and
    平山区 of 平山, a prefecture with its own: 晋中市 of 晋中."""
    level, text = part
    if level is Level.PREFECTURE and (whole := whole_name(text, level)):
        return (whole[-1][1],)
    bare = level is Level.COUNTY and text[-1:] not in _OF_COUNTIES
    return tuple(text + kind for kind in _OF_COUNTIES) if bare else (text,)


_OF_COUNTIES = ("县", "市", "区", "旗")


def holds_new_town(parent: str, text: str) -> bool:
    """Tell whether a zone holds a new town, both in place of counties.

    >>> holds_new_town("清岗新区", "清水新城"), holds_new_town("清岗县", "清水新城")
    (True, False)
    """
    return text.endswith("新城") and is_zone(parent) and not _cities_before(text)


def _cities_before(text: str) -> tuple[Division, ...]:
    """Return the cities whose name the first characters of another name are."""
    called = (text[:length] + "市" for length in (2, 3))
    found = (d for each in called for d in gazetteer.find(each))
    return tuple(d for d in found if d.level is Level.PREFECTURE)


def stands_lower(part: tuple[Level, str], parent: tuple[Level, str]) -> bool:
    """Tell whether a part stands at a lower tier than another: a town than its county, a county
    than a city that nobody knows; a new town that another city's name begins is a zone of that
    city.

    >>> city, county = (Level.COUNTY, "清岗市"), (Level.COUNTY, "白溪区")
    >>> stands_lower(county, city), stands_lower(city, county)
    (True, False)
    """
    if holds(parent, part) is False and part[1].endswith("新城"):
        return False
    return part[0].depth > as_prefecture(parent, part)[0].depth
