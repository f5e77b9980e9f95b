"""Getting at the bytes: a path, or standard input."""

import sys
from pathlib import Path
from typing import BinaryIO

from pilotdiff.model import UserError
from pilotdiff.reading.contents import STANDARD_INPUT, printable
from pilotdiff.reading.limits import MAX_BYTES, MEBIBYTE


def load(source: str, stdin: BinaryIO | None) -> bytes:
    """Return the whole of a file, or of standard input for "-". Raises UserError when it cannot be
    had."""
    if source == STANDARD_INPUT:
        return _bounded(source, stdin or sys.stdin.buffer)
    path, name = Path(source), printable(source)
    try:
        if path.is_dir():
            raise UserError(
                "{name} is a folder; name the file in it that holds the list", name=name
            )
        with path.open("rb") as stream:
            return _bounded(source, stream)
    except FileNotFoundError:
        raise UserError(
            "{name}: there is no such file; check the name and the folder", name=name
        ) from None
    except PermissionError:
        raise UserError("{name} may not be read; ask its owner for the right", name=name) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(
            "{name} cannot be opened ({reason}); check the name", name=name, reason=reason
        ) from error


def _bounded(source: str, stream: BinaryIO) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        most = MAX_BYTES // MEBIBYTE
        raise UserError(
            "{name} is larger than {most} MiB; split it into files",
            name=printable(source),
            most=most,
        )
    return data
