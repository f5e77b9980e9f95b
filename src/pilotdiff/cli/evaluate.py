"""pilotdiff evaluate: how right the answer is, against a gold file."""

from typing import Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.pipeline import reconcile, reconciler_of
from pilotdiff.cli.progress import Progress
from pilotdiff.report.formats import Format

WORST = 10


def evaluate(
    gold: Annotated[
        str, typer.Argument(metavar="GOLD", help="A table: pilot_id, result_id, or names.")
    ],
    pilots: options.Pilots = None,
    results: options.Results = None,
    format: options.FormatOption = Format.TABLE,
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
    from pilotdiff.report.answers.evaluation_answer import EvaluationAnswer

    output.show(EvaluationAnswer(found, known.name, report, worst, words), format)
