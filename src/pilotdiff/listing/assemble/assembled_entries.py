"""What the chosen lines give, gathered from the first to the last; no question is asked here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pilotdiff.facts.list_totals import counts_by_kind
from pilotdiff.listing.assemble.indents import (
    RowWord,
    goes_on_below,
    grid_with,
    indented,
    rows_go_on,
    stated_over,
    words_above,
)
from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.entries import entry
from pilotdiff.listing.lines.pieces import Piece, indent
from pilotdiff.listing.recognise.candidates import Candidate
from pilotdiff.listing.recognise.named_places import tiers_over
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.segment.lattice import ChosenCandidate
from pilotdiff.listing.segment.steps import heading_beside, heading_of_row, is_certain
from pilotdiff.listing.unit_names.line_names import HeadedCount, Name, Names
from pilotdiff.listing.unit_names.shared_brackets import shared_by_a_row
from pilotdiff.listing.unit_names.told_behind import in_brackets
from pilotdiff.model import Declared, Entry, Level, LineReading, Role, Said, Section, Skipped, msg
from pilotdiff.repair.texts import Text

if TYPE_CHECKING:
    from pilotdiff.listing.tables.table_body import TableBody


class Gathered:
    """What the lines gave."""

    def __init__(self, chosen: Iterable[ChosenCandidate], *, plain: bool) -> None:
        """Walk the chosen lines; `plain` says that most cells of a table need no washing."""
        # Under a heading, numbered, or named by one.
        self.entries: list[Entry] = []
        # Of lines of names that stand under no heading and bear no number.
        self.loose: list[Entry] = []
        # Of either, what the line below decides on: 清岗县白溪镇 / 入选示范乡镇.
        self.decided: list[Entry] = []
        # Of numbered lines that name a unit and go on to tell of it.
        self.described: list[Entry] = []
        # The lines of running text.
        self.prose: list[Text] = []
        # Where entries stand in a sentence, by its line: 入选的乡镇是：清岗县白溪镇、北岭镇。
        self.sentences: set[int] = set()
        self.declared: list[Declared] = []
        self.skipped: list[Skipped] = []
        # What the rows of tables were taken for.
        self.rows: list[LineReading] = []
        self._plain = plain
        self._sections = Sections()
        self._last: Piece | None = None
        # Whether the last entries were set further in than the header they go on with.
        self._within = False
        # What that header states.
        self._base: Parts = ()
        # The words of the rows above, by their columns.
        self._grid: tuple[RowWord, ...] = ()
        chosen = list(chosen)
        # Whether rows state their county once for several: one alone may have lost its own.
        self._rows_go_on = rows_go_on([one.candidate.piece for one in chosen])
        for one in chosen:
            self._take(one)

    @property
    def sections(self) -> list[Section]:
        """The sections met so far."""
        return self._sections.met

    def _take(self, one: ChosenCandidate) -> None:
        taken = one.candidate
        if taken.role is Role.ITEM:
            self._item(one)
        elif taken.role in (Role.HEADING, Role.PARENT):
            self._heading(one)
        elif taken.role is Role.TOTAL:
            self._count(taken.declared, taken.piece)
        elif taken.role is Role.RUNNING_TEXT:
            self._running_text(taken)
        else:
            self._skip(taken.piece, taken.why, suspicious=taken.told)
            if taken.role is Role.UNREAD:
                self._unread(one)

    def _item(self, one: ChosenCandidate) -> None:
        taken, names = one.candidate, one.candidate.names
        if taken.piece.table is not None:
            self._table(taken.piece.table)
        elif names is not None:
            if (header := heading_of_row(one.state, taken)) is not None:
                self._sections.open(taken.piece, header.title, path=header.path)
            elif style := heading_beside(one.state, taken.piece):
                self._sections.end(style)
            elif over := names.names[0].header:
                self._sections.end_beside(over.path[:1])
            for left, right in names.unread:
                self._unread_part(taken.piece, left, right)
            if "reads_as_units" in taken.features:
                self._count(names.declared, taken.piece)
                self._count_of_line(names.headed, taken.piece)
            self._add(taken, names.names, certain=is_certain(one.state, taken.piece, names))

    def _table(self, body: TableBody) -> None:
        from pilotdiff.listing.tables.table_reader import read_body

        read = read_body(body, self._sections, plain=self._plain)
        self.entries.extend(read.entries)
        self.skipped += read.skipped
        self.declared += read.declared
        self.rows += read.readings

    def _add(self, taken: Candidate, names: Sequence[Name], *, certain: bool) -> None:
        piece = taken.piece
        shown = piece.ordinal.shown if piece.ordinal else ""
        last, own = self._last, indent(piece)
        before = indent(last) if last is not None else own
        if own > before + 1:
            self._base = stated_over(last)
        self._within = own > before + 1 or (self._within and own == before)
        below = self._rows_go_on and _right_below(last, piece)
        left = words_above(self._grid, piece)
        self._grid = grid_with(self._grid, piece)
        on = self._within or bool(left) or (below and goes_on_below(last, piece))
        if on and piece.ordinal is None:
            names = [indented(last, name, self._base, left) for name in names]
        over = {level for level, _ in self._sections.parents}
        if over.isdisjoint({level for level, _ in names[-1].above}):
            names = shared_by_a_row(in_brackets(piece.text.text), names)
        made = [entry(n, piece.text, self._sections, shown, piece.remark) for n in names]
        (self.entries if certain else self.loose).extend(made)
        if "verdict_below" in taken.features:
            self.decided += made
        if piece.text.text.rstrip().endswith("。"):
            self.sentences |= {one.line for one in made}
        self._last = piece
        if on:
            read = piece.names or Names(())
            self._last = piece._replace(names=read._replace(names=tuple(names)))

    def _heading(self, one: ChosenCandidate) -> None:
        taken, piece = one.candidate, one.candidate.piece
        heading = taken.heading
        worded = "closes_with_colon" not in taken.features and not taken.path
        stands_over = bool(self._sections.parents) and worded
        if stands_over and piece.text.text.rstrip().endswith(("：", ":")):
            listing = heading is not None and heading.listing
            if taken.role is Role.HEADING:
                self._skip(piece, msg("a heading that is not read"), suspicious=not listing)
        self._sections.open(
            piece, taken.title, path=taken.path, heading=heading, declared=taken.declared
        )
        # What is set further in below a heading goes on with the heading, not with lines over it.
        self._last, self._within, self._grid = None, False, ()
        self._count(taken.declared, piece)
        for number, level in counts_by_kind(piece.text.text) if taken.declared is None else ():
            self._declare(number, piece, level)
        if heading is not None and heading.units:
            if taken.names is not None:
                self._add(taken, taken.names.names, certain=True)
            else:
                self._skip(piece, msg("the unit in the heading is not read"), suspicious=True)

    def _unread(self, one: ChosenCandidate) -> None:
        """End the place above one that cannot be read: what stands below lies in that."""
        taken = one.candidate
        self._grid = ()
        if taken.path:
            self._sections.open(taken.piece, taken.title, path=taken.path)
        elif style := heading_beside(one.state, taken.piece):
            self._sections.end(style)
        elif taken.piece.ordinal is None:
            self._sections.end_place(tiers_over(taken.piece.text.text))

    def _running_text(self, taken: Candidate) -> None:
        piece = taken.piece
        if taken.names is not None and piece.ordinal is not None:
            told = taken.names.names[0]
            self.described.append(entry(told, piece.text, self._sections, piece.ordinal.shown))
        self.prose.append(piece.text)

    def _unread_part(self, piece: Piece, left: int, right: int) -> None:
        bit = piece.text.text[left:right].strip()
        line = piece.text.line_at(left)
        self.skipped.append(Skipped(line, bit, msg("not read as a unit"), True))

    def _count(self, number: int | None, piece: Piece) -> None:
        if number is not None:
            self._declare(number, piece, self._sections.level)

    def _declare(self, number: int, piece: Piece, level: Level | None) -> None:
        shown = piece.text.text.strip()
        self.declared.append(Declared(number, piece.text.line, shown, level, self._sections.path))

    def _count_of_line(self, headed: Iterable[HeadedCount], piece: Piece) -> None:
        """Note the counts before the colons of a line, each of the names behind it: 成都市2个：."""
        until = max((line for _, line in piece.text.breaks), default=piece.text.line)
        for title, number, names in headed:
            path = (*self._sections.path, title)
            self.declared.append(
                Declared(number, piece.text.line, title, self._sections.level, path, until, names)
            )

    def _skip(self, piece: Piece, why: Said, *, suspicious: bool = False) -> None:
        shown = piece.text.text.strip()
        self.skipped.append(Skipped(piece.text.line, shown, why, suspicious))


# The number of a page may stand between, and blank lines around it.
_NEAR = 4


def _right_below(last: Piece | None, piece: Piece) -> bool:
    """Tell whether no more than the break of a page stands between two lines."""
    if last is None:
        return False
    end = max((line for _, line in last.text.breaks), default=last.text.line)
    return piece.text.line - end <= _NEAR
