"""pilotdiff explain: why a unit came out as it did."""

from dataclasses import replace
from typing import Annotated

import typer

from pilotdiff.cli import first_told, output
from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.confirmations import Confirming
from pilotdiff.cli.pipeline import report_on
from pilotdiff.report.named_rows import named_rows
from pilotdiff.report.registers import register_of


@takes(
    "name pilots results format decisions confirm catalogue as_of no_record id_column name_column "
    "lang quiet no_progress debug"
)
def command(
    call: Call,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A unit of either list, or a part of its name.")
    ],
) -> None:
    """Why a unit came out as it did: as read, repaired and compared.

    Without lists, in the shipped example.
    """
    words, hearing = call.words, Confirming(call.confirm or ())
    lists = call.pilots, call.results
    found = report_on(*lists, call.loader, call.reconciler, hearing=hearing)
    register = register_of(found.pilots, found.results, call.as_of, without=call.no_record)
    report = named_rows(name, replace(found, register=register))
    if not call.quiet:
        first_told.tell(report.foremost, words)
    if report.receipt and not call.quiet:
        output.remark(words(report.receipt[0]))
    from pilotdiff.report.answers.explanation_answer import ExplanationAnswer

    call.show(ExplanationAnswer.of(name, report, words))
