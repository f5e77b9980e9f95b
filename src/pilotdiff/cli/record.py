"""pilotdiff record: what the official record says of a unit."""

from typing import Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.report.asked_record import asked_record
from pilotdiff.report.formats import Format


def record(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A unit: its name, with or without parents; or its code."
        ),
    ],
    format: options.FormatOption = Format.TABLE,
    headings: options.HeadingsOption = options.Headings.EN,
    as_of: options.AsOf = None,
    within: Annotated[
        str, typer.Option("--within", metavar="PLACE", help="The one that lies in this place.")
    ] = "",
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """What the official record says of a unit: codes, years, changes and their approval."""
    del debug  # the entry point sees to it
    words = spoken(lang)
    answer = asked_record(name, within, as_of)
    from pilotdiff.report.answers.recorded_answer import RecordedAnswer

    output.show(RecordedAnswer(answer, words), format, headings, quiet=quiet)
