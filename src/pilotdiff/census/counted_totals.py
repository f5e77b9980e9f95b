"""The totals that a document states, each with the units that it is about."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.census.heading_reach import Extent, UnitsByLine, extents
from pilotdiff.census.wider_totals import wider
from pilotdiff.in_groups import in_groups
from pilotdiff.model import Declared, Level, Message, Unit, Units
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

# Words that speak of cities of both tiers together with counties: 示范市县, 85个市（县、区）.
_CITIES_TOO = pattern(r"市县|市、县|市[（(]县|县市(?!区)")


class CountedTotal(NamedTuple):
    """A total that a document states, and the units that it is about.

    number  how many units there are; of all parts where the total is one of several
    agrees  whether the list holds what is stated
    over    the heading under which the units stand, None for a line or the whole document
    wider   of what more than the list the total is, which is then not compared
    again   how many entries stand there already, where the total is of the others alone
    """

    total: Declared
    number: int
    agrees: bool
    over: Extent | None = None
    wider: Message | None = None
    again: int = 0


def counted_totals(units: Units, more: Iterable[Declared] = ()) -> Iterator[CountedTotal]:
    """Yield each total that a document states, and `more`, with the units counted that it is
    about; those before the colons of one line together."""
    totals = list(_counted(units, more))
    whole = any(one.agrees and one.total.number == len(units.units) for one in totals)
    for one in totals:
        of_more = None
        if not one.agrees:
            of_more = wider(one.total, one.number, units.listing, units.units, whole=whole)
        yield one._replace(wider=of_more)


def _counted(units: Units, more: Iterable[Declared]) -> Iterator[CountedTotal]:
    if not units.units:
        return
    headings = extents(units.listing)
    declared = dict.fromkeys([*units.listing.declared, *more])
    of_rows = {d.names for d in declared if d.names == d.number}
    of_all = [d for d in declared if not (d.section or d.until)]
    yield from _of_all(units.units, of_all, headings, of_rows)
    placed = UnitsByLine(units.units)
    yield from _of_lines(units.units, [d for d in declared if d.until and not d.names])
    yield from (CountedTotal(d, d.names, d.names == d.number) for d in declared if d.names)
    apart = _told_apart(declared)
    of_lines = _of_several_lines(units.units, declared)
    closing = _closing(units.units, declared)
    for total in declared:
        if not total.section or total.until:
            continue
        if total in of_lines:
            there = of_lines[total]
            yield CountedTotal(total, there, there == total.number)
        elif total is closing and total.number in (len(units.units), _at(units, total.level)):
            yield CountedTotal(total, total.number, agrees=True)
        else:
            yield _of_section(total, headings, placed, alone=(total.section, total.line) in apart)


def _of_several_lines(units: Iterable[Unit], declared: Iterable[Declared]) -> dict[Declared, int]:
    """Return the totals of lines of units under one heading, several of which count their own, with
    the units of each line: 清岗县的东岭村等11个村, line after line."""
    of_headings = [d for d in declared if d.section and not d.until]
    if not of_headings:
        return {}  # a table of the whole nation
    there = Counter((unit.entry.line, level) for unit in units for level in (unit.level, None))
    totals = [d for d in of_headings if there[d.line, None]]
    lines = Counter(section for section, _ in {(d.section, d.line) for d in totals})
    return {d: there[d.line, d.level] for d in totals if lines[d.section] > 1}


_SUMS_UP = pattern(r"^\s*(?:全[省市州县区]\s*)?[合总共]\s*[计共]")


def _closing(units: Iterable[Unit], declared: Iterable[Declared]) -> Declared | None:
    """Return the one total that sums up below all units, where none does below those of another
    heading: 合计3个 behind the last of several counties may be of them all."""
    summing = [d for d in declared if d.section and not d.until and _SUMS_UP.match(d.text)]
    if len(summing) != 1:
        return None
    return summing[0] if all(unit.entry.line < summing[0].line for unit in units) else None


def _at(units: Units, level: Level | None) -> int:
    return sum(unit.level is level for unit in units.units)


def _told_apart(declared: Iterable[Declared]) -> set[tuple[object, int]]:
    """Return the headings, by their lines, that count several levels: 共3个（乡镇1个，村2个）."""
    levels: dict[tuple[object, int], set[Level]] = {}
    for total in declared:
        if total.level is not None:
            levels.setdefault((total.section, total.line), set()).add(total.level)
    return {place for place, of_place in levels.items() if len(of_place) > 1}


def _of_all(
    units: Sequence[Unit], totals: list[Declared], headings: list[Extent], of_rows: set[int]
) -> Iterator[CountedTotal]:
    """Yield the totals of the whole list; each part of a level announced in parts, or their sum,
    counts, and so does what a sentence's row has (`of_rows`)."""
    levels = Counter[Level | None](unit.level for unit in units)
    levels[None] = len(units)
    for level in dict.fromkeys(total.level for total in totals):
        of_level = [total for total in totals if total.level is level]
        there = levels[level]
        in_sum = _sum_up_to(there, [total.number for total in of_level])
        fitting = {there, *_parts(units, level, headings), *of_rows}
        if level is None:
            fitting |= set(levels.values())
        if level is not None and not there:
            fitting = {_above(units, level)}  # 24个省 of counties in 24 of them
        for total in of_level:
            both = level is Level.COUNTY and speaks_of_cities(total.text)
            cities = levels[Level.PREFECTURE] if both else 0
            alone = total.number in (fitting | {there + cities}) - {0}
            number = total.number if alone else there + cities
            again = 0 if alone or in_sum else _again(total, units)
            if again:
                yield CountedTotal(total, total.number, agrees=True, again=again)
            else:
                yield CountedTotal(total, number, alone or in_sum)


