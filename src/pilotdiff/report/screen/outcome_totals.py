"""Outcomes by level, with totals and shares of the pilots."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Level, Outcome
from pilotdiff.report.report_terms import LEVELS, OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.screen.style import COLOURS, table
from pilotdiff.report.screen.terminal_layout import ScreenTable
from pilotdiff.report.summary import ABOUT_PILOTS, Tally, percent

_ABOUT_RESULTS = (Outcome.SPLIT, Outcome.NEW)


def part(report: Report, words: Words) -> ScreenTable:
    """Return one row an outcome that occurs, then the pilots and the results in all."""
    counts = report.counts
    made = table()
    made.add_column(words("Outcome"))
    for level in counts.levels:
        made.add_column(words(LEVELS[level]), right=True, wraps=False)
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
