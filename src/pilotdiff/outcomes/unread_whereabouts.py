"""Where what was not read of a document may lie, as far as its lines say so themselves.

A line that gave no unit and begins with 清岗县 bears on the pilots of that county alone, where the
list has others. All else may lie anywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.census.unread_units import UnreadUnits, counts_every_entry, unread_units
from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.matching.names.name_keys import place_key
from pilotdiff.matching.places.stated_places import may_be_two
from pilotdiff.model import LEVELS, Level, Line, Unit, Units
from pilotdiff.model.plain_rows import beside_plain_rows
from pilotdiff.names import gazetteer
from pilotdiff.outcomes.unread_below_headings import CountyHeadings
from pilotdiff.repair import fold

_COUNTY = Level.COUNTY.depth
_LONGEST = 16
_SHORTEST = 2
# Between several places: which of them the unread unit lies in is not told.
_JOINS = frozenset("、，,；;和及与")


class Whereabouts(NamedTuple):
    """Where one unread unit may lie: the keys of its place by level, "" for any; and its level."""

    place: tuple[str, ...] = ("",) * len(LEVELS)
    level: Level | None = None

    def may_be_in(self, path: Sequence[str], level: Level | None = None) -> bool:
        """Tell whether it may be a unit of this level (None for any) in this place, of which parts
        may not be known."""
        if level is not None and self.level not in (None, level):
            return False
        return all(
            not stated or not part or stated == place_key(depth, part)
            for depth, (stated, part) in enumerate(zip(self.place, path, strict=False))
        )


ANYWHERE = Whereabouts()


class UnreadPilots(tuple[Whereabouts, ...]):
    """The pilots of which it is known that no entry holds them."""

    __slots__ = ()

    def within(self, path: Sequence[str], level: Level | None = None) -> int:
        """Return how many of them may be of this level in this place."""
        return sum(each.may_be_in(path, level) for each in self)

    def of_units(self, units: Iterable[Unit]) -> "UnreadPilots":
        """Return those that may be of the levels and places of these units."""
        places = {(unit.parents, unit.level) for unit in units}
        return UnreadPilots(
            each for each in self if any(each.may_be_in(*place) for place in places)
        )

    def lying_in(self, place: Sequence[str]) -> "UnreadPilots":
        """Return them with the keys of a place where they state none themselves."""
        return UnreadPilots(
            each._replace(place=tuple(map(_first, each.place, place))) for each in self
        )


def _first(one: str, other: str) -> str:
    return one or other


NONE_UNREAD = UnreadPilots()


def counted_again(document: Units) -> int:
    """Return how many entries of a list stand in it already, under the same heading, where its
    total counts them: each may stand for another unit. Where many do, that is its way."""
    if not document.listing.declared:
        return 0
    units = [unit for unit in document.units if _is_placed(unit)]
    again = len(units) - len(set(map(_listed_as, units)))
    usual = again > max(_MOST_AGAIN, _SHARE_AGAIN * len(document.units))
    return again if again and not usual and counts_every_entry(document) else 0


def _is_placed(unit: Unit) -> bool:
    """Tell whether the parent is known that would tell two units of one name apart."""
    depth = unit.level.depth
    return not may_be_two(unit) and (depth <= Level.COUNTY.depth or bool(unit.path[depth - 1]))


def _listed_as(unit: Unit) -> tuple[object, ...]:
    return unit.level, *map(fold, unit.path), unit.entry.section, unit.entry.category


# Beyond so many, or such a share of a list, entries that recur are how the document is made.
_MOST_AGAIN, _SHARE_AGAIN = 3, 0.1


def unread_pilots(pilots: Units) -> UnreadPilots:
    """Return the pilots that are known to be in none of a list's entries, each with its place."""
    unread = unread_units(pilots)
    meant = [ANYWHERE] * counted_again(pilots)
    return UnreadPilots((*_told(pilots, unread), *meant)) if unread.number or meant else NONE_UNREAD


_ENOUGH = 3


def place_of_list(units: Units, others: Iterable[Units]) -> tuple[str, ...]:
    """Return the keys of the place that all units of a list lie in and none of the `others`, by
    level and "" for none: lists by prefecture are parts of one.

    Its title names it; a prefecture may be told by its units as well, where it has several.
    """
    paths = {unit.parents for unit in units.units}
    elsewhere = {unit.path for other in others for unit in other.units}
    title = fold(units.listing.title)
    found = list(ANYWHERE.place)
    for depth in range(len(LEVELS) - 1):
        names = {path[depth] if depth < len(path) else "" for path in paths}
        name = names.pop() if len(names) == 1 else ""
        many = depth <= Level.PREFECTURE.depth and len(units.units) >= _ENOUGH
        told = many or fold(name) in title
        if name and told and not _lies_among(depth, name, elsewhere):
            found[depth] = place_key(depth, name)
    return tuple(found)


