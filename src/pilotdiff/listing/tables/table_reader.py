"""The rows of a table in, entries out, and what became of every row."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pilotdiff.listing.entries import entry
from pilotdiff.listing.lines.headings import Heading, of_what_lies_in
from pilotdiff.listing.lines.pieces import Piece, Shape, shape
from pilotdiff.listing.omissions import COUNTING, DENIED, OMITTED
from pilotdiff.listing.recognise.named_places import counted_place, leading_place
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.listing.tables.columns.lists_or_levels import told_lists_or_levels
from pilotdiff.listing.tables.columns.tree_column import told_mixed, under_rows_above
from pilotdiff.listing.tables.own_tables import (
    LEFT_OUT,
    OWN_ROW,
    lists_left_out,
    own_columns,
    own_entry,
)
from pilotdiff.listing.tables.panels import one_a_unit
from pilotdiff.listing.tables.rows.code_parents import CodeParents
from pilotdiff.listing.tables.rows.low_parents import (
    told_low,
    under_low_parents,
    without_lower_parent,
    without_own_parent,
)
from pilotdiff.listing.tables.rows.row_counts import counted_rows, counts_what_lies_in_them
from pilotdiff.listing.tables.rows.row_entries import RowEntries
from pilotdiff.listing.tables.rows.row_shifts import in_place
from pilotdiff.listing.tables.rows.row_sorts import sorted_rows
from pilotdiff.listing.tables.rows.sheet_parents import open_head, open_sheet
from pilotdiff.listing.tables.rows.sum_rows import stated_numbers
from pilotdiff.listing.tables.rows.unsure_rows import (
    counts_alone,
    told_called_by_head,
    told_cut_off,
    told_headed_otherwise,
    told_repeated,
    told_second_names,
    told_types_unread,
    told_unread,
    told_unsure,
    told_words_beside,
)
from pilotdiff.listing.tables.table_body import BodyRow, RowSort, TableBody
from pilotdiff.listing.tables.table_reasons import (
    AGAIN_ACROSS,
    COUNTED,
    NAMED_AGAIN,
    NOTHING_ABOVE,
    TABLE_ROW,
)
from pilotdiff.model import Declared, Entry, Level, Line, LineReading, Role, Said, Skipped, msg
from pilotdiff.repair.texts import line_text, table_text

_REASONS: dict[RowSort, tuple[Role, Said]] = {
    RowSort.HEAD: (Role.TABLE_HEAD, msg("the table's heading, printed again")),
    RowSort.TOTAL: (Role.TOTAL, msg("a row of totals")),
    RowSort.NOTE: (Role.NOTE, msg("a note in the table")),
}


class TableReading(NamedTuple):
    """What a table gives.

    passed    what the rows without an entry are taken for
    """

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]
    declared: tuple[Declared, ...]
    passed: tuple[LineReading, ...]

    @property
    def readings(self) -> tuple[LineReading, ...]:
        """What every row that is not blank is taken for, in the order of the lines."""
        told = {reading.line for reading in self.passed}
        again = [_repeat(s) for s in self.skipped if s.line not in told]
        first = {e.line: e for e in reversed(self.entries)}
        items = [_item(e) for line, e in first.items() if line not in told]
        return tuple(sorted([*self.passed, *again, *reversed(items)], key=_line))


def read_body(body: TableBody, sections: Sections, *, plain: bool) -> TableReading:
    """Read a table's rows.

    `plain` says that the document is in simplified script and undamaged, so that names of Chinese
    characters alone need no repair.
    """
    return _BodyReader(body, sections, plain).run()


class _BodyReader:
    def __init__(self, body: TableBody, sections: Sections, plain: bool) -> None:
        self._low: frozenset[int] = frozenset()
        self._lower: frozenset[int] = frozenset()
        if len(body.columns) == 1:
            body = in_place(body)
            self._low = without_own_parent(body.rows, body.columns[0])
            self._lower = without_lower_parent(body.rows, body.columns[0])
            body = body._replace(rows=under_low_parents(body.rows, body.columns[0], self._low))
        self._body = body
        self._sections = sections
        self._makers = []
        for columns in body.columns:
            codes = CodeParents(body.rows, columns, body.reader)
            maker = RowEntries(columns, body.reader, sections, codes, plain=plain)
            self._makers.append(maker)
        self._entries: list[Entry] = []
        self._skipped: list[Skipped] = []
        self._declared: list[Declared] = []
        self._told: list[LineReading] = []
        self._opened = False

    def run(self) -> TableReading:
        """Return the entries of the table, what its rows were taken for, and what it counts."""
        body = self._body
        if own := own_columns(body.head):
            return self._written_by_us(own)
        if lists_left_out(body.head):
            return _left_out_before(body.rows)
        open_sheet(body.rows[0], body.reader, self._sections)
        open_head(body, self._sections)
        first = body.columns[0]
        self._read_rows()
        self._sections.close("head")
        if len(body.columns) == 1 and not self._opened:
            self._told += told_mixed(self._entries, first)
            self._entries = under_rows_above(self._entries, first)
        entries, again = one_a_unit(self._entries, body.rows, body.columns)
        if counts_what_lies_in_them(body, self._entries):
            # A table of how many there are in each city lists no city.
            again += [Skipped(entry.line, entry.raw, COUNTING) for entry in entries]
            self._told += [LineReading(e.line, e.raw, Role.NOTE, COUNTING) for e in entries]
            entries = []
        counted = counted_rows(body, entries)
        self._declared += counted
        if entries and not counted and counts_alone(body):
            line, raw = entries[0].line, entries[0].raw
            self._told.append(LineReading(line, raw, Role.ITEM, COUNTED, 0.5))
        if entries and len(body.columns) == 1:
            self._told += told_lists_or_levels(body, entries)
            self._told += told_repeated(entries)
            self._told += told_called_by_head(body, entries)
            self._told += told_words_beside(body, entries)
            self._told += told_second_names(body, entries)
            self._told += told_headed_otherwise(body, entries)
            self._told += told_types_unread(body, entries)
        self._told += told_cut_off(body, entries)
        self._told += told_low(entries, self._low | self._lower)
        for maker in self._makers:
            self._told += told_unsure(entries, maker.unsure)
            self._told += told_unread(entries, maker.unread, maker.unsure)
        self._told += told_unsure(entries, dict.fromkeys(body.again, NAMED_AGAIN))
        self._told += told_unsure(entries, dict.fromkeys(body.bare, NOTHING_ABOVE))
        self._told += told_unsure(entries, dict.fromkeys(body.across, AGAIN_ACROSS))
        return TableReading(
            tuple(entries), (*self._skipped, *again), tuple(self._declared), tuple(self._told)
        )

    def _read_rows(self) -> None:
        """Take every row that holds units, and read the others by what they are."""
        body = self._body
        for row in sorted_rows(body.rows, body.head, body.columns[0], body.reader):
            if row.sort is RowSort.DATA:
                if row.line.number in self._low:
                    self._makers[0].forget()
                self._take(row.line)
            elif row.sort is not RowSort.BLANK:
                self._pass(row)

    def _written_by_us(self, columns: Mapping[str, int]) -> TableReading:
        for row in self._body.rows:
            found = own_entry(row, columns, self._body.reader)
            if found is not None:
                self._entries.append(found)
            elif any(cell.strip() for cell in row.cells):
                self._take(row)
        told = [LineReading(e.line, e.raw, Role.ITEM, OWN_ROW) for e in self._entries]
        return TableReading(tuple(self._entries), tuple(self._skipped), (), (*self._told, *told))

    def _take(self, row: Line) -> None:
        if len(self._makers) == 1:
            made = self._makers[0].entries(row)
        else:
            made = [entry for maker in self._makers for entry in maker.entries(row)]
        if made:
            self._entries += made
            return
        shown = " ".join(cell.strip() for cell in row.cells if cell.strip())
        denied = all(maker.said.denies(row) for maker in self._makers)
        if denied or all(maker.said.says_none(row) for maker in self._makers):
            none = DENIED if denied else _NONE
            self._skipped.append(Skipped(row.number, shown, none))
            self._told.append(LineReading(row.number, shown, Role.NOTE, none))
            return
        if any(maker.said.groups(row) for maker in self._makers):
            self._skipped.append(Skipped(row.number, shown, _GROUPS))
            self._told.append(LineReading(row.number, shown, Role.NOTE, _GROUPS))
            return
        omitted = any(maker.said.leaves_out(row) for maker in self._makers)
        why = OMITTED if omitted else msg("not read as a unit")
        suspicious = any(
            row.cell(at)
            for columns in self._body.columns
            for at in (*columns.targets, *columns.levels)
        )
        self._skipped.append(Skipped(row.number, shown, why, suspicious))
        role = Role.UNREAD if suspicious else Role.NOTE
        self._told.append(LineReading(row.number, shown, role, why, 0.5))

    def _pass(self, row: BodyRow) -> None:
        """Pass over a row that lists nothing itself."""
        shown = table_text(row.line)
        if row.sort is RowSort.PARENT:
            self._open_parent(row.line, row.parent)
            why: Said = msg("a unit over the rows below it")
            self._told.append(LineReading(row.line.number, shown, Role.PARENT, why))
        elif row.sort is RowSort.ACROSS:
            self._across(row.line)
        else:
            if row.sort is RowSort.TOTAL:
                self._sum(row.line, shown)
            role, why = _REASONS[row.sort]
            self._told.append(LineReading(row.line.number, shown, role, why))
            if row.sort is not RowSort.HEAD:
                self._skipped.append(Skipped(row.line.number, shown, why))

    def _sum(self, line: Line, shown: str) -> None:
        for maker in self._makers:
            maker.keep_summed(line)
        for number, level in stated_numbers(line, self._body.columns):
            self._declared.append(Declared(number, line.number, shown, level, self._sections.path))

    def _open_parent(self, line: Line, parent: CellUnit | None) -> None:
        self._opened = True
        if parent is None:
            for maker in self._makers:
                maker.keep(line)
            return
        text = line_text(line, self._body.reader.wash)
        piece, path = Piece(Shape.NAMES, text), (*parent.above, *parent.parts)
        shaped = shape(text)
        said = shaped.header or shaped.names
        declared = said.declared if said else None
        self._sections.open(piece, parent.own.text, path=path, declared=declared)
        if declared is not None:
            shown = text.text.strip()
            total = Declared(
                declared, line.number, shown, self._sections.level, self._sections.path
            )
            self._declared.append(total)
        # A town lies in the county above it, and a county perhaps in another city.
        top = path[0][0].depth
        for maker in self._makers:
            maker.forget(top if top > Level.COUNTY.depth else 0)

    def _across(self, line: Line) -> None:
        """Take a text over the whole table: a heading, names, or words that say nothing of the
        list."""
        piece = shape(line_text(line, self._body.reader.wash))
        title = piece.text.text.strip()
        if piece.names is not None and len(piece.names.names) > 1:
            made = [entry(name, piece.text, self._sections) for name in piece.names.names]
            self._entries += made
            return
        header = piece.header
        if header is None and piece.shape not in (Shape.HEADING, Shape.NAMES):
            why = msg("a row of text across the table")
            self._skipped.append(Skipped(line.number, title, why))
            self._told.append(LineReading(line.number, title, Role.NOTE, why))
            return
        heading = piece.heading or (header.heading if header else None) or Heading(title)
        path = header.path if header else leading_place(title) or counted_place(title)[0]
        if path:
            heading = of_what_lies_in(heading, title, path[-1][1])
        said = header or piece.names
        declared = said.declared if said and said.declared is not None else heading.declared
        # 表2 清岗县（2个） is the place, and ends the one before it.
        alone = piece.names is not None and bool(path)
        self._sections.open(
            piece,
            heading.title,
            path=path,
            heading=None if alone else heading._replace(listing=True),
            declared=declared,
        )
        for maker in self._makers:
            maker.forget()
        why = msg("a heading across the table")
        self._told.append(LineReading(line.number, title, Role.HEADING, why))
        if declared is not None:
            where, level = self._sections.path, self._sections.level
            self._declared.append(Declared(declared, line.number, title, level, where))


def _left_out_before(rows: Sequence[Line]) -> TableReading:
    """Return the rows of what pilotdiff left out of a list, left out again."""
    left = tuple(Skipped(row.number, table_text(row), LEFT_OUT, True) for row in rows)
    told = (LineReading(one.line, one.text, Role.UNREAD, LEFT_OUT, 0.5) for one in left)
    return TableReading((), left, (), tuple(told))


# A large table has a reading a row: made without the constructor's step.
_MADE = tuple.__new__
_UNRIVALLED = tuple(LineReading(0, "", Role.ITEM, ""))[5:]
_NONE = msg("the row says that there is none")
_GROUPS = msg("a row that groups units")


def _item(entry: Entry) -> LineReading:
    sure = 0.95 if entry.columns else 0.9
    return _MADE(LineReading, (entry.line, entry.raw, Role.ITEM, TABLE_ROW, sure, *_UNRIVALLED))


def _repeat(skipped: Skipped) -> LineReading:
    return LineReading(skipped.line, skipped.text, Role.ITEM, skipped.why)


def _line(reading: LineReading) -> int:
    return reading.line
