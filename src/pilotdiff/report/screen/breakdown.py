"""How many of each place and of each category went on."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.report.report_types import Report
from pilotdiff.report.screen import share_bars
from pilotdiff.report.screen.terminal_layout import Block, ScreenTable
from pilotdiff.report.summary import Share, by_category, by_place

MOST = 40


def parts(report: Report, width: int, words: Words) -> Iterator[Block]:
    """Show the shares by place and by category, side by side where the screen is wide."""
    categories = share_bars.by_category(
        by_category(report.counted), share_bars.headed(words), words, _row
    )
    yield from share_bars.beside([*_by_place(report, words), *categories], width)


def _by_place(report: Report, words: Words) -> Iterator[Block]:
    level, found = by_place(report.counted)
    if level is None:
        return
    made = share_bars.headed(words)
    for share in found[:MOST]:
        _row(made, share, words)
    if len(found) > MOST:
        made.add_row(Text(words("… and {n} more", n=len(found) - MOST), style="dim"))
    yield share_bars.by_place(level, made, words)


def _row(made: ScreenTable, share: Share, words: Words) -> None:
    made.add_row(Text(share.name or words("(not stated)")), *share_bars.cells(share, words))