def _lies_among(depth: int, name: str, paths: Iterable[Sequence[str]]) -> bool:
    """Tell whether a path is in this place, or may be since its own is not known."""
    key = place_key(depth, name)
    return any(not path[depth] or place_key(depth, path[depth]) == key for path in paths)


def _told(pilots: Units, unread: UnreadUnits) -> Iterator[Whereabouts]:
    yield from map(Whereabouts, places_of_lines(pilots, unread, pilots.units))
    yield from beyond_lines(unread)


def beyond_lines(unread: UnreadUnits) -> Iterator[Whereabouts]:
    """Yield where each unit may lie that stands in no known line: a number or a total lacks it."""
    yield from (ANYWHERE for _ in unread.numbers)
    for level, number in unread.short.items():
        yield from (ANYWHERE._replace(level=level) for _ in range(number))


def places_of_lines(
    document: Units, unread: UnreadUnits, listed: Iterable[Unit]
) -> Iterator[tuple[str, ...]]:
    """Yield the place of each unread line, by the places of the `listed` units; that of no line is
    known where headings lack units, some of which these lines may be."""
    if not unread.lines:
        return
    asked = {*unread.lines}
    beside = beside_plain_rows(document.listing.document.lines)
    lines = {line.number: line for line in beside if line.number in asked}
    # A plain row of a long table lies where the unit does that it gave.
    rows = {unit.entry.line: unit for unit in document.units if unit.entry.line in asked}
    listed = list(listed) if lines else ()
    known = None if unread.headed else _ListedPlaces(listed)
    headings = CountyHeadings(document, listed) if known and lines else None
    for number in unread.lines:
        if known and headings and number in lines:
            yield _below(headings, known.stated(lines[number]), lines[number])
        else:
            yield _place_of(rows[number]) if known and number in rows else ANYWHERE.place


def _below(headings: CountyHeadings, stated: tuple[str, ...], line: Line) -> tuple[str, ...]:
    """Return the place that a line states, with the county that its heading tells where the line
    states none."""
    if stated[_COUNTY] or not (county := headings.county_of(line)):
        return stated
    return (*stated[:_COUNTY], county, *stated[_COUNTY + 1 :])


def _place_of(unit: Unit) -> tuple[str, ...]:
    """Return the keys of the places that a unit lies in, by level."""
    over = unit.parents
    keys = [place_key(depth, part) if part else "" for depth, part in enumerate(over)]
    return (*keys, *ANYWHERE.place[len(keys) :])


class _ListedPlaces:
    """The places that the units of one list lie in: it tells them apart itself."""

    def __init__(self, units: Iterable[Unit]) -> None:
        paths = {unit.parents for unit in units}
        self._names = [
            {fold(path[depth]) for path in paths if len(path) > depth and path[depth]}
            for depth in range(len(LEVELS) - 1)
        ]
        self._over: dict[str, set[tuple[str, ...]]] = {}
        for path in paths:
            if len(path) > _COUNTY and path[_COUNTY]:
                self._over.setdefault(fold(path[_COUNTY]), set()).add(tuple(path[:_COUNTY]))

    def stated(self, line: Line) -> tuple[str, ...]:
        """Return the place that a line, or one of its cells, begins with, by level."""
        found: list[set[str]] = [set() for _ in LEVELS]
        texts = [fold(text.strip()) for text in line.cells or (line.text,)]
        if any(_JOINS.intersection(text) for text in texts):
            return ANYWHERE.place
        for text in texts:
            for depth, name in self._led_by(text):
                found[depth].add(place_key(depth, name))
                for above, over in self._lies_in(depth, name):
                    found[above].add(place_key(above, over))
        return tuple(min(keys) if len(keys) == 1 else "" for keys in found)

    def _lies_in(self, depth: int, name: str) -> Iterator[tuple[int, str]]:
        """Yield the places that a county lies in, where the list has one of that name, and the
        standard no more."""
        over = list(self._over.get(name, ())) if depth == _COUNTY else []
        if len(over) == 1 and len(gazetteer.homes(name)) < 2:
            yield from ((above, part) for above, part in enumerate(over[0]) if part)

    def _led_by(self, text: str) -> Iterator[tuple[int, str]]:
        rest = text[number_end(text) :].strip()
        for depth, names in enumerate(self._names):
            sizes = range(min(len(rest), _LONGEST), _SHORTEST - 1, -1)
            name = next((rest[:size] for size in sizes if rest[:size] in names), "")
            if name:
                yield depth, name
                rest = rest[len(name) :]
