"""What standard output takes: its width, whether colours, and which characters.

The environment decides as it does elsewhere: COLUMNS, NO_COLOR, FORCE_COLOR, TERM.
"""

import os
import sys
from functools import lru_cache

from pilotdiff.model import whole_number

# Nobody looks at a pipe's width: wide enough for most lines, narrow enough for a page.
PIPED_WIDTH = 100
NARROWEST = 20
_WIDTH_DIGITS = 4
# For an encoding that lacks what screens draw with.
_PLAIN = dict(zip("─│·█▉▊▋▌▍▎▏…→›≈−∅✓✗", "-|.########.>>~-0+x", strict=True))


def is_coloured() -> bool:
    """Tell whether to use colours: NO_COLOR before FORCE_COLOR before what the terminal can."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and not is_dumb()


def is_dumb() -> bool:
    """Tell whether the terminal says that it knows no control sequences."""
    return os.environ.get("TERM", "") in ("dumb", "unknown")


def width() -> int:
    """Return the cells of a line."""
    columns = os.environ.get("COLUMNS", "")
    wanted = whole_number(columns, _WIDTH_DIGITS) or _measured()
    return max(wanted, NARROWEST) if wanted else PIPED_WIDTH


def _measured() -> int:
    """Measure the terminal; where colours are forced on a pipe, the one that a pager will fill."""
    streams = [sys.stdout, sys.stderr] if os.environ.get("FORCE_COLOR") else [sys.stdout]
    for stream in streams:
        if stream.isatty():
            return os.get_terminal_size(stream.fileno()).columns
    return 0


def in_encoding(text: str, encoding: str) -> bytes:
    """Return the text as the terminal takes it: lines and bars plain, and ? for what it has not at
    all."""
    if encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
        return text.encode(errors="replace")
    return b"".join(_one(sign, encoding) for sign in text)


@lru_cache(maxsize=4096)
def _one(sign: str, encoding: str) -> bytes:
    try:
        return sign.encode(encoding)
    except UnicodeEncodeError:
        return _PLAIN.get(sign, "?").encode(encoding, "replace")
