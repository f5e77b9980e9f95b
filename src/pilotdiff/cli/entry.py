"""From the command line to an exit code: 0 done, 1 as asked for, 2 at fault, 130 interrupted."""

import gc
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO

FAULT = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors that the user can mend become one sentence on standard error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _forgive(sys.stdout)
    # What is heavy is imported within, so that Ctrl-C is clean from the first moment.
    # A national list is millions of live objects; to look through them for garbage takes longer
    # than the garbage of one command is worth.
    gc.disable()
    try:
        return _guarded(given)
    except KeyboardInterrupt:
        return _interrupted()
    finally:
        # What is left is the system's to take back: at its end, Python would look through it all.
        gc.freeze()
        gc.enable()


def _forgive(stream: TextIO) -> None:
    """A character that the terminal's encoding lacks is shown as ?, it does not end the work."""
    if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
        stream.reconfigure(errors="replace")


def _guarded(given: list[str]) -> int:
    from pilotdiff.model import UserError

    debug = "--debug" in given
    try:
        return _run(given)
    except UserError as error:
        return _complain(str(error), debug=debug)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        sentence = f"this should not happen ({what}); --debug shows where, please report it"
        return _complain(sentence, debug=debug)


def _run(arguments: list[str]) -> int:
    import typer

    from pilotdiff.cli.app import app

    try:
        code = app(arguments)(args=arguments, prog_name="pilotdiff", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _complain(_sentence(error.format_message()))
    except typer.Abort:
        return _interrupted()
    # Typer turns Ctrl-C into this code of its own.
    if code == INTERRUPTED:
        return _interrupted()
    return code if isinstance(code, int) else 0


def _sentence(message: str) -> str:
    first = message.strip().replace("\n", " ")
    return f"{first[:1].lower()}{first[1:].rstrip('.')}; pilotdiff --help shows what there is"


def _complain(message: str, *, debug: bool = False) -> int:
    if debug:
        import traceback

        traceback.print_exc()
    print(f"pilotdiff: {message}", file=sys.stderr)
    return FAULT


def _interrupted() -> int:
    from pilotdiff.cli.language import language
    from pilotdiff.language import words

    print(f"\npilotdiff: {words(language())('interrupted')}", file=sys.stderr)
    return INTERRUPTED
