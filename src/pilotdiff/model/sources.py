"""What a document is in its programme: its kind, its batch, who published it and when."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from pilotdiff.model.levels import Level
    from pilotdiff.model.listings import Allotment, Citation, Figure, Units


class SourceKind(StrEnum):
    """What a document is to its programme."""

    PILOTS = "pilots"
    RESULTS = "results"
    PLAN = "plan"
    NEWS = "news"
    ZONES = "zones"


class Source(NamedTuple):
    """One document as a catalogue describes it, or as its own title lets one guess.

    kind       None where nothing tells
    date       ISO, "" when unknown
    batch      of its programme, None when it belongs to none
    declared   totals that the document states of itself
    site       who published the page the facts were taken from, page its title, seen its ISO date
    cites      numbers of the documents it refers to; citations the same with their titles
    allotments sentences that give several units their categories in turn
    ends       when the work is to be done, "2023-03" or a whole date; "" when unknown
    path       the list as published, None where the document has figures only
    id_column, name_column  the columns of a table whose headers are not recognised, else ""
    """

    id: str
    kind: SourceKind | None
    title: str
    issuer: str = ""
    number: str = ""
    date: str = ""
    province: str = ""
    programme: str = ""
    batch: int | None = None
    script: str = ""
    declared: Mapping[Level, int] = {}
    site: str = ""
    page: str = ""
    seen: str = ""
    cites: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    path: Path | None = None
    id_column: str = ""
    name_column: str = ""
    citations: tuple[Citation, ...] = ()
    allotments: tuple[Allotment, ...] = ()
    ends: str = ""


class Filed(NamedTuple):
    """A document with what is known of it and the units that it lists (none where it has figures
    only): what `check`, `trace` and `programme` put side by side."""

    source: Source
    units: Units
