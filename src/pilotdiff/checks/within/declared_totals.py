"""What the document says there is, against what it lists."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pilotdiff.checks.code import Code, declared, found
from pilotdiff.checks.within.extents import Extent, Placed, extents
from pilotdiff.model import (
    Declared,
    Filed,
    Finding,
    Level,
    Message,
    Severity,
    Skipped,
    Unit,
    Units,
    msg,
)
from pilotdiff.model.terms import counted

CODES = declared(
    Code(
        "total-differs",
        Severity.ERROR,
        msg("A total that the document states is not the number of units it lists"),
        msg("The text says 41 counties, and the list has 40"),
    ),
    Code(
        "total-unread",
        Severity.WARNING,
        msg("A total is not reached, but as many lines could not be read"),
        msg("The text says 41 counties, 40 are read, and one line is not"),
    ),
    Code(
        "total-not-listed",
        Severity.NOTE,
        msg("The text counts units of a level that the list does not have"),
        msg("The text says 41 counties, and the list has streets alone"),
    ),
)


def check(filed: Filed) -> Iterator[Finding]:
    """Compare the totals of the whole document, of headings and of groups with what is listed."""
    units, listing = filed.units.units, filed.units.listing
    if not units:
        return
    headings = extents(listing)
    declared = dict.fromkeys([*listing.declared, *_catalogued(filed)])
    yield from _of_all(filed, [d for d in declared if not d.section], headings)
    placed = Placed(units)
    yield from _of_lines(filed, [total for total in declared if total.until])
    for total in declared:
        if total.section and not total.until:
            yield from _of_section(filed, total, headings, placed)


def _catalogued(filed: Filed) -> Iterator[Declared]:
    """The totals that the catalogue gives, where the lines themselves give none of the level."""
    stated = {total.level for total in filed.units.listing.declared if not total.section}
    for level, number in filed.source.declared.items():
        if level not in stated:
            yield Declared(number, 0, "", level)


def _of_all(filed: Filed, totals: list[Declared], headings: list[Extent]) -> Iterator[Finding]:
    """A level may be announced in parts: then each part, or their sum, must be in the list."""
    levels = Counter[Level | None](unit.level for unit in filed.units.units)
    levels[None] = len(filed.units.units)
    for level in dict.fromkeys(total.level for total in totals):
        of_level = [total for total in totals if total.level is level]
        there = levels[level]
        if _sum_up_to(there, [total.number for total in of_level]):
            continue
        fitting = {there, *_parts(filed.units.units, level, headings)}
        if level is None:
            fitting |= set(levels.values())
        for total in of_level:
            if not there:
                yield from _not_listed(filed, total)
            elif total.number not in fitting:
                yield _differs(filed, total, there, None)


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
    """How many units of the level stand under each heading and in each category."""
    of_level = [unit for unit in units if level in (None, unit.level)]
    placed = Placed(of_level)
    categories = Counter(unit.entry.category for unit in of_level)
    return {len(placed.under(heading)) for heading in headings} | set(categories.values())


def _not_listed(filed: Filed, total: Declared) -> Iterator[Finding]:
    """A level that the text counts and the list does not have, unless its parents are counted."""
    assert total.level is not None
    above = {unit.path[: total.level.depth + 1] for unit in filed.units.units}
    if len([path for path in above if path[-1]]) != total.number:
        said = counted(total.level, total.number)
        message = msg("The text mentions {total}, but the list has none", total=said)
        yield found("total-not-listed", filed, total.line, message, (("declared", total.number),))


def _of_section(
    filed: Filed, total: Declared, headings: list[Extent], placed: Placed
) -> Iterator[Finding]:
    """A total in a heading, or behind the names of one line."""
    over = [h for h in headings if h.section.path == total.section and h.holds(total.line)]
    units = placed.under(over[-1]) if over else []
    beside = [unit for unit in units if unit.entry.line == total.line]
    of_level = [unit for unit in units if unit.level is total.level]
    sizes = [len(group) for group in (units, of_level, beside) if group] or [0]
    if total.number not in sizes:
        number = min(sizes, key=lambda size: abs(size - total.number))
        yield _differs(filed, total, number, over[-1] if over else None)


def _of_lines(filed: Filed, totals: list[Declared]) -> Iterator[Finding]:
    """Totals before the colons of a line of names: with one group each its own, else together."""
    by_line: dict[int, list[Declared]] = {}
    for total in totals:
        by_line.setdefault(total.line, []).append(total)
    for line, of_line in by_line.items():
        last = of_line[-1]
        whole = sum(total.number for total in of_line)
        there = sum(line <= unit.entry.line <= last.until for unit in filed.units.units)
        if whole != there:
            yield _differs(filed, last._replace(number=whole), there, None)


def _differs(filed: Filed, total: Declared, number: int, over: Extent | None) -> Finding:
    """Of the whole document, or of what stands under one heading."""
    unread = _unread(filed.units, over)
    figures = (("declared", total.number), ("counted", number))
    said: dict[str, Message | int | str] = {
        "who": _announcing(total, over),
        "total": counted(total.level, total.number),
        "number": number,
    }
    if number < total.number <= number + unread:
        message = msg(
            "{who} announces {total}; {number} could be read, and {unread} could not",
            unread=unread,
            **said,
        )
        return found("total-unread", filed, total.line, message, (*figures, ("unread", unread)))
    message = msg("{who} announces {total}, but lists {number}", **said)
    return found("total-differs", filed, total.line, message, figures)


def _unread(units: Units, over: Extent | None) -> int:
    """How many lines gave no unit where one should stand."""
    lines = [passed.line for passed in (*units.unread, *_suspicious(units))]
    return sum(over is None or over.holds(line) for line in lines)


def _suspicious(units: Units) -> Iterator[Skipped]:
    return (passed for passed in units.listing.skipped if passed.suspicious)


def _announcing(total: Declared, over: Extent | None) -> Message:
    """The document, a heading of it, or a line under one."""
    if total.until:
        return msg("The line")
    if over is None:
        return msg("The document")
    if over.section.line == total.line:
        return msg("The heading “{title}”", title=over.section.title)
    return msg("The line")
