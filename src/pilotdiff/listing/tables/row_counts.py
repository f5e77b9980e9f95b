"""How many units a row of a table says it has, beside their names: 清岗县 | 2 | 甲村、乙村."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.facts.numerals import numeral
from pilotdiff.listing.tables.table_body import TableBody
from pilotdiff.listing.tables.unsure_rows import OTHER_COUNT
from pilotdiff.model import Entry, Line, LineReading, Role
from pilotdiff.patterns import pattern

_SURENESS = 0.5
_NUMBER = pattern(r"[（(]?(?P<number>\d{1,4})\s*[个個家]?[）)]?")
_SEVERAL = 2


def told_counts(body: TableBody, entries: Sequence[Entry]) -> Iterator[LineReading]:
    """Yield the rows that state another number of units than are read from them, and from those
    below that state none, in a column that mostly states what is read."""
    read = Counter(entry.line for entry in entries)
    for at in body.columns[0].counts:
        stated = list(_stated(body.rows, at, read))
        agreeing = [number for _, number, found in stated if number == found]
        # That one unit a row stands beside a 1 says nothing.
        if 2 * len(agreeing) < len(stated) or max(agreeing, default=0) < _SEVERAL:
            continue
        for row, number, found in stated:
            if number != found:
                shown = " ".join(filter(None, map(str.strip, row.cells)))
                yield LineReading(row.number, shown, Role.ITEM, OTHER_COUNT, _SURENESS)


def _stated(rows: Sequence[Line], at: int, read: Counter[int]) -> Iterator[tuple[Line, int, int]]:
    """Yield each row that states a number, with it and how many units are read up to the next."""
    begun: tuple[Line, int] | None = None
    found = 0
    for row in rows:
        cell = row.cells[at].strip() if at < len(row.cells) else ""
        number = numeral(match["number"]) if (match := _NUMBER.fullmatch(cell)) else None
        if number is not None or not read[row.number]:
            if begun is not None:
                yield (*begun, found)
            begun = (row, number) if number is not None and read[row.number] else None
            found = 0
        found += read[row.number]
    if begun is not None:
        yield (*begun, found)
