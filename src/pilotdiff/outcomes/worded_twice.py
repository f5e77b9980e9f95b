"""Entries left over that stand in their own list already, worded differently: 东岭村村委会 beside
东岭村.

What is written alike is told before anything is compared. Of two wordings the other list's one
unit goes to the one that is written as it is; the other one is that unit again, and is neither
dropped nor new. Of the nation's communities of 2016 and 2021 eight are repeated so. A 东岭居委会
beside a 东岭社区居委会, the committees of a village and of residents, and what stands in brackets
(东三（1）居委会) tell units apart: 50 such pairs have two codes.

A list of several years has a county as it was called before and as it is called since (双流县,
双流区), and a town in it below both: the standard's codes tell that the two counties are one. So it
has a community of a county that went into another one (闸北区, 静安区) below both.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from pilotdiff.matching.names.name_keys import name_of, place_key, place_stem
from pilotdiff.model import Level, Outcome, Row, Unit, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.names import gazetteer
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.repair import fold

_WORDED = msg("{name}, in line {line} of its list, is the same unit, worded differently")
_COUNTY = Level.COUNTY.depth
# A unit's level and place, but for its county's kind, its stem, the character that its kind begins
# with, and its category.
_Key = tuple[str, tuple[str, ...], str, str, str]
_COMMITTEES = ("居民委员会", "居委会"), ("村民委员会", "村委会")


def worded_twice(
    rows: Sequence[Row],
    left: Sequence[int],
    held: Sequence[int],
    side: Callable[[Row], Unit | None],
) -> Iterator[tuple[int, Row]]:
    """Yield the rows left over whose unit another row has, paired or earlier in the list, in the
    same place and by another wording of its name.

    left, held  the numbers of the rows without a partner and of those with one
    side        what gives the unit of a row in the list that is looked at
    """
    asked = [(at, unit) for at in left if (unit := side(rows[at])) and _is_told(unit)]
    if not asked:
        return
    # A stem begins alike in both wordings: few of the rows that are held are looked at closely.
    begun: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for _, unit in asked:
        begun[_place(unit)].add(fold(unit.own[:1]))
    first: dict[_Key, Unit] = {}
    for at in held:
        if (unit := side(rows[at])) and fold(unit.own[:1]) in begun.get(_place(unit), ()):
            first.setdefault(_key(unit), unit)
    for at, unit in asked:
        kept = first.setdefault(_key(unit), unit)
        if kept.path != unit.path and not _are_two(kept, unit):
            name = kept.name if kept.own == unit.own else kept.own
            why = _WORDED.given(name=name, line=kept.entry.line)
            yield at, rows[at]._replace(outcome=Outcome.REPEATED, reason=why, other=kept.name)


def _is_told(unit: Unit) -> bool:
    """Tell whether a unit is a county or lies in one, its place is known, no character of its name
    is lost and none stands in brackets."""
    below = unit.level.depth >= Level.COUNTY.depth
    return below and bool(unit.path[unit.level.depth - 1]) and _NO_NAME.isdisjoint(unit.own)


def _place(unit: Unit) -> tuple[str, ...]:
    """Return the parents of a unit, of its county the stem; a community's, of that which all of it
    went into."""
    above = list(unit.parents)
    if len(above) > _COUNTY:
        above[_COUNTY] = place_stem(_COUNTY, place_key(_COUNTY, _county_since(unit)))
    return tuple(above)


def _county_since(unit: Unit) -> str:
    """Return the county of a unit, of a community that which all of it went into."""
    county = unit.path[_COUNTY]
    if unit.level is not Level.COMMUNITY:
        return county
    return gazetteer.taken_over_by(county) or county


def _key(unit: Unit) -> _Key:
    stem = name_of(unit.level, unit.own).stem
    word = kind_at_end(unit.level, unit.own)
    begins = word.word[:1] if word and unit.level is not Level.COUNTY else ""
    return unit.level.value, _place(unit), stem, begins, unit.entry.category


def _are_two(one: Unit, other: Unit) -> bool:
    """Tell whether two codes, two sorts of committees or two counties part two wordings."""
    counties = _county_since(one), _county_since(other)
    ours, theirs = (gazetteer.codes(Level.COUNTY, county) for county in counties)
    if counties[0] != counties[1] and ours.isdisjoint(theirs):
        return True
    codes = {one.entry.code, other.entry.code} - {""}
    return len(codes) > 1 or len({_committee(one), _committee(other)} - {-1}) > 1


def _committee(unit: Unit) -> int:
    """Return of which sort a unit's committee is, -1 where it names none."""
    return next((at for at, words in enumerate(_COMMITTEES) if unit.own.endswith(words)), -1)


_NO_NAME = frozenset((LOST, *"（("))
