"""How many units of a list are known to be in none of its entries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from pilotdiff.census.counted_totals import CountedTotal, counted_totals
from pilotdiff.listing.omissions import DENIED, EARLIER
from pilotdiff.model import LeftOut, Level, Units

Shortages = Mapping[Level | None, int]


class UnreadUnits(NamedTuple):
    """What a document is known to name and its list does not hold.

    lines  names that were left out, and lines that should name a unit and gave none
    short  how many units more than those it states, by level; None where it states no level
    """

    lines: tuple[LeftOut, ...] = ()
    short: Shortages = MappingProxyType({})

    @property
    def number(self) -> int:
        """Return how many units there are at most."""
        return len(self.lines) + sum(self.short.values())


def unread_units(units: Units) -> UnreadUnits:
    """Return what of a document gave no unit; a line that did not is one of those that a total
    lacks."""
    lines = tuple(one for one in units.census.missing if one.reason not in (DENIED, EARLIER))
    short = dict(_short(counted_totals(units))) if units.listing.declared else {}
    behind = len(lines)
    for level in sorted(short, key=lambda level: level is None):
        known = behind + sum(short.values()) - short[level] if level is None else behind
        short[level] = max(0, short[level] - known)
    return UnreadUnits(lines, {level: number for level, number in short.items() if number})


def _short(totals: Iterable[CountedTotal]) -> Iterable[tuple[Level | None, int]]:
    """Yield how many units each level lacks: of the whole list, else of all headings together. A
    total of the whole list that is reached shows that nothing is lacking."""
    whole: defaultdict[Level | None, list[int]] = defaultdict(list)
    parts: defaultdict[Level | None, dict[object, int]] = defaultdict(dict)
    for total, number, agrees, over, wider in totals:
        if wider is not None:
            continue
        lacking = 0 if agrees else max(0, total.number - number)
        if not (total.section or total.until or total.names):
            # A level that the text counts and the list does not have is of another list.
            whole[total.level].append(lacking if number else 0)
        elif lacking:
            part = over.section.line if over and not total.until else total.line
            of_level = parts[total.level]
            of_level[part] = max(lacking, of_level.get(part, 0))
    for level in {**whole, **parts}:
        stated = whole.get(level, ())
        if 0 not in stated and 0 not in whole.get(None, ()):
            yield level, max([*stated, sum(parts[level].values())])
