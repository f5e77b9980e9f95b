"""What became of a batch's pilots by place and by category, and which counties have nothing."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from pilotdiff.in_groups import in_groups
from pilotdiff.language import Words
from pilotdiff.model import msg
from pilotdiff.programme import Batch, PlaceShare
from pilotdiff.report.programme_words import fraction
from pilotdiff.report.screen import share_bars
from pilotdiff.report.screen.style import heading, marked
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable

_NONE = msg("none of its pilots went on")


def parts(batch: Batch, width: int, words: Words) -> Iterator[ScreenBlock]:
    """Show places and categories, side by side where the screen is wide; then the counties."""
    made = _table(batch.categories, words)
    categories = share_bars.category_table(batch.categories, made, words, _row)
    yield from share_bars.beside([*_places(batch, words), *categories], width)
    yield from _counties(batch, words)
    yield from _barren(batch, words)


def _places(batch: Batch, words: Words) -> Iterator[ScreenBlock]:
    if batch.level is None:
        return
    made = _table(batch.places, words)
    for share in batch.places:
        _row(made, share, words)
    yield share_bars.place_table(batch.level, batch.places, made, words)


def _counties(batch: Batch, words: Words) -> Iterator[ScreenBlock]:
    """Yield one line a prefecture, its counties side by side, where they say more than `places`."""
    if len(batch.counties) <= len(batch.places):
        return
    meaning = share_bars.meaning_of_shares(batch.counties, words)
    yield Group(heading(words("By county"), meaning), _grid(batch.counties))


def _barren(batch: Batch, words: Words) -> Iterator[ScreenBlock]:
    barren = batch.barren
    if barren:
        title = words.number(
            "{n} county without any demonstration",
            "{n} counties without any demonstration",
            len(barren),
        )
        listed = any(share.listed for share in barren)
        what = msg("a pilot itself, and none of its pilots went on") if listed else _NONE
        grid = marked()
        grid.add_row("", _grid(barren))
        yield Group(heading(title, words(what), "red"), grid)


def _grid(found: Sequence[PlaceShare]) -> ScreenTable:
    groups = in_groups(found, lambda share: share.within)
    grid = ScreenTable(gap=2)
    grid.add_column(wraps=False, style="dim")
    for within, some in groups.items():
        text = Text()
        for share in some:
            text.append("  " if text else "")
            text.append(f"{share.name}\u00a0{fraction(share)}", _style(share))
        grid.add_row(within, text)
    return grid


def _style(share: PlaceShare) -> str:
    return "" if share.kept or share.undecided or share.unread or share.joined else "red"


def _table(found: Sequence[PlaceShare], words: Words) -> ScreenTable:
    undecided = any(share.undecided for share in found)
    return share_bars.headed(words, *([words("Open")] if undecided else []))


def _row(made: ScreenTable, share: PlaceShare, words: Words) -> None:
    undecided = [f"{share.undecided:,}"] if share.undecided else []
    made.add_row(
        Text(f"{share.within}{share.name}"), *share_bars.bar_cells(share, words), *undecided
    )
