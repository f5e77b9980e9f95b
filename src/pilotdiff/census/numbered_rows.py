"""The rows of numbers that a document counts with: of its entries and of its headings."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from pilotdiff.census.heading_reach import Extent, extents, innermost
from pilotdiff.census.line_numbers import LineNumbers
from pilotdiff.listing.entries import PATH
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.model import LEVELS, Entry, Listing, sheet_of

# A row that repeats so many numbers one after the other is another row.
_ANOTHER = 4


class NumberStep(NamedTuple):
    """A number that the document counts with.

    shown    as written
    style    of the number, with what stands before its last part (1.2.): a row has one style
    heading  the line of the heading it stands under, -1 for none, and the sheet
    inner    whether that is the only heading within another, under which entries stand before it
    """

    number: int
    line: int
    shown: str
    style: str
    heading: tuple[int, str] = (-1, "")
    inner: bool = False


class NumberedRow(NamedTuple):
    """Numbers that should count on from `first`.

    start  the line from which on its numbers are looked for
    again  whether it begins anew where no heading stands
    cut    the lines of headings that stand within it, though its numbers run on
    """

    steps: tuple[NumberStep, ...]
    first: int
    start: int
    again: bool = False
    cut: tuple[int, ...] = ()

    @property
    def numbers(self) -> list[int]:
        """The numbers of the row, in its order."""
        return [step.number for step in self.steps]


class ListNumbers:
    """The numbers of a listing: its rows, and the lines that bear numbers."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self.bearing = LineNumbers(listing)

    @cached_property
    def rows(self) -> list[NumberedRow]:
        """The rows of the entries' numbers."""
        return _entry_rows(self._listing, self.bearing)


class _Asked:
    """A listing that is asked for again: known by itself, not by what it holds."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self.listing is other.listing

    def __hash__(self) -> int:
        return id(self.listing)


def list_numbers(listing: Listing) -> ListNumbers:
    """Return the numbers of a listing; those of the last two listings are at hand, since the
    census and several checks ask for them."""
    return _list_numbers(_Asked(listing))


@lru_cache(maxsize=2)
def _list_numbers(asked: _Asked) -> ListNumbers:
    return ListNumbers(asked.listing)


def _entry_rows(listing: Listing, bearing: LineNumbers) -> list[NumberedRow]:
    """Return the rows of the entries' numbers; the numbers of headings that name units are
    theirs."""
    headings = extents(listing)
    heads = {section.line for section in listing.sections if section.ordinal}
    inner = _inner(listing, headings)
    entries = [e for e in sorted(listing.entries, key=lambda e: e.line) if e.line not in heads]
    told = [(step, e) for e in entries if (step := _entry_step(e, headings)) is not None]
    told = [(step._replace(inner=step.heading[0] in inner), e) for step, e in told]
    every = _in_order([step for step, _ in _of_groups(_by_parents(told))])
    steps: list[NumberStep] = []
    for step in every:
        last = steps[-1] if steps else None
        if last is None or not _goes_on(step, last, bearing):
            steps.append(step)
    return [row for of_style in _styles(_one_series(steps)) for row in _split(of_style)]


_Told = tuple[NumberStep, Entry]


def _by_parents(told: list[_Told]) -> list[_Told]:
    """Return the steps, those of a table that begin again at 1 with each parent, and only there,
    under their parent as under a heading."""
    begun = {at for at, (step, _) in enumerate(told) if at and step.number == 1}
    for depth in range(1, len(LEVELS)) if begun else ():
        over = [entry.columns[:depth] for _, entry in told]
        if all(map(any, over)) and begun == _changes(over):
            named = [PATH.join(path) for path in over]
            pairs = zip(told, named, strict=True)
            return [
                (step._replace(heading=(step.heading[0], f"{step.heading[1]} {name}")), entry)
                for (step, entry), name in pairs
            ]
    return told


def _changes(over: Sequence[Sequence[str]]) -> set[int]:
    """Return the places at which a row of parents goes on with another one."""
    return {at for at, (one, other) in enumerate(pairwise(over), start=1) if one != other}


def _in_order(steps: list[NumberStep]) -> list[NumberStep]:
    """Return the steps in the order in which they count on, taken as a whole or by their
    headings."""
    whole = _down_columns(steps)
    under = (list(group) for _, group in groupby(steps, key=lambda step: step.heading))
    apart = [step for group in under for step in _down_columns(group)]
    return apart if _counting(apart) > _counting(whole) else whole


def _down_columns(steps: list[NumberStep]) -> list[NumberStep]:
    """Return the steps in the order in which they count on: down one block of columns after the
    other, where a line has several."""
    blocks: list[tuple[int, NumberStep]] = []
    for _, of_line in groupby(steps, key=lambda step: step.line):
        # Units of one row bear its one number.
        blocks += enumerate({step.shown: step for step in of_line}.values())
    down = [step for _, step in sorted(blocks, key=lambda block: block[0])]
    return down if _counting(down) > _counting(steps) else steps


def _counting(steps: Sequence[NumberStep]) -> int:
    return sum(b.number == a.number + 1 for a, b in pairwise(steps))


def _of_groups(told: list[_Told]) -> list[_Told]:
    """Return the steps of a table, of those with one number the first, where they number its
    parents: one begins with each parent, and only there."""
    begun = _changes([(step.shown,) for step, _ in told])
    for depth in range(1, len(LEVELS)) if len(begun) + 1 < len(told) else ():
        over = [entry.columns[:depth] for _, entry in told]
        if all(map(any, over)) and begun == _changes(over):
            return [one for at, one in enumerate(told) if not at or at in begun]
    return told


def _one_series(steps: Sequence[NumberStep]) -> list[NumberStep]:
    """Return the steps, those under one heading in one style where together they count on: 1. 2. ③
    4."""
    series: list[NumberStep] = []
    for _, under in groupby(steps, key=lambda step: step.heading):
        own = list(under)
        if all(b.number == a.number + 1 for a, b in pairwise(own)):
            own = [step._replace(style=own[0].style) for step in own]
        series += own
    return series


def _inner(listing: Listing, headings: Sequence[Extent]) -> set[int]:
    """Return the lines of headings that are alone within another one, behind entries of its own."""
    parents = Counter(heading.section.path[:-1] for heading in headings)
    direct = {PATH.join(heading.section.path) for heading in headings}
    direct &= {entry.section for entry in listing.entries}
    return {
        heading.section.line
        for heading in headings
        if parents[heading.section.path[:-1]] == 1
        and PATH.join(heading.section.path[:-1]) in direct
    }


def _goes_on(step: NumberStep, last: NumberStep, bearing: LineNumbers) -> bool:
    """Tell whether a name shares the number of the one before: several stand behind one number."""
    if (step.shown, step.heading) != (last.shown, last.heading):
        return False
    return step.line == last.line or not bearing.has_number(step.line, step.shown)


def heading_rows(listing: Listing) -> list[NumberedRow]:
    """Return the rows of the headings' numbers: those of one style under one heading."""
    steps = []
    headings = extents(listing)
    for heading in headings:
        section = heading.section
        ordinal = read_ordinal(section.ordinal + "x") if section.ordinal else None
        if ordinal is not None and ordinal.value > 0:
            style = f"{ordinal.style} {' / '.join(section.path[:-1])}"
            steps.append(NumberStep(ordinal.value, section.line, ordinal.mark, style))
    rows = [row for of_style in _styles(steps) for row in _split(of_style)]
    return [_from_the_start(row, listing, headings) for row in rows]


