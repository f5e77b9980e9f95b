"""One unit's way through the documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pilotdiff.model import DivisionPath, Filed, Level, Row, Unit
from pilotdiff.record import RecordedChange
from pilotdiff.tracing.searched_text import LiteralWords, has_text


class Sighting(NamedTuple):
    """A unit that a document names: the one that is traced, or one that lies in it.

    unit       as the document names it
    itself     whether it is the traced one
    mentioned  it stands in running text, not in the list
    row        what became of it, or what it came from, where the other list of the batch is here
    other      the document that holds the row's other unit
    proposed   it bears another name or place, and a person must decide whether it is the same
    claims     the rows under review that may be of it as well, where it has no partner
    """

    unit: Unit
    itself: bool
    mentioned: bool = False
    row: Row | None = None
    other: str = ""
    proposed: bool = False
    claims: tuple[Row, ...] = ()

    @property
    def partner(self) -> Unit | None:
        """The unit of the other list that it is the same as, or may be."""
        if self.row is None:
            return None
        is_pilot = self.row.pilot is not None and self.row.pilot.entry is self.unit.entry
        return self.row.result if is_pilot else self.row.pilot


class Stop(NamedTuple):
    """What one document says of the unit, in the order of its lines.

    unpaired  whether the other list of its batch is not here, but lists of other batches are
    """

    document: Filed
    sightings: tuple[Sighting, ...]
    unpaired: bool = False

    @property
    def itself(self) -> tuple[Sighting, ...]:
        """Where it names the unit."""
        return tuple(sighting for sighting in self.sightings if sighting.itself)

    @property
    def is_proposed(self) -> bool:
        """Whether nothing but lines that a person may yet pair with the unit names it."""
        return all(one.proposed for one in self.sightings)

    def within(self, level: Level) -> tuple[Sighting, ...]:
        """Return the units of a level that lie in it, as the document lists them."""
        return tuple(
            sighting
            for sighting in self.sightings
            if not (sighting.itself or sighting.mentioned) and sighting.unit.level is level
        )


class Course(NamedTuple):
    """One unit and the documents that name it or something in it, in time.

    path   from the province down to the unit itself, "" where no document tells
    names  every name that the documents give it, as shown, the latest first
    absent the documents of which no unit read is it or lies in it
    words  where its names stand in the text of these all the same
    changes  what the official record tells of it since the first document, the oldest first
    """

    level: Level
    path: DivisionPath
    names: tuple[str, ...]
    stops: tuple[Stop, ...]
    absent: tuple[Filed, ...]
    words: tuple[LiteralWords, ...] = ()
    changes: tuple[RecordedChange, ...] = ()

    @property
    def timeline(self) -> tuple[Stop | RecordedChange, ...]:
        """The documents and the changes in time; a change comes after the documents of its year."""
        told: list[Stop | RecordedChange] = []
        left = list(self.changes)
        for stop in self.stops:
            year = int(stop.document.source.date[:4] or 9999)
            while left and left[0].year < year:
                told.append(left.pop(0))
            told.append(stop)
        return (*told, *left)

    @property
    def without_text(self) -> tuple[Filed, ...]:
        """Of the absent documents those that there was no text of to look in."""
        return tuple(filed for filed in self.absent if not has_text(filed))

    @property
    def not_named_in(self) -> tuple[Filed, ...]:
        """Of the absent documents those whose text does not have its names either."""
        said = {id(found.document) for found in self.words}
        return tuple(f for f in self.absent if has_text(f) and id(f) not in said)


@dataclass(frozen=True, slots=True)
class Trail:
    """All that documents say of a name.

    name       as it was asked for
    documents  all that were looked through, in time, those without a date last
    ways       one a unit: a name may occur in several places
    near       names like it, where nothing bears it
    words      where the name stands in the text of documents, where no unit that was read bears it
    """

    name: str
    documents: tuple[Filed, ...]
    ways: tuple[Course, ...]
    near: tuple[str, ...] = ()
    words: tuple[LiteralWords, ...] = ()
