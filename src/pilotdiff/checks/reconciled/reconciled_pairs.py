"""Pairs of lists with what became of their units."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from pilotdiff.census.unread_units import unread_units
from pilotdiff.checks.between.groups import ListPair
from pilotdiff.model import Filed, Level, Message, Outcome, Row, Unit, Units, msg, msgs
from pilotdiff.outcomes.unread_whereabouts import (
    UnreadPilots,
    Whereabouts,
    beyond_lines,
    places_of_lines,
)
from pilotdiff.reconciliation import Reconciler

# A list of which no more than one in ten was a pilot is hardly of that programme.
_LITTLE = 0.1
_SHOWN = 5


class ReconciledPair(NamedTuple):
    """A pair of lists with what became of their units."""

    pair: ListPair
    rows: tuple[Row, ...]

    @property
    def is_one_programme(self) -> bool:
        """Whether the two lists share so many units that they are of one programme."""
        shared = sum(row.pilot is not None and row.result is not None for row in self.rows)
        return shared > _LITTLE * sum(row.result is not None for row in self.rows)


def pair_rows(pair: ListPair, reconciler: Reconciler) -> tuple[Row, ...]:
    """Return what became of the units of two lists, at the levels that the pair is about."""
    rows = reconciler.rows(pair.pilots.units, pair.results.units)
    return tuple(filter(None, (_at_levels(row, pair) for row in rows)))


def _at_levels(row: Row, pair: ListPair) -> Row | None:
    """Return the row without a result that goes back to another list of pilots; None where nothing
    is left of it."""
    if row.result is None or not pair.levels or row.result.level in pair.levels:
        return row
    return Row(Outcome.NOT_ELIGIBLE, row.pilot, None) if row.pilot else None


def by_level(units: Iterable[Unit | None]) -> dict[Level, int]:
    """Tell how many units of each level there are, from the top."""
    counts = Counter(unit.level for unit in units if unit is not None)
    return {level: counts[level] for level in Level if counts[level]}


class Unread:
    """What of a list gave no unit, and where that may lie: what another list has more may stand
    there."""

    def __init__(self, other: Filed, listed: Units, chosen_from: Units | None = None) -> None:
        """Ask what of `other` gave no unit, by the places of the `listed` units; `chosen_from` as
        in `unread_units`."""
        self._name = other.source.id
        known = unread_units(other.units, chosen_from)
        places = map(Whereabouts, places_of_lines(other.units, known, listed.units))
        self._lines = tuple(zip(known.lines, places, strict=True))
        self._beside = UnreadPilots(beyond_lines(known))

    def said(self, message: Message, units: Sequence[Unit]) -> Message:
        """Return what is said of units that the list lacks, with its lines in which one of them may
        stand, else with how many units more it states than it lists."""
        lines = [line for line, place in self._lines if UnreadPilots((place,)).of_units(units)]
        if where := tuple(msg("line {line}", line=line) for line in islice(lines, _SHOWN)):
            return msgs(
                "{said}; not all of {other} was read ({where}), it may stand there",
                "{said}; not all of {other} was read ({where}), some of them may stand there",
                len(units),
                said=message,
                other=self._name,
                where=where,
            )
        if number := len(self._beside.of_units(units)):
            return msgs(
                "{said}; of {other} {n} more unit is known that it does not list",
                "{said}; of {other} {n} more units are known that it does not list",
                number,
                said=message,
                other=self._name,
            )
        return message
