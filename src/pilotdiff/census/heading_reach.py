"""How far each heading reaches, and what stands under it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.listing.entries import PATH
from pilotdiff.model import Level, Listing, Section, Unit


class Extent(NamedTuple):
    """A heading with the lines it stands over: from its own to `end`, which it does not reach.

    level  of its entries: the heading's own, else that of a heading above it
    """

    section: Section
    end: float
    level: Level | None

    def holds(self, line: int) -> bool:
        """Tell whether a line stands under the heading; what a line holds besides it does."""
        return self.section.line <= line < self.end or line == self.section.line

    def has(self, unit: Unit) -> bool:
        """Tell whether a unit stands under the heading by what was read of its line."""
        return f"{unit.entry.section}{PATH}".startswith(PATH.join((*self.section.path, "")))


class UnitsByLine:
    """The units of a document by their lines."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = sorted(units, key=lambda unit: unit.entry.line)
        self._lines = [unit.entry.line for unit in self._units]

    def under(self, extent: Extent) -> list[Unit]:
        """Return those that stand under a heading; of a line with several headings, its own."""
        start = bisect_left(self._lines, extent.section.line)
        units = self._units[start : bisect_right(self._lines, extent.end)]
        edges = (extent.section.line, extent.end)
        return [unit for unit in units if unit.entry.line not in edges or extent.has(unit)]

    def below(self, line: int) -> list[Unit]:
        """Return those that stand below a line."""
        return self._units[bisect_right(self._lines, line) :]


def extents(listing: Listing) -> list[Extent]:
    """Return the headings in the order of their lines."""
    sections = sorted(listing.sections, key=lambda section: section.line)
    ends, over = [float("inf")] * len(sections), list[int]()
    found: list[Extent] = []
    for index, section in enumerate(sections):
        while over and not _within(section, sections[over[-1]]):
            ends[over.pop()] = section.line
        level = section.level or (found[over[-1]].level if over else None)
        found.append(Extent(section, float("inf"), level))
        over.append(index)
    return [extent._replace(end=end) for extent, end in zip(found, ends, strict=True)]


def over_unit(found: Sequence[Extent], unit: Unit) -> Extent | None:
    """Return the heading directly over a unit, which may be one of several in a line."""
    last = innermost(found, unit.entry.line)
    if last is None or last.has(unit):
        return last
    own = (each for each in reversed(found) if each.holds(unit.entry.line) and each.has(unit))
    return next(own, last)


def innermost(found: Sequence[Extent], line: int) -> Extent | None:
    """Return the heading directly over a line: the last before it."""
    at = bisect_right(found, line, key=lambda extent: extent.section.line)
    return found[at - 1] if at else None


def _within(section: Section, other: Section) -> bool:
    depth = len(other.path)
    return len(section.path) > depth and section.path[:depth] == other.path
