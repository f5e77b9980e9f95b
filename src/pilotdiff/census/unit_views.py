"""The units of a list, and the shares of them that doubts look at."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pilotdiff.census.plain_names import is_plain
from pilotdiff.model import Level, Unit


@dataclass(frozen=True, eq=False)
class UnitViews:
    """The units of a list, of which a share is sought once, however many doubts ask for it: a
    nation has half a million."""

    units: Sequence[Unit]

    @cached_property
    def in_text(self) -> Sequence[Unit]:
        """Those that stand in no table."""
        return [unit for unit in self.units if not unit.entry.columns]

    @cached_property
    def by_level(self) -> Mapping[Level, Sequence[Unit]]:
        """Those of each level; of a level that none has there are none."""
        found: dict[Level, list[Unit]] = defaultdict(list)
        for unit in self.units:
            found[unit.level].append(unit)
        return found

    @cached_property
    def first_in_places(self) -> Sequence[Unit]:
        """Of all that lie in one place the first, in the order of the list.

        What is asked of parents alone is asked of these: a nation has a dozen villages to a town.
        """
        first = {unit.path[: unit.level.depth]: unit for unit in reversed(self.units)}
        return sorted(first.values(), key=lambda unit: unit.entry.line)

    @cached_property
    def of_odd_names(self) -> Sequence[Unit]:
        """Those of whose own name, or of what is said beside it, something may be odd."""
        return [
            unit
            for unit in self.units
            if unit.entry.note or unit.entry.wildcards or not is_plain(unit.own)
        ]

    @cached_property
    def inferred(self) -> Sequence[Unit]:
        """Those of which a parent is not stated where they stand."""
        return [unit for unit in self.units if unit.inferred]
