"""The typer application, made of the one command that is called, or of all for the help."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from pilotdiff.cli.language import Language, spoken
from pilotdiff.language import Words
from pilotdiff.model import msg

# Commands in the order of the help; each is the function `command` in a module of its name.
COMMANDS = (
    "match",
    "report",
    "parse",
    "check",
    "trace",
    "record",
    "programme",
    "panel",
    "folder",
    "serve",
    "explain",
    "review",
    "evaluate",
    "sources",
)
INTRODUCTION = msg(
    """diff for official Chinese lists: what became of every unit, with the evidence.

\b
pilotdiff match                     the shipped example
pilotdiff match PILOTS RESULTS      two lists of your own, as they were published
pilotdiff report -o report.html     the answer as a page to read
pilotdiff parse FILE                how one list is read
pilotdiff check                     what documents say against themselves and each other
pilotdiff trace NAME                one unit through all documents
pilotdiff record NAME               what the official record says of a unit
pilotdiff DIR                       which lists of a folder belong together
pilotdiff serve LIST                the list as a reconciliation service, for OpenRefine
pilotdiff explain NAME              why a unit came out as it did
pilotdiff review PILOTS RESULTS     decide the undecided, one by one"""
)


def app(arguments: Sequence[str], words: Words) -> Callable[..., Any]:
    """Return the application that these arguments call: a command not asked for costs no
    start-up."""
    from typer.main import get_command

    from pilotdiff.cli.help import Command, OptionGroup, translated

    called = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    # The version is told without loading any command but the least.
    wanted = (called,) if called else COMMANDS[-1:] if _asks_version(arguments) else COMMANDS
    made = typer.Typer(
        name="pilotdiff",
        cls=OptionGroup,
        help=INTRODUCTION.text,
        # A shell that asks what could follow calls without arguments, and hears of all commands.
        add_completion=not called,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    made.callback(invoke_without_command=True)(_start)
    for name in wanted:
        made.command(name, cls=Command)(import_module(f"pilotdiff.cli.{name}").command)
    command: Callable[..., Any] = translated(get_command(made), words)
    return command


def _asks_version(arguments: Sequence[str]) -> bool:
    return list(arguments) == ["--version"]


def _start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and what it is built on.")
    ] = False,
    lang: Annotated[
        Language | None,
        typer.Option(
            "--lang", help="English or Chinese; else as PILOTDIFF_LANG or the locale says."
        ),
    ] = None,
) -> None:
    if lang:
        context.default_map = {name: {"lang": lang} for name in COMMANDS}
    if version:
        from pilotdiff.cli import output, versions

        output.write_out(f"{line}\n" for line in versions.versions(spoken(lang)))
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
