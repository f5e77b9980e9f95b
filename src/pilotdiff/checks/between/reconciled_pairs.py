"""Pairs of lists with what became of their units."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from pilotdiff.checks.between.groups import ListPair
from pilotdiff.model import Level, Row, Unit

# A list of which no more than one in ten was a pilot is hardly of that programme.
_LITTLE = 0.1


class ReconciledPair(NamedTuple):
    """A pair of lists with what became of their units."""

    pair: ListPair
    rows: tuple[Row, ...]

    @property
    def is_one_programme(self) -> bool:
        shared = sum(row.pilot is not None and row.result is not None for row in self.rows)
        return shared > _LITTLE * sum(row.result is not None for row in self.rows)


def rows_of(pair: ListPair) -> tuple[Row, ...]:
    """Return what became of the units of two lists, at the levels that the pair is about."""
    from pilotdiff.matching import match
    from pilotdiff.outcomes import judge

    listed = pair.results.units
    own = [unit for unit in listed.units if not pair.levels or unit.level in pair.levels]
    pilots, results = pair.pilots.units, replace(listed, units=tuple(own))
    return judge(pilots, results, match(pilots, results))


def by_level(units: Iterable[Unit | None]) -> dict[Level, int]:
    """Tell how many units of each level there are, from the top."""
    counts = Counter(unit.level for unit in units if unit is not None)
    return {level: counts[level] for level in Level if counts[level]}
