"""The units known so far, and which of them a list may name again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pilotdiff.matching.names.name_keys import name_of, place_stem
from pilotdiff.model import DivisionPath, Listing, Unit, Units
from pilotdiff.panel.panel_types import PanelListing

RosterKey = tuple[str, str, str]


@dataclass(slots=True, eq=False)
class Known:
    """A unit as the lists so far have it.

    number  in the order of entering
    path    of its last listing, parents left out filled from the others
    """

    number: int
    path: DivisionPath
    listings: list[PanelListing] = field(default_factory=list)

    @property
    def last(self) -> Unit:
        """The unit as last listed, under its whole path."""
        return self.listings[-1].unit._replace(path=self.path)

    def has(self, number: int) -> bool:
        """Tell whether a list names it already."""
        return any(listing.number == number for listing in self.listings)

    def add(self, listing: PanelListing) -> None:
        """Note one more listing."""
        self.path = listing.unit.path.joined(self.path)
        self.listings.append(listing)


class Roster:
    """All units known so far, found by their stems and by the places they lie in."""

    def __init__(self) -> None:
        self.known: list[Known] = []
        self._by_key: dict[RosterKey, dict[int, Known]] = defaultdict(dict)

    def enter(self, listing: PanelListing) -> Known:
        """Enter a unit that no list before it has."""
        unit = listing.unit
        new = Known(len(self.known), unit.path, [listing])
        self.known.append(new)
        self._index(new, unit)
        return new

    def add(self, known: Known, listing: PanelListing) -> None:
        """Note that one more list names a unit, maybe otherwise than before."""
        known.add(listing)
        self._index(known, known.last)

    def near(self, units: Iterable[Unit], but: int) -> list[Known]:
        """Return who may be meant by these units: of the same stem, or in the same place.

        Those that the list of number `but` names already are left out.
        """
        found: dict[int, Known] = {}
        for unit in units:
            for key in _keys(unit):
                found |= self._by_key.get(key, {})
        return [each for _, each in sorted(found.items()) if not each.has(but)]

    def _index(self, known: Known, unit: Unit) -> None:
        for key in _keys(unit):
            self._by_key[key][known.number] = known


def as_list(known: Iterable[Known], like: Units) -> Units:
    """Return known units as a list that a later one can be matched with."""
    listing = like.listing
    document = replace(listing.document, name="…", lines=(), scan=None)
    bare = Listing(document, date=listing.date, stated_year=listing.stated_year)
    return Units(bare, tuple(each.last for each in known))


def _keys(unit: Unit) -> list[RosterKey]:
    """Return the unit's own stem, and the stem of the nearest place that it lies in."""
    level, depth = str(unit.level), unit.level.depth
    keys = [(level, "", name_of(unit.level, unit.own).stem)]
    above = [at for at in range(depth - 1, -1, -1) if unit.path[at]]
    if above:
        keys.append((level, str(above[0]), place_stem(above[0], unit.path[above[0]])))
    return keys
