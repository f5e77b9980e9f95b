"""All batches in one table: what went in and what came out, by level."""

from itertools import groupby

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Level
from pilotdiff.programme import Batch, Programme, Stage
from pilotdiff.report import programme_words, report_terms
from pilotdiff.report.screen.style import heading, table
from pilotdiff.report.screen.terminal_layout import Block, Group, ScreenTable
from pilotdiff.report.summary import rate


def part(programme: Programme, words: Words) -> Block:
    """Return a line a batch, under its programme."""
    levels = [
        level
        for level in LEVELS
        if any(tier.level is level for batch in programme.batches for tier in batch.tiers)
    ]
    made = table()
    made.add_column(most=32)
    for level in levels:
        made.add_column(words(report_terms.LEVELS[level]), right=True, wraps=False)
        made.add_column(words("Rate"), right=True, wraps=False)
    programmes = groupby(programme.batches, key=lambda batch: batch.programme)
    several = len({batch.programme for batch in programme.batches}) > 1
    for name, batches in programmes:
        if several:
            made.add_row(Text(name or words("Programme without a name"), style="dim"))
        for batch in batches:
            _row(made, batch, levels, words)
    total = words.number("{n} batch", "{n} batches", len(programme.batches))
    return Group(heading(total, words("pilots → demonstrations")), made)


def _row(made: ScreenTable, batch: Batch, levels: list[Level], words: Words) -> None:
    cells: list[str] = []
    for level in levels:
        tier = next((tier for tier in batch.tiers if tier.level is level), None)
        pilots, kept = (tier.best(stage) if tier else None for stage in _ENDS)
        shown = [programme_words.number(count, words) if count else "·" for count in (pilots, kept)]
        cells.append(" → ".join(shown) if kept else shown[0])
        went = tier.followed if tier else None
        cells.append(rate(went.kept, went.of, went.undecided, words) if went else "")
    made.add_row(programme_words.edition(batch, words), *cells)


_ENDS = (Stage.PILOTS, Stage.DEMONSTRATIONS)
