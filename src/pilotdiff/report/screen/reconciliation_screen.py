"""The report on a terminal, from what one must know first to where to go next."""

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Level, Outcome
from pilotdiff.report import headline
from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
from pilotdiff.report.pilot_shares import Share, by_category, by_place, percent
from pilotdiff.report.report_terms import LEVEL_HEADINGS, OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.screen import (
    first_screen,
    leftout,
    name_lists,
    next_commands,
    pair_lists,
    share_bars,
    title,
)
from pilotdiff.report.screen.screen_limits import MOST_PAIRS
from pilotdiff.report.screen.style import COLOURS, headed_table
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable
from pilotdiff.report.summary import ABOUT_PILOTS, Tally

_MOST_PLACES = 40
_ABOUT_RESULTS = (Outcome.SPLIT, Outcome.NEW)


def parts(answer: ReconciliationAnswer, width: int) -> Iterator[ScreenBlock]:
    """Yield what to print, part by part, on a screen of that many cells; what is empty is left
    out."""
    report, words = answer.report, answer.words
    yield from first_screen.parts(report, words)
    yield from _since(report, words)
    yield title.both_documents(report, words)
    if report.rows:
        yield _totals(report, words)
        yield from _shares(report, width, words)
        yield from pair_lists.renamed(report, words)
        yield from pair_lists.belonging(report, words)
        yield from name_lists.parts(report, words)
        yield from pair_lists.pairs_to_decide(report, words)
    else:
        yield words(
            "No row fits {filter}: leave out a filter, or see what the lists hold with parse.",
            filter=report.filter.written(),
        )
    yield from leftout.parts(report, words, answer.asked)
    yield next_commands.commands_that_fit(answer, width)


def _since(report: Report, words: Words) -> Iterator[ScreenBlock]:
    """Yield the sentence and the units; nothing where no earlier papers were named."""
    if report.since is None:
        return
    head = Text(headline.said_since(report.since, words), style="bold")
    turned = report.since.turned
    grid = ScreenTable(gap=2)
    for one in turned[:MOST_PAIRS]:
        grid.add_row(one.name, headline.said_of_turned(one, words))
    more = len(turned) - MOST_PAIRS
    told = [headline.more_in_record(more, words)] if more > 0 else []
    yield Group(head, *([grid] if turned else []), *told)


def _totals(report: Report, words: Words) -> ScreenTable:
    """Return one row an outcome that occurs, then the pilots and the results in all."""
    counts = report.counts
    made = headed_table()
    made.add_column(words("Outcome"))
    for level in counts.levels:
        made.add_column(words(LEVEL_HEADINGS[level]), right=True, wraps=False)
    made.add_column(words("Total"), right=True, wraps=False)
    made.add_column(words("Of pilots"), right=True, wraps=False)
    for outcome in ABOUT_PILOTS:
        if counts.of(outcome):
            share = percent(counts.of(outcome), counts.pilots_once, words)
            _outcome_row(made, words, counts, outcome, share)
    if counts.repeated_pilots:
        _repeated_row(made, words, counts.levels, counts.repeated_pilots)
    made.add_section()
    _sum_row(made, words("Pilots"), counts, counts.pilots)
    for outcome in _ABOUT_RESULTS:
        if counts.of(outcome):
            _outcome_row(made, words, counts, outcome, "")
    if repeated := counts.repeated_results:
        _repeated_row(made, words, counts.levels, repeated)
    _sum_row(made, words("Results"), counts, counts.results)
    return made


def _outcome_row(
    made: ScreenTable, words: Words, counts: Tally, outcome: Outcome, share: str
) -> None:
    cells = [_number(counts.of(outcome, level)) for level in counts.levels]
    name = Text(words(OUTCOMES[outcome]), style=COLOURS[outcome])
    made.add_row(name, *cells, _number(counts.of(outcome)), share)


def _repeated_row(
    made: ScreenTable, words: Words, levels: Sequence[Level], repeated: Mapping[Level, int]
) -> None:
    name = Text(words(OUTCOMES[Outcome.REPEATED]), style=COLOURS[Outcome.REPEATED])
    cells = [_number(repeated.get(level, 0)) for level in levels]
    made.add_row(name, *cells, _number(sum(repeated.values())), "")


def _sum_row(made: ScreenTable, name: str, counts: Tally, sums: Mapping[Level, int]) -> None:
    cells = [_number(sums.get(level, 0)) for level in counts.levels]
    made.add_row(name, *cells, _number(sum(sums.values())), "", style="bold")


def _number(count: int) -> str:
    return f"{count:,}" if count else "·"


def _shares(report: Report, width: int, words: Words) -> Iterator[ScreenBlock]:
    """Show the shares by place and by category, side by side where the screen is wide."""
    categories = share_bars.category_table(
        by_category(report.counted, report.counts.unread_pilots),
        *(share_bars.headed(words), words, _row),
    )
    yield from share_bars.beside([*_by_place(report, words), *categories], width)


def _by_place(report: Report, words: Words) -> Iterator[ScreenBlock]:
    level, found = by_place(report.counted, report.counts.unread_pilots)
    if level is None:
        return
    made = share_bars.headed(words)
    for share in found[:_MOST_PLACES]:
        _row(made, share, words)
    if len(found) > _MOST_PLACES:
        made.add_row(Text(words("… and {n} more", n=len(found) - _MOST_PLACES), style="dim"))
    yield share_bars.place_table(level, found, made, words)


def _row(made: ScreenTable, share: Share, words: Words) -> None:
    made.add_row(Text(share.name or words("(not stated)")), *share_bars.bar_cells(share, words))
