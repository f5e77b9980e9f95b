"""pilotdiff record: what the official record says of a unit."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import options, output
from pilotdiff.cli.language import spoken
from pilotdiff.cli.options import Format
from pilotdiff.cli.registers import refuse_year
from pilotdiff.language import Words
from pilotdiff.model import UserError

if TYPE_CHECKING:
    from pilotdiff.record import RecordAnswer, Recorded


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
    from pilotdiff.record import ask

    words = spoken(lang)
    asked = "".join(name.split())
    if not asked:
        raise UserError("no name is given: name a unit, such as 成都市")
    if as_of is not None:
        refuse_year(as_of)
    answer = ask(_simplified(asked), _simplified("".join(within.split())), as_of)
    units = answer.found or answer.kindred
    if not units:
        raise _nothing(answer)
    if format is not Format.TABLE:
        output.write(_text(answer.asked, units, format, headings, words))
    elif not quiet:
        from pilotdiff.report.screen.record_screen import parts

        output.draw(lambda _: parts(units, words))


def _simplified(text: str) -> str:
    from pilotdiff.repair import clean, judge_script

    return clean(text, traditional=judge_script([text]) == "traditional").text


def _nothing(answer: "RecordAnswer") -> UserError:
    if answer.near:
        from pilotdiff.record import path_of

        names = tuple(dict.fromkeys("".join(path_of(each)) for each in answer.near[:5]))
        return UserError(
            "the official record has no {name}: did you mean {near}?", name=answer.asked, near=names
        )
    if answer.asked.isdigit():
        return UserError(
            "the official record has no code {code}: codes have 6, 9 or 12 digits",
            code=answer.asked,
        )
    return UserError(
        "the official record has no {name}: try another spelling, or its parents in front of it",
        name=answer.asked,
    )


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
