"""Place × category as a heat map: the numbers in every cell, a block for the rate, and a shade."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.programme import Batch, Matrix, PlaceShare
from pilotdiff.report import report_terms
from pilotdiff.report.programme_words import fraction
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable
from pilotdiff.report.text_wrapping import cell_len

_BLOCKS = "▁▂▃▄▅▆▇█"
# From none to all: a shade that is dark where few went on, with a letter that stands out on it.
_SHADES = (
    "#ffffff on #3a3a3a",
    "#ffffff on #22473d",
    "#ffffff on #1f6f5a",
    "#000000 on #3d9c7d",
    "#000000 on #74c5a4",
    "#000000 on #b7ead1",
)
_LEAST = 7
_LONGEST_PLACE = 16


def parts(batch: Batch, width: int, words: Words) -> Iterator[ScreenBlock]:
    """Yield the heat map, in as many parts one under the other as the screen needs."""
    matrix = batch.matrix
    if matrix is None:
        return
    cells = [_text(share) for row in matrix.shares for share in row]
    wide = max(_LEAST, *map(cell_len, cells))
    first = min(_LONGEST_PLACE, max(map(cell_len, matrix.places)))
    fitting = max(1, (width - first) // (wide + 1))
    title = words("{places} × category", places=words(report_terms.LEVEL_HEADINGS[matrix.level]))
    note = words("▁ none went on … █ all did; · no pilots")
    made = [
        _part(matrix, range(start, min(start + fitting, len(matrix.columns))), (first, wide), words)
        for start in range(0, len(matrix.columns), fitting)
    ]
    yield Group(heading(title, note), *made)


def _part(matrix: Matrix, columns: range, widths: tuple[int, int], words: Words) -> ScreenBlock:
    first, wide = widths
    made = ScreenTable(gap=1, headed=True)
    made.add_column(width=first, wraps=False)
    for at in columns:
        made.add_column(matrix.columns[at].category, width=wide, right=True)
    for place, shares in zip(matrix.places, matrix.shares, strict=True):
        made.add_row(Text(place), *(_cell(shares[at], wide) for at in columns))
    return Group(_levels(matrix, columns, widths, words), made)


def _levels(matrix: Matrix, columns: Sequence[int], widths: tuple[int, int], words: Words) -> Text:
    """Return the levels over the first column of each."""
    first, wide = widths
    line = ""
    for place, at in enumerate(columns):
        level = matrix.columns[at].level
        if not place or matrix.columns[at - 1].level is not level:
            start = first + 1 + place * (wide + 1)
            line += " " * max(start - cell_len(line), 1) + words(report_terms.LEVEL_HEADINGS[level])
    return Text(line, style="dim")


def _text(share: PlaceShare) -> str:
    if share.rate is None:
        return "·"
    return f"{fraction(share)} {_BLOCKS[round(share.rate * (len(_BLOCKS) - 1))]}"


def _cell(share: PlaceShare, width: int) -> Text:
    text = _text(share)
    filled = " " * (width - cell_len(text)) + text
    if share.rate is None:
        return Text(filled, style="dim")
    return Text(filled, style=_SHADES[round(share.rate * (len(_SHADES) - 1))])
