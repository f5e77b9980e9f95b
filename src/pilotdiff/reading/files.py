"""Getting at the bytes: a path, or standard input."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from pilotdiff.model import UserError
from pilotdiff.model.errors import nearest
from pilotdiff.model.system_errors import system_said
from pilotdiff.patterns import pattern
from pilotdiff.reading.contents import STANDARD_INPUT, printable
from pilotdiff.reading.limits import MAX_BYTES, MEBIBYTE


def whole_file(source: str, stdin: BinaryIO | None) -> bytes:
    """Return the whole of a file, of the pictures of a folder or pattern as one, or of standard
    input for "-". Raises UserError when it cannot be had."""
    if source == STANDARD_INPUT:
        return _bounded(source, stdin or sys.stdin.buffer)
    path, name = Path(source), printable(source)
    try:
        if not path.is_file() and (pictures := _bundled(source)):
            return pictures
        if path.is_dir():
            raise UserError(
                "{name} is a folder; name the file in it that holds the list", name=name
            )
        with path.open("rb") as stream:
            return _bounded(source, stream)
    except FileNotFoundError:
        raise _missing(path, name) from None
    except PermissionError:
        raise UserError("{name} may not be read; ask its owner for the right", name=name) from None
    except (OSError, ValueError) as error:
        raise UserError(
            "{name} cannot be opened ({reason}); check the name",
            name=name,
            reason=system_said(error),
        ) from error


_ADDRESS = pattern(r"(?:https?|ftp):/|www\.", re.IGNORECASE)


def load_pages(sources: Sequence[str]) -> bytes:
    """Return pictures as one document's bytes. Raises UserError where one is none."""
    from pilotdiff.reading.picture_bundles import is_picture_name, zipped

    for source in sources:
        if not is_picture_name(source):
            raise UserError(
                "{name} is no picture: several files are one document only where all are pictures "
                "of its pages; give one file",
                name=printable(source),
            )
    pages = [(source, whole_file(source, None)) for source in dict.fromkeys(sources)]
    if sum(len(data) for _, data in pages) > MAX_BYTES:
        raise _too_large(sources[0])
    folders = {Path(source).parent for source in sources}
    # Without their folders, as far as names stay different: the same bytes wherever they lie.
    return zipped((Path(name).name if len(folders) == 1 else name, data) for name, data in pages)


def _bundled(source: str) -> bytes:
    """Return the pictures of a folder or a pattern as one document's bytes, b"" without any."""
    from pilotdiff.reading.picture_bundles import pages_named, zipped

    pages = pages_named(source)
    if sum(page.stat().st_size for page in pages) > MAX_BYTES:
        raise _too_large(source)
    return zipped((page.name, page.read_bytes()) for page in pages) if pages else b""


def _missing(path: Path, name: object) -> UserError:
    """Return what is told of a file that is not there: the name of one that is, if near."""
    if _ADDRESS.match(str(name)):
        return UserError(
            "{name} is an address, and nothing is fetched; save the page and give that file",
            name=name,
        )
    beside = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
    if near := nearest(path.name, beside):
        found = printable(str(path.with_name(near)))
        return UserError(
            "{name}: there is no such file: did you mean {near}?", name=name, near=found
        )
    return UserError("{name}: there is no such file; check the name and the folder", name=name)


def _bounded(source: str, stream: BinaryIO) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(source)
    return data


def _too_large(source: str) -> UserError:
    return UserError(
        "{name} is larger than {most} MiB; split it into files",
        name=printable(source),
        most=MAX_BYTES // MEBIBYTE,
    )
