"""Division codes that both lists state beside their names: where a unit lies, and which it is.

A code is evidence where both lists have codes. The same code beside the same name is the same unit;
a code that passed to another name says nothing. Where a list leaves a parent out, the code tells
one place from another.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pilotdiff.matching.names.name_keys import name_of, place_stem
from pilotdiff.matching.places.matched_places import CODED, Place, compared_place
from pilotdiff.model import Level, Unit
from pilotdiff.names import gazetteer

# How many digits of a code tell the place of each depth: 13 the province, 1301 the prefecture.
_DIGITS = (2, 4, 6, 9)
_COUNTY = Level.COUNTY.depth


def both_have_codes(pilots: Sequence[Unit], results: Sequence[Unit]) -> bool:
    """Tell whether units of both lists have codes."""
    return all(any(unit.entry.code for unit in units) for units in (pilots, results))


def places_by_code(pilots: Sequence[Unit], results: Sequence[Unit]) -> Mapping[int, Place]:
    """Return the places of the units that leave a parent out and have a code, by `id(unit)`: the
    parent by the name that a list has for its code, else by the code itself.

    Empty where one of the lists has no codes. A code that is that of another county than the one
    which is stated slipped to this row, and tells nothing.
    """
    if not both_have_codes(pilots, results):
        return {}
    open_ones = [u for units in (pilots, results) for u in units if _is_open(u) and _fits(u)]
    if not open_ones:
        return {}
    named = _named((*pilots, *results))
    return {id(unit): _filled(unit, named) for unit in open_ones}


def _fits(unit: Unit) -> bool:
    """Tell whether a unit has a code that is not, by the standard, that of another county."""
    code, county = unit.entry.code, unit.path[_COUNTY]
    if len(code) < _DIGITS[_COUNTY] or unit.level.depth < _COUNTY:
        return bool(code)
    known = gazetteer.codes(Level.COUNTY, county)
    return not known or code[: _DIGITS[_COUNTY]] in known


def _is_open(unit: Unit) -> bool:
    return "" in unit.path[: unit.level.depth]


def _named(units: Sequence[Unit]) -> Mapping[str, str]:
    """Return the one key that the lists have for the place of a code, by the code."""
    told: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        if code := unit.entry.code:
            for digits, key in zip(_DIGITS, compared_place(unit), strict=False):
                if key:
                    told[code[:digits]].add(key)
    return {code: next(iter(keys)) for code, keys in told.items() if len(keys) == 1}


def _filled(unit: Unit, named: Mapping[str, str]) -> Place:
    code = unit.entry.code
    return tuple(
        key or named.get(code[:digits], CODED + code[:digits])
        for digits, key in zip(_DIGITS, compared_place(unit), strict=False)
    )


def of_one_code(pilots: Sequence[Unit], results: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of units with the same code and the same stem, where neither list has the
    two twice and no parent that both state differs in its stem."""
    ours, theirs = _by_code(pilots), _by_code(results)
    for key, number in ours.items():
        other = theirs.get(key, -1)
        if number >= 0 <= other and may_be_one(pilots[number], results[other]):
            yield number, other


def _by_code(units: Sequence[Unit]) -> dict[tuple[str, str], int]:
    """Return each code and stem with the number of its unit, -1 where several have them."""
    found: dict[tuple[str, str], int] = {}
    for number, unit in enumerate(units):
        if code := unit.entry.code:
            key = code, name_of(unit.level, unit.own).stem
            found[key] = -1 if key in found else number
    return found


def may_be_one(pilot: Unit, result: Unit) -> bool:
    """Tell whether no parent that both state differs in its stem."""
    above = pilot.level.depth
    if pilot.path[:above] == result.path[:above]:
        return True
    both = zip(compared_place(pilot), compared_place(result), strict=True)
    return all(
        not a or not b or place_stem(depth, a) == place_stem(depth, b)
        for depth, (a, b) in enumerate(both)
    )
