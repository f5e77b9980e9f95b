"""Headings among towns that sound like one of them: 中心镇 between 白石县 and 黑石镇. Of villages
`captions` tells."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.model import LeftOut, Level, Listing, Role, Unit, msg
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.patterns import pattern

_WHY = msg("it sounds like a unit of the list, and is read as a heading")
_NAME = pattern(r"\p{Han}{3,14}")
# Headings of one sort begin alike: 示范街道, 示范镇.
_ALIKE = 2


def headings_like_units(listing: Listing, units: Sequence[Unit]) -> Iterator[LeftOut]:
    """Yield the headings without a number that stand between units of a text, over a town, and bear
    a kind of towns, but are no sort of them: no other heading begins as they do."""
    in_text = [unit for unit in units if not unit.entry.columns]
    lines = [unit.entry.line for unit in in_text]
    if not lines:
        return
    held = set(lines)
    heads = [e for e in listing.readings if e.role is Role.HEADING and e.line not in held]
    begun = Counter(each.text.strip()[:_ALIKE] for each in heads)
    for each in heads:
        text = each.text.strip()
        at = bisect_right(lines, each.line)
        if not 0 < at < len(lines) or begun[text[:_ALIKE]] > 1 or read_ordinal(text) is not None:
            continue
        if in_text[at].level is not Level.TOWNSHIP or _NAME.fullmatch(text) is None:
            continue
        kind = kind_at_end(Level.TOWNSHIP, text)
        if kind is not None and kind.weight == 1:
            yield LeftOut(each.line, text, _WHY)
