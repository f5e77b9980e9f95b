"""pilotdiff trace: one unit through all documents."""

from typing import Annotated

import typer

from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.carried_options import of_matching
from pilotdiff.cli.retyped_calls import retyped
from pilotdiff.model import UserError


@takes(
    "name files format headings within decisions catalogue as_of no_record id_column name_column "
    "lang quiet no_progress debug"
)
def command(
    call: Call,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A unit: its name, with or without its parents.")
    ],
    within: Annotated[
        str, typer.Option("--within", metavar="PLACE", help="The one that lies in this place.")
    ] = "",
) -> None:
    """One unit through all documents, in time, with what became of it and of all that lies in it.

    Without files, the documents of the catalogue.
    """
    from pilotdiff.tracing import trail_of

    if not name.strip():
        raise UserError("no name is given: name a unit, such as 成都市")
    trail = trail_of(name, call.documents(), within, call.reconciler)
    if not (trail.ways or trail.words):
        from pilotdiff.tracing.no_document_error import unnamed

        raise unnamed(trail, within)
    from pilotdiff.report.answers.trail_answer import TrailAnswer

    call.show(TrailAnswer(trail, call.words, retyped(call.files or (), of_matching(call))))
