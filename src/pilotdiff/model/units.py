"""The administrative path an entry names, and the units of a whole listing."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pilotdiff.model.census import NOTHING_LEFT_OUT, Census
from pilotdiff.model.levels import Level
from pilotdiff.model.listings import Entry, Listing, Skipped
from pilotdiff.model.paths import DivisionPath


class Unit(NamedTuple):
    """A path of up to five parts, each as shown (stem and kind together: 河东街道).

    A named tuple, because lists of the whole nation make a million of them.

    id        the entry's id, or one made from its level, name and category (u3f9a2c1b04d7)
    level     the tier of its last part
    path      its parts by their levels; "" where a part is unknown
    name      the path as the list states it: its own text and the header it stands under, without
              parts that only the document's context gave
    inferred  the levels of `path` that the entry's own text does not state
    recorded  the levels that the official record tells, and no part of the document: a parent left
              out, or a name with lost characters
    """

    entry: Entry
    id: str
    level: Level
    path: DivisionPath
    name: str
    inferred: tuple[Level, ...] = ()
    recorded: tuple[Level, ...] = ()

    @property
    def own(self) -> str:
        """The last part: the unit's own name."""
        return self.path[self.level.depth]

    @property
    def parents(self) -> tuple[str, ...]:
        """The parts above it, from the province down; "" where one is unknown."""
        return self.path[: self.level.depth]

    def lacks(self, level: Level) -> bool:
        """Tell whether the unit lies below a level and its list states nothing of that one."""
        return self.level.depth > level.depth and not self.path[level.depth]


@dataclass(frozen=True, slots=True)
class Units:
    """A listing with the unit each entry names; entries that name none are in `unread`.

    census  what the document names and the list does not hold
    parts   the lists that several were put together from, () for one list
    """

    listing: Listing
    units: tuple[Unit, ...] = field(repr=False)
    unread: tuple[Skipped, ...] = ()
    census: Census = NOTHING_LEFT_OUT
    parts: "tuple[Units, ...]" = field(default=(), repr=False)

    @property
    def documents(self) -> "tuple[Units, ...]":
        """Return the lists as their documents have them: of what is put together, each."""
        return self.parts or (self,)
