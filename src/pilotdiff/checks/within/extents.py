"""How far each heading reaches, and what stands under it."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.model import Level, Listing, Section, Unit


class Extent(NamedTuple):
    """A heading with the lines it stands over: from its own to `end`, which it does not reach.

    level  of its entries: the heading's own, else that of a heading above it
    """

    section: Section
    end: float
    level: Level | None

    def holds(self, line: int) -> bool:
        """Whether a line stands under the heading."""
        return self.section.line <= line < self.end

    def units(self, units: Sequence[Unit]) -> list[Unit]:
        """Those of the units that stand under the heading."""
        return [unit for unit in units if self.holds(unit.entry.line)]


def extents(listing: Listing) -> list[Extent]:
    """The headings in the order of their lines."""
    sections = sorted(listing.sections, key=lambda section: section.line)
    found: list[Extent] = []
    for index, section in enumerate(sections):
        following = (s.line for s in sections[index + 1 :] if not _within(s, section))
        above = [each.level for each in found if _within(section, each.section)]
        level = section.level or next(filter(None, reversed(above)), None)
        found.append(Extent(section, next(following, float("inf")), level))
    return found


def innermost(found: Sequence[Extent], line: int) -> Extent | None:
    """The heading directly over a line."""
    return next((extent for extent in reversed(found) if extent.holds(line)), None)


def _within(section: Section, other: Section) -> bool:
    depth = len(other.path)
    return len(section.path) > depth and section.path[:depth] == other.path
