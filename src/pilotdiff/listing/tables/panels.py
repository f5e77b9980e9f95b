"""Panels: tables that hold a unit once for every year."""

from collections.abc import Sequence

from pilotdiff.listing.tables.columns.table_columns import TableColumns
from pilotdiff.model import Entry, Line, Skipped, msg

_Key = tuple[object, ...]


def one_a_unit(
    entries: Sequence[Entry], rows: Sequence[Line], columns: Sequence[TableColumns]
) -> tuple[list[Entry], list[Skipped]]:
    """Return the entries with a unit of several years once, its years as a note; the others are
    told."""
    at = next((year for group in columns for year in group.years), -1)
    if at < 0:
        return list(entries), []
    year_of = {row.number: row.cells[at].strip() for row in rows if at < len(row.cells)}
    years: dict[_Key, list[str]] = {}
    for entry in entries:
        years.setdefault(_unit(entry), []).append(year_of.get(entry.line, ""))
    kept: list[Entry] = []
    again: list[Skipped] = []
    seen: set[_Key] = set()
    for entry in entries:
        key = _unit(entry)
        told = list(dict.fromkeys(filter(None, years[key])))
        if len(told) < 2 or len(told) < len(years[key]):
            kept.append(entry)
        elif key not in seen:
            seen.add(key)
            note = "; ".join(filter(None, [entry.note, "、".join(told)]))
            kept.append(entry._replace(note=note))
        else:
            why = msg("the same unit in another year")
            again.append(Skipped(entry.line, entry.raw, why))
    return kept, again


def _unit(entry: Entry) -> _Key:
    return entry.level, entry.columns or (*entry.above, entry.text), entry.section
