"""Lists in time → the units that go through them.

Two steps a list. First with its own lists of pilots, as `match` answers for the two; then, for what
is left, with all units known so far. Either is one to one; what is below the threshold stands apart
and is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pilotdiff.model import WENT_ON, Filed, Level, Outcome, Row, Said, Unit, Units, msg
from pilotdiff.panel.panel_types import DoubtfulLink, PanelListing
from pilotdiff.panel.recorded_apart import Apart, same_county
from pilotdiff.panel.roster import Known, Roster, as_list
from pilotdiff.reconciliation import Reconciler
from pilotdiff.record import RecordYear
from pilotdiff.repair.fold import fold

_Name = tuple[Level, str]
PairRows = Mapping[tuple[int, int], tuple[Row, ...]]


class Linked(NamedTuple):
    """The units in the order of their first listing, what is in doubt, and the rows of each list
    of pilots with a list of results."""

    known: list[Known]
    doubtful: list[DoubtfulLink]
    rows: PairRows


class Linker:
    """Takes the lists one by one, in time."""

    def __init__(
        self,
        documents: Sequence[Filed],
        editions: Sequence[RecordYear],
        reconciler: Reconciler,
        apart: Apart,
    ) -> None:
        self._documents = documents
        self._editions = editions
        self._reconciler = reconciler
        self._apart = apart
        self._roster = Roster()
        self._homes: list[dict[int, Known]] = [{} for _ in documents]
        self._told: set[tuple[int, int, int, int]] = set()
        self._named: list[dict[_Name, Known]] = [{} for _ in documents]
        self._doubtful: list[DoubtfulLink] = []
        self._rows: dict[tuple[int, int], tuple[Row, ...]] = {}

    def take(self, number: int, pilots: Sequence[int]) -> None:
        """Take a list, and the numbers of the lists of pilots that it holds the results of."""
        units = self._documents[number].units
        for pilot in pilots:
            self._with_pilots(number, pilot, units)
        rest = [unit for unit in units.units if id(unit.entry) not in self._homes[number]]
        near = self._roster.near(rest, number)
        if near and rest:
            self._with_known(number, near, rest, units)
        for unit in rest:
            if id(unit.entry) not in self._homes[number]:
                self._enter(number, unit)

    def linked(self) -> Linked:
        """Return what came of it; two units that bear one name are told."""
        self._doubtful += _namesakes(self._roster.known)
        return Linked(self._roster.known, self._doubtful, self._rows)

    def _with_pilots(self, number: int, pilot: int, units: Units) -> None:
        ours = self._documents[pilot].units
        rows = self._rows[pilot, number] = self._reconciler.rows(ours, units)
        for row in rows:
            if row.pilot is None or row.result is None:
                continue
            home = self._homes[pilot].get(id(row.pilot.entry))
            parted = home is not None and self._parted(home, number, row.result)
            if home is not None and row.outcome in WENT_ON and not (parted or _elsewhere(row)):
                self._join(number, home, row)
            elif row.outcome is Outcome.REVIEW or row.outcome in WENT_ON:
                self._doubt(row, pilot, number, _TWO_UNITS if parted else None)

    def _with_known(self, number: int, near: list[Known], rest: list[Unit], units: Units) -> None:
        listed = as_list(near, units)
        asked = Units(units.listing, tuple(rest))
        homes = {id(known.last.entry): known for known in near}
        self._reconciler.hear(listed, asked)
        for row in self._reconciler.rows(listed, asked):
            if row.pilot is None or row.result is None:
                continue
            home = homes[id(row.pilot.entry)]
            if self._parted(home, number, row.result):
                continue
            if row.outcome in WENT_ON and not _elsewhere(row):
                self._join(number, home, row)
            elif not home.has(number):
                self._doubt(row, home.listings[-1].number, number)

    def _parted(self, home: Known, number: int, unit: Unit) -> bool:
        """Tell whether the record has both at one time; a listing may leave its parents out."""
        years = self._editions[home.listings[-1].number], self._editions[number]
        return self._apart(home.last, years[0], unit, years[1])

    def _join(self, number: int, home: Known, row: Row) -> None:
        result, pairing = row.result, row.pairing
        assert result is not None, "a pairing without a result"
        assert pairing is not None, "two units without a pairing"
        if home.has(number) or id(result.entry) in self._homes[number]:
            return
        reason = row.reason or pairing.reason
        link = PanelListing(number, result, pairing.rule, pairing.confidence, reason)
        self._roster.add(home, link)
        self._settle(number, result, home)

    def _enter(self, number: int, unit: Unit) -> None:
        """Enter a unit that is new; one that its own list names twice is one."""
        home = self._named[number].get(_name(unit))
        if home is None:
            home = self._roster.enter(PanelListing(number, unit))
        self._settle(number, unit, home)

    def _settle(self, number: int, unit: Unit, home: Known) -> None:
        """Note where a unit of a list belongs; by its home's name, which may be filled up."""
        self._homes[number][id(unit.entry)] = home
        self._named[number].setdefault(_name(home.last), home)

    def _doubt(self, row: Row, one: int, other: int, against: Said | None = None) -> None:
        assert row.pilot is not None, "a proposal without a pilot"
        assert row.result is not None, "a proposal without a result"
        # Of pilots and results that `match` leaves open, the list of all units speaks once more.
        told = one, id(row.pilot.entry), other, id(row.result.entry)
        if told in self._told:
            return
        self._told.add(told)
        pairing = row.pairing
        self._doubtful.append(
            DoubtfulLink(
                row.pilot,
                one,
                row.result,
                other,
                pairing.confidence if pairing else None,
                pairing.margin if pairing else None,
                _why(row, against),
                pairing.runner_up if pairing else "",
            )
        )


_TWO_UNITS = msg("the record has both at one time")
_TWO_PLACES = msg("they lie in different places")


def _why(row: Row, against: Said | None) -> Said:
    """Return what speaks for the two, and what against them."""
    if against is None and row.outcome in WENT_ON:
        against = _TWO_PLACES
    return msg("{reason}; but {other}", reason=row.reason, other=against) if against else row.reason


def _elsewhere(row: Row) -> bool:
    """Tell whether the two lie in different places: in lists of a chosen few, the one of that name
    somewhere else is more likely another one than the same, moved."""
    assert row.pilot is not None, "a pairing without a pilot"
    assert row.result is not None, "a pairing without a result"
    return row.decision is None and not same_county(row.pilot, row.result)


def _name(unit: Unit) -> _Name:
    return unit.level, unit.name


def _namesakes(known: Sequence[Known]) -> Iterator[DoubtfulLink]:
    """Yield units that lists call by one whole name, and that stand apart all the same."""
    called: dict[tuple[str, str], dict[int, tuple[Known, PanelListing]]] = defaultdict(dict)
    for each in known:
        for listing in each.listings:
            whole = "".join(listing.unit.path)
            called[str(listing.unit.level), fold(whole)].setdefault(id(each), (each, listing))
    for found in called.values():
        (_, first), *others = found.values()
        for _, other in others:
            yield DoubtfulLink(
                first.unit,
                first.number,
                other.unit,
                other.number,
                None,
                None,
                msg("both are called so, and the lists tell them apart"),
            )
