"""The strip of a scanned page on a terminal: its ink in dots of braille, two by four a cell."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

from rich.text import Text

from pilotdiff.model import Strip
from pilotdiff.report.screen.terminal_layout import Group

_TALL = 40
"""Dots of a strip's height: so many tell most characters apart."""
_INK = 190
"""What is darker is ink."""
_GAP = 14
"""Blank columns that are shown of a wider gap."""
_RULE = 0.5
"""A row of dots of which more is ink is a rule."""
_BRAILLE = 0x2800
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_ACROSS, _DOWN = 2, 4


class StripDrawing(Group):
    """A strip as a block of the screen."""

    def __init__(self, strip: Strip) -> None:
        super().__init__()
        self._strip = strip

    def lines(self, width: int) -> Iterator[Text]:
        """Yield the lines of the drawing, none of them wider than `width` cells."""
        columns = _without_gaps(_without_rules(_columns(self._strip)))
        for part in _parts(columns, max(width - 2, 1) * _ACROSS):
            for top in range(0, _TALL, _DOWN):
                cells = (_cell(part[at : at + _ACROSS], top) for at in range(0, len(part), _ACROSS))
                if drawn := "".join(cells).rstrip(chr(_BRAILLE)):
                    yield Text("  " + drawn)


def _columns(strip: Strip) -> list[tuple[bool, ...]]:
    """Return the columns of a strip from the left, each its dots from the top: is there ink?"""
    grey = zlib.decompress(strip.packed)
    tall = min(_TALL, strip.height)
    wide = max(strip.width * tall // strip.height, 1)
    rows = [_span(at, tall, strip.height) for at in range(tall)]
    spans = [_span(at, wide, strip.width) for at in range(wide)]
    made = []
    for left, right in spans:
        column = []
        for top, bottom in rows:
            held = [
                value
                for y in range(top, bottom)
                for value in grey[y * strip.width + left : y * strip.width + right]
            ]
            column.append(sum(held) < _INK * len(held))
        made.append((*column, *[False] * (_TALL - tall)))
    return made


def _span(at: int, of: int, size: int) -> tuple[int, int]:
    start = at * size // of
    return start, max((at + 1) * size // of, start + 1)


def _without_rules(columns: Sequence[tuple[bool, ...]]) -> list[tuple[bool, ...]]:
    """Return the columns without what runs across the whole strip: the rules of a table."""
    inked = [sum(column[at] for column in columns) for at in range(_TALL)]
    rules = [many > _RULE * len(columns) for many in inked]
    return [
        tuple(dot and not rule for dot, rule in zip(column, rules, strict=True))
        for column in columns
    ]


def _without_gaps(columns: Sequence[tuple[bool, ...]]) -> list[tuple[bool, ...]]:
    kept: list[tuple[bool, ...]] = []
    blank = 0
    for column in columns:
        blank = 0 if any(column) else blank + 1
        if blank <= _GAP:
            kept.append(column)
    return kept


def _parts(columns: list[tuple[bool, ...]], most: int) -> Iterator[list[tuple[bool, ...]]]:
    """Yield pieces that fit beside each other, parted between characters where one can."""
    while len(columns) > most:
        blanks = (at for at in range(most, most - _TALL, -1) if at > 0 and not any(columns[at]))
        at = next(blanks, most)
        yield columns[:at]
        columns = columns[at:]
    yield columns


def _cell(columns: Sequence[tuple[bool, ...]], top: int) -> str:
    dots = sum(
        _DOTS[down][across]
        for across, column in enumerate(columns)
        for down in range(_DOWN)
        if column[top + down]
    )
    return chr(_BRAILLE + dots)
