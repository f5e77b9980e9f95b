"""Lines out of place, in a list that goes city by city and county by county."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.checks.codes import found
from pilotdiff.checks.within.bearing import Bearing
from pilotdiff.checks.within.rows import entry_rows
from pilotdiff.matching.keys import place_key
from pilotdiff.model import Filed, Finding, Level, Listing, Unit, msg

# A list is in the order of places when at most this share of its lines is out of it.
_ORDERED, _LEAST = 0.05, 10


def check(filed: Filed) -> Iterator[Finding]:
    """Single lines away from the others of their city or county, in a list in their order."""
    lower = [unit for unit in filed.units.units if unit.level.depth > Level.COUNTY.depth]
    if len(lower) < _LEAST:
        return
    lists = _Lists(filed.units.listing)
    told = set[int]()
    for depth in (Level.PREFECTURE.depth, Level.COUNTY.depth):
        strays: list[tuple[Unit, Unit]] = []
        for _, group in groupby(lower, key=lists.of):
            strays += _strays([unit for unit in group if unit.path[depth]], depth)
        if len(strays) > max(1, _ORDERED * len(lower)):
            continue
        for unit, before in strays:
            if unit.entry.line not in told:
                told.add(unit.entry.line)
                message = msg(
                    "{name} of {place} stands among the units of {other}",
                    name=unit.own,
                    place=unit.path[depth],
                    other=before.path[depth],
                )
                yield found("out-of-place", filed, unit.entry.line, message)


class _Lists:
    """Which list of the document a unit stands in: by its heading, and by the row of its number."""

    def __init__(self, listing: Listing) -> None:
        rows = entry_rows(listing, Bearing(listing))
        self._rows = {step.line: at for at, row in enumerate(rows) for step in row.steps}

    def of(self, unit: Unit) -> tuple[str, int]:
        """Its list."""
        return unit.entry.section, self._rows.get(unit.entry.line, -1)


def _strays(units: Sequence[Unit], depth: int) -> list[tuple[Unit, Unit]]:
    """Lines that interrupt a place or stand away from their own, each with the one before it."""
    blocks = [list(block) for _, block in groupby(units, key=lambda u: _place(u, depth))]
    sizes = Counter[str]()
    for block in blocks:
        sizes[_place(block[0], depth)] = max(sizes[_place(block[0], depth)], len(block))
    strays: list[tuple[Unit, Unit]] = []
    interrupted = -1
    for at, block in enumerate(blocks[1:], start=1):
        key = _place(block[0], depth)
        around = at + 1 < len(blocks) and _place(blocks[at + 1][0], depth)
        if len(block) == 1 and around == _place(blocks[at - 1][0], depth):
            strays.append((block[0], blocks[at - 1][-1]))
            interrupted = at + 1
        elif len(block) == 1 < sizes[key] and at != interrupted:
            strays.append((block[0], blocks[at - 1][-1]))
    return strays


def _place(unit: Unit, depth: int) -> str:
    return place_key(depth, unit.path[depth])
