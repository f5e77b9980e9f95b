"""Documents that hold tables: every line as a piece, the rows of one table together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from pilotdiff.listing.lines.pieces import Piece, Shape, shape, shapes, without_specks
from pilotdiff.listing.lines.running_titles import is_continued
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.columns.column_heads import is_head_row, is_heading_word
from pilotdiff.listing.tables.table_body import TableBody, goes_on, with_bare_rows, with_rows
from pilotdiff.listing.tables.table_split import split_rows
from pilotdiff.listing.tables.texts.text_rows import with_cells
from pilotdiff.model import Clean, Line, Message, Said
from pilotdiff.names import known
from pilotdiff.names.head_words import PROGRAMME
from pilotdiff.repair.texts import Text, line_text


def shaped_with_tables(
    lines: Sequence[Line],
    wash: Callable[[str], Clean],
    id_column: str,
    name_column: str,
) -> tuple[list[Piece], Mapping[int, tuple[str, ...]]]:
    """Return every line as a piece, rows of one table together; and the cells of lines of text that
    are rows, by their numbers."""
    reader = CellReader(wash)
    texts = {line.number: line.text for line in lines if not line.cells}
    lines = _without_blank_edges(with_cells([*map(_speckless, lines)], reader))
    cells = {row.number: row.cells for row in lines if row.cells and _is_whole(row, texts)}
    return _pieces(lines, reader, wash, id_column, name_column), cells


def _pieces(
    lines: Sequence[Line],
    reader: CellReader,
    wash: Callable[[str], Clean],
    id_column: str,
    name_column: str,
) -> list[Piece]:
    pieces: list[Piece] = []
    before: TableBody | None = None
    place = 0
    for (is_table, _, _), group in groupby(lines, key=_table_of):
        rows = list(group)
        if not is_table:
            pieces += [piece for line in rows for piece in shapes(line_text(line, wash))]
            if not all(is_continued(line.text) or not line.text.strip() for line in rows):
                place = 0
            continue
        split = split_rows(
            rows, reader, before=before, id_column=id_column, name_column=name_column
        )
        lead = split.lead
        if lead and split.bodies and split.bodies[0].head and _heads_heads(lead[-1], reader):
            lead = lead[:-1]
        bodies = [body for body in split.bodies if body.rows]
        if before and bodies and not lead and goes_on(before, bodies[0]):
            if place:
                before, bodies = with_rows(before, bodies[0]), bodies[1:]
                pieces[place - 1] = _piece(before)
            else:
                bodies[0] = with_bare_rows(bodies[0])
        pieces += [_outside(row, wash) for row in lead if not _heads_nothing(row)]
        pieces += map(_piece, bodies)
        place = 0 if lead else place
        if bodies:
            before, place = bodies[-1], len(pieces)
        if split.below:
            pieces += [_outside(row, wash) for row in split.below]
            place = 0
        if split.persons:
            pieces += [Piece(Shape.PERSONS, line_text(row, wash)) for row in split.persons]
            place = 0
    return pieces


def _is_whole(row: Line, texts: Mapping[int, str]) -> bool:
    """Tell whether a row is a line of text, which holds all its cells."""
    text = texts.get(row.number, "")
    return bool(text) and all(cell in text for cell in row.cells)


def _speckless(line: Line) -> Line:
    """Return a line of text without what a scan leaves behind its last cell; a pipe may close
    it."""
    if line.cells or line.text.rstrip()[-1:] not in _SPECKS:
        return line
    return line._replace(text=without_specks(line.text))


_SPECKS = frozenset("’‘`·•_~")


def _outside(row: Line, wash: Callable[[str], Clean]) -> Piece:
    """Return a row outside a table as a line; one of several cells is broken nowhere."""
    return shape(line_text(row, wash))._replace(row=len({*row.cells} - {""}) > 1)


def _heads_nothing(row: Line) -> bool:
    """Tell whether a row heads columns that have no rows: 序号 | 地市 | 县区 and nothing below."""
    return len({*row.cells} - {""}) > 1 and is_head_row(row.cells)


def _heads_heads(row: Line, reader: CellReader) -> bool:
    """Tell whether a row right above the heads says what they are and no more: 所在地 over 市 | 县,
    or one word over each group of them."""
    told = {cell.strip() for cell in row.cells} - {""}
    return (len(told) == 1 and is_heading_word(*told)) or _heads_groups(row, reader)


def _heads_groups(row: Line, reader: CellReader) -> bool:
    """Tell whether a row right above the heads has a word over each group of them, and no place:
    示范县 | 示范县 | 示范镇 | 示范镇."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if not 1 < len({*filled}) < len(filled) or not any(map(PROGRAMME.search, filled)):
        return False
    units = [unit for cell in {*filled} for unit in reader.read(cell).units]
    return not any(known(text) for unit in units for _, text in unit.parts)


def _piece(body: TableBody) -> Piece:
    return Piece(Shape.TABLE, Text(body.rows[0].number, Clean("", "")), table=body)


def _table_of(line: Line) -> tuple[bool, Said, int]:
    """Return what tells one table from the next: whether a line is a row, of which sheet, and on
    pages how wide it is: a table goes on over the page break, one of other columns is another."""
    if not line.cells:
        return False, "", 0
    paged = isinstance(line.place, Message) and line.place.values[0][0] == "page"
    return True, "" if paged else _without_row(line.place), len(line.cells) if paged else 0


def _without_row(place: Said) -> Said:
    """Return the table of a place that counts its rows."""
    if isinstance(place, Message) and place.values[-1][0] == "row":
        return place._replace(values=place.values[:-1])
    return place


def _without_blank_edges(lines: Sequence[Line]) -> Sequence[Line]:
    """Return lines without the first and last cells that are blank in every row of all tables.

    >>> rows = [Line(1, "", ("", "县", "村", "")), Line(2, "", ("", "清岗县", "东岭村", ""))]
    >>> [row.cells for row in _without_blank_edges(rows)]
    [('县', '村'), ('清岗县', '东岭村')]
    """
    rows = [line.cells for line in lines if line.cells]
    width = max(map(len, rows), default=0)
    first = next((at for at in range(width) if _fills(rows, at)), 0)
    end = next((at for at in range(width, first, -1) if _fills(rows, at - 1)), width)
    return lines if (first, end) == (0, width) else tuple(_cut(lines, first, end))


def _fills(rows: Sequence[tuple[str, ...]], at: int) -> bool:
    """Tell whether a row has a text in a column."""
    return any(cells[at].strip() for cells in rows if at < len(cells))


def _cut(lines: Sequence[Line], first: int, end: int) -> Iterator[Line]:
    for line in lines:
        # A row of too few cells stays one.
        cells = line.cells[first:end] or line.cells[:1]
        yield line._replace(cells=cells) if line.cells else line
