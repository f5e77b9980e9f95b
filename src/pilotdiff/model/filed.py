"""What a document is in its programme: its kind, who published it, and the units it lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.model.facts import Facts, SourceKind
from pilotdiff.model.levels import Level
from pilotdiff.model.provenance import Provenance
from pilotdiff.model.units import Units

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source(Facts):
    """One document with its facts as a catalogue gives them, or as it tells them itself.

    id         under which it is asked for, else the name it was read by; of a catalogue, with its
               short name
    kind       None where nothing tells
    province   "" when unknown or when it is of several
    declared   totals that the document states of itself
    site       who published the page the facts were taken from, page its title, seen its ISO date
    known_from facts that the document does not state, each with the title of what does
    is_extract whether the file holds an extract of the page
    path       the list as published, None where the document has figures only
    stated_year  the year that it states without a day, None where it states none
    id_column, name_column  the columns of a table whose headers are not recognised, else ""
    """

    id: str
    kind: SourceKind | None
    province: str = ""
    declared: Mapping[Level, int] = field(default_factory=dict)
    site: str = ""
    page: str = ""
    seen: str = ""
    known_from: tuple[tuple[str, str], ...] = ()
    is_extract: bool = False
    path: Path | None = None
    stated_year: int | None = None
    id_column: str = ""
    name_column: str = ""

    @property
    def provenance(self) -> Provenance:
        """Where the document was found, and its facts that it does not state."""
        return Provenance(self.site, self.page, self.seen, self.known_from, self.is_extract)


class Filed(NamedTuple):
    """A document with what is known of it and the units that it lists (none where it has figures
    only): what `check`, `trace` and `programme` put side by side."""

    source: Source
    units: Units
