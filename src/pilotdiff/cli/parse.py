"""pilotdiff parse: how one document is read."""

from typing import Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.completion import documents
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.progress import Progress
from pilotdiff.model import UserError
from pilotdiff.report.formats import Format
from pilotdiff.report.registers import edition_of


def parse(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="The document; - is standard input.", autocompletion=documents
        ),
    ],
    format: options.FormatOption = Format.TABLE,
    headings: options.HeadingsOption = options.Headings.EN,
    passed_over: Annotated[
        bool,
        typer.Option(
            "--passed-over", help="Show the lines from which no unit was read, with the reason."
        ),
    ] = False,
    why: Annotated[
        int | None,
        typer.Option("--why", metavar="LINE", help="What one line was taken for, and why.", min=1),
    ] = None,
    catalogue: options.Catalogue = None,
    id_column: options.IdColumn = "",
    name_column: options.NameColumn = "",
    as_of: options.AsOf = None,
    no_record: options.NoRecord = False,
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    no_progress: options.NoProgress = False,
    debug: options.Debug = False,
) -> None:
    """The entries of one document, and what it says of itself."""
    del debug  # the entry point sees to it
    words = spoken(lang)
    progress = Progress(shown=not (quiet or no_progress))
    units = Loader(progress, words, id_column, name_column, catalogue, record=not no_record).load(
        file
    )
    if why is not None:
        from pilotdiff.report.answers.line_answer import LineAnswer

        output.show(LineAnswer(units, why, words), format)
        return
    from pilotdiff.report.answers.entries_answer import EntriesAnswer

    damaged = any("〓" in unit.name for unit in units.units)
    unasked = no_record or (format is Format.TABLE and not damaged)
    edition = None if unasked else edition_of(units, as_of)
    if edition and damaged:
        from pilotdiff.outcomes import whole_units

        units = whole_units(units, edition)
    output.show(EntriesAnswer(units, words, edition, passed_over), format, headings, quiet=quiet)
    if not (units.units or units.listing.figures):
        raise UserError(
            "no list found in {name}: --passed-over shows the lines that were passed over and why",
            name=file,
        )
