"""Documents that hold tables: every line as a piece, the rows of one table together."""

from collections.abc import Callable, Sequence
from itertools import groupby

from pilotdiff.listing.columns import Columns, Grid, role
from pilotdiff.listing.grids import completed, find_header, guessed, is_readable, runs_of_rows
from pilotdiff.listing.headings import read_heading
from pilotdiff.listing.layout import with_cells
from pilotdiff.listing.line_names import Header
from pilotdiff.listing.pieces import Piece, Shape, shape
from pilotdiff.listing.roles import single
from pilotdiff.listing.texts import Text, line_text
from pilotdiff.model import Clean, Line, Message, Said


def shaped_with_tables(
    lines: Sequence[Line], wash: Callable[[str], Clean], id_column: str, name_column: str
) -> list[Piece]:
    """Every line as a piece, rows of one table together."""
    pieces: list[Piece] = []
    columns: list[Columns] | None = None
    for (is_table, _), group in groupby(with_cells(lines, wash), key=_table_of):
        rows = list(group)
        if not is_table:
            pieces += [shape(line_text(line, wash)) for line in rows]
            continue
        found = find_header(rows, wash, id_column=id_column, name_column=name_column)
        if found is not None:
            columns = found.columns
            if len(columns) == 1:
                columns = [completed(columns[0], rows[found.at + 1 :], wash)]
            pieces += [shape(line_text(row, wash)) for row in rows[: found.at]]
            pieces += _grids(rows[found.at + 1 :], found.cells, columns, wash)
        else:
            known = _continued(columns, rows) or guessed(rows, wash)
            headed = bool(known) and any(role(wash(cell).text.strip()) for cell in rows[0].cells)
            pieces += (
                _grids(rows[1:] if headed else rows, (), known, wash)
                if known
                else [shape(line_text(row, wash)) for row in rows]
            )
    return pieces


def _table_of(line: Line) -> tuple[bool, Said]:
    """What tells one table from the next: whether a line is a row, and of which sheet."""
    return bool(line.cells), _without_row(line.place) if line.cells else ""


def _without_row(place: Said) -> Said:
    """The table of a place that counts its rows."""
    if isinstance(place, Message) and place.values[-1][0] == "row":
        return place._replace(values=place.values[:-1])
    return place


def _continued(columns: list[Columns] | None, rows: Sequence[Line]) -> list[Columns] | None:
    """The columns of the table before, when this one goes on with it over a page break."""
    if not columns:
        return None
    last = max(max(c.name, *c.levels) for c in columns)
    return columns if all(len(row.cells) > last for row in rows) and len(rows) else None


def _grids(
    rows: Sequence[Line],
    header: tuple[str, ...],
    columns: list[Columns],
    wash: Callable[[str], Clean],
) -> list[Piece]:
    """A table's body: pieces of rows with entries, and of text across the table."""
    named = not columns[0].has_levels
    vouched = named and is_readable(rows, columns[0], wash)
    pieces: list[Piece] = []
    for run in runs_of_rows(rows, header, columns):
        if isinstance(run, Line):
            pieces.append(_across(shape(line_text(run, wash))))
        else:
            grid = Grid(tuple(columns), run, vouched)
            pieces.append(Piece(Shape.TABLE, Text(run[0].number, Clean("", "")), grid=grid))
    return pieces


def _across(piece: Piece) -> Piece:
    """A row across the whole table heads the rows that follow: a unit or the words of a heading."""
    title = piece.text.text.strip()
    name = single(piece)
    if name is not None and name.reading.sure == 1:
        return piece._replace(shape=Shape.HEADER, names=None, header=Header(title, name.path))
    if name is None and piece.shape is not Shape.HEADING:
        return piece
    heading = (piece.heading or read_heading(title))._replace(listing=True)
    return piece._replace(shape=Shape.HEADING, names=None, heading=heading)
