"""The help of a command as a page, in the language of the call.

typer's own knows English alone and measures letters; a Chinese one takes two cells.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from pilotdiff.model import Message, UserError, msg
from pilotdiff.patterns import pattern

if TYPE_CHECKING:
    from pilotdiff.language import Words

_INDENT = "  "
# A term wider than this stands on a line of its own.
_WIDEST_TERM = 30
_PIECES = {"[OPTIONS]": msg("[OPTIONS]"), "COMMAND [ARGS]...": msg("COMMAND [ARGS]...")}
# What stands in the place of a value.
_PLACEHOLDERS = {
    "PILOTS": msg("PILOTS"),
    "RESULTS": msg("RESULTS"),
    "FILE": msg("FILE"),
    "DIR": msg("DIR"),
    "DOC": msg("DOC"),
    "LIST": msg("LIST"),
    "NAME": msg("NAME"),
    "PLACE": msg("PLACE"),
    "TEXT": msg("TEXT"),
    "CODE": msg("CODE"),
    "LINE": msg("LINE"),
    "YEAR": msg("YEAR"),
    "GOLD": msg("GOLD"),
}
_PLACEHOLDER = pattern(r"[A-Z]{3,}")
# What typer itself says of parameters.
_TYPERS = {
    "required": msg("required"),
    "Show this message and exit.": msg("Show this message and exit."),
    "Install completion for the current shell.": msg("Install completion for the current shell."),
    "Show completion for the current shell, to copy it or customize the installation.": msg(
        "Show completion for the current shell, to copy it or customize the installation."
    ),
}


class Command(TyperCommand):
    """A command whose help is such a page; the context's object is the Words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the call; raises UserError where a file or folder is named by nothing."""
        _refuse_nothing(self.params, args)
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write(page(self, ctx, formatter.width))


class OptionGroup(TyperGroup):
    """The command above all commands, likewise."""

    format_help = Command.format_help


def _refuse_nothing(parameters: Iterable[Any], arguments: list[str]) -> None:
    """Refuse an option whose file or folder is "": for Python that is the folder one stands in."""
    options = {o for each in parameters if each.type.name == "path" for o in each.opts}
    for at, argument in enumerate(arguments):
        option, equals, value = argument.partition("=")
        empty = not value if equals else arguments[at + 1 : at + 2] == [""]
        if option in options and empty:
            raise UserError(
                "{option} is empty: name a file or folder behind it, or leave it out", option=option
            )


def translated(command: Any, words: Words) -> Any:
    """Return the command with its texts, and those of the commands below it, in the reader's
    language."""
    command.help = words(inspect.cleandoc(command.help or ""))
    command.short_help = command.help.partition("\n\n")[0].replace("\n", " ")
    for parameter in command.params:
        text = getattr(parameter, "help", "") or ""
        parameter.help = words(_TYPERS.get(text, text))
        if parameter.metavar:
            parameter.metavar = _PLACEHOLDER.sub(
                lambda found: words(_PLACEHOLDERS.get(found[0], found[0])), parameter.metavar
            )
    for below in getattr(command, "commands", {}).values():
        translated(below, words)
    return command


def page(command: Any, context: Any, width: int) -> str:
    """Write usage, purpose, arguments, options, commands and an example.

    Lines have at most `width` cells, but for the example, which is one to copy.
    """
    from pilotdiff.cli.help_examples import EXAMPLES

    words: Words = context.find_root().obj
    pieces = (
        words(_PIECES.get(piece, piece.strip("{}")))
        for piece in command.collect_usage_pieces(context)
    )
    call = " ".join([context.command_path, *pieces])
    blocks = [[words("Usage: {call}", call=call)]]
    blocks += [list(_paragraph(text, width)) for text in command.help.split("\n\n")]
    for title, rows in _sections(command, context, words):
        if rows:
            blocks.append([f"{title}", *_rows(rows, width)])
    blocks.append([words("Example:"), _INDENT + EXAMPLES[command.name]])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _paragraph(text: str, width: int) -> Iterator[str]:
    """Return a paragraph, indented; one that begins with \\b is kept line by line."""
    if text.startswith("\b"):
        lines: Iterable[str] = text.splitlines()[1:]
    else:
        lines = _wrapped(" ".join(text.splitlines()), width - len(_INDENT))
    return (_INDENT + line for line in lines)


def _sections(
    command: Any, context: Any, words: Words
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    kinds: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record:
            text = parameter.help or ""
            said = words(_TYPERS.get(text, text))
            more = record[1].removeprefix(text).strip().removeprefix("[").removesuffix("]")
            kinds[parameter.param_type_name].append((record[0], _with_facts(said, more, words)))
    yield words("Arguments:"), kinds["argument"]
    yield words("Options:"), kinds["option"]
    below = getattr(command, "commands", {})
    yield words("Commands:"), [(name, each.short_help) for name, each in below.items()]


def _with_facts(text: str, facts: str, words: Words) -> str:
    """Return what typer adds behind a text, "default: table; required", in the reader's
    language."""
    said = [words(_fact(fact)) for fact in facts.split("; ") if fact]
    return f"{text}  [{words('; ').join(said)}]" if said else text


def _fact(fact: str) -> str | Message:
    name, _, value = fact.partition(": ")
    if name == "default":
        return msg("default: {value}", value=value)
    if name == "env var":
        return msg("environment variable: {name}", name=value)
    return _TYPERS.get(fact, fact)


def _rows(rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    """Terms with their texts beside them, or below where a term is wide."""
    from pilotdiff.report.text_wrapping import cell_len

    column = max((cell_len(term) for term, _ in rows if cell_len(term) <= _WIDEST_TERM), default=0)
    margin = _INDENT + " " * (column + 2)
    for term, text in rows:
        lines = _wrapped(text, width - len(margin))
        head = f"{_INDENT}{term}"
        if lines and cell_len(term) <= column:
            head += " " * (column + 2 - cell_len(term)) + lines.pop(0)
        yield head
        yield from (margin + line for line in lines)


def _wrapped(text: str, width: int) -> list[str]:
    from pilotdiff.report.screen.terminal_layout import lines_of_block

    return [line.plain for line in lines_of_block(text, width)] if text else []
