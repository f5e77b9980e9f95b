"""From the command line to an exit code.

0 done, 1 as asked for, 2 the input or the call is at fault, 130 interrupted, 143 terminated.
"""

import gc
import sys
import warnings
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from pilotdiff.cli.signals import TerminatedError, signalled, terminable, unhearing
from pilotdiff.cli.streams import forget, supply

if TYPE_CHECKING:
    from pilotdiff.language import Words
    from pilotdiff.model import Message

FAULT = 2
INTERRUPTED = 130
_SIGNALLED = 128


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors that the user can mend become one sentence on standard error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None and not sys.warnoptions:
        # Of libraries, about a file that is broken: what is wrong with it is told in a sentence.
        warnings.simplefilter("ignore")
    supply()
    for stream in (sys.stdout, sys.stderr):
        _forgive(stream)
    # What is heavy is imported within, so that Ctrl-C is clean from the first moment.
    # A national list is millions of live objects; to look through them for garbage takes longer
    # than the garbage of one command is worth.
    gc.disable()
    try:
        with terminable():
            return _guarded(given)
    except KeyboardInterrupt:
        return _interrupted(_words(given))
    except TerminatedError as signal:
        return _terminated(signal, _words(given))
    finally:
        if arguments is None:
            unhearing()
            # The process ends, and the system takes all back: Python would look through it first.
            gc.freeze()
        gc.enable()


def _forgive(stream: TextIO) -> None:
    """Show a character that the terminal's encoding lacks as ?, and go on."""
    if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
        stream.reconfigure(errors="replace")


def _words(given: list[str]) -> "Words":
    from pilotdiff.cli.language import asked_language, usual
    from pilotdiff.language import words

    return words(asked_language(given) or usual())


def _guarded(given: list[str]) -> int:
    from pilotdiff.cli.language import asked_language, spoken
    from pilotdiff.model import UserError

    debug = "--debug" in given
    # Where the environment's wish is not understood, what the locale says.
    words = _words(given)
    try:
        words = spoken(asked_language(given))
        return _run(given, words)
    except UserError as error:
        return _complain(error.message, words, debug=debug)
    except Exception as error:
        if (signal := signalled(error)) is not None:
            raise signal from None
        return _complain(_unforeseen(error), words, debug=debug)


def _unforeseen(error: Exception) -> "Message":
    """Return the sentence for what nothing else met: what the system says of a file that the call
    names (the name too long, a link in a circle), else a fault of the program."""
    from pilotdiff.model import msg
    from pilotdiff.model.system_errors import system_said

    if isinstance(error, OSError) and error.filename is not None:
        return msg(
            "{path} cannot be opened ({why}); check its name and your rights",
            path=str(error.filename),
            why=system_said(error),
        )
    if isinstance(error, ModuleNotFoundError) and (error.name or "").split(".")[0] != "pilotdiff":
        return msg(
            "the package {name} is missing: install pilotdiff anew with pip, or run make",
            name=error.name,
        )
    what = f"{type(error).__name__}: {error}"
    return msg("this should not happen ({what}); --debug shows where, please report it", what=what)


def _run(arguments: list[str], words: "Words") -> int:
    import typer

    from pilotdiff.cli.app import app

    try:
        arguments = _with_folder(arguments)
        command = app(arguments, words)
        code = command(args=arguments, prog_name="pilotdiff", standalone_mode=False, obj=words)
        sys.stdout.flush()
    except OSError as error:
        _unwritable(error)
    except typer.TyperException as error:
        from pilotdiff.cli.calls import fault

        return _complain(fault(error), words)
    except typer.Abort:
        return _interrupted(words)
    # Typer turns Ctrl-C into this code of its own.
    if code == INTERRUPTED:
        return _interrupted(words)
    return code if isinstance(code, int) else 0


def _with_folder(arguments: list[str]) -> list[str]:
    """Return the call, `pilotdiff DIR` as `pilotdiff folder DIR`; commands come before folders."""
    from pilotdiff.cli.app import COMMANDS

    first = arguments[0] if arguments else ""
    if first in COMMANDS or first.startswith("-") or not Path(first or "-").is_dir():
        return arguments
    return ["folder", *arguments]


def _unwritable(error: OSError) -> NoReturn:
    """Turn what fails as typer writes help and completion into what our own writing gives: an error
    of a stream names no file."""
    if error.filename is not None:
        raise error
    forget(sys.stdout)
    from pilotdiff.cli.output import unwritable

    raise unwritable(error) from error


def _complain(message: "Message", words: "Words", *, debug: bool = False) -> int:
    from pilotdiff.cli.echoes import safely

    if debug:
        import traceback

        traceback.print_exc()
    _say(f"pilotdiff: {words(safely(message))}")
    return FAULT


def _interrupted(words: "Words") -> int:
    said = words("interrupted; nothing was left half-written")
    _say(f"\npilotdiff: {said}")
    return INTERRUPTED


def _terminated(signal: TerminatedError, words: "Words") -> int:
    said = words("asked to stop; nothing was left half-written")
    _say(f"pilotdiff: {said}")
    return _SIGNALLED + signal.number


def _say(line: str) -> None:
    """On standard error, where it takes anything."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        forget(sys.stderr)
