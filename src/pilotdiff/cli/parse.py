"""pilotdiff parse: how one document is read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.completion import documents
from pilotdiff.cli.language import spoken
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.options import Format
from pilotdiff.cli.progress import Progress
from pilotdiff.language import Words
from pilotdiff.model import Units, UserError
from pilotdiff.report.registers import edition_of

if TYPE_CHECKING:
    from pilotdiff.record import RecordYear


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
    units = Loader(progress, words, id_column, name_column, catalogue).load(file)
    if why is not None:
        _explain(units, why, format, words)
        return
    if format is Format.TABLE:
        if not quiet:
            from pilotdiff.report.screen import parsed

            output.draw(lambda _: parsed.parts(units, words, with_passed_over=passed_over))
    else:
        edition = None if no_record else edition_of(units, as_of)
        output.write(_text(units, format, headings, words, edition, passed_over=passed_over))
    if not (units.units or units.listing.figures):
        raise UserError(
            "no list found in {name}: --passed-over shows the lines that were passed over and why",
            name=file,
        )


def _explain(units: Units, line: int, format: Format, words: Words) -> None:
    """Show what a line was taken for: on a screen, or as JSON. Raises UserError."""
    from pilotdiff.report.line_why import json_text, readings_of

    readings_of(units, line)
    if format in (Format.JSON, Format.JSONL):
        output.write(json_text(units, line, words))
        return
    if format is not Format.TABLE:
        raise UserError(
            "--why is shown as table, json or jsonl: leave out -f {format}", format=format
        )
    from pilotdiff.report.screen import why_screen

    output.draw(lambda _: why_screen.parts(units, line, words))


def _text(
    units: Units,
    format: Format,
    headings: str,
    words: Words,
    edition: "RecordYear | None",
    *,
    passed_over: bool,
) -> Iterable[str]:
    if format is Format.MARKDOWN:
        from pilotdiff.report import markdown_report

        return markdown_report.parsed(units, words)
    from pilotdiff.report import entries_formats

    if format is Format.CSV:
        return entries_formats.csv_text(units, headings, words, edition)
    if format is Format.JSONL:
        return entries_formats.json_lines(units, words, edition)
    return entries_formats.json_document(units, words, edition, with_passed_over=passed_over)
