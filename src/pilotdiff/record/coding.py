"""The code of a listed unit, where one is possible."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pilotdiff.model import Level, Unit, Units
from pilotdiff.model.repairs import LOST
from pilotdiff.record import counties
from pilotdiff.record.damaged import NOT_LOCATED, fitting
from pilotdiff.record.locating import Located, locate, newest
from pilotdiff.record.recorded import Recorded


class Coded(NamedTuple):
    """What the record has of a listed unit in the edition asked for.

    unit     the one possible, None where there is none or several
    several  how many are possible, where it is more than one
    located  all that the record has under the unit's path
    """

    unit: Recorded | None
    several: int
    located: Located


class RecordYear(NamedTuple):
    """The year in which units are looked up; with `exactly` the editions beside it will not do."""

    year: int
    exactly: bool = False

    @classmethod
    def of(cls, units: Units, as_of: int | None = None) -> RecordYear:
        """Return the edition asked for, else that of the document's year, else the newest."""
        if as_of is not None:
            return cls(as_of, exactly=True)
        return cls(units.listing.year or newest(Level.COMMUNITY))

    def at(self, level: Level) -> RecordYear:
        """Return the same, not after the newest edition of a level."""
        return self if self.exactly else _not_after(self.year, level)


@lru_cache(maxsize=1 << 8)
def _not_after(year: int, level: Level) -> RecordYear:
    return RecordYear(min(year, newest(level)))


def code(unit: Unit, edition: RecordYear) -> Coded:
    """Return the code that a listed unit has in an edition.

    Lost characters are what the one name makes them that fits there, in whatever years. A community
    without a prefecture is not sought: its name alone is no sign of it.
    """
    if unit.level is Level.COMMUNITY and not any(unit.path[1:4]):
        return Coded(None, 0, NOT_LOCATED)
    path, (year, exactly) = unit.path, edition.at(unit.level)
    lost = LOST in "".join(path)
    located = fitting(unit) if lost else locate(path)
    if located.same and not exactly and year > counties.NEWEST_OF_ZONES:
        year = min(year, max(counties.told_until(each.code) for each in located.same))
    found = located.at(year, exactly=exactly)
    if lost and LOST in unit.own and (several := len({e.name for e in located.same})) > 1:
        return Coded(None, several, located)
    if len(found) == 1:
        return Coded(found[0], 0, located)
    return Coded(None, len(found), located)
