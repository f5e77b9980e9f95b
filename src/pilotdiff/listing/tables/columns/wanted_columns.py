"""The columns that the user names: a table must have them."""

from pilotdiff.model import Document, UserError

_WITHIN = 400


def wanted_columns(document: Document, *names: str) -> None:
    """Raise UserError when a column that the user names stands in no row of the document."""
    first = next((line.cells for line in document.lines if line.cells), ())
    for name in filter(None, names):
        wanted = name.strip().casefold()
        rows = (line.cells for line in document.lines[:_WITHIN])
        if not any(wanted == cell.strip().casefold() for cells in rows for cell in cells):
            shown = tuple(cell.strip() for cell in first if cell.strip())
            if not shown:
                raise UserError(
                    "{name} is no table and has no columns to name: leave the column out",
                    name=document.name,
                )
            raise UserError(
                "{name} has no column {column}; name one of these: {columns}",
                name=document.name,
                column=name,
                columns=shown,
            )
