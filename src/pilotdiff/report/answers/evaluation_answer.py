"""How right an answer is: the answer of `pilotdiff evaluate`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pilotdiff.evaluation import Evaluation
from pilotdiff.evaluation.gold import SAME, GoldRow
from pilotdiff.evaluation.measure import NONE, Band, Mistake, Score
from pilotdiff.language import Words
from pilotdiff.model import Change, Verdict, msg
from pilotdiff.report.answer import Answer, CellValue, RowsTable, columns
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.report_terms import CHANGES, VERDICTS
from pilotdiff.report.report_types import Report
from pilotdiff.report.run_record import run
from pilotdiff.report.text_blocks import TextBlock, TextHeading, TextTable

COLUMNS = columns(
    "part name gold found proposed missed wrong precision recall reached f1 pilots review "
    "review_rate review_wrong unjudged judged right share confidence pilot_name result_name "
    "right_name outcome rule reason line"
)
SCORE_HEADS = (
    msg("Gold"),
    msg("Found"),
    msg("To review"),
    msg("Missed"),
    msg("Wrong"),
    msg("Precision"),
    msg("Recall"),
    msg("F1"),
)
BAND_HEADS = (
    msg("Confidence"),
    msg("Pairings"),
    msg("Right"),
    msg("Share"),
    msg("Mean confidence"),
    msg("Gap"),
)
_COUNTED = columns("gold found proposed missed wrong")
_SHARES = columns("precision recall reached f1")
_KINDS = {SAME: VERDICTS[Verdict.SAME], **{str(change): CHANGES[change] for change in Change}}
MeasureFields = dict[str, CellValue | None]


@dataclass(frozen=True, slots=True)
class EvaluationAnswer(Answer):
    """A report measured against a gold file.

    gold   the name of that file
    worst  how many errors a screen shows
    """

    evaluation: Evaluation
    gold: str
    report: Report
    worst: int
    words: Words

    def table(self) -> RowsTable:
        return measured_parts(self.evaluation, self.words)

    def plain(self) -> dict[str, object]:
        """Return one object; shares that nothing was there for are None."""
        found = self.evaluation
        return {
            "overall": {**score_fields(found.overall), **to_review(found)},
            "changed": score_fields(found.changed),
            "kinds": [score_fields(kind) for kind in found.kinds],
            "reliability": [band(each) for each in found.bands],
            "errors": [mistake(each, self.words) for each in found.mistakes],
            "unfound": [unfound(row) for row in found.unfound],
            "run": {"gold": self.gold, **run(self.report)},
        }

    def text(self) -> Iterator[TextBlock]:
        words, found = self.words, self.evaluation
        head = words("Kind of change"), *(words(each) for each in SCORE_HEADS)
        yield TextTable(head, scores(found, words), right=len(SCORE_HEADS))
        if found.bands:
            yield TextHeading(words("Reliability"))
            head = tuple(words(each) for each in BAND_HEADS)
            yield TextTable(head, map(reliability, found.bands), right=len(head))


def measured_parts(found: Evaluation, words: Words) -> RowsTable:
    """Return one table: `part` is overall, kind, band, error or unfound, and tells which
    columns hold."""
    parts: list[tuple[str, MeasureFields]] = [
        ("overall", {**score_fields(found.overall), **to_review(found)}),
        ("overall", score_fields(found.changed)),
        *(("kind", score_fields(kind)) for kind in found.kinds),
        *(("band", band(each)) for each in found.bands),
        *(("error", mistake(each, words)) for each in found.mistakes),
        *(("unfound", unfound(row)) for row in found.unfound),
    ]
    return RowsTable(COLUMNS, (_cells(part, fields) for part, fields in parts))


def scores(evaluation: Evaluation, words: Words) -> Iterator[tuple[str, ...]]:
    """Yield the lines under SCORE_HEADS with their names: the kinds of change, all changes, all."""
    for each in evaluation.kinds:
        name = words("no partner") if each.kind == NONE else _kind(each.kind, words)
        yield (name, *_scored(each))
    yield (words("Changed"), *_scored(evaluation.changed))
    yield (words("Total"), *_scored(evaluation.overall))


def _kind(kind: str, words: Words) -> str:
    """Return a kind of change as the gold file calls it; what is a code of ours in words."""
    return ";".join(words(_KINDS.get(code, code)) for code in kind.split(";"))


def _scored(score: Score) -> list[str]:
    counts = (score.gold, score.found, score.proposed, score.missed, score.wrong)
    shares = (score.precision, score.recall, score.f1)
    return [
        *(f"{count:,}" if count else "·" for count in counts),
        *("·" if share is None else f"{share:.4f}" for share in shares),
    ]


def reliability(band: Band) -> tuple[str, ...]:
    """Return the line of a band of confidence, under BAND_HEADS."""
    return (
        f"{band.low:g} – {band.high:g}",
        f"{band.judged:,}",
        f"{band.right:,}",
        f"{band.share:.4f}",
        f"{band.confidence:.4f}",
        f"{band.share - band.confidence:+.4f}",
    )


def score_fields(one: Score) -> MeasureFields:
    """Return counts and shares of one kind of change."""
    return {
        "name": one.kind,
        **{name: getattr(one, name) for name in _COUNTED},
        **{name: _rounded(getattr(one, name)) for name in _SHARES},
    }


def to_review(evaluation: Evaluation) -> MeasureFields:
    """Return what a person must decide, and what the gold is silent on."""
    return {
        "pilots": evaluation.pilots,
        "review": evaluation.review,
        "review_rate": _rounded(evaluation.review_rate),
        "review_wrong": evaluation.review_wrong,
        "unjudged": evaluation.unjudged,
    }


def band(one: Band) -> MeasureFields:
    """Return one line of the reliability table."""
    return {
        "name": f"{one.low:g}-{one.high:g}",
        "judged": one.judged,
        "right": one.right,
        "share": _rounded(one.share),
        "confidence": _rounded(one.confidence),
    }


def mistake(one: Mistake, words: Words) -> MeasureFields:
    """Return a wrong pairing; `right_name` is empty where the unit has no partner."""
    row = one.row
    return {
        "name": one.kind,
        "confidence": probability(one.confidence),
        "pilot_name": row.pilot.name if row.pilot else "",
        "result_name": row.result.name if row.result else "",
        "right_name": one.right,
        "outcome": row.outcome,
        "rule": row.pairing.rule if row.pairing else "",
        "reason": words(row.reason),
    }


def unfound(row: GoldRow) -> MeasureFields:
    """Return a row of the gold file that names a unit which is not in the lists."""
    names = {"pilot_name": row.pilot.shown, "result_name": row.result.shown}
    return {"name": row.kind, "line": row.line, **names}


def _cells(part: str, fields: MeasureFields) -> tuple[CellValue, ...]:
    values = (fields.get(column) for column in COLUMNS[1:])
    return (part, *("" if value is None else value for value in values))


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 5)
