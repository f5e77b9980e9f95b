"""How right the answer is, on a screen."""

from collections.abc import Iterator
from pathlib import PurePath

from rich.text import Text

from pilotdiff.evaluation import Evaluation
from pilotdiff.evaluation.measure import Mistake
from pilotdiff.language import Words
from pilotdiff.report.answers.evaluation_answer import (
    BAND_HEADS,
    SCORE_HEADS,
    EvaluationAnswer,
    reliability,
    scores,
)
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.pilot_shares import percent
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.screen.style import headed_table, heading, marked
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable


def parts(answer: EvaluationAnswer, _: int) -> Iterator[ScreenBlock]:
    """Show the scores by kind of change, the reliability table, and the worst errors."""
    evaluation, words = answer.evaluation, answer.words
    sources = answer.gold, answer.report.pilot_source, answer.report.result_source
    gold, pilots, results = (PurePath(name).name for name in sources)
    yield heading(gold, f"{pilots} → {results}")
    yield Group(_scores(evaluation, words), *_notes(evaluation, words))
    if evaluation.bands:
        title = heading(
            words("Reliability"),
            words("of the pairings in each band of confidence, how many are right"),
        )
        yield Group(title, _reliability(evaluation, words))
    shown = evaluation.mistakes[: answer.worst]
    if shown:
        count = f"{len(shown):,} / {len(evaluation.mistakes):,}"
        yield Group(
            heading(f"{words('Worst errors')} {count}", words("= is what the gold says")),
            _errors(shown, words),
        )
    if evaluation.unfound:
        yield _unfound(evaluation, words)


def _scores(evaluation: Evaluation, words: Words) -> ScreenTable:
    made = headed_table()
    made.add_column(words("Kind of change"), wraps=True)
    for head in SCORE_HEADS:
        made.add_column(words(head), right=True, wraps=False)
    *kinds, changed, total = scores(evaluation, words)
    for kind in kinds:
        made.add_row(*kind)
    made.add_section()
    made.add_row(*changed)
    made.add_row(*total, style="bold")
    return made


def _notes(evaluation: Evaluation, words: Words) -> Iterator[Text]:
    """Yield the review rate, and what the gold is silent on."""
    yield Text()
    rate = percent(evaluation.review, evaluation.pilots, words)
    counts = {"n": f"{evaluation.review:,}", "of": f"{evaluation.pilots:,}", "rate": rate}
    yield Text(
        words(
            "To review: {n} of {of} pilots ({rate}); wrong proposals: {wrong}.",
            wrong=evaluation.review_wrong,
            **counts,
        )
    )
    if evaluation.unjudged:
        yield Text(
            words(
                "The gold knows neither unit of {n} accepted pairings: they are not judged.",
                n=f"{evaluation.unjudged:,}",
            ),
            style="dim",
        )


def _reliability(evaluation: Evaluation, words: Words) -> ScreenTable:
    made = headed_table()
    for head in BAND_HEADS:
        made.add_column(words(head), right=True, wraps=False)
    for band in evaluation.bands:
        made.add_row(*reliability(band))
    return made


def _errors(mistakes: tuple[Mistake, ...], words: Words) -> ScreenTable:
    grid = marked()
    for mistake in mistakes:
        row = mistake.row
        if row.pilot and row.result:
            grid.add_row(Text("  - ", style="dim"), Text(row.pilot.name))
            grid.add_row(Text("  + ", style="red"), Text(row.result.name))
        right = mistake.right or words("no partner")
        grid.add_row(Text("  = ", style="green"), Text(right))
        sure = words("confidence {value}", value=probability(mistake.confidence))
        facts = " · ".join(filter(None, (words(OUTCOMES[row.outcome]), sure, words(row.reason))))
        grid.add_row("", Text(facts, style="dim"))
    return grid


_UNFOUND = 5


def _unfound(evaluation: Evaluation, words: Words) -> ScreenBlock:
    rows = evaluation.unfound
    grid = marked()
    for row in rows[:_UNFOUND]:
        pair = " → ".join(one.shown or "∅" for one in (row.pilot, row.result))
        grid.add_row("", Text(words("line {n}", n=row.line)).append(f"  {pair}"))
    if len(rows) > _UNFOUND:
        grid.add_row("", Text(f"… {len(rows) - _UNFOUND:,}", style="dim"))
    return Group(
        heading(
            f"{words('Not in the lists')} {len(rows):,}",
            words("gold rows that name a unit which the lists do not have; counted as missed"),
        ),
        grid,
    )
