"""Standard output: data as UTF-8, screens as the terminal takes them."""

import io
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from pilotdiff.cli.streams import forget
from pilotdiff.cli.terminal import in_encoding, is_coloured, is_dumb, width
from pilotdiff.model import UserError
from pilotdiff.model.system_errors import system_said
from pilotdiff.report.formats import Format

if TYPE_CHECKING:
    from pilotdiff.report.answer import Answer
    from pilotdiff.report.screen.terminal_layout import ScreenBlock


def write_out(pieces: Iterable[str]) -> None:
    """Write data, piece by piece, in UTF-8 wherever it goes."""
    _write(piece.encode(errors="replace") for piece in pieces)


def _write(pieces: Iterable[bytes]) -> None:
    """Write a text; when the reader has left (`| head`), to nowhere. Raises UserError where
    nothing more can be written."""
    try:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        forget(sys.stdout)
    except OSError as error:
        forget(sys.stdout)
        raise unwritable(error) from error


def unwritable(error: OSError) -> UserError:
    """Return what a person is told when standard output takes nothing more."""
    return UserError(
        "cannot write to standard output: {why}; send it to another file", why=system_said(error)
    )


def draw(parts: "Callable[[int], Iterable[ScreenBlock]]") -> None:
    """Print what `parts` makes for a width, as standard output takes it: an empty line behind each.

    It is drawn in memory first, so that nothing is on the screen when drawing fails.
    """
    columns = width()
    drawn = (_coloured if is_coloured() else _plain)(parts(columns), columns)
    lines = (line.rstrip() + "\n" for line in drawn.splitlines())
    _write([in_encoding("".join(lines), sys.stdout.encoding or "utf-8")])


def height(parts: "Iterable[ScreenBlock]") -> int:
    """Return the lines that `draw` takes for these."""
    from pilotdiff.report.screen.terminal_layout import lines_of_block

    columns = width()
    return sum(len(list(lines_of_block(part, columns))) + 1 for part in parts)


def _plain(parts: "Iterable[ScreenBlock]", width: int) -> str:
    from pilotdiff.report.screen.terminal_layout import lines_of_block

    drawn = ([line.plain for line in lines_of_block(part, width)] for part in parts)
    return "".join("\n".join([*part, "", ""]) for part in drawn)


def _coloured(parts: "Iterable[ScreenBlock]", width: int) -> str:
    from rich.console import Console  # dear to import, and for a terminal alone

    drawn = io.StringIO()
    console = Console(
        file=drawn,
        force_terminal=True,
        color_system="standard" if is_dumb() else "auto",  # where colours are forced on it
        width=width,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in parts:
        console.print(part)
        console.print()
    return drawn.getvalue()


def show(answer: "Answer", format: Format, headings: str = "en", *, quiet: bool = False) -> None:
    """Print an answer in a format; as a screen, unless that is not to be seen."""
    if format is not Format.TABLE:
        from pilotdiff.report.formats import rendered

        write_out(rendered(answer, format, headings))
    elif not quiet:
        draw(answer.parts)


def remark(text: str) -> None:
    """Write a remark for the person at the terminal, beside the data."""
    from pilotdiff.report.visible import on_one_line

    try:
        print(f"pilotdiff: {on_one_line(text)}", file=sys.stderr, flush=True)
    except OSError:
        forget(sys.stderr)
