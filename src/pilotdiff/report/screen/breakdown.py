"""How many of each place and of each category went on."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import LEVELS
from pilotdiff.report import terms
from pilotdiff.report.model import Report
from pilotdiff.report.screen.layout import Block, Group, Table
from pilotdiff.report.screen.style import bar, heading, percent, table
from pilotdiff.report.summary import Share, by_category, by_place

MOST = 40
SIDE_BY_SIDE = 130


def parts(report: Report, width: int, words: Words) -> Iterator[Block]:
    """By place and by category; side by side where the screen is wide."""
    made = [*_by_place(report, words), *_by_category(report, words)]
    if len(made) == 2 and width >= SIDE_BY_SIDE:
        grid = Table(gap=6)
        grid.add_row(*made)
        yield grid
    else:
        yield from made


def _by_place(report: Report, words: Words) -> Iterator[Block]:
    level, shares = by_place(report.rows)
    if level is None:
        return
    made = _table(words)
    for share in shares[:MOST]:
        _row(made, share)
    if len(shares) > MOST:
        made.add_row(Text(words("… and {n} more", n=len(shares) - MOST), style="dim"))
    yield Group(
        heading(words(terms.BY_LEVEL[level]), words("promoted or renamed, of those eligible")), made
    )


def _by_category(report: Report, words: Words) -> Iterator[Block]:
    shares = by_category(report.rows)
    if not shares:
        return
    made = _table(words)
    levels = [level for level in LEVELS if any(share.level is level for share in shares)]
    for level in levels:
        if len(levels) > 1:
            made.add_row(Text(words(terms.LEVELS[level]), style="dim"))
        for share in shares:
            if share.level is level:
                _row(made, share)
    yield Group(
        heading(words("By category"), words("promoted or renamed, of those eligible")), made
    )


def _table(words: Words) -> Table:
    made = table()
    made.add_column(most=40)
    made.add_column(words("Went on"), right=True, wraps=False)
    made.add_column(words("of"), right=True, wraps=False)
    made.add_column(words("Rate"), right=True, wraps=False)
    made.add_column(wraps=False)
    return made


def _row(made: Table, share: Share) -> None:
    rate = percent(share.kept, share.of)
    name, drawn = Text(share.name), bar(share.kept, share.of)
    made.add_row(name, f"{share.kept:,}", f"{share.of:,}", rate, drawn)
