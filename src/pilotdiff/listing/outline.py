"""A document's lines → what it lists."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pilotdiff.facts.list_totals import totals_of_a_line
from pilotdiff.facts.scheme import read_scheme
from pilotdiff.listing.among_lines.areas_among_towns import with_areas_among_towns
from pilotdiff.listing.among_lines.bracketed_villages import with_bracketed_villages
from pilotdiff.listing.among_lines.called_alike import with_names_called, with_types_below_places
from pilotdiff.listing.among_lines.called_like_honours import with_honoured_names
from pilotdiff.listing.among_lines.first_numbers import with_first_numbers_apart
from pilotdiff.listing.among_lines.located import with_places
from pilotdiff.listing.among_lines.records import with_records
from pilotdiff.listing.among_lines.stepped_rows import with_stepped_rows
from pilotdiff.listing.among_lines.told_alike import with_lines_told_alike
from pilotdiff.listing.among_lines.zones_among_towns import with_zones_among_towns
from pilotdiff.listing.assemble.assembled_entries import Gathered
from pilotdiff.listing.assemble.line_roles import read_lines
from pilotdiff.listing.assemble.lists import choose
from pilotdiff.listing.entries import PATH
from pilotdiff.listing.lines.date_lines import with_date_below_title
from pilotdiff.listing.lines.furniture import is_page_number
from pilotdiff.listing.lines.overlong_lines import within_length
from pilotdiff.listing.lines.page_numbers import without_page_numbers
from pilotdiff.listing.lines.pieces import Piece, Shape, may_be_row, shapes
from pilotdiff.listing.lines.plain_copies import plain_copy
from pilotdiff.listing.lines.running_titles import running_titles
from pilotdiff.listing.lines.titles_and_dates import read_metadata
from pilotdiff.listing.lines.washing import judge_washing
from pilotdiff.listing.lines.wraps import with_lines_joined, without_empty_lines
from pilotdiff.listing.segment.lattice import segment
from pilotdiff.model import Clean, Declared, Document, Entry, Figure, Line, Listing, Section, msg
from pilotdiff.reading.garbage_collection import collector_held
from pilotdiff.repair.texts import Text, line_text

# What holds entries, or counts the group above it, is counted where it is read.
_UNCOUNTED = frozenset({Shape.NAMES, Shape.TABLE, Shape.COUNT})
_COUNTERS = frozenset("个家项")


_FROM_UNSEEN = msg("what is shown holds no list: read from scripts and hidden parts")


def outline(document: Document, *, id_column: str = "", name_column: str = "") -> Listing:
    """Return what a document lists.

    `id_column` and `name_column` name the columns of a table whose header is not recognised.
    Raises UserError when the document has no such column.
    """
    if id_column or name_column:
        from pilotdiff.listing.tables.columns.wanted_columns import wanted_columns

        wanted_columns(document, id_column, name_column)
    with collector_held():
        listing = _outlined(document, id_column, name_column)
        if listing.entries or not document.unseen:
            return listing
        whole = replace(
            document,
            lines=(*document.lines, *document.unseen),
            unseen=(),
            notes=(*document.notes, _FROM_UNSEEN),
        )
        other = _outlined(whole, id_column, name_column)
        return other if other.entries else listing


def _outlined(document: Document, id_column: str, name_column: str) -> Listing:
    document, cut = within_length(document)
    document = plain_copy(document)
    washing = judge_washing(document)
    running = running_titles(document.lines)
    shaped, cells = _shaped(document.lines, running, washing.wash, (id_column, name_column))
    pieces = with_lines_joined(with_lines_told_alike(_solid(shaped)))
    metadata = read_metadata(pieces)
    pieces = _with_rows_joined(with_date_below_title(pieces, metadata.lines))
    way = segment(pieces)
    gathered = Gathered(way, plain=washing.leaves)
    chosen = choose(gathered, document.lines, metadata.title)
    sections = _telling(gathered.sections, chosen.entries)
    figures, totals = _counted(metadata.title, pieces, gathered, chosen.declared, sections)
    titles = (metadata.title, *(section.title for section in gathered.sections))
    scheme = read_scheme(titles, gathered.prose)
    lines = frozenset(entry.line for entry in chosen.entries)
    readings = read_lines(document.lines, way, gathered.rows, metadata, lines, running)
    skipped = (*cut, *gathered.skipped, *chosen.skipped)
    return Listing(
        document,
        **metadata.stated(),
        **scheme._asdict(),
        script=washing.script,
        sections=sections,
        entries=chosen.entries,
        mentions=chosen.mentions,
        declared=(*(totals if chosen.entries else ()), *gathered.declared),
        figures=figures,
        skipped=tuple(s for s in skipped if s.suspicious or s.line not in metadata.lines),
        cites=tuple(dict.fromkeys(citation.number for citation in metadata.citations)),
        allotments=chosen.allotments,
        readings=readings,
        cells=cells,
    )


def _shaped(
    lines: Sequence[Line],
    running: frozenset[int],
    wash: Callable[[str], Clean],
    named: tuple[str, str],
) -> tuple[list[Piece], Mapping[int, tuple[str, ...]]]:
    """Return every line as a piece, and the cells of lines of text; what reads tables is loaded
    where there may be one.

    The numbers of pages and `running` titles are left out first: no row of a table ends at one.
    """
    lines = [
        line
        for line in lines
        if line.cells or not (is_page_number(line.text) or line.number in running)
    ]
    if any(line.cells or may_be_row(line.text) for line in lines):
        from pilotdiff.listing.tabular import shaped_with_tables

        return shaped_with_tables(lines, wash, *named)
    return [piece for line in lines for piece in shapes(line_text(line, wash))], {}


def _solid(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces that hold something, but the numbers of pages; a place and the first of the
    numbered names below it are two."""
    return with_first_numbers_apart(without_page_numbers(without_empty_lines(pieces)))


