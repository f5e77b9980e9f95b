"""What became of a batch's pilots by place and by category, and which counties have nothing."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, msg
from pilotdiff.programme import Batch, Share
from pilotdiff.report import terms
from pilotdiff.report.screen.layout import Block, Group, Table
from pilotdiff.report.screen.style import bar, heading, marked, percent, table

SIDE_BY_SIDE = 130
_NONE = msg("none of its pilots went on")


def parts(batch: Batch, width: int, words: Words) -> Iterator[Block]:
    """Places and categories, side by side where the screen is wide; then the counties."""
    made = [*_places(batch, words), *_categories(batch, words)]
    if len(made) == 2 and width >= SIDE_BY_SIDE:
        grid = Table(gap=6)
        grid.add_row(*made)
        yield grid
    else:
        yield from made
    yield from _counties(batch, words)
    yield from _barren(batch, words)


def _places(batch: Batch, words: Words) -> Iterator[Block]:
    if batch.level is None:
        return
    made = _table(batch.places, words)
    for share in batch.places:
        _row(made, share, f"{share.within}{share.name}")
    yield Group(heading(words(terms.BY_LEVEL[batch.level]), _meaning(words)), made)


def _categories(batch: Batch, words: Words) -> Iterator[Block]:
    if not batch.categories:
        return
    made = _table(batch.categories, words)
    levels = [level for level in LEVELS if any(s.level is level for s in batch.categories)]
    for level in levels:
        if len(levels) > 1:
            made.add_row(Text(words(terms.LEVELS[level]), style="dim"))
        for share in batch.categories:
            if share.level is level:
                _row(made, share, share.name)
    yield Group(heading(words("By category"), _meaning(words)), made)


def _counties(batch: Batch, words: Words) -> Iterator[Block]:
    """One line a prefecture, its counties side by side, where they say more than `places`."""
    if len(batch.counties) <= len(batch.places):
        return
    yield Group(heading(words("By county"), _meaning(words)), _grid(batch.counties))


def _barren(batch: Batch, words: Words) -> Iterator[Block]:
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


def _grid(shares: Sequence[Share]) -> Table:
    groups: dict[str, list[Share]] = {}
    for share in shares:
        groups.setdefault(share.within, []).append(share)
    grid = Table(gap=2)
    grid.add_column(wraps=False, style="dim")
    grid.add_column()
    for within, some in groups.items():
        text = Text()
        for share in some:
            text.append("  " if text else "")
            text.append(f"{share.name}\u00a0{share.kept}/{share.of}", _style(share))
        grid.add_row(within, text)
    return grid


def _style(share: Share) -> str:
    return "" if share.kept or share.undecided else "red"


def _meaning(words: Words) -> str:
    return words("promoted or renamed, of those eligible")


def _table(shares: Sequence[Share], words: Words) -> Table:
    made = table()
    made.add_column(most=40)
    made.add_column(words("Went on"), right=True, wraps=False)
    made.add_column(words("of"), right=True, wraps=False)
    made.add_column(words("Rate"), right=True, wraps=False)
    made.add_column(wraps=False)
    if any(share.undecided for share in shares):
        made.add_column(words("To review"), right=True, wraps=False)
    return made


def _row(made: Table, share: Share, name: str) -> None:
    undecided = [f"{share.undecided:,}"] if share.undecided else []
    made.add_row(
        Text(name),
        f"{share.kept:,}",
        f"{share.of:,}",
        percent(share.kept, share.of),
        bar(share.kept, share.of),
        *undecided,
    )
