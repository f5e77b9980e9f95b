"""Provinces and prefectures that a list leaves out, where the official record has one answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from pilotdiff.model import DivisionPath, Level, Listing, Unit
from pilotdiff.names import kind_words
from pilotdiff.names.division_rows import spans_of
from pilotdiff.patterns import pattern
from pilotdiff.record import Recorded, newest, path_of
from pilotdiff.record.counties import named_places, successions

# An edition is of a day in its year, and a list may be ahead of it or behind it.
_NEAR = 1
# Codes were dealt out anew until the standard of 2002; a list without a date is of later times.
_STEADY = 2002
# A document that names so many provinces is about the nation.
_NATION = 3
_PROVINCE_DIGITS = 2
_ABOVE = (Level.PROVINCE, Level.PREFECTURE)
# What a list says of a county right under its province: 省直辖县级行政区划, 省直管县（市）.
_RIGHT_UNDER_PROVINCE = pattern(r"(?:省|自治区)直[辖管]|直管(?:县|市(?!辖))|省管县", needs="直管")


def with_recorded_parents(units: Sequence[Unit], listing: Listing) -> tuple[Unit, ...]:
    """Return units with the province and the prefecture that the record tells of their county or
    prefecture; both are marked as inferred, and as told by the record.

    Nothing is filled where several places bear the name, against a place that the list states, or
    outside the one or two provinces that the document itself is about; no prefecture where the list
    says that the county stands right under its province, or where nearly all others lie in one city
    and this one would not.
    """
    telling = _Telling(listing, units)
    filled = [telling.filled(unit) for unit in units]
    city = _only_city(filled)
    if city is None:
        return tuple(filled)
    return tuple(
        own if whole.recorded and _is_astray(whole, city) else whole
        for own, whole in zip(units, filled, strict=True)
    )


_OF_ONE_CITY, _ONE_IN = 8, 8


def _only_city(units: Sequence[Unit]) -> str | None:
    """Return the prefecture in which nearly all units lie, none of the others by what the list
    says; None for a list of several.

    What a list of 清岗市 calls 白溪区 is a zone of its own, though the one of the record lies in
    北岭市.
    """
    counts = Counter(unit.path.prefecture for unit in units if unit.path.prefecture)
    city, number = counts.most_common(1)[0] if counts else ("", 0)
    others = [unit for unit in units if _is_astray(unit, city)]
    if number < _OF_ONE_CITY or _ONE_IN * len(others) > number:
        return None
    return city if all(Level.PREFECTURE in unit.recorded for unit in others) else None


def _is_astray(unit: Unit, city: str) -> bool:
    return unit.path.prefecture not in ("", city)


def _provinces(listing: Listing, units: Sequence[Unit]) -> frozenset[str]:
    """Return the provinces that the document names, in its title or over its units; those of the
    prefectures over them too."""
    above = (unit.path[: min(2, unit.level.depth)] for unit in units)
    stated = {part for parts in above for part in parts if part}
    found = (
        each
        for text in (*listing.context, *sorted(stated))
        for level in _ABOVE
        for each in named_places(level, text)
    )
    of_each = {each.code[:_PROVINCE_DIGITS]: each for each in found}
    return frozenset(path_of(each)[0] for each in of_each.values())


class _Telling:
    """Tells the parents of counties and prefectures in a year, each once."""

    def __init__(self, listing: Listing, units: Sequence[Unit]) -> None:
        self._listing, self._units = listing, units
        self._year = listing.year
        self._known: dict[DivisionPath, DivisionPath] = {}

    @cached_property
    def _provinces(self) -> frozenset[str]:
        """The provinces that the document is about, none where it is about the nation."""
        found = _provinces(self._listing, self._units)
        return found if len(found) < _NATION else frozenset()

    def filled(self, unit: Unit) -> Unit:
        """Return a unit with the province and the city that the record tells of its county."""
        path = unit.path
        if path.prefecture and path.province:
            return unit
        # What a prefecture lies in, the prefecture tells, whatever stands below it.
        county = "" if path.prefecture else path.county
        place = path._replace(county=county, township="", community="")
        level = place.level
        if level not in (Level.PREFECTURE, Level.COUNTY):
            return unit
        if place not in self._known:
            self._known[place] = self._parents(place, level)
        told = path.joined(self._known[place])
        if told.prefecture != path.prefecture and self._right_under_province(unit):
            told = told._replace(prefecture=path.prefecture)
        gained = tuple(each for each in _ABOVE if told[each.depth] != path[each.depth])
        if not gained:
            return unit
        return unit._replace(
            path=told,
            inferred=tuple(sorted({*unit.inferred, *gained}, key=lambda each: each.depth)),
            recorded=gained,
        )

    def _right_under_province(self, unit: Unit) -> bool:
        """Tell whether the unit's line, or the heading over it, says so."""
        entry = unit.entry
        said = (entry.raw, entry.section)
        return entry.line in self._lines or any(map(_RIGHT_UNDER_PROVINCE.search, said))

    @cached_property
    def _lines(self) -> frozenset[int]:
        """The numbers of the lines that say so of what they hold."""
        lines = self._listing.document.lines
        texts = ((line.number, "".join(line.cells) or line.text) for line in lines)
        return frozenset(line for line, text in texts if _RIGHT_UNDER_PROVINCE.search(text))

    def _parents(self, place: DivisionPath, level: Level) -> DivisionPath:
        """Return what all divisions of the name that can be meant lie in."""
        name = place[level.depth]
        if name in kind_words(level):
            return DivisionPath()  # a zone called by its kind alone is another one in each city
        paths = {self._path(each) for each in self._meant(level, name)}
        above = {
            DivisionPath(path.province, path.prefecture if level is Level.COUNTY else "")
            for path in paths
        }
        if not above:
            above = _of_new_area(name, level)
        fitting = {each for each in above if place.agrees(each)}
        provinces = {each.province for each in fitting}
        if len(provinces) != 1 or (self._provinces and not provinces <= self._provinces):
            return DivisionPath()
        return fitting.pop() if len(fitting) == 1 else DivisionPath(provinces.pop())

    def _meant(self, level: Level, name: str) -> list[Recorded]:
        """Return the divisions of a name that stand near the year, else all of later times."""
        found = named_places(level, name)
        if self._year is None:
            late = [each for each in found if each.last > _STEADY] or found
            return _without_predecessors(late, newest(level))
        near = [each for each in found if each.distance(self._year) <= _NEAR] or found
        return _without_predecessors(near, self._year)

    def _path(self, unit: Recorded) -> DivisionPath:
        """Return where a unit lies in the document's year; where its prefecture had ended by then,
        in the one that goes on under the prefecture's name, if one does."""
        at = self._at(unit)
        path = DivisionPath._make(path_of(unit, at))
        year = at if self._year is None else self._year
        if unit.last >= year or not path.prefecture:
            return path
        later = {
            each.name
            for bare in _bare(unit.code)
            for each in named_places(Level.PREFECTURE, bare, unit.code[:2])
            if not each.distance(year)
        }
        return path._replace(prefecture=later.pop() if len(later) == 1 else "")

    def _at(self, unit: Recorded) -> int:
        year = newest(unit.level) if self._year is None else self._year
        return max(unit.first, min(unit.last, year))


