"""Columns of several tiers that may be lists of their own, or parents of one another."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.tables.table_body import TableBody
from pilotdiff.listing.tables.table_reasons import ABREAST, SEVERAL_ABOVE, SHORTER_LISTS
from pilotdiff.model import Entry, Line, LineReading, Role
from pilotdiff.names.head_words import PROGRAMME

_SURENESS = 0.5
_FEWEST = 2


def told_lists_or_levels(body: TableBody, entries: Sequence[Entry]) -> Iterator[LineReading]:
    """Yield what is not sure of columns of several tiers beside each other."""
    raw = {entry.line: entry.raw for entry in reversed(entries)}
    if raw and _end_one_before_the_other(body):
        first = min(raw)
        yield LineReading(first, raw[first], Role.ITEM, SHORTER_LISTS, _SURENESS)
    yield from _told_abreast(body, raw)


def _end_one_before_the_other(body: TableBody) -> bool:
    """Tell whether two columns or more over the deepest one have blanks in their last rows alone,
    as many or more the higher they stand: 县级 | 乡级 | 村级, two, three and five of them."""
    columns = body.columns[0]
    levels = [at for at in columns.levels if at >= 0]
    if columns.names or len(levels) <= _FEWEST:
        return False
    filled = [[row.cell(at) for row in body.rows] for at in levels]
    # Of a column that begins with its names, none twice, and goes on blank.
    lengths = [len({*filter(None, cells)}) for cells in filled]
    if not all(
        all(cells[:end]) and not any(cells[end:])
        for cells, end in zip(filled, lengths, strict=True)
    ):
        return False
    *upper, _ = lengths
    return min(upper) >= _FEWEST and sorted({*lengths}) == lengths


def _told_abreast(body: TableBody, raw: dict[int, str]) -> Iterator[LineReading]:
    """Yield what is not sure of lists of several tiers side by side: all rows fill them, as those
    of parents do; or heads that speak of no list stand over several names beside lower ones."""
    columns = body.columns[0]
    levels = [level for _, level in columns.names]
    if len(levels) < 2 or None in levels or len({*levels}) < len(levels) or columns.types:
        return
    counts = {row.number: _names_by_column(row, body) for row in body.rows}
    told = {line: counts[line] for line in raw if line in counts}
    if len(told) > 1 and all(set(each) == {1} for each in told.values()):
        first = min(told)
        yield LineReading(first, raw[first], Role.ITEM, ABREAST, _SURENESS)
    if all(PROGRAMME.search(body.head[at]) for at, _ in columns.names if at < len(body.head)):
        return
    for line, each in told.items():
        if any(upper > 1 and any(each[at + 1 :]) for at, upper in enumerate(each)):
            yield LineReading(line, raw[line], Role.ITEM, SEVERAL_ABOVE, _SURENESS)


def _names_by_column(row: Line, body: TableBody) -> list[int]:
    """Return how many names of units stand in each column of lists, the highest tier first."""
    names = sorted(body.columns[0].names, key=lambda each: each[1].depth if each[1] else -1)
    return [len(body.reader.read(row.cell(at), level).units) for at, level in names]
