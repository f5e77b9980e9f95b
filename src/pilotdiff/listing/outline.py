"""A document's lines → what it lists."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby

from pilotdiff.listing.chosen import choose
from pilotdiff.listing.columns import Columns, Grid
from pilotdiff.listing.entries import PATH
from pilotdiff.listing.figures import declared_totals, read_figures
from pilotdiff.listing.grids import (
    find_header,
    guessed,
    is_readable,
    runs_of_rows,
    table_text,
    wanted_columns,
)
from pilotdiff.listing.headings import read_heading
from pilotdiff.listing.layout import with_cells
from pilotdiff.listing.line_names import Header
from pilotdiff.listing.metadata import read_metadata
from pilotdiff.listing.pieces import Piece, Shape, shape
from pilotdiff.listing.records import with_records
from pilotdiff.listing.roles import single, with_halves_joined
from pilotdiff.listing.texts import Text
from pilotdiff.listing.walk import walk
from pilotdiff.listing.wraps import with_lines_joined
from pilotdiff.model import Clean, Document, Entry, Line, Listing, Section
from pilotdiff.reading.collecting import collector_held
from pilotdiff.repair import clean, judge_mojibake, judge_script

_SAMPLE_LINES = 5_000
# What forums put behind every line against copying: a25B`,.82
_NOISE = re.compile(r"(?<=[\u4e00-\u9fff）)])\s+(?=[!-~]*[^\w\s)）*])[!-~]{3,16}$")


def outline(document: Document, *, id_column: str = "", name_column: str = "") -> Listing:
    """What a document lists.

    `id_column` and `name_column` name the columns of a table whose header is not recognised.
    Raises UserError when the document has no such column.
    """
    wanted_columns(document, id_column, name_column)
    with collector_held():
        return _outlined(document, id_column, name_column)


def _outlined(document: Document, id_column: str, name_column: str) -> Listing:
    misread, script = _judged(document)
    traditional = script == "traditional"
    wash: Callable[[str], Clean] = partial(clean, traditional=traditional, misread=misread)
    shaped = _shaped(document.lines, wash, id_column, name_column)
    solid = [piece for piece in shaped if piece.shape not in (Shape.BLANK, Shape.PAGE)]
    pieces = with_halves_joined(with_lines_joined(solid))
    metadata = read_metadata(pieces)
    walked = walk(with_records(pieces), wash, plain=not (traditional or misread))
    chosen = choose(walked)
    counted = read_figures(walked.prose)
    skipped = (*walked.skipped, *chosen.skipped)
    return Listing(
        document,
        title=metadata.title,
        issuer=metadata.issuer,
        number=metadata.number,
        date=metadata.date,
        script=script,
        context=metadata.context,
        sections=_telling(walked.sections, chosen.entries),
        entries=chosen.entries,
        mentions=chosen.mentions,
        declared=(*(declared_totals(counted) if chosen.entries else ()), *walked.declared),
        figures=tuple(c.figure for c in counted),
        skipped=tuple(s for s in skipped if s.suspicious or s.line not in metadata.lines),
        cites=metadata.cites,
    )


def _judged(document: Document) -> tuple[str, str]:
    """How the whole document was misread, and its script, told by its first lines."""
    sample = [line.text or "".join(line.cells) for line in document.lines[:_SAMPLE_LINES]]
    misread = judge_mojibake(sample)
    if misread:
        sample = [clean(text, misread=misread).text for text in sample]
    return misread, judge_script(sample)


def _shaped(
    lines: Sequence[Line], wash: Callable[[str], Clean], id_column: str, name_column: str
) -> list[Piece]:
    """Every line as a piece, rows of one table together."""
    pieces: list[Piece] = []
    columns: list[Columns] | None = None
    for is_table, group in groupby(with_cells(lines, wash), key=lambda line: bool(line.cells)):
        rows = list(group)
        if not is_table:
            pieces += [shape(_text(line, wash)) for line in rows]
            continue
        found = find_header(rows, wash, id_column=id_column, name_column=name_column)
        if found is not None:
            columns = found.columns
            pieces += [shape(_text(row, wash)) for row in rows[: found.at]]
            pieces += _grids(rows[found.at + 1 :], found.cells, columns, wash)
        else:
            known = _continued(columns, rows) or guessed(rows, wash)
            pieces += (
                _grids(rows, (), known, wash)
                if known
                else [shape(_text(row, wash)) for row in rows]
            )
    return pieces


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
            pieces.append(_across(shape(_text(run, wash))))
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


def _text(line: Line, wash: Callable[[str], Clean]) -> Text:
    text = table_text(line) if line.cells else line.text
    if (noise := _NOISE.search(text)) is not None:
        text = text[: noise.start()]
    return Text(line.number, wash(text), line.place, line.heading)


def _telling(sections: Iterable[Section], entries: Iterable[Entry]) -> tuple[Section, ...]:
    """The sections that hold entries or announce a number of them."""
    holding: set[str] = set()
    for section in dict.fromkeys(entry.section for entry in entries):
        titles = section.split(PATH)
        holding |= {PATH.join(titles[:end]) for end in range(1, len(titles) + 1)}
    return tuple(s for s in sections if s.declared is not None or PATH.join(s.path) in holding)
