"""pilotdiff parse: how one document is read."""

from typing import Annotated

import typer

from pilotdiff.cli import first_told, output
from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.carried_options import of_reading
from pilotdiff.cli.completion import documents
from pilotdiff.cli.loading import seen
from pilotdiff.model import UserError
from pilotdiff.report.formats import Format
from pilotdiff.report.registers import edition_of_units

_Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="The document; - is standard input; several pictures are the pages of one.",
        autocompletion=documents,
    ),
]
_PassedOver = Annotated[
    bool,
    typer.Option(
        "--passed-over", help="Show the lines from which no unit was read, with the reason."
    ),
]
_Why = Annotated[
    int | None,
    typer.Option("--why", metavar="LINE", help="What one line was taken for, and why.", min=1),
]


@takes(
    "file format headings passed_over why catalogue id_column name_column as_of no_record "
    "lang quiet no_progress debug"
)
def command(call: Call, file: _Files, passed_over: _PassedOver = False, why: _Why = None) -> None:
    """The entries of one document, and what it says of itself."""
    units = call.loader.load_pages(file)
    if why is not None:
        from pilotdiff.report.answers.line_answer import LineAnswer

        output.show(LineAnswer(units, why, call.words), call.format)
        return
    from pilotdiff.report.answers.entries_answer import EntriesAnswer

    damaged = any("〓" in unit.name for unit in units.units)
    unasked = call.no_record or (call.format is Format.TABLE and not damaged)
    edition = None if unasked else edition_of_units(units, call.as_of)
    if edition and damaged:
        from pilotdiff.outcomes import whole_units

        units = whole_units(units, edition)
    call.show(EntriesAnswer(units, call.words, edition, passed_over, of_reading(call)))
    if not (units.units or units.listing.figures):
        raise UserError(
            "no list found in {name}, {seen}: --passed-over shows the lines that were passed over "
            "and why",
            name=file[0],
            seen=seen(units),
        )
    # Behind the data, so that an error of writing it is one line.
    if call.format is not Format.TABLE and not call.quiet:
        from pilotdiff.checks.first_warnings import foremost
        from pilotdiff.filing import filed

        first_told.tell(foremost(filed(units)), call.words, named=False)
