"""Single keys from the terminal, without waiting for a line to end."""

import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress

# What the arrow keys send, after ESC.
_ARROWS = {"[C": "n", "OC": "n", "[D": "p", "OD": "p"}
END = "\x04"


def key_name(key: str) -> str:
    """Return the key as the commands name it: small, and half-width where an input method is on."""
    return unicodedata.normalize("NFKC", key).lower()


if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def single() -> Iterator[None]:
        """Prepare nothing: lines need no setting of the terminal."""
        yield

    def key() -> str:
        """Return the next key, small; END when the terminal is closed."""
        pressed = msvcrt.getwch()
        if pressed == "\x03":
            raise KeyboardInterrupt
        if pressed in ("\0", "\xe0"):
            return {"M": "n", "K": "p"}.get(msvcrt.getwch(), "")
        return key_name(pressed)

    def line(prompt: str) -> str:
        """Return a line that the person types."""
        return _typed(prompt)

else:
    import select
    import termios
    import tty

    @contextmanager
    def single() -> Iterator[None]:
        """Within it, keys come one by one and are not shown; afterwards all is as before."""
        before = termios.tcgetattr(sys.stdin)
        try:
            tty.setcbreak(sys.stdin, termios.TCSADRAIN)
            yield
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)

    def key() -> str:
        """Return the next key, small; n and p for the arrows; END when the terminal is closed."""
        stdin = sys.stdin.fileno()
        first = os.read(stdin, 1)
        if not first:
            return END
        if first == b"\x1b":
            more = select.select([stdin], [], [], 0.05)[0]
            return _ARROWS.get(os.read(stdin, 2).decode("ascii", "replace"), "") if more else ""
        rest = b"".join(os.read(stdin, 1) for _ in range(_following(first[0])))
        return key_name((first + rest).decode("utf-8", "replace"))

    def _following(first: int) -> int:
        """Return how many bytes follow this one in a character of UTF-8."""
        return (first >= 0xC0) + (first >= 0xE0) + (first >= 0xF0)

    def line(prompt: str) -> str:
        """Return a line that the person types, shown while they do; called within `single`."""
        keys = termios.tcgetattr(sys.stdin)
        shown = termios.tcgetattr(sys.stdin)
        shown[3] |= termios.ICANON | termios.ECHO
        try:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, shown)
            return _typed(prompt)
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, keys)


def _typed(prompt: str) -> str:
    with suppress(ImportError):
        # Where it is there, a wide character is one step for the backspace key.
        import readline  # noqa: F401
    try:
        return input(prompt).strip()
    except EOFError:
        return ""
