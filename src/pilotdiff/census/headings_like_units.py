"""Headings among units that sound like one of them: 中心镇 between 白石县 and 黑石镇."""

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
_LOW = (Level.TOWNSHIP, Level.COMMUNITY)


def headings_like_units(listing: Listing, units: Sequence[Unit]) -> Iterator[LeftOut]:
    """Yield the headings without a number that stand behind the first unit of a text, bear the kind
    of the units below them, and are no sort of units: no other heading begins as they do."""
    in_text = [unit for unit in units if not unit.entry.columns and unit.level in _LOW]
    lines = [unit.entry.line for unit in in_text]
    if not lines:
        return
    heads = [each for each in listing.readings if each.role is Role.HEADING]
    begun = Counter(each.text.strip()[:_ALIKE] for each in heads)
    for each in heads:
        text = each.text.strip()
        at = bisect_right(lines, each.line)
        if not 0 < at < len(lines) or begun[text[:_ALIKE]] > 1 or read_ordinal(text) is not None:
            continue
        kind = kind_at_end(in_text[at].level, text) if _NAME.fullmatch(text) else None
        if kind is not None and kind.weight == 1:
            yield LeftOut(each.line, text, _WHY)
