"""Headings that do not fit what stands under them or the headings beside them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.census.counted_totals import speaks_of_cities
from pilotdiff.census.heading_reach import Extent, UnitsByLine, extents, over_unit
from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.checks.within.each_or_all import each_or_all
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.model import Filed, Finding, Level, Unit, msg, msgs
from pilotdiff.model.terms import LEVEL_NAMES, counted
from pilotdiff.names import kind_words, split

_LEAST = 10


@finds(
    warning(
        "heading-repeated",
        msg("A heading, or its number, stands twice"),
        msg("The heading （二） follows the heading （二）"),
    ),
    note(
        "heading-missing",
        msg("Units stand before the first heading"),
        msg("Twelve counties stand above the line 一、街道"),
    ),
    note(
        "heading-unlike",
        msg("A heading names no level or category, though all others like it do"),
        msg("Five headings name a type, and the sixth is 其他"),
    ),
    warning(
        "level-differs",
        msg("A unit is of another level than the heading says"),
        msg("A community stands under the heading 街道"),
    ),
    note(
        "level-unusual",
        msg("One unit is lower than all others of its list"),
        msg("A village stands alone among thirty counties"),
    ),
    note(
        "kind-unusual",
        msg("A unit is of another kind than the heading names"),
        msg("A village stands under the heading 社区"),
    ),
)
def check(filed: Filed) -> Iterator[Finding]:
    """Find entries without a heading or of another level or kind than it; headings unlike
    others."""
    headings = extents(filed.units.listing)
    if not headings:
        yield from _odd_level(filed, filed.units.units)
        return
    yield from _unheaded(filed, headings)
    yield from _odd(filed, headings)
    yield from _twice(filed, headings)
    directly: dict[tuple[int, tuple[str, ...]], list[Unit]] = {}
    for unit in filed.units.units:
        if (over := over_unit(headings, unit)) is not None:
            directly.setdefault((over.section.line, over.section.path), []).append(unit)
    for heading in headings:
        units = directly.get((heading.section.line, heading.section.path), [])
        if heading.level is None:
            yield from _odd_level(filed, units)
        elif units:
            yield from _other_level(filed, heading, units)
            if heading.level.depth > Level.COUNTY.depth:
                yield from _other_kind(filed, heading, headings, units)


def _unheaded(filed: Filed, headings: Sequence[Extent]) -> Iterator[Finding]:
    first = headings[0].section.line
    before = [unit for unit in filed.units.units if unit.entry.line < first]
    if before:
        message = msgs(
            "{n} unit stands before the first heading, “{title}” in line {line}",
            "{n} units stand before the first heading, “{title}” in line {line}",
            len(before),
            title=headings[0].section.title,
            line=first,
        )
        figures = (("units", len(before)),)
        other = (filed.source.id, first)
        yield found("heading-missing", filed, before[0].entry.line, message, figures, other)


def _odd(filed: Filed, headings: Sequence[Extent]) -> Iterator[Finding]:
    """Yield a heading that tells no category or level where all others written like it do."""
    for group in _written_alike(headings):
        for heading in group:
            others = [other.section for other in group if other is not heading]
            section = heading.section
            if not others or not (section.ordinal or len(others) > 1):
                continue
            if not section.category and all(other.category for other in others):
                message = msg(
                    "“{title}” names no category, as the other headings do", title=section.title
                )
                yield found("heading-unlike", filed, section.line, message)
            elif not (section.level or section.category) and all(o.level for o in others):
                message = msg(
                    "“{title}” names no level, as the other headings do", title=section.title
                )
                yield found("heading-unlike", filed, section.line, message)


def _written_alike(headings: Sequence[Extent]) -> list[list[Extent]]:
    groups: dict[tuple[int, str], list[Extent]] = {}
    for heading in headings:
        ordinal = read_ordinal(heading.section.ordinal + "x") if heading.section.ordinal else None
        style = ordinal.style if ordinal else ""
        groups.setdefault((heading.section.depth, style), []).append(heading)
    return list(groups.values())


def _twice(filed: Filed, headings: Sequence[Extent]) -> Iterator[Finding]:
    """Yield a heading under another number, or with nothing under the first.

    Headings that name their units themselves may well be alike.
    """
    lines = {entry.line for entry in filed.units.listing.entries}
    placed = UnitsByLine(filed.units.units)
    first: dict[tuple[str, ...], Extent] = {}
    for heading in headings:
        section = heading.section
        before = first.setdefault(section.path, heading)
        if before is heading or section.line in lines:
            continue
        empty = not (section.ordinal or placed.under(before))
        if empty or before.section.ordinal != section.ordinal:
            message = msg(
                "“{title}” is a heading in line {first} already",
                title=section.title,
                first=before.section.line,
            )
            other = (filed.source.id, before.section.line)
            yield found("heading-repeated", filed, section.line, message, other=other)


def _odd_level(filed: Filed, units: Sequence[Unit]) -> Iterator[Finding]:
    """Yield the one unit that is lower than all others of a list whose heading tells no level.

    A city among counties is nothing odd.
    """
    counts = Counter(unit.level for unit in units)
    lowest = max(counts, key=lambda level: level.depth, default=None)
    if len(units) >= _LEAST and lowest and counts[lowest] == 1 < len(counts):
        unit = next(unit for unit in units if unit.level is lowest)
        message = msg(
            "{name} reads as a {level}, the only one here", name=unit.own, level=LEVEL_NAMES[lowest]
        )
        yield found("level-unusual", filed, unit.entry.line, message)


def _other_level(filed: Filed, heading: Extent, units: Sequence[Unit]) -> Iterator[Finding]:
    assert heading.level is not None
    wanted = heading.level
    both = wanted is Level.COUNTY and speaks_of_cities(heading.section.title)
    fitting = (wanted, Level.PREFECTURE) if both else (wanted,)
    others = [unit for unit in units if unit.level not in fitting]
    return each_or_all(
        "level-differs",
        filed,
        others,
        lambda unit: msg(
            "{name} reads as a {level}, but the heading says {wanted}",
            name=unit.own,
            level=LEVEL_NAMES[unit.level],
            wanted=LEVEL_NAMES[wanted],
        ),
        msg(
            "“{title}” should list {level}, but {others} of its {units} are of another level",
            title=heading.section.title,
            level=LEVEL_NAMES[wanted],
            others=len(others),
            units=counted(None, len(units)),
        ),
        (("others", len(others)), ("units", len(units))),
    )


def _other_kind(
    filed: Filed, heading: Extent, headings: Sequence[Extent], units: Sequence[Unit]
) -> Iterator[Finding]:
    """Yield units of a kind that the heading which gives the level does not name.

    A county's kind tells nothing: 县 is said of all of them.
    """
    level = heading.level
    assert level is not None
    title = _levelled(heading, headings)
    named = {word.kind for text, word in kind_words(level).items() if text in title}
    if not named:
        return
    other = [u for u in units if u.level is level and _kind(u) and _kind(u) not in named]
    if not other or 2 * len(other) >= len(units):
        return
    yield from each_or_all(
        "kind-unusual",
        filed,
        other,
        lambda unit: msg("{name} stands under “{title}”", name=unit.own, title=title),
        msg(
            "{others} of {units} under “{title}” are of another kind, {kind} for one",
            others=len(other),
            units=counted(None, len(units)),
            title=title,
            kind=other[0].own,
        ),
        (("others", len(other)), ("units", len(units))),
    )


def _levelled(heading: Extent, headings: Sequence[Extent]) -> str:
    """Return the title of the heading, itself or over it, that says the level; "" for none."""
    line, level = heading.section.line, heading.level
    over = (each for each in reversed(headings) if each.section.level is level)
    return next((each.section.title for each in over if each.holds(line)), "")


def _kind(unit: Unit) -> str:
    return split(unit.level, unit.own)[1]
