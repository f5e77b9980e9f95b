"""Two numbers of units → the pair that the features look at."""

from collections import Counter
from collections.abc import Mapping, Set
from functools import lru_cache
from math import log
from typing import NamedTuple

from pilotdiff.matching.blocking import standard_codes
from pilotdiff.matching.compared_pair import Between, Pair
from pilotdiff.matching.left_over.open_blocks import is_open_between
from pilotdiff.matching.left_units import LeftUnits
from pilotdiff.matching.names.edits import Edits
from pilotdiff.matching.names.families import PEOPLE, are_of_one_people
from pilotdiff.matching.names.lost_character_fit import fits, forbids
from pilotdiff.matching.names.name_bearers import in_the_nation
from pilotdiff.matching.names.name_keys import (
    NameKeys,
    category_of,
    farm_of,
    is_called_as,
    stem_of,
    unglued,
)
from pilotdiff.matching.places.align import Alignment
from pilotdiff.matching.places.flows import Flows
from pilotdiff.matching.places.matched_places import Place
from pilotdiff.matching.places.town_communities import is_of_its_town
from pilotdiff.matching.sides import Side
from pilotdiff.matching.wholeness import Rarity, Wholeness
from pilotdiff.model import Level, Unit
from pilotdiff.model.repairs import LOST
from pilotdiff.names import gazetteer
from pilotdiff.repair import fold

# More neighbours than these say no more.
_ENOUGH = 20
_TRAILING = ("村", "镇", "乡", "县", "街", "路", "嘎查", "居", "苏木")


class Comparison(NamedTuple):
    """All that the comparison of two leftover units of one level needs to know.

    tentative     pairs that the flows have counted already, pilot number to result number
    known_places  what two places have in common, once it was looked up
    left, left_there  the units of each place that the deterministic rules left
    sizes, sizes_there  how many units each place has
    origins       the places of the results that the pilots have too
    edits         how often names that are to be compared differ in the same way
    """

    pilots: Side
    results: Side
    alignment: Alignment
    flows: Flows
    tentative: Mapping[int, int]
    pilot_frequencies: Counter[tuple[Place, str]]
    result_frequencies: Counter[tuple[Place, str]]
    known_places: "dict[tuple[Place, Place, bool], Between]"
    left: LeftUnits
    left_there: LeftUnits
    sizes: Counter[Place]
    sizes_there: Counter[Place]
    origins: Set[Place]
    wholeness: Wholeness
    rarity: Rarity
    edits: Edits

    def pair(self, ours: int, theirs: int) -> Pair:
        """Return the two units side by side."""
        name, other = self.pilots.names[ours], self.results.names[theirs]
        place, place_there = self.pilots.places[ours], self.results.places[theirs]
        cores, of_town = _cores(name, place, other, place_there)
        between = self._between(place, place_there, self.tentative.get(ours) == theirs)
        units = self.pilots.units[ours], self.results.units[theirs]
        lost = LOST in name.stem + other.stem
        opened = is_open_between(place, place_there, self.alignment)
        return Pair(
            pilot=name,
            result=other,
            cores=cores,
            swapped=_swapped(*cores) or (() if of_town else _swapped(name.stem, other.stem)),
            home=opened or self.pilots.homes[ours] == place_there,
            open=opened,
            between=between,
            levels=len(place_there),
            name_frequency=self._name_frequency(between.above, name.stem, other.stem),
            categories=_categories(*units),
            fits=lost and fits(*units),
            forbidden=lost and forbids(*units),
            former=told_by_remark(*units),
            one_code=_one_code(*units),
            left=(self.left.logarithm(place), self.left_there.logarithm(place_there)),
            stays=(place in self.alignment, place_there in self.origins),
            whole=self.wholeness.whole(place, place_there),
            small=self.wholeness.is_small(place, place_there),
            shared_information=self.rarity.shared(*cores),
            extra=extra(*cores),
            sizes=(log(self.sizes[place]), log(self.sizes_there[place_there])),
            spoken_for=self._spoken_for(ours, theirs),
            bearers=max(in_the_nation(units[0].level, each) for each in (name, other)),
            edited=self.edits.elsewhere(ours, name.stem, other.stem),
            two_divisions=are_two_divisions(*units),
            seat=is_called_as(name, place) or is_called_as(other, place_there),
            of_town=of_town,
            short=self.wholeness.is_short,
        )

    def _spoken_for(self, ours: int, theirs: int) -> tuple[bool, bool]:
        """Tell whether what either name has more stands in that of another unit of its place."""
        stem, other = self.pilots.names[ours].stem, self.results.names[theirs].stem
        place, place_there = self.pilots.places[ours], self.results.places[theirs]
        return (
            self.left.has_another(place, ours, frozenset(other).difference(stem)),
            self.left_there.has_another(place_there, theirs, frozenset(stem).difference(other)),
        )

    def _between(self, place: Place, other: Place, counted: bool) -> Between:
        """Return what two places have in common; `counted` as in Flows.shares."""
        key = place, other, counted
        found = self.known_places.get(key)
        if found is None:
            shared = self._shared(place, other)
            found = self.known_places[key] = Between(
                shared,
                other[:shared],
                _stated(place[:shared], other),
                *self.flows.shares(place, other, counted),
                log(1 + min(self.flows.neighbours(place, other, counted), _ENOUGH)),
                _apart(place, other, shared),
                stem_of(place) == stem_of(other) != "",
                _is_taken_over(place, other),
            )
        return found

    def _shared(self, place: Place, place_there: Place) -> int:
        for length in range(len(place), 0, -1):
            if self.alignment.get(place[:length]) == place_there[:length]:
                return length
        return 0

    def _name_frequency(self, above: Place, stem: str, other: str) -> float:
        most = max(self.pilot_frequencies[above, stem], self.result_frequencies[above, other])
        return log(most) if most > 1 else 0.0


