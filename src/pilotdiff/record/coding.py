"""The code of a listed unit, where one is possible."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from pilotdiff.model import Level, Unit, Units, Wildcard
from pilotdiff.record.locating import Located, locate, newest, prefixes
from pilotdiff.record.prefectures import prefecture
from pilotdiff.record.recorded import Recorded
from pilotdiff.repair import admits, fold

_LOST = "〓"
_NOWHERE = Located((), (), placed=False)


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
        """The edition asked for, else that of the document's date, else the newest."""
        if as_of is not None:
            return cls(as_of, exactly=True)
        year = units.listing.date[:4]
        return cls(int(year) if year.isdigit() else newest(Level.COMMUNITY))

    def at(self, level: Level) -> RecordYear:
        """The same, not after the newest edition of a level."""
        return self if self.exactly else RecordYear(min(self.year, newest(level)))


def code(unit: Unit, edition: RecordYear) -> Coded:
    """The code that a listed unit has in an edition.

    A lost character is what the one name makes it that fits under the named parent. A community
    without a prefecture is not sought: its name alone is no sign of it.
    """
    if unit.level is Level.COMMUNITY and not any(unit.path[1:4]):
        return Coded(None, 0, _NOWHERE)
    path, (year, exactly) = unit.path, edition.at(unit.level)
    located = _damaged(unit) if _LOST in unit.own else locate(path)
    found = located.at(year, exactly=exactly)
    if len(found) == 1:
        return Coded(found[0], 0, located)
    return Coded(None, len(found), located)


def _damaged(unit: Unit) -> Located:
    """The units under the named parents that the damaged name could be."""
    parents = unit.path[: unit.level.depth]
    if unit.level.depth <= Level.COUNTY.depth or not parents[-1] or _LOST in "".join(parents):
        return _NOWHERE
    starts = prefixes(parents)
    wildcards = _wildcards(unit)
    found = (
        each
        for start in starts
        for each in prefecture(start[:4], unit.level).under(start)
        if _fits(unit.own, each.name, wildcards)
    )
    return Located(tuple(found), (), placed=bool(starts))


def _wildcards(unit: Unit) -> tuple[Wildcard, ...]:
    """The constraints on the lost characters of the unit's own name."""
    before = unit.entry.text[: max(unit.entry.text.rfind(unit.own), 0)].count(_LOST)
    return tuple(islice(unit.entry.wildcards, before, before + unit.own.count(_LOST)))


def _fits(damaged: str, sound: str, wildcards: tuple[Wildcard, ...]) -> bool:
    if len(damaged) != len(sound):
        return False
    lost = iter(wildcards)
    return all(
        admits(next(lost, Wildcard()), theirs) if ours == _LOST else fold(ours) == fold(theirs)
        for ours, theirs in zip(damaged, sound, strict=True)
    )
