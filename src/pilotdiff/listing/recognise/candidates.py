"""One thing that a line, or several together, may be."""

from typing import NamedTuple

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.lines.headings import Heading
from pilotdiff.listing.lines.pieces import Piece
from pilotdiff.listing.unit_names.line_names import Names
from pilotdiff.model import Level, Role, Said


class Candidate(NamedTuple):
    """What the lines of `piece` may be taken for.

    features  the evidence that holds whatever stands above it; keys of segment.weights
    span      how many pieces of the document it covers
    names     of an item, or those that a heading names itself
    path      the units that a parent or a heading names
    title     of a heading or parent, as shown
    why       what is told of lines that give no entry
    told      whether that is told as something that may be lost
    """

    role: Role
    piece: Piece
    features: tuple[str, ...]
    span: int = 1
    names: Names | None = None
    path: Parts = ()
    title: str = ""
    heading: Heading | None = None
    declared: int | None = None
    why: Said = ""
    told: bool = False


class LinePlace(NamedTuple):
    """Where a line stands: what the lines above it have opened.

    open       a heading or an entry stands directly above it
    continues  its number is the next after that of the entry above
    heads_on   its number is the next of a heading in force
    level      what the headings in force say of the tier
    """

    open: bool = False
    continues: bool = False
    heads_on: bool = False
    level: Level | None = None
