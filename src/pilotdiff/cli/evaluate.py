"""pilotdiff evaluate: how right the answer is, against a gold file."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.pipeline import reconcile, reconciler_of
from pilotdiff.cli.progress import Progress
from pilotdiff.language import Words
from pilotdiff.report.report_types import Report

if TYPE_CHECKING:
    from pilotdiff.evaluation import Evaluation, Gold

WORST = 10


class AnswerShape(StrEnum):
    """What goes to standard output."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def evaluate(
    gold: Annotated[
        str, typer.Argument(metavar="GOLD", help="A table: pilot_id, result_id, or names.")
    ],
    pilots: options.Pilots = None,
    results: options.Results = None,
    format: Annotated[
        AnswerShape, typer.Option("-f", "--format", help="What goes to standard output.")
    ] = AnswerShape.TABLE,
    worst: Annotated[
        int, typer.Option("--worst", metavar="N", min=0, help="Errors that the table shows.")
    ] = WORST,
    decisions: options.Decisions = None,
    catalogue: options.Catalogue = None,
    id_column: options.IdColumn = "",
    name_column: options.NameColumn = "",
    lang: options.Lang = None,
    no_progress: options.NoProgress = False,
    debug: options.Debug = False,
) -> None:
    """Precision, recall and calibration against a gold file, by kind of change.

    GOLD has a row a pilot: pilot_id and result_id, or pilot_name and result_name, or pilot_raw and
    result_raw; change (or changes, or relation) tells the kind. Without lists, the shipped example.
    """
    del debug  # the entry point sees to it
    from pilotdiff.evaluation import evaluate as measured
    from pilotdiff.evaluation import gold as read_gold
    from pilotdiff.evaluation import link
    from pilotdiff.reading import read

    words = spoken(lang)
    known = read_gold(read(gold))
    loader = Loader(Progress(shown=not no_progress), words, id_column, name_column, catalogue)
    report = reconcile(pilots, results, loader, reconciler_of(decisions))
    found = measured(report.rows, link(known, report.pilots, report.results))
    if format is AnswerShape.TABLE:
        from pilotdiff.report.screen import evaluation

        sources = known.name, report.pilot_source, report.result_source
        output.draw(lambda _: evaluation.parts(found, sources, worst, words))
    else:
        output.write(_text(found, format, known, report, words))


def _text(
    found: "Evaluation", format: AnswerShape, gold: "Gold", report: Report, words: Words
) -> Iterable[str]:
    from pilotdiff.report import evaluation_formats

    if format is AnswerShape.CSV:
        return evaluation_formats.csv_text(found, words)
    from pilotdiff.report.run_record import run

    return evaluation_formats.json_document(found, {"gold": gold.name, **run(report)}, words)
