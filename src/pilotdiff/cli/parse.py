"""pilotdiff parse: how one document is read."""

from collections.abc import Iterable
from typing import Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.language import language
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.options import Format
from pilotdiff.cli.progress import Progress
from pilotdiff.model import Units, UserError
from pilotdiff.report.words import Words, words


def parse(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The document; - is standard input.")],
    format: options.FormatOption = Format.TABLE,
    passed_over: Annotated[
        bool, typer.Option("--passed-over", help="Show the lines that gave no unit, and why.")
    ] = False,
    id_column: options.IdColumn = "",
    name_column: options.NameColumn = "",
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    no_progress: options.NoProgress = False,
    debug: options.Debug = False,
) -> None:
    """The entries of one document, and what it says of itself."""
    del debug  # the entry point sees to it
    say = words(language(lang))
    progress = Progress(shown=not (quiet or no_progress))
    units = Loader(progress, say, id_column, name_column).load(file)
    if format is Format.TABLE:
        if not quiet:
            from pilotdiff.report.screen import parsed

            output.draw(lambda _: parsed.parts(units, say, with_passed_over=passed_over))
    else:
        output.write(_text(units, format, say, passed_over=passed_over))
    if not (units.units or units.listing.figures):
        raise UserError(
            f"no list found in {file}: --passed-over shows the lines that were passed over and why"
        )


def _text(units: Units, format: Format, say: Words, *, passed_over: bool) -> Iterable[str]:
    if format is Format.MARKDOWN:
        from pilotdiff.report import markdown

        return markdown.parsed(units, say)
    from pilotdiff.report import entries

    if format is Format.CSV:
        return entries.csv_text(units)
    if format is Format.JSONL:
        return entries.json_lines(units)
    return entries.json_document(units, with_passed_over=passed_over)
