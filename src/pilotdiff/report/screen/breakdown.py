"""How many of each place and of each category went on."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.report.model import Report
from pilotdiff.report.screen import shares
from pilotdiff.report.screen.layout import Block, ScreenTable
from pilotdiff.report.summary import Share, by_category, by_place

MOST = 40


def parts(report: Report, width: int, words: Words) -> Iterator[Block]:
    """By place and by category; side by side where the screen is wide."""
    categories = shares.by_category(by_category(report.rows), shares.headed(words), words, _row)
    yield from shares.beside([*_by_place(report, words), *categories], width)


def _by_place(report: Report, words: Words) -> Iterator[Block]:
    level, found = by_place(report.rows)
    if level is None:
        return
    made = shares.headed(words)
    for share in found[:MOST]:
        _row(made, share)
    if len(found) > MOST:
        made.add_row(Text(words("… and {n} more", n=len(found) - MOST), style="dim"))
    yield shares.by_place(level, made, words)


def _row(made: ScreenTable, share: Share) -> None:
    made.add_row(Text(share.name), *shares.cells(share))
