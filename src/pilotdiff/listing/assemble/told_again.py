"""The lines in which a page tells its list again: an abstract over it, a text about each unit."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.in_groups import in_groups
from pilotdiff.listing.assemble.told_rows import SEVERAL
from pilotdiff.model import Entry, Line
from pilotdiff.repair.texts import Text

# Of what a page quotes from itself: no shorter line is.
_ABSTRACT = 16
_MOST_ROWS = 50


def lines_about_units(entries: Sequence[Entry], prose: Sequence[Text]) -> frozenset[int]:
    """Return the lines that name each unit of a row again, a heading and a text a unit:
    分别是白溪村、东岭村、西岭村。 / 白溪村 / 该村位于…."""
    by_line = in_groups(entries if prose else (), lambda one: one.line)
    if len(by_line) < SEVERAL:
        return frozenset()
    at, row = max(by_line.items(), key=lambda each: len(each[1]))
    alone = [of_line[0] for line, of_line in by_line.items() if line > at and len(of_line) == 1]
    if len(row) < SEVERAL or len(row) + len(alone) < len(entries):
        return frozenset()
    names = [one.text for one in row]
    again = all(any(name.endswith(one.text) for name in names) for one in alone)
    lines = [one.line for one in alone]
    return frozenset(lines if again and _are_parted(lines, prose) else ())


def _are_parted(lines: Sequence[int], prose: Sequence[Text]) -> bool:
    """Tell whether running text follows each name before the next."""
    told = {text.line for text in prose}
    between = (any(a < line < b for line in told) for a, b in pairwise(lines))
    return len(lines) > 1 and all(between)


def lines_of_abstracts(entries: Sequence[Entry], lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines of rows that another row's line holds word by word: the first words of a
    page stand over it as its abstract."""
    sizes = Counter(one.line for one in entries)
    if len(sizes) < 2 or not 1 < sum(size > 1 for size in sizes.values()) <= _MOST_ROWS:
        return frozenset()
    rows = {
        line.number: line.text.strip()
        for line in lines
        if sizes[line.number] > 1 and not line.cells
    }
    return frozenset(
        at
        for at, text in rows.items()
        if len(text) >= _ABSTRACT
        and any(text in other and (len(text), at) < (len(other), by) for by, other in rows.items())
    )