def _from_the_start(row: NumberedRow, listing: Listing, headings: Sequence[Extent]) -> NumberedRow:
    """Return a row of headings as one that begins where it does: headings need not begin at 1,
    unless entries stand before the first in the same part."""
    first = row.steps[0]
    own = next(h for h in headings if h.section.line == first.line)
    over = [h for h in headings if h.section.path == own.section.path[:-1] and h.holds(first.line)]
    top = over[-1].section.line if over else 0
    before = [entry.line for entry in listing.entries if top < entry.line < first.line]
    if before:
        return row._replace(first=1, start=min(before))
    return row._replace(first=first.number, start=first.line)


def _entry_step(entry: Entry, headings: Sequence[Extent]) -> NumberStep | None:
    if not entry.ordinal:
        return None
    ordinal = read_ordinal(entry.ordinal + " x") or read_ordinal(entry.ordinal + "、x")
    if ordinal is None or ordinal.value < 0:
        return None
    heading = innermost(headings, entry.line)
    sheet = sheet_of(entry.place)
    style = "digits" if entry.ordinal[-1:].isdecimal() else ordinal.style
    return NumberStep(
        ordinal.value,
        entry.line,
        entry.ordinal,
        style + entry.ordinal.rpartition(".")[0],
        (heading.section.line if heading else -1, sheet),
    )


def _styles(steps: list[NumberStep]) -> list[list[NumberStep]]:
    styles = dict.fromkeys(step.style for step in steps)
    return [[step for step in steps if step.style == style] for style in styles]


def _split(steps: list[NumberStep]) -> list[NumberedRow]:
    """Return the rows: a new one at each heading, unless the numbers run through them, and where
    they begin again."""
    at_headings = [(a, b) for a, b in pairwise(steps) if a.heading != b.heading and not b.inner]
    running = sum(b.number == a.number + 1 for a, b in at_headings)
    through = running > sum(b.number == 1 for _, b in at_headings)
    starts, cuts = [(0, False)], []
    for index in range(1, len(steps)):
        step, last = steps[index], steps[index - 1]
        headed = step.heading != last.heading
        runs_on = step.number == last.number + 1
        if headed and not through and not runs_on:
            starts.append((index, False))
        elif _begins_again(steps, starts[-1][0], index):
            starts.append((index, not headed))
        elif headed and (step.inner or not through):
            cuts.append(step.heading[0])
    ends = [*(start for start, _ in starts[1:]), len(steps)]
    return [
        _row(steps[start:end], steps[start - 1].line if start else 0, cuts)._replace(again=again)
        for (start, again), end in zip(starts, ends, strict=True)
    ]


def _row(steps: Sequence[NumberStep], before: int, cuts: Sequence[int]) -> NumberedRow:
    """Return the row of these steps: it begins at 1, unless it lacks more numbers than it has."""
    lowest = min(step.number for step in steps)
    within = tuple(line for line in cuts if steps[0].line < line < steps[-1].line)
    start = max(before, steps[0].heading[0])
    return NumberedRow(tuple(steps), 1 if lowest <= len(steps) else lowest, start, cut=within)


def _begins_again(steps: list[NumberStep], start: int, index: int) -> bool:
    """Tell whether the numbers begin again at `index`: at 1, or with several that stood before."""
    number = steps[index].number
    if number > steps[index - 1].number:
        return False
    before = {step.number for step in steps[start:index]}
    if len(before) < 2:
        return False
    following = [step.number for step in steps[index : index + _ANOTHER]]
    if number == 1:
        return following[1:2] in ([], [2]) or steps[index + 1].heading != steps[index].heading
    counting_on = list(range(number, number + _ANOTHER))
    return following == counting_on and before.issuperset(counting_on)
