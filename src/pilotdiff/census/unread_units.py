"""How many units of a list are known to be in none of its entries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from pilotdiff.census.counted_totals import CountedTotal, counted_totals
from pilotdiff.census.doubtful.doubts import OPEN_ENDS
from pilotdiff.census.missing_pages import missing_pages
from pilotdiff.census.number_gaps import NumberGaps, keeps_numbers, number_gaps
from pilotdiff.listing.omissions import DENIED, EARLIER
from pilotdiff.model import Declared, Level, Units

Shortages = Mapping[Level | None, int]


class UnreadUnits(NamedTuple):
    """What a document is known to name and its list does not hold.

    lines    the lines of names that were left out, and of what should name a unit and gave none
    numbers  numbers of the list that no line bears
    pages    how many of its pages are not there, each with any number of units
    open_ends  lines at which the list goes on elsewhere, each with any number of units
    short    how many units more than those it states, by level; None where it states no level
    headed   whether a heading over a part lacks units: which of the lines are its own is not known
    """

    lines: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    pages: int = 0
    open_ends: tuple[int, ...] = ()
    short: Shortages = MappingProxyType({})
    headed: bool = False

    @property
    def number(self) -> int:
        """Return how many units there are at most, but for those of its pages and its rest."""
        return len(self.lines) + len(self.numbers) + sum(self.short.values())


def unread_units(units: Units, chosen_from: Units | None = None) -> UnreadUnits:
    """Return what of a document gave no unit; a line that did not is one of those that a total
    lacks. Units that keep the numbers which they have in `chosen_from` leave others out."""
    left = [one.line for one in units.census.missing if one.reason not in (DENIED, EARLIER)]
    totals = list(counted_totals(units)) if units.listing.declared else []
    of_parts = _of_parts(totals)
    short = dict(_short(totals, of_parts))
    gaps = number_gaps(units.listing)
    is_whole = _is_whole(totals, len(units.units))
    if gaps.numbers and (is_whole or (chosen_from and keeps_numbers(chosen_from, units))):
        gaps = NumberGaps(gaps.lines)
    document = units.listing.document
    pages = 0 if is_whole else max((one.missing for one in missing_pages(document)), default=0)
    doubts = () if is_whole else units.census.doubtful
    open_ends = tuple(each.line for each in doubts if each.reason in OPEN_ENDS)
    known_lines = set(left)
    lines = (*left, *(line for line in gaps.lines if line not in known_lines))
    behind = len(lines) + len(gaps.numbers)
    for level in sorted(short, key=lambda level: level is None):
        known = behind + sum(short.values()) - short[level] if level is None else behind
        short[level] = max(0, short[level] - known)
    lacking = {level: number for level, number in short.items() if number}
    headed = any(one.number < len(units.units) for one in totals if _lacks_in_part(one))
    return UnreadUnits(lines, gaps.numbers, pages, open_ends, lacking, headed)


def counts_every_entry(units: Units) -> bool:
    """Tell whether a document states as many units as it has entries, those that stand in it twice
    among them: one of these may stand for another unit, then."""
    totals = counted_totals(units) if units.listing.declared else ()
    return _is_whole(totals, len(units.units))


def _is_whole(totals: Iterable[CountedTotal], there: int) -> bool:
    """Tell whether a total of all that is there is reached: its numbers leave none out, then."""
    return any(one.agrees and one.number == there for one in totals)


_Path = tuple[str, ...]
_Parts = Mapping[Level | None, Mapping[_Path, int]]


def _short(totals: Iterable[CountedTotal], parts: _Parts) -> Iterable[tuple[Level | None, int]]:
    """Yield how many units each level lacks: of the whole list, else of all headings together. A
    total of the whole list that is reached shows that nothing is lacking."""
    whole: defaultdict[Level | None, list[int]] = defaultdict(list)
    for one in totals:
        total, number = one.total, one.number
        if one.wider is None and _is_of_all(total):
            # A level that the text counts and the list does not have is of another list.
            lacking = 0 if one.agrees else max(0, total.number - number)
            whole[total.level].append(lacking if number else 0)
    for level in {**whole, **parts}:
        stated = whole.get(level, ())
        if 0 not in stated and 0 not in whole.get(None, ()):
            yield level, max([*stated, _sum_of_parts(parts.get(level, {}))])


def _of_parts(totals: Iterable[CountedTotal]) -> _Parts:
    """Return how many units each heading or line lacks, by level."""
    parts: defaultdict[Level | None, dict[_Path, int]] = defaultdict(dict)
    for one in totals:
        if _lacks_in_part(one):
            total, number, over = one.total, one.number, one.over
            part = over.section.path if over else (*total.section, str(total.line))
            of_level = parts[total.level]
            of_level[part] = max(total.number - number, of_level.get(part, 0))
    return parts


def _lacks_in_part(one: CountedTotal) -> bool:
    """Tell whether a heading, or a line of names, lacks units that its total states."""
    short = one.number < one.total.number
    return short and not (one.agrees or one.wider is not None or _is_of_all(one.total))


def _is_of_all(total: Declared) -> bool:
    """Tell whether a total is of the whole list: of no heading, and of no line of names."""
    return not (total.section or total.until or total.names)


def _sum_of_parts(lacking: Mapping[_Path, int]) -> int:
    """Return how many units headings lack together; what one within another lacks, both lack.

    >>> _sum_of_parts({("一",): 1, ("一", "1"): 1, ("一", "2"): 1, ("二",): 3})
    5
    """
    sums: dict[_Path, int] = {}
    for path in sorted(lacking, key=len, reverse=True):
        inner = [one for one in sums if one[: len(path)] == path]
        sums[path] = max(lacking[path], sum(sums.pop(one) for one in inner))
    return sum(sums.values())
