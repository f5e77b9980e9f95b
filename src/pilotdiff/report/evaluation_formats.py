"""An evaluation as CSV and JSON."""

from collections.abc import Iterator, Mapping

from pilotdiff.evaluation import Evaluation
from pilotdiff.evaluation.gold import GoldRow
from pilotdiff.evaluation.measure import Band, Mistake, Score
from pilotdiff.language import ENGLISH, Words
from pilotdiff.report import jsontext
from pilotdiff.report.csvfile import lines
from pilotdiff.report.diff_columns import Cell, probability

COLUMNS = (
    "part",
    "name",
    "gold",
    "found",
    "proposed",
    "missed",
    "wrong",
    "precision",
    "recall",
    "reached",
    "f1",
    "pilots",
    "review",
    "review_rate",
    "review_wrong",
    "unjudged",
    "judged",
    "right",
    "share",
    "confidence",
    "pilot_name",
    "result_name",
    "right_name",
    "outcome",
    "rule",
    "reason",
    "line",
)
MeasureFields = dict[str, Cell | None]


def json_document(
    evaluation: Evaluation, run: Mapping[str, object], words: Words = ENGLISH
) -> Iterator[str]:
    """Yield one object; shares that nothing was there for are null. `run` tells what was
    compared."""
    document = {
        "overall": {**score(evaluation.overall), **review(evaluation)},
        "changed": score(evaluation.changed),
        "kinds": [score(kind) for kind in evaluation.kinds],
        "reliability": [band(each) for each in evaluation.bands],
        "errors": [mistake(each, words) for each in evaluation.mistakes],
        "unfound": [unfound(row) for row in evaluation.unfound],
        "run": dict(run),
    }
    yield jsontext.document(document)


def csv_text(evaluation: Evaluation, words: Words = ENGLISH) -> Iterator[str]:
    """Yield one table: `part` is overall, kind, band, error or unfound, and tells which columns
    hold."""
    yield ",".join(COLUMNS) + "\n"
    parts: list[tuple[str, MeasureFields]] = [
        ("overall", {**score(evaluation.overall), **review(evaluation)}),
        ("overall", score(evaluation.changed)),
        *(("kind", score(kind)) for kind in evaluation.kinds),
        *(("band", band(each)) for each in evaluation.bands),
        *(("error", mistake(each, words)) for each in evaluation.mistakes),
        *(("unfound", unfound(row)) for row in evaluation.unfound),
    ]
    yield from lines([_cells(part, fields) for part, fields in parts])


def score(one: Score) -> MeasureFields:
    """Return counts and shares of one kind of change."""
    return {
        "name": one.kind,
        "gold": one.gold,
        "found": one.found,
        "proposed": one.proposed,
        "missed": one.missed,
        "wrong": one.wrong,
        "precision": _rounded(one.precision),
        "recall": _rounded(one.recall),
        "reached": _rounded(one.reached),
        "f1": _rounded(one.f1),
    }


def review(evaluation: Evaluation) -> MeasureFields:
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


def mistake(one: Mistake, words: Words = ENGLISH) -> MeasureFields:
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


def _cells(part: str, fields: MeasureFields) -> tuple[Cell, ...]:
    values = (fields.get(column) for column in COLUMNS[1:])
    return (part, *("" if value is None else value for value in values))


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 5)