def _again(total: Declared, units: Iterable[Unit]) -> int:
    """Return how many entries stand there already, where a total is the number of the others: 共2个
    of three, one of them twice. Else 0, and where a unit's place is not known: it may be another.
    """
    of_level = [unit for unit in units if total.level in (None, unit.level)]
    if total.number >= len(of_level) or not all(map(_is_placed, of_level)):
        return 0
    different = {(unit.level, *map(fold, unit.path)) for unit in of_level}
    return len(of_level) - len(different) if len(different) == total.number else 0


def _is_placed(unit: Unit) -> bool:
    depth = unit.level.depth
    return depth <= Level.COUNTY.depth or bool(unit.path[depth - 1])


def _sum_up_to(there: int, numbers: Sequence[int]) -> bool:
    """Tell whether parts sum up to what is there, the whole stated beside them or not.

    Two parts may be equal; a number said twice may also be one part.

    >>> _sum_up_to(40, [20, 20]), _sum_up_to(40, [20, 20, 40]), _sum_up_to(40, [10, 30, 30])
    (True, True, True)
    >>> _sum_up_to(40, [20, 30])
    False
    """
    parts = [number for number in numbers if number != there]
    return not parts or there in (sum(parts), sum(set(parts)))


def _parts(units: Iterable[Unit], level: Level | None, headings: list[Extent]) -> set[int]:
    """Return how many units of the level stand under each heading and in each category."""
    of_level = [unit for unit in units if level in (None, unit.level)]
    placed = UnitsByLine(of_level)
    categories = Counter(unit.entry.category for unit in of_level)
    return {len(placed.under(heading)) for heading in headings} | set(categories.values())


def _above(units: Iterable[Unit], level: Level) -> int:
    """Return how many parents of a level the units have."""
    return len({path for unit in units if (path := unit.path[: level.depth + 1])[-1]})


def _of_section(
    total: Declared, headings: list[Extent], placed: UnitsByLine, *, alone: bool
) -> CountedTotal:
    """Return a total in a heading, or behind the names of one line; `alone`: units of other levels
    are counted apart there."""
    over = [h for h in headings if h.section.path == total.section and h.holds(total.line)]
    units = placed.under(over[-1]) if over else []
    if not units and total.number in _below(total, placed):
        return CountedTotal(total, total.number, agrees=True)  # over the headings that follow
    beside = [unit for unit in units if unit.entry.line == total.line]
    of_level = [unit for unit in units if unit.level is total.level]
    if alone and total.level is not None:
        agrees = len(of_level) == total.number
        return CountedTotal(total, len(of_level), agrees, over[-1] if over else None)
    sizes = [len(group) for group in (units, of_level, beside) if group] or [0]
    closest = min(sizes, key=lambda size: abs(size - total.number))
    # Of towns it is told how many towns there are, where villages stand among them.
    number = closest if closest == total.number or not of_level else len(of_level)
    if number > total.number and (again := _again(total, units)):
        return CountedTotal(total, total.number, True, over[-1] if over else None, again=again)
    return CountedTotal(total, number, number == total.number, over[-1] if over else None)


def _below(total: Declared, placed: UnitsByLine) -> tuple[int, int]:
    """Return how many units stand below a line, and how many of its level."""
    units = placed.below(total.line)
    return len(units), sum(unit.level is total.level for unit in units)


def _of_lines(units: Sequence[Unit], totals: list[Declared]) -> Iterator[CountedTotal]:
    """Yield the totals before the colons of a line of names: with one group each its own, else
    together."""
    by_line = in_groups(totals, lambda total: total.line)
    lines = sorted(unit.entry.line for unit in units) if by_line else []
    for line, of_line in by_line.items():
        last = of_line[-1]
        whole = sum(total.number for total in of_line)
        there = bisect_right(lines, last.until) - bisect_left(lines, line)
        text = "、".join(total.text for total in of_line)
        path = (*last.section[:-1], text)
        told = last._replace(number=whole, text=text, section=path)
        yield CountedTotal(told, there, whole == there)


def speaks_of_cities(text: str) -> bool:
    """Tell whether prefectures may be among what a text calls counties.

    >>> speaks_of_cities("共有85个市县"), speaks_of_cities("共有85个县（市、区）")
    (True, False)
    """
    return _CITIES_TOO.search(text) is not None
