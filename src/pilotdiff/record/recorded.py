"""What the official record has of a unit: a code, the name it bore, and the years."""

from functools import lru_cache
from typing import NamedTuple

from pilotdiff.model import Level

# First and last year, both inclusive; several where years between are missing.
Spans = tuple[tuple[int, int], ...]
# How long the codes of a level are.
DIGITS = {Level.TOWNSHIP: 9, Level.COMMUNITY: 12}


class Recorded(NamedTuple):
    """A code with a name that it bore; the same code under another name is another one.

    code   6, 9 or 12 digits
    name   in the wording of lists: 多福巷社区, 东华门街道
    spans  the years of the editions that have it; for counties and up, to the year of the change
    """

    code: str
    level: Level
    name: str
    spans: Spans

    @property
    def first(self) -> int:
        """The first year in which it stands."""
        return self.spans[0][0]

    @property
    def last(self) -> int:
        """The last year in which it stands."""
        return self.spans[-1][1]

    def distance(self, year: int) -> int:
        """Return how many years lie between `year` and the nearest one in which it stands; 0 in
        one."""
        if len(self.spans) == 1:  # most units
            ((first, last),) = self.spans
            return max(first - year, year - last, 0)
        return min([max(first - year, year - last, 0) for first, last in self.spans])

    @property
    def years(self) -> str:
        """The years as written: 2018–2023, 2016–2017, 2019–2023."""
        return _years(self.spans)


@lru_cache(maxsize=1 << 12)
def _years(spans: Spans) -> str:
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)


def together(one: Recorded, other: Recorded) -> int | None:
    """Return the last year in which both stand, None when there is none: then they may be one unit.

    For counties and up the year of a change belongs to what was before and to what came of it.
    """
    least = 1 if one.level.depth <= Level.COUNTY.depth else 0
    shared = [
        min(last, end)
        for first, last in one.spans
        for start, end in other.spans
        if min(last, end) - max(first, start) >= least
    ]
    return max(shared, default=None)


def spans_of_bits(bits: int, editions: tuple[int, ...]) -> Spans:
    """Return the spans of years that bits stand for, the lowest bit being the first edition.

    An edition that no bit speaks of makes no hole: 2023 and 2026 are next to each other here.
    """
    spans: list[tuple[int, int]] = []
    before = False
    for at, year in enumerate(editions):
        has = bool(bits >> at & 1)
        if has:
            spans[-1:] = [(spans[-1][0], year)] if before else [*spans[-1:], (year, year)]
        before = has
    return tuple(spans)