def _cores(
    name: NameKeys, place: Place, other: NameKeys, place_there: Place
) -> tuple[tuple[str, str], bool]:
    """Return the cores of two stems, and whether both are communities of their towns' streets."""
    if is_of_its_town(name, place) and is_of_its_town(other, place_there):
        return (stem_of(place_there), stem_of(place_there)), True
    cores = core(name.stem, place, place_there), core(other.stem, place, place_there)
    return of_one_people(*cores) if PEOPLE in (cores[0][-1:], cores[1][-1:]) else cores, False


def _is_taken_over(place: Place, other: Place) -> bool:
    """Return whether the standard gave the county of one place, or a part of it, to the other's."""
    if len(place) <= _COUNTY or place[_COUNTY] == other[_COUNTY]:
        return False
    *_, city, ours = place[: _COUNTY + 1]
    *_, there, theirs = other[: _COUNTY + 1]
    return gazetteer.took_over(ours, theirs, city, there) or gazetteer.took_over(
        theirs, ours, there, city
    )


_COUNTY = Level.COUNTY.depth


def _stated(place: Place, other: Place) -> int:
    """Return how deep the last part lies that both places state.

    >>> _stated(("四川", "", ""), ("四川", "乐山市", "")), _stated(("", ""), ("", ""))
    (1, 0)
    """
    both = [at for at, parts in enumerate(zip(place, other, strict=False), 1) if all(parts)]
    return both[-1] if both else 0


def _apart(place: Place, other: Place, shared: int) -> int:
    """Return how many levels lie from the first parents below `shared` that both know and that
    differ."""
    for depth in range(shared, len(place)):
        if place[depth] and other[depth] and place[depth] != other[depth]:
            return len(place) - depth
    return 0


def _swapped(one: str, other: str) -> tuple[tuple[str, str], ...]:
    if len(one) != len(other):
        return ()
    return tuple((a, b) for a, b in zip(one, other, strict=True) if a != b)


