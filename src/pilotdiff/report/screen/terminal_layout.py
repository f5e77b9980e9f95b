"""Blocks of a screen as lines: headings, tables and what stands under one another.

A table of rich measures and renders every cell several times and needs its console; for a screen of
a hundred lines that took a quarter of the whole start-up. Here a cell is measured once and laid out
once; rich's console, where there is one, only puts the colours on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from pilotdiff.report.text_wrapping import cell_len, longest_word, widest_line, wrapped
from pilotdiff.report.visible import visible

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

# Cells that a name of four characters takes, and a text of some words.
_READABLE, _COMFORTABLE = 8, 24
# The least that a head takes that is one short word.
_LEAST_HEAD = 5


class Group:
    """Blocks one under the other."""

    def __init__(self, *blocks: ScreenBlock) -> None:
        self._blocks = blocks

    def lines(self, width: int) -> Iterator[Text]:
        """Yield the lines of the group, none of them wider than `width` cells."""
        for block in self._blocks:
            yield from lines_of_block(block, width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        return self.lines(options.max_width)


class _Column(NamedTuple):
    head: str
    right: bool
    wraps: bool
    width: int | None
    most: int | None
    style: str
    spare: bool


class _Row(NamedTuple):
    cells: Sequence[ScreenBlock]
    style: str


class ScreenTable:
    """Rows of cells in columns that are as wide as they need to be, `gap` cells apart.

    With `headed` the columns' heads and a rule stand above the rows.
    """

    def __init__(self, gap: int = 0, *, headed: bool = False) -> None:
        self._gap = gap
        self._headed = headed
        self._columns: list[_Column] = []
        self._rows: list[_Row | None] = []

    def add_column(
        self,
        head: str = "",
        *,
        right: bool = False,
        wraps: bool = True,
        width: int | None = None,
        most: int | None = None,
        style: str = "",
        spare: bool = False,
    ) -> None:
        """Add a column; one that does not wrap is cut with … where there is no room for it.

        `width` is its width in cells, `most` the greatest that it may take; a head comes of itself.
        What is `spare`, a drawing beside its number, is left out where words would be broken.
        """
        self._columns.append(_Column(head, right, wraps, width, most, style, spare))

    def add_row(self, *cells: ScreenBlock, style: str = "") -> None:
        """Add a row; a table without columns of its own gets one for each cell."""
        while len(self._columns) < len(cells):
            self.add_column()
        self._rows.append(_Row(cells, style))

    def add_section(self) -> None:
        """Add an empty line."""
        self._rows.append(None)

    def lines(self, width: int) -> Iterator[Text]:
        """Yield the lines of the table, none of them wider than `width` cells."""
        gap, widths = self._gap, self._widths(width, self._gap)
        if gap > 1 and self._breaks_words(widths):
            gap, widths = 1, self._widths(width, 1)
        if self._headed:
            heads = _Row([column.head for column in self._columns], "dim")
            wrapped = [column._replace(wraps=True) for column in self._columns]
            yield from self._row_lines(heads, widths, gap, wrapped)
            yield Text("─" * (sum(widths) + gap * (len(widths) - 1)))
        for row in self._rows:
            if row is None:
                yield Text()
            else:
                yield from self._row_lines(row, widths, gap, self._columns)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        return self.lines(options.max_width)

    def _breaks_words(self, widths: Sequence[int]) -> bool:
        """Tell whether a head is too wide for its column, even word by word."""
        heads = zip(self._columns, widths, strict=True)
        return self._headed and any(
            c.head.isascii() and _unbroken(c.head) > room > 0 for c, room in heads
        )

    def _widths(self, width: int, gap: int) -> list[int]:
        """Return what each column takes: what it needs, and less where the screen is too narrow.

        Long text wraps first, then heads do, then names; then drawings go. Words are broken and
        numbers cut last.
        """
        bodies = [self._body(number, width) for number in range(len(self._columns))]
        room = width - gap * (len(bodies) - 1)
        widths = self._gently(bodies, room)
        if sum(widths) > room:
            bodies = [0 if c.spare else b for b, c in zip(bodies, self._columns, strict=True)]
            widths = self._gently(bodies, room)
        self._shrink_heads(widths, bodies, room, _READABLE // 2)
        _shrink(widths, self._wrapping(), room)
        _shrink(widths, range(len(widths)), room)
        return widths

    def _gently(self, bodies: list[int], room: int) -> list[int]:
        """Return what each column takes while no name of four characters is broken."""
        widths = [self._with_head(number, body) for number, body in enumerate(bodies)]
        _shrink(widths, self._wrapping(), room, _COMFORTABLE)
        self._shrink_heads(widths, bodies, room)
        _shrink(widths, self._wrapping(), room, _READABLE)
        return widths

    def _wrapping(self) -> list[int]:
        return [n for n, c in enumerate(self._columns) if c.wraps and c.width is None]

    def _shrink_heads(
        self, widths: list[int], bodies: list[int], room: int, least: int | None = None
    ) -> None:
        """Take from columns that do not wrap what their heads alone need; with `least`, words of
        them too."""
        for number, column in enumerate(self._columns):
            if not column.wraps and column.width is None:
                kept = max(_LEAST_HEAD, _unbroken(column.head)) if least is None else least
                _shrink(widths, [number], room, max(bodies[number], kept))

    def _with_head(self, number: int, body: int) -> int:
        column = self._columns[number]
        if column.width is not None or not self._headed or (column.spare and not body):
            return body
        widest = max(body, cell_len(column.head))
        return widest if column.most is None else min(widest, column.most)

    def _body(self, number: int, width: int) -> int:
        """Return the width that the cells of a column need below its head."""
        column = self._columns[number]
        if column.width is not None:
            return column.width
        cells = [row.cells[number] for row in self._rows if row and number < len(row.cells)]
        widest = max((_needs(cell, width) for cell in cells), default=0)
        return widest if column.most is None else min(widest, column.most)

    def _row_lines(
        self, row: _Row, widths: list[int], gap: int, columns: Sequence[_Column]
    ) -> Iterator[Text]:
        cells = [
            _fitted(cell, column, width)
            for cell, column, width in zip(row.cells, columns, widths, strict=False)
        ]
        for at in range(max(map(len, cells))):
            line, end = Text(), 0
            for cell, column, width in zip(cells, columns, widths, strict=False):
                piece = cell[at] if at < len(cell) else None
                if piece:
                    left = end + (width - cell_len(piece.plain) if column.right else 0)
                    line.append(" " * (left - cell_len(line.plain)))
                    start = len(line)
                    line.append_text(piece)
                    if style := f"{column.style} {row.style}".strip():
                        line.stylize_before(style, start)
                end += width + gap
            yield line


def _unbroken(head: str) -> int:
    """Return the cells of a head that stay together; in Chinese those of a name."""
    return longest_word(head) if head.isascii() else _READABLE


ScreenBlock = str | Text | ScreenTable | Group


def lines_of_block(block: ScreenBlock, width: int) -> Iterator[Text]:
    """Yield the lines of any block, broken between words, or within one that is too long."""
    if isinstance(block, Group | ScreenTable):
        yield from block.lines(width)
    else:
        seen = _seen(block)
        yield from wrapped(Text(seen) if isinstance(seen, str) else seen, width)


def _seen(text: str | Text) -> str | Text:
    """Return the text with nothing in it that acts on a terminal."""
    if isinstance(text, str):
        return visible(text)
    if not text.plain.isprintable():
        text = text.copy()
        text.plain = visible(text.plain)
    return text


def _needs(cell: ScreenBlock, width: int) -> int:
    """Return the cells that a block takes where it has all the room it may get."""
    if isinstance(cell, Group | ScreenTable):
        return max((cell_len(line.plain) for line in cell.lines(width)), default=0)
    text = visible(cell if isinstance(cell, str) else cell.plain)
    return widest_line(text)


def _fitted(cell: ScreenBlock, column: _Column, width: int) -> list[Text]:
    if not width:
        return [Text()]
    if column.wraps or isinstance(cell, Group | ScreenTable):
        return list(lines_of_block(cell, width))
    seen = _seen(cell)
    text = Text(seen) if isinstance(seen, str) else seen
    if cell_len(text.plain) > width:
        text = text.copy()
        text.truncate(width, overflow="ellipsis")
    return [text]


def _shrink(widths: list[int], which: Sequence[int], room: int, least: int = 1) -> None:
    """Take from the widest of these columns until all have room, or they have nothing to give."""
    over = sum(widths) - room
    while over > 0:
        widest = max(which, key=lambda number: widths[number], default=None)
        if widest is None or widths[widest] <= least:
            return
        widths[widest] -= 1
        over -= 1
