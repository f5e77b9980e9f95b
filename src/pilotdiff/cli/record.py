"""pilotdiff record: what the official record says of a unit."""

from typing import Annotated

import typer

from pilotdiff.cli.call import Call, takes
from pilotdiff.report.asked_record import asked_record


@takes("name format headings as_of within lang quiet debug")
def command(
    call: Call,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A unit: its name, with or without parents; or its code."
        ),
    ],
    as_of: Annotated[
        int | None,
        typer.Option(
            "--as-of", metavar="YEAR", help="Only what stands in the edition of this year."
        ),
    ] = None,
    within: Annotated[
        str, typer.Option("--within", metavar="PLACE", help="The one that lies in this place.")
    ] = "",
) -> None:
    """What the official record says of a unit: codes, years, changes and their approval."""
    answer = asked_record(name, within, as_of)
    from pilotdiff.report.answers.recorded_answer import RecordedAnswer

    call.show(RecordedAnswer(answer, call.words))
