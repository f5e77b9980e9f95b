"""Hamlets set with blanks behind the village that holds them, both read as units: 东岭村委会 张家
自然村."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg

_WHY = msg("it may be a hamlet of {village}, which stands before it, and no unit beside that")
_BODIES = ("村委会", "居委会", "村民委员会", "居民委员会", "行政村")
_HAMLETS = ("村", "屯", "寨", "庄", "坝", "湾", "组")


def hamlets(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such hamlets: two villages of one town with nothing but blanks between them, the first
    called by its body and the second not."""
    pairs = [
        (one, other)
        for one, other in pairwise(units)
        if one.entry.line == other.entry.line and _are_nested(one, other)
    ]
    lines = {line.number: line.text for line in listing.document.lines} if pairs else {}
    for one, other in pairs:
        before, _, behind = lines.get(one.entry.line, "").partition(one.own)
        if before and behind[:1].isspace() and behind.lstrip().startswith(other.own):
            yield DoubtfulLine(other.entry.line, other.own, _WHY.given(village=one.own))


def _are_nested(one: Unit, other: Unit) -> bool:
    depth = Level.COMMUNITY.depth
    alike = one.level is other.level is Level.COMMUNITY and one.path[:depth] == other.path[:depth]
    named = one.own.endswith(_BODIES) and not other.own.endswith(_BODIES)
    return alike and named and other.own.endswith(_HAMLETS)
