"""Columns that the user tells of: headings that take another's place, and values that are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.model import Document, UserError
from pilotdiff.report.report_types import KeptColumns

# So far down a table's headings are looked for.
_WITHIN = 400


def with_roles(document: Document, roles: Mapping[str, str]) -> Document:
    """Return the document with these headings in place of the user's. Raises UserError where a
    column is not there."""
    if not roles:
        return document
    from pilotdiff.listing.tables.columns.wanted_columns import wanted_columns

    wanted_columns(document, *roles)
    at = _heading_row(document, roles)
    if at is None:
        return document
    line = document.lines[at]
    cells = tuple(roles.get(cell.strip(), cell) for cell in line.cells)
    lines = (*document.lines[:at], line._replace(cells=cells), *document.lines[at + 1 :])
    return replace(document, lines=lines)


def kept_of(document: Document, keep: Sequence[str]) -> KeptColumns:
    """Return the values of these columns by line, as text; those that the table has."""
    at = _heading_row(document, keep) if keep else None
    if at is None:
        return {}
    heads = [cell.strip() for cell in document.lines[at].cells]
    columns = {name: heads.index(name) for name in keep if name in heads}
    return {
        line.number: {
            name: line.cells[where] if where < len(line.cells) else ""
            for name, where in columns.items()
        }
        for line in document.lines[at + 1 :]
        if line.cells
    }


def refuse_unkept(keep: Sequence[str], *lists: ListedUnits) -> None:
    """Refuse a column to keep that none of the lists has. Raises UserError."""
    there = {name for units in lists for kept in units.kept.values() for name in kept}
    for name in keep:
        if name not in there:
            raise UserError(
                "{lists} has no column {column} to keep: name one that is there",
                lists=tuple(units.listing.document.name for units in lists),
                column=name,
            )


def _heading_row(document: Document, names: Sequence[str] | Mapping[str, str]) -> int | None:
    """Return the first row that has one of these headings."""
    wanted = set(names)
    rows = enumerate(document.lines[:_WITHIN])
    return next((n for n, line in rows if wanted & {c.strip() for c in line.cells}), None)
