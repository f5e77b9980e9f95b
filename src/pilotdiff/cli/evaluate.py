"""pilotdiff evaluate: how right the answer is, against a gold file."""

from typing import Annotated

import typer

from pilotdiff.cli import first_told
from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.pipeline import report_on

WORST = 10


@takes(
    "gold pilots results format worst decisions catalogue id_column name_column lang "
    "quiet no_progress debug"
)
def command(
    call: Call,
    gold: Annotated[
        str, typer.Argument(metavar="GOLD", help="A table: pilot_id, result_id, or names.")
    ],
    worst: Annotated[
        int, typer.Option("--worst", metavar="N", min=0, help="Errors that the table shows.")
    ] = WORST,
) -> None:
    """Precision, recall and calibration against a gold file, by kind of change.

    GOLD has a row a pilot: pilot_id and result_id, or pilot_name and result_name, or pilot_raw and
    result_raw; change (or changes, or relation) tells the kind. Without lists, the shipped example.
    """
    from pilotdiff.evaluation import gold as read_gold
    from pilotdiff.evaluation import link, measured
    from pilotdiff.reading import read_document

    words = call.words
    known = read_gold(read_document(gold))
    report = report_on(call.pilots, call.results, call.loader, call.reconciler)
    if not call.quiet:
        first_told.tell(report.foremost, words)
    found = measured(report.rows, link(known, report.pilots, report.results))
    from pilotdiff.report.answers.evaluation_answer import EvaluationAnswer

    call.show(EvaluationAnswer(found, known.name, report, worst, words))
