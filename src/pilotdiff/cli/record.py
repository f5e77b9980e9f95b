"""pilotdiff record: what the official record says of a unit."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.cli.options import Format
from pilotdiff.language import Words
from pilotdiff.report.asked_record import asked_record

if TYPE_CHECKING:
    from pilotdiff.record import Recorded


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
    units = answer.found or answer.kindred
    if format is not Format.TABLE:
        output.write(_text(answer.asked, units, format, headings, words))
    elif not quiet:
        from pilotdiff.report.screen.record_screen import parts

        output.draw(lambda _: parts(units, words))


def _text(
    asked: str, units: "tuple[Recorded, ...]", format: Format, headings: str, words: Words
) -> Iterable[str]:
    from pilotdiff.report import record_formats as rendering

    if format is Format.CSV:
        return rendering.csv_text(units, headings)
    if format is Format.MARKDOWN:
        return rendering.markdown_text(units, words)
    if format is Format.JSONL:
        return rendering.json_lines(units)
    return rendering.json_document(asked, units)
