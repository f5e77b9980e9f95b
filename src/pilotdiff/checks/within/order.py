"""Lines out of place, in a list that goes province by province, city by city, county by county."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.census.numbered_rows import list_numbers
from pilotdiff.checks.code import finds, found, note
from pilotdiff.matching.names.name_keys import place_key
from pilotdiff.model import Filed, Finding, Level, Listing, Unit, msg

# A list is in the order of places when at most this share of its lines is out of it, and so many
# times as many places have all their units together.
_ORDERED, _CLEAR = 0.05, 3


@finds(
    note(
        "out-of-place",
        msg("In a list that is in the order of places, a unit stands among those of another"),
        msg("A community of one county stands between two of another"),
    )
)
def check(filed: Filed) -> Iterator[Finding]:
    """Find single lines away from the others of their city or county, in a list in their order."""
    lists = _Lists(filed.units.listing)
    told = set[int]()
    for level in (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY):
        lower = [
            u for u in filed.units.units if u.level.depth > level.depth and u.path[level.depth]
        ]
        groups = [[*group] for _, group in groupby(lower, key=lists.of)]
        strays = [stray for group in groups for stray in _strays(group, level)]
        together = sum(_together(group, level) for group in groups)
        if len(strays) > _ORDERED * len(lower) + 1 or together < _CLEAR * len(strays):
            continue
        for unit, before in strays:
            if unit.entry.line not in told:
                told.add(unit.entry.line)
                message = msg(
                    "{name} of {place} stands among the units of {other}",
                    name=unit.own,
                    place=unit.path[level.depth],
                    other=before.path[level.depth],
                )
                yield found("out-of-place", filed, unit.entry.line, message)


class _Lists:
    """Which list of the document a unit stands in: by its heading, and by the row of its number."""

    def __init__(self, listing: Listing) -> None:
        rows = enumerate(list_numbers(listing).rows)
        self._rows = {step.line: at for at, row in rows for step in row.steps}

    def of(self, unit: Unit) -> tuple[str, int]:
        """Return the list that a unit stands in."""
        return unit.entry.section, self._rows.get(unit.entry.line, -1)


def _strays(units: Sequence[Unit], level: Level) -> list[tuple[Unit, Unit]]:
    """Return units that interrupt a place or stand away from their own, each with the one before
    it."""
    blocks = [list(block) for _, block in groupby(units, key=lambda u: _place(u, level))]
    sizes = Counter[str]()
    for block in blocks:
        sizes[_place(block[0], level)] = max(sizes[_place(block[0], level)], len(block))
    strays: list[tuple[Unit, Unit]] = []
    interrupted = -1
    for at, block in enumerate(blocks[1:], start=1):
        key = _place(block[0], level)
        around = at + 1 < len(blocks) and _place(blocks[at + 1][0], level)
        if len(block) == 1 and around == _place(blocks[at - 1][0], level):
            strays.append((block[0], blocks[at - 1][-1]))
            interrupted = at + 1
        elif len(block) == 1 < sizes[key] and at != interrupted:
            strays.append((block[0], blocks[at - 1][-1]))
    return strays


def _together(units: Sequence[Unit], level: Level) -> int:
    """Return how many places have several units, all of them one behind the other."""
    blocks = [
        _place(next(block), level) for _, block in groupby(units, key=lambda u: _place(u, level))
    ]
    times, sizes = Counter(blocks), Counter(_place(unit, level) for unit in units)
    return sum(times[place] == 1 < size for place, size in sizes.items())


def _place(unit: Unit, level: Level) -> str:
    return place_key(level.depth, unit.path[level.depth])