def extra(one: str, other: str) -> str:
    """Return what the longer of two names has more, if the shorter is in it, in order; else "".

    >>> extra("李庄", "李家庄"), extra("大溪", "大溪口"), extra("大溪", "小溪")
    ('家', '口', '')
    """
    short, long = sorted((one, other), key=len)
    at, more = 0, list[str]()
    for character in long:
        if at < len(short) and short[at] == character:
            at += 1
        else:
            more.append(character)
    return "".join(more) if at == len(short) and at else ""


def told_by_remark(ours: Unit, theirs: Unit) -> int:
    """Return 1 where a remark of either gives the other's own name, 2 where it gives a parent's
    too."""
    if not ours.entry.former and not theirs.entry.former:
        return 0
    said = [(fold(name), theirs) for name in ours.entry.former]
    said += [(fold(name), ours) for name in theirs.entry.former]
    told = [1 + (len(name) > len(unit.own)) for name, unit in said if _names(name, unit)]
    return max(told, default=0)


def _names(name: str, unit: Unit) -> bool:
    return fold(unit.name).endswith(name)


def _one_code(ours: Unit, theirs: Unit) -> bool:
    if ours.level.depth > Level.COUNTY.depth or ours.own == theirs.own:
        return False
    return bool(standard_codes(ours) & standard_codes(theirs))


def are_two_divisions(ours: Unit, theirs: Unit) -> bool:
    """Tell whether the standard has two counties or more of the two names, and no code that bore
    both: 苏州市 is no slip for 宿州市, wherever a list puts it."""
    level = ours.level
    if level.depth > Level.COUNTY.depth or level is not theirs.level:
        return False
    codes, there = (gazetteer.codes(level, unit.own) for unit in (ours, theirs))
    return bool(codes) and bool(there) and codes.isdisjoint(there)


def _categories(ours: Unit, theirs: Unit) -> tuple[str, str]:
    one, other = ours.entry.category, theirs.entry.category
    return (category_of(one), category_of(other)) if one and other else ("", "")


# What stands for any of the peoples.
_ANY_PEOPLE = "民族"


def of_one_people(stem: str, other: str) -> tuple[str, str]:
    """Return two stems that end in peoples, the one that may be any people without it, and the one
    that calls the same people by another word without that.

    >>> of_one_people("柳林民族", "柳林回族"), of_one_people("柳林回族", "柳林满族")
    (('柳林', '柳林回族'), ('柳林回族', '柳林满族'))
    >>> of_one_people("柳林回族", "柳林回民"), of_one_people("柳林", "柳林回族")
    (('柳林回族', '柳林回'), ('柳林', '柳林回族'))
    """
    if are_of_one_people(stem, other):
        return (stem, other[:-1]) if stem.endswith(PEOPLE) else (stem[:-1], other)
    if not stem.endswith(PEOPLE) or not other.endswith(PEOPLE):
        return stem, other
    bare, there = stem.removesuffix(_ANY_PEOPLE), other.removesuffix(_ANY_PEOPLE)
    if (bare == stem) is (there == other) or not (bare and there):
        return stem, other
    shorter, longer = sorted((bare, there), key=len)
    return (bare, there) if longer.startswith(shorter) else (stem, other)


@lru_cache(maxsize=1 << 16)
def core(stem: str, place: Place, other: Place) -> str:
    """Return a stem without parents glued before it and without a trailing 村, 镇, 街 or 路, or
    管理区 and the like behind a farm."""
    for parents in (place, other):
        left = unglued(stem, parents)
        # 柳林回族村 in 柳林镇 is 柳林村, and no 回族村.
        stem = stem if left.endswith(PEOPLE) else left
    stem = farm_of(stem) or stem
    for ending in _TRAILING:
        if stem.endswith(ending) and len(stem) > len(ending):
            return stem[: -len(ending)]
    return stem
