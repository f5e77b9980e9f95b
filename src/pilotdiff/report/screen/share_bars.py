"""How many of each place or category went on, as tables that both reports and batches show."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Level
from pilotdiff.report import report_terms
from pilotdiff.report.pilot_shares import could_go_on, rate
from pilotdiff.report.screen.style import bar, headed_table, heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable

SIDE_BY_SIDE = 130


class ShareBar(Protocol):
    """Of the pilots of a place or category that could go on (`of`), how many did (`kept`)."""

    @property
    def name(self) -> str: ...
    @property
    def kept(self) -> int: ...
    @property
    def of(self) -> int: ...
    @property
    def level(self) -> Level | None: ...
    @property
    def undecided(self) -> int: ...
    @property
    def unread(self) -> int: ...


S = TypeVar("S", bound=ShareBar)
ShareRow = Callable[[ScreenTable, S, Words], None]


def beside(made: Sequence[ScreenBlock], width: int) -> Iterator[ScreenBlock]:
    """Yield two blocks side by side where the screen is wide, else one under the other."""
    if len(made) == 2 and width >= SIDE_BY_SIDE:
        grid = ScreenTable(gap=6)
        grid.add_row(*made)
        yield grid
    else:
        yield from made


def place_table(level: Level, shares: Sequence[ShareBar], made: ScreenTable, words: Words) -> Group:
    """Return a filled table under the heading for places of a level."""
    return Group(
        heading(words(report_terms.BY_LEVEL[level]), meaning_of_shares(shares, words)), made
    )


def category_table(
    shares: Sequence[S], made: ScreenTable, words: Words, row: ShareRow[S]
) -> Iterator[ScreenBlock]:
    """Yield the table filled by `row`, its levels set off where there are several; none of no
    shares."""
    if not shares:
        return
    levels = [level for level in LEVELS if any(share.level is level for share in shares)]
    for level in levels:
        if len(levels) > 1:
            made.add_row(Text(words(report_terms.LEVEL_HEADINGS[level]), style="dim"))
        for share in shares:
            if share.level is level:
                row(made, share, words)
    yield Group(heading(words("By category"), meaning_of_shares(shares, words)), made)


def headed(words: Words, *more: str) -> ScreenTable:
    """Return an empty table for `cells`; `more` are the heads of further columns of numbers."""
    made = headed_table()
    made.add_column(most=40)
    made.add_column(words("Went on"), right=True, wraps=False)
    made.add_column(words("of"), right=True, wraps=False)
    made.add_column(words("Rate"), right=True, wraps=False)
    made.add_column(wraps=False, spare=True)
    for head in more:
        made.add_column(head, right=True, wraps=False)
    return made


def bar_cells(share: ShareBar, words: Words) -> list[ScreenBlock]:
    """Return what stands behind the name: kept, of, the rate and its bar."""
    shown = rate(share.kept, share.of, share.undecided, words, share.unread)
    of = could_go_on(share.of, share.unread)
    return [f"{share.kept:,}", of, shown, bar(share.kept, share.of + share.unread)]


def meaning_of_shares(shares: Sequence[ShareBar], words: Words) -> str:
    """Return what the numbers of these shares count."""
    if any(share.unread for share in shares):
        return words("promoted or renamed, of those eligible + those not read")
    return words("promoted or renamed, of those eligible")
