"""From the first line to the last: headings open sections, names become entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pilotdiff.listing.entries import entry
from pilotdiff.listing.headings import Heading
from pilotdiff.listing.in_place import Stand, is_unread_name, read_in_part, read_in_place
from pilotdiff.listing.items import read_first_name, read_names
from pilotdiff.listing.line_names import Name, Names
from pilotdiff.listing.neighbours import indented
from pilotdiff.listing.ordinals import Ordinal, read_ordinal
from pilotdiff.listing.pieces import Piece, Shape
from pilotdiff.listing.roles import parents, single
from pilotdiff.listing.sections import Sections
from pilotdiff.model import Clean, Declared, Entry, Said, Section, Skipped, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import Text

if TYPE_CHECKING:
    from pilotdiff.listing.tables.table_body import TableBody


@dataclass
class Walked:
    """What the lines gave.

    entries    under a heading, numbered, or named by one
    loose      entries of lines of names that stand under no heading and bear no number
    described  entries of numbered lines that name a unit and go on to tell of it
    prose      the lines of running text
    """

    sections: list[Section] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    loose: list[Entry] = field(default_factory=list)
    described: list[Entry] = field(default_factory=list)
    prose: list[Text] = field(default_factory=list)
    declared: list[Declared] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def walk(pieces: Sequence[Piece], wash: Callable[[str], Clean], *, plain: bool) -> Walked:
    """Go through a document's lines once. `pieces` hold no blank lines, names are whole.

    `wash` makes a table's cell clean; `plain` says that most cells need no washing.
    """
    return _Walk(pieces, wash, plain).run()


class _Walk:
    def __init__(self, pieces: Sequence[Piece], wash: Callable[[str], Clean], plain: bool) -> None:
        self._pieces = pieces
        self._wash, self._plain = wash, plain
        self._parents = parents(pieces)
        self._sections = Sections()
        self._out = Walked()
        # Whether a heading or an entry stands directly above, so that names here belong to a list.
        self._open = False
        self._last: Piece | None = None
        self._numbered: Ordinal | None = None

    def run(self) -> Walked:
        for index, piece in enumerate(self._pieces):
            if piece.shape is Shape.END and self._out.entries:
                self._leave_out(self._pieces[index:])
                break
            self._take(index, piece)
        self._out.sections = self._sections.met
        return self._out

    def _leave_out(self, rest: Sequence[Piece]) -> None:
        for piece in rest:
            self._skip(piece, msg("page furniture after the text"))

    def _take(self, index: int, piece: Piece) -> None:
        if piece.shape is Shape.NAMES:
            self._take_names(index, piece)
        elif piece.shape is Shape.HEADER:
            self._open_header(piece)
        elif piece.shape is Shape.HEADING:
            self._take_heading(index, piece)
        elif piece.shape is Shape.FURNITURE and self._goes_on(piece):
            self._sections.open(piece, piece.text.text[piece.body :].strip())
            self._open = True
        elif piece.shape is Shape.COUNT:
            self._count(piece.total, piece, self._sections.path)
        elif piece.table is not None:
            self._take_table(piece.table)
        elif piece.shape is Shape.PROSE:
            self._take_prose(piece)
        elif piece.shape is Shape.FURNITURE and self._is_unread(index, piece):
            self._leave_unread(piece)
        else:
            self._open = self._open and piece.shape in (Shape.PAGE, Shape.NUMBER)
            self._skip(piece, _WHY.get(piece.shape, msg("page furniture")))

    def _take_table(self, body: TableBody) -> None:
        from pilotdiff.listing.tables.table_reader import read_body

        read = read_body(body, self._sections, plain=self._plain)
        # A table of how many there are in each city lists no city.
        (self._out.loose if read.counting else self._out.entries).extend(read.entries)
        self._out.skipped += read.skipped
        self._out.declared += read.declared
        self._open = True

    def _take_names(self, index: int, piece: Piece) -> None:
        names = piece.names
        assert names is not None
        if index in self._parents or self._stands_over_lower(index, piece):
            self._open_parent(piece, names)
            return
        self._note_unread(piece, names)
        if names.declared is not None:
            self._count(names.declared, piece, self._sections.path)
        self._add(piece, names.names)

    def _add(self, piece: Piece, names: Sequence[Name]) -> None:
        shown = piece.ordinal.shown if piece.ordinal else ""
        names = [indented(self._last, piece, name) for name in names]
        made = [entry(n, piece.text, self._sections, shown, piece.remark) for n in names]
        if piece.ordinal is None and self._breaks_off(names):
            self._open = False
        certain = piece.ordinal is not None or self._open or any(n.header for n in names)
        (self._out.entries if certain else self._out.loose).extend(made)
        self._open = self._open or certain
        self._last = piece
        self._numbered = piece.ordinal or self._numbered

    def _breaks_off(self, names: Sequence[Name]) -> bool:
        """Whether bare names of a higher tier follow numbered ones: links below the list."""
        last = self._last
        if last is None or last.ordinal is None or last.names is None or not self._open:
            return False
        if self._sections.frames and self._sections.frames[-1].section.line > last.text.line:
            return False
        before = last.names.names[-1].reading.level.depth
        return all(name.reading.level.depth < before for name in names)

    def _stands_over_lower(self, index: int, piece: Piece) -> bool:
        """Under a heading that gives a level, a lone name above it with lower names after it."""
        name, level = single(piece), self._sections.level
        if name is None or level is None or index + 1 >= len(self._pieces):
            return False
        below = self._pieces[index + 1].names
        depth = name.reading.level.depth
        if below is None or depth >= level.depth:
            return False
        return below.names[0].path[0][0].depth > depth

    def _open_parent(self, piece: Piece, names: Names) -> None:
        name = names.names[0]
        title = piece.text.text[piece.body :].strip()
        self._sections.open(piece, title, path=name.path, declared=names.declared)
        if names.declared is not None:
            self._count(names.declared, piece, self._sections.path)
        self._open = True

    def _open_header(self, piece: Piece) -> None:
        header = piece.header
        assert header is not None
        heading = header.heading or Heading(header.title)
        declared = header.declared if header.declared is not None else heading.declared
        self._sections.open(
            piece,
            header.title,
            path=header.path,
            level=heading.level,
            category=heading.category,
            declared=declared,
        )
        if declared is not None:
            self._count(declared, piece, self._sections.path)
        self._open = True

    def _take_heading(self, index: int, piece: Piece) -> None:
        heading = piece.heading
        assert heading is not None
        stand = self._stand(piece)
        if self._read_in_place(piece, read_in_place(piece, stand)):
            return
        if stand.continues or (not heading.listing and self._is_unread(index, piece)):
            self._leave_unread(piece)
            return
        if not (
            piece.ordinal or piece.text.heading or heading.listing or self._names_follow(index)
        ):
            self._skip(piece, msg("stands in no list"))
            self._open = False
            return
        if self._sections.parents and piece.text.text.rstrip().endswith(("：", ":")):
            self._skip(piece, msg("a heading that is not read"), suspicious=not heading.listing)
        self._sections.open(
            piece,
            heading.title,
            level=heading.level,
            category=heading.category,
            declared=heading.declared,
        )
        self._open = heading.listing or bool(piece.ordinal) or self._like_the_last(index)
        if heading.declared is not None:
            self._count(heading.declared, piece, self._sections.path)
        if heading.units:
            self._take_named(piece, heading.units)

    def _take_named(self, piece: Piece, units: str) -> None:
        """The units that a heading names itself: （试点单位：甲街道乙社区）."""
        start = piece.text.text.rindex(units)
        clean_end = start + len(units)
        names = read_names(piece.text.text[:clean_end], start)
        if names is not None:
            self._add(piece, names.names)
        else:
            self._skip(piece, msg("the unit in the heading is not read"), suspicious=True)

    def _read_in_place(self, piece: Piece, found: Names | Said | None) -> bool:
        """Take what a line gives where it stands; whether it gives anything."""
        if found is None:
            return False
        if isinstance(found, Names):
            self._note_unread(piece, found)
            self._add(piece, found.names)
        else:
            self._skip(piece, found, suspicious=True)
        return True

    def _stand(self, piece: Piece) -> Stand:
        return Stand(self._open, self._continues(piece), self._sections.level)

    def _continues(self, piece: Piece) -> bool:
        """Whether a numbered line goes on with the numbers of the entries above it."""
        last, ordinal = self._numbered, piece.ordinal
        if last is None or ordinal is None or not self._open:
            return False
        if last.style != ordinal.style or ordinal.value != last.value + 1:
            return False
        return not self._sections.frames or self._sections.frames[-1].style != ordinal.style

    def _is_unread(self, index: int, piece: Piece) -> bool:
        """Whether a line stands where a name should: by its beginning, or by its number."""
        stand = self._stand(piece)
        return (
            stand.continues or is_unread_name(piece, stand) or self._begins_a_series(index, piece)
        )

    def _leave_unread(self, piece: Piece) -> None:
        """A name that cannot be read: the numbers behind it go on from its own."""
        self._numbered = piece.ordinal or self._numbered
        self._skip(piece, msg("not read as a unit"), suspicious=True)

    def _begins_a_series(self, index: int, piece: Piece) -> bool:
        """Whether the names behind a line go on with its number: it is the first of them."""
        following = self._pieces[index + 1] if index + 1 < len(self._pieces) else None
        if following is None or following.names is None or following.ordinal is None:
            return False
        first, second = piece.ordinal, following.ordinal
        if first is None or first.style != second.style:
            return False
        return second.value == first.value + 1

    def _goes_on(self, piece: Piece) -> bool:
        """Whether a line that makes no sense bears the next number of a heading in force."""
        marks = {frame.style: frame.section.ordinal for frame in self._sections.frames}
        before = read_ordinal(marks.get(piece.style, ""))
        return (
            piece.ordinal is not None
            and before is not None
            and piece.ordinal.value == before.value + 1
        )

    def _note_unread(self, piece: Piece, names: Names) -> None:
        for left, right in names.unread:
            bit = piece.text.text[left:right].strip()
            line = piece.text.line_at(left)
            self._out.skipped.append(Skipped(line, bit, msg("not read as a unit"), True))

    def _like_the_last(self, index: int) -> bool:
        """Whether the names after a heading of unknown wording stand at the level above it."""
        if not self._open or self._last is None or self._last.names is None:
            return False
        following = self._pieces[index + 1].names if index + 1 < len(self._pieces) else None
        if following is None:
            return False
        level = self._last.names.names[-1].reading.level
        return following.names[0].reading.level is level

    def _names_follow(self, index: int) -> bool:
        return index + 1 < len(self._pieces) and self._pieces[index + 1].shape is Shape.NAMES

    def _take_prose(self, piece: Piece) -> None:
        stand = self._stand(piece)
        if self._read_in_place(piece, read_in_part(piece, stand)):
            return
        if stand.continues and not _CLAUSE.search(piece.text.text[piece.body :]):
            self._leave_unread(piece)
            return
        self._open = False
        name = read_first_name(piece.text.text, piece.body) if piece.ordinal else None
        if name is not None and piece.ordinal is not None:
            told = name._replace(note=_CLAUSE.split(name.note, maxsplit=1)[0])
            made = entry(told, piece.text, self._sections, piece.ordinal.shown)
            self._out.described.append(made)
        self._out.prose.append(piece.text)

    def _count(self, number: int, piece: Piece, path: tuple[str, ...]) -> None:
        shown = piece.text.text.strip()
        self._out.declared.append(
            Declared(number, piece.text.line, shown, self._sections.level, path)
        )

    def _skip(self, piece: Piece, why: Said, *, suspicious: bool = False) -> None:
        shown = piece.text.text.strip()
        self._out.skipped.append(Skipped(piece.text.line, shown, why, suspicious))


_CLAUSE = pattern(r"[，,。；;]")
_WHY = {
    Shape.ADDRESS: msg("whom the document addresses"),
    Shape.NUMBER: msg("a number alone"),
    Shape.PAGE: msg("a page number"),
}
