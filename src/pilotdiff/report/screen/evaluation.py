"""How right the answer is, on a screen."""

from collections.abc import Iterator
from pathlib import PurePath

from rich.text import Text

from pilotdiff.evaluation import Evaluation
from pilotdiff.evaluation.gold import SAME
from pilotdiff.evaluation.measure import NONE, Band, Mistake, Score
from pilotdiff.language import Words
from pilotdiff.model import Change, Verdict, msg
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.report_terms import CHANGES, OUTCOMES, VERDICTS
from pilotdiff.report.screen.style import heading, marked, table
from pilotdiff.report.screen.terminal_layout import Block, Group, ScreenTable
from pilotdiff.report.summary import percent

_HEADS = (
    msg("Gold"),
    msg("Found"),
    msg("To review"),
    msg("Missed"),
    msg("Wrong"),
    msg("Precision"),
    msg("Recall"),
    msg("F1"),
)
_KINDS = {SAME: VERDICTS[Verdict.SAME], **{str(change): CHANGES[change] for change in Change}}
_BAND_HEADS = (
    msg("Confidence"),
    msg("Pairings"),
    msg("Right"),
    msg("Share"),
    msg("Mean confidence"),
    msg("Gap"),
)
_UNFOUND = 5


def parts(
    evaluation: Evaluation, sources: tuple[str, str, str], worst: int, words: Words
) -> Iterator[Block]:
    """Show the scores by kind of change, the reliability table, and the `worst` errors.

    `sources` are the names of the gold file and of the two lists.
    """
    gold, pilots, results = (PurePath(name).name for name in sources)
    yield heading(gold, f"{pilots} → {results}")
    yield Group(_scores(evaluation, words), *_notes(evaluation, words))
    if evaluation.bands:
        title = heading(
            words("Reliability"),
            words("of the pairings in each band of confidence, how many are right"),
        )
        yield Group(title, _reliability(evaluation, words))
    shown = evaluation.mistakes[:worst]
    if shown:
        count = f"{len(shown):,} / {len(evaluation.mistakes):,}"
        yield Group(
            heading(f"{words('Worst errors')} {count}", words("= is what the gold says")),
            _errors(shown, words),
        )
    if evaluation.unfound:
        yield _unfound(evaluation, words)


def _scores(evaluation: Evaluation, words: Words) -> ScreenTable:
    made = table()
    made.add_column(words("Kind of change"), wraps=False)
    for head in _HEADS:
        made.add_column(words(head), right=True, wraps=False)
    for score in evaluation.kinds:
        name = words("no partner") if score.kind == NONE else _kind(score.kind, words)
        made.add_row(name, *_cells(score))
    made.add_section()
    made.add_row(words("Changed"), *_cells(evaluation.changed))
    made.add_row(words("Total"), *_cells(evaluation.overall), style="bold")
    return made


def _kind(kind: str, words: Words) -> str:
    """A kind of change as the gold file calls it; what is a code of ours in words."""
    return ";".join(words(_KINDS.get(code, code)) for code in kind.split(";"))


def _cells(score: Score) -> list[str]:
    counts = (score.gold, score.found, score.proposed, score.missed, score.wrong)
    shares = (score.precision, score.recall, score.f1)
    return [
        *(f"{count:,}" if count else "·" for count in counts),
        *("·" if share is None else f"{share:.4f}" for share in shares),
    ]


def _notes(evaluation: Evaluation, words: Words) -> Iterator[Text]:
    """The review rate, and what the gold is silent on."""
    yield Text()
    rate = percent(evaluation.review, evaluation.pilots, words)
    counts = {"n": f"{evaluation.review:,}", "of": f"{evaluation.pilots:,}", "rate": rate}
    yield Text(
        words(
            "To review: {n} of {of} pilots ({rate}); {wrong} of the proposals are wrong.",
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
    made = table()
    for head in _BAND_HEADS:
        made.add_column(words(head), right=True, wraps=False)
    for band in evaluation.bands:
        made.add_row(*_band(band))
    return made


def _band(band: Band) -> tuple[str, ...]:
    return (
        f"{band.low:g} – {band.high:g}",
        f"{band.judged:,}",
        f"{band.right:,}",
        f"{band.share:.4f}",
        f"{band.confidence:.4f}",
        f"{band.share - band.confidence:+.4f}",
    )


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


def _unfound(evaluation: Evaluation, words: Words) -> Block:
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
