"""A row of the report as the page shows it: its address, its place, its names side by side."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pilotdiff.model import Entry, Outcome, Row, Unit
from pilotdiff.report.marked_characters import MarkedPiece, Pieces, compared, unmarked

# How many parts of a path stand above a unit of the level.
_PREFECTURE, _TOWNSHIP = 1, 3


class NamedUnit(NamedTuple):
    """A unit's name as the page writes it: the place above it, its parent, and its own name."""

    place: str
    parent: str
    own: str

    @property
    def short(self) -> str:
        """The name without the place."""
        return self.parent + self.own

    @property
    def long(self) -> str:
        """The name with its place."""
        return " ".join(filter(None, (self.place, self.short)))


class Shown(NamedTuple):
    """A row of the page.

    key     its address in the page: p197 is line 197 of the pilot list, r76 of the results;
            p197.2 the second unit on that line
    unit    the pilot, or the result where there is no pilot
    before  the pilot's name, and `after` the result's where it reads otherwise, else ()
    raw     both entries as written, each with what the other does not have marked
    """

    key: str
    row: Row
    unit: Unit
    named: NamedUnit
    before: Pieces
    after: Pieces
    raw: tuple[Pieces, Pieces]


def page_rows(rows: Iterable[Row], *, provinces: bool) -> Iterator[Shown]:
    """Yield the rows of the page in their order; `provinces` where places are told with theirs."""
    for key, row in _keyed(rows):
        unit = row.pilot or row.result
        assert unit is not None, "a row without a unit"
        before, after = _names(row, provinces=provinces)
        raw = _raw(row.pilot), _raw(row.result)
        if row.pilot and row.result:
            raw = compared(row.pilot.entry.raw, row.result.entry.raw)
        yield Shown(key, row, unit, name_parts(unit, provinces=provinces), before, after, raw)


def name_parts(unit: Unit, *, provinces: bool = False) -> NamedUnit:
    """Return the unit's name in three parts; county and prefecture are the place of what is below
    them."""
    depth = unit.level.depth
    above = unit.path[0 if provinces else _PREFECTURE : min(depth, _TOWNSHIP)]
    place = list(above) or list(unit.path[:depth])
    parents = unit.path[_TOWNSHIP:depth]
    return NamedUnit(" ".join(filter(None, place)), "".join(parents), unit.own)


def _keyed(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    seen: Counter[str] = Counter()
    for row in rows:
        side, unit = ("p", row.pilot) if row.pilot else ("r", row.result)
        assert unit is not None, "a row without a unit"
        key = f"{side}{unit.entry.line}"
        seen[key] += 1
        yield (f"{key}.{seen[key]}" if seen[key] > 1 else key), row


def _names(row: Row, *, provinces: bool) -> tuple[Pieces, Pieces]:
    """Return the name, or both where the result's is another; a restored name is not another
    one."""
    units = [unit for unit in (row.pilot, row.result) if unit]
    ours = name_parts(units[0], provinces=provinces)
    own = (MarkedPiece(ours.parent), MarkedPiece(ours.own))
    if len(units) == 1:
        return own, ()
    theirs = name_parts(units[1], provinces=provinces)
    kept = row.outcome is Outcome.PROMOTED
    if kept or ours == theirs:
        return own, ()
    if ours.place == theirs.place:
        return compared(ours.short, theirs.short)
    return compared(ours.long, theirs.long)


def _raw(unit: Unit | None) -> Pieces:
    """Return an entry as written, what was repaired in it marked."""
    if unit is None:
        return ()
    entry: Entry = unit.entry
    return compared(entry.raw, entry.text)[0] if entry.repairs else unmarked(entry.raw)