def _of_new_area(name: str, level: Level) -> set[DivisionPath]:
    """Return what a new area of the State lies in that a list has among the places of a level,
    set() where no area bears the name."""
    from pilotdiff.record import new_area

    area = new_area(name)
    if area is None:
        return set()
    return {DivisionPath(area.province, area.prefecture if level is Level.COUNTY else "")}


def _without_predecessors(found: list[Recorded], year: int) -> list[Recorded]:
    """Return divisions without those in whose place, and in whose prefecture's place, another of
    them stands in a year.

    定西地区 became 定西市, and 陇西县 got another code: it is one county all the same. 寿县 went
    from one prefecture to another, and a list may mean it in either.
    """
    standing = {each.code for each in found if each.first <= year <= each.last}
    return [
        each
        for each in found
        if each.code in standing or not any(_succeeds(each.code, code) for code in standing)
    ]


def _succeeds(old: str, new: str) -> bool:
    """Tell whether a county went on under a new code because its prefecture did, 定西地区 as
    定西市."""
    return new in successions(old) and not _bare(old).isdisjoint(_bare(new))


def _bare(county: str) -> set[str]:
    """Return what the prefecture of a county has been called, without its kinds."""
    return {span.bare for span in spans_of(f"{county[:4]}00") if span.bare}
