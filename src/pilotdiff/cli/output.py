"""Standard output: data as UTF-8, screens as the terminal takes them."""

import io
import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pilotdiff.report.screen.layout import Block

# Nobody looks at a pipe's width: wide enough for most lines, narrow enough for a page.
PIPED_WIDTH = 100
NARROWEST = 20


def write(pieces: Iterable[str], encoding: str = "utf-8") -> None:
    """Write all pieces; when the reader has left (`| head`), the rest goes nowhere, silently."""
    try:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode(encoding, "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def draw(parts: "Callable[[int], Iterable[Block]]") -> None:
    """Print what `parts` makes for a width, as standard output takes it: an empty line behind each.

    It is drawn in memory first, so that nothing is on the screen when drawing fails.
    """
    terminal = sys.stdout.isatty()
    width = _width(terminal=terminal)
    drawn = (_coloured if terminal else _plain)(parts(width), width)
    lines = (line.rstrip() + "\n" for line in drawn.splitlines())
    write(["".join(lines)], sys.stdout.encoding or "utf-8")


def _plain(parts: "Iterable[Block]", width: int) -> str:
    from pilotdiff.report.screen.layout import lines

    drawn = ([line.plain for line in lines(part, width)] for part in parts)
    return "".join("\n".join([*part, "", ""]) for part in drawn)


def _coloured(parts: "Iterable[Block]", width: int) -> str:
    from rich.console import Console  # dear to import, and for a terminal alone

    drawn = io.StringIO()
    console = Console(
        file=drawn, force_terminal=True, width=width, highlight=False, markup=False, emoji=False
    )
    for part in parts:
        console.print(part)
        console.print()
    return drawn.getvalue()


def note(text: str) -> None:
    """A remark for the person at the terminal, beside the data."""
    print(f"pilotdiff: {text}", file=sys.stderr)


def _width(*, terminal: bool) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) >= NARROWEST:
        return int(columns)
    return os.get_terminal_size(sys.stdout.fileno()).columns if terminal else PIPED_WIDTH
