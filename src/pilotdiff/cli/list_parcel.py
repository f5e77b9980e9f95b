"""A list on its way from one process to another, its rows as columns; lines stay packed."""

from dataclasses import replace
from typing import Any, NamedTuple

from pilotdiff.cli.packed_rows import PackedRows
from pilotdiff.forked import SentColumns, as_columns, as_rows
from pilotdiff.model import DivisionPath, Entry, Line, LineReading, Unit, Units

_ENTRY_COLUMNS = Entry._fields.index("columns")
_UNIT_ENTRY, _UNIT_PATH = Unit._fields.index("entry"), Unit._fields.index("path")


class ListParcel(NamedTuple):
    """The units of a list without its rows, and these by their columns.

    units  bears in place of each entry its number in the listing, and in place of its path None
           where the entry bears it too
    """

    frame: Units
    entries: SentColumns
    units: SentColumns


def parcel(units: Units) -> ListParcel:
    """Return a list as it is sent."""
    listing = units.listing
    document = listing.document
    gave = {unit.entry.line for unit in units.units}
    plain = {line.number for line in document.lines if line.cells and line.number in gave}
    lines = PackedRows(Line, document.lines, lambda line: line.number in plain)
    bare = replace(
        listing,
        entries=(),
        readings=PackedRows(LineReading, listing.readings, lambda each: each.line in plain),
        document=replace(document, lines=lines),
    )
    entries = list(as_columns(listing.entries))
    if entries:
        entries[_ENTRY_COLUMNS] = tuple(map(_bare_path, entries[_ENTRY_COLUMNS]))
    numbers = {id(entry): number for number, entry in enumerate(listing.entries)}
    made = list(as_columns(units.units))
    if made:
        made[_UNIT_ENTRY] = tuple([numbers.get(id(u.entry), u.entry) for u in units.units])
        made[_UNIT_PATH] = tuple(
            [None if u.path is u.entry.columns else tuple(u.path) for u in units.units]
        )
    return ListParcel(replace(units, units=(), listing=bare), tuple(entries), tuple(made))


def from_parcel(parcel: ListParcel) -> Units:
    """Return the list that was packed."""
    columns = list(parcel.entries)
    if columns:
        columns[_ENTRY_COLUMNS] = tuple(map(_whole_path, columns[_ENTRY_COLUMNS]))
    entries = tuple(as_rows(Entry, columns))
    made = list(parcel.units)
    if made:
        stated = [entries[at] if isinstance(at, int) else at for at in made[_UNIT_ENTRY]]
        made[_UNIT_ENTRY] = tuple(stated)
        made[_UNIT_PATH] = tuple(
            entry.columns if path is None else DivisionPath._make(path)
            for entry, path in zip(stated, made[_UNIT_PATH], strict=True)
        )
    frame = parcel.frame
    listing = replace(frame.listing, entries=entries)
    return replace(frame, listing=listing, units=tuple(as_rows(Unit, made)))


def _bare_path(path: Any) -> Any:
    """Return a path as a list of its parts: what is no path stays what it is."""
    return list(path) if isinstance(path, DivisionPath) else path


def _whole_path(parts: Any) -> Any:
    return DivisionPath._make(parts) if isinstance(parts, list) else parts