def _with_rows_joined(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with those taken for one row, or for its parts, that only others tell."""
    pieces = with_honoured_names(with_records(with_places(with_stepped_rows(pieces))))
    pieces = with_zones_among_towns(with_areas_among_towns(with_bracketed_villages(pieces)))
    return with_types_below_places(with_names_called(pieces))


def _counted(
    title: str,
    pieces: Sequence[Piece],
    gathered: Gathered,
    of_rows: Sequence[Declared],
    sections: Sequence[Section],
) -> tuple[tuple[Figure, ...], list[Declared]]:
    """Return the figures, and the totals that prose, rows, lines and the title give in turn."""
    figures, totals = _told_in_prose(gathered.prose)
    totals = [*_of_no_row(totals, of_rows), *of_rows]
    totals += _told_in_lines(pieces, [*totals, *gathered.declared], sections)
    totals += _told_in_title(title, pieces, [*totals, *gathered.declared])
    return figures, totals


def _told_in_prose(prose: Sequence[Text]) -> tuple[tuple[Figure, ...], list[Declared]]:
    """Return the figures of running text, and those among them that are totals of the list."""
    if not prose:
        return (), []
    from pilotdiff.facts.figures import declared_totals, read_figures, totals_by_kinds

    counted = read_figures(prose)
    totals = [*declared_totals(counted), *totals_by_kinds(prose)]
    return tuple(c.figure for c in counted), totals


def _of_no_row(totals: Iterable[Declared], of_rows: Iterable[Declared]) -> Iterator[Declared]:
    """Yield the totals but those that a sentence gives of one row of its names."""
    known = {(total.line, total.number) for total in of_rows}
    return (total for total in totals if (total.line, total.number) not in known)


def _told_in_title(
    title: str, pieces: Sequence[Piece], known: Sequence[Declared]
) -> list[Declared]:
    """Return the totals that the title gives and no line does: 命名清岗县等41个县为示范县的通知."""
    if _COUNTERS.isdisjoint(title):
        return []
    from pilotdiff.facts.figures import title_totals

    texts = ((piece.text.line, piece.text.text.strip()) for piece in pieces)
    line = next((line for line, text in texts if text and title.startswith(text)), 0)
    numbers = {total.number for total in known}
    found = title_totals(Text(line, Clean(title, title)))
    return [total for total in found if total.number not in numbers]


def _told_in_lines(
    pieces: Sequence[Piece], known: Sequence[Declared], sections: Sequence[Section]
) -> list[Declared]:
    """Return the totals that lines give which are no running text: 共24个（乡镇6个，村18个）."""
    counted = {total.line for total in known}
    found: list[Declared] = []
    for piece in pieces:
        if piece.shape in _UNCOUNTED or piece.text.line in counted:
            continue
        for total in totals_of_a_line(piece.text):
            over = [section.path for section in sections if section.line <= total.line]
            found.append(total._replace(section=over[-1] if over else ()))
    return found


def _telling(sections: Iterable[Section], entries: Iterable[Entry]) -> tuple[Section, ...]:
    """Return the sections that hold entries or announce a number of them."""
    holding: set[str] = set()
    for section in dict.fromkeys(entry.section for entry in entries):
        titles = section.split(PATH)
        holding |= {PATH.join(titles[:end]) for end in range(1, len(titles) + 1)}
    return tuple(s for s in sections if s.declared is not None or PATH.join(s.path) in holding)
