"""Numbers that a list leaves out, and lines that bear such a number and gave no unit."""

from typing import NamedTuple

from pilotdiff.census.numbered_rows import list_numbers
from pilotdiff.census.sequence import Fault, breaks
from pilotdiff.model import Listing, Units
from pilotdiff.repair import fold

# A longer list counts rows of a table, and its numbers are looked at by checks alone.
_MOST_ENTRIES = 50_000
_MOSTLY = 0.8


class NumberGaps(NamedTuple):
    """The lines that bear a number of the list and no entry, and the numbers that no line bears."""

    lines: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()


def number_gaps(listing: Listing) -> NumberGaps:
    """Return what is missing from the rows of a list's numbers.

    Rows of which more is missing than is there were chosen from another list and kept its numbers.
    """
    entries = listing.entries
    if len(entries) > _MOST_ENTRIES or not any(entry.ordinal for entry in entries):
        return NumberGaps()
    counted = list_numbers(listing)
    read = {entry.line for entry in entries}
    lines: list[int] = []
    numbers: list[int] = []
    for row in counted.rows:
        gaps = [fault for fault in breaks(row.numbers, row.first) if fault.fault is Fault.GAP]
        if sum(gap.lost for gap in gaps) > len(row.steps):
            continue
        for gap in gaps:
            step = row.steps[gap.at]
            after = row.steps[gap.at - 1].line if gap.at else row.start
            for number in gap.missing:
                line = counted.bearing.between(after, step.line, step.shown, number)
                if not line:
                    numbers.append(number)
                elif line not in read:
                    lines.append(line)
    return NumberGaps(tuple(lines), tuple(numbers))


def keeps_numbers(one: Units, other: Units) -> bool:
    """Tell whether units that two lists share have the same numbers in both: 试点 1 to 5, of which
    numbers 1, 3 and 5 passed. A number that is missing from such a list is a unit that was left."""
    first = {fold(unit.own): unit.entry.ordinal for unit in one.units if unit.entry.ordinal}
    shared = [unit for unit in other.units if fold(unit.own) in first]
    same = [unit for unit in shared if unit.entry.ordinal == first[fold(unit.own)]]
    return len(same) > _MOSTLY * len(shared)
