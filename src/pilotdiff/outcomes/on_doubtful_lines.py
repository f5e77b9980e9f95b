"""Rows whose unit stands on a line of which one cannot be sure that it was read right.

The screen tells such lines once, above the tables. Who reads a row of the tables alone must be told
there as well: whatever became of the unit was found for the name as it was read.
"""

from collections.abc import Iterator, Sequence

from pilotdiff.census.failed_units import MARKED
from pilotdiff.model import DoubtfulLine, Message, Row, Said, Unit, Units, msg
from pilotdiff.model.messages import chained

_OF_PILOTS = msg("line {line} of the pilot document is in doubt ({why})")
_OF_RESULTS = msg("line {line} of the result document is in doubt ({why})")


def with_doubtful_lines(rows: Sequence[Row], pilots: Units, results: Units) -> tuple[Row, ...]:
    """Return the rows; the reason of one whose pilot or result stands on a doubtful line begins
    with the line and the doubt. What a list says of its own unit, that it failed, is told
    elsewhere."""
    doubts = dict(_doubts(pilots, _OF_PILOTS))
    doubts |= _doubts(results, _OF_RESULTS)
    if not doubts:
        return tuple(rows)
    return tuple(_told(row, doubts) for row in rows)


def _doubts(units: Units, saying: Message) -> Iterator[tuple[int, Message]]:
    """Yield the entries on doubtful lines, by their identity, each with the first doubt of it."""
    for document in units.documents:
        doubts: dict[int, list[DoubtfulLine]] = {}
        for each in document.census.doubtful:
            if each.reason != MARKED:
                doubts.setdefault(each.line, []).append(each)
        beside: dict[int, list[Unit]] = {}
        for unit in document.units if doubts else ():
            if unit.entry.line in doubts:
                beside.setdefault(unit.entry.line, []).append(unit)
        for line, of_line in beside.items():
            for doubt in reversed(doubts[line]):
                for unit in _meant(doubt, of_line):
                    yield id(unit.entry), saying.given(line=line, why=doubt.reason)


def _meant(doubt: DoubtfulLine, of_line: Sequence[Unit]) -> Sequence[Unit]:
    """Return the units of a line that a doubt speaks of: all, where it names none of them, since a
    line may hold a whole list."""
    if doubt.about:
        return [unit for unit in of_line if unit.entry.text in doubt.about]
    named = [unit for unit in of_line if doubt.text in (*unit.path, unit.name, unit.entry.raw)]
    return named or of_line


def _told(row: Row, doubts: dict[int, Message]) -> Row:
    """Return a row with the doubts of its lines in front of what it says."""
    units = [unit for unit in (row.pilot, row.result) if unit is not None]
    clauses: list[Said] = [doubts[id(u.entry)] for u in units if id(u.entry) in doubts]
    if not clauses:
        return row
    if found := row.reason or (row.pairing.reason if row.pairing else ""):
        clauses.append(found)
    return row._replace(reason=chained(clauses))
