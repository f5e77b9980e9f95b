"""A folder that is either whole or untouched: files are made beside it, then moved in."""

import errno
import json
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pilotdiff.model import Message, UserError

# A file may be named by bytes that are no text; its name is shown with ? for those.
UNDECODED = "replace"


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Give a new folder on the same disk as `folder`, gone afterwards whatever happens."""
    home = folder if folder.is_dir() else folder.parent
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".pilotdiff-", dir=home) as temporary:
        made = Path(temporary) / "papers"
        made.mkdir()
        yield made


@contextmanager
def written_whole(folder: Path, refusal: Message) -> Iterator[Path]:
    """Give a folder to write to, whose files are moved into `folder` when they are whole.

    The folder is made when missing; files of the same names are replaced, others are left alone.
    Raises UserError, the `refusal` with the path and the error, when it is not possible.
    """
    check(folder)
    try:
        with beside(folder) as made:
            yield made
            move_in(made, folder)
    except OSError as error:
        raise UserError(refusal.text, path=folder, error=error.strerror or error) from error


def check(folder: Path) -> None:
    """Refuse, before the work, a folder that could not be written to. Raises UserError."""
    if folder.exists() and not folder.is_dir():
        raise UserError("{path} is a file: name a folder for the working papers", path=folder)
    if folder.is_dir() and not os.access(folder, os.W_OK):
        raise UserError("{path} may not be written to: name another folder", path=folder)


def write_json(what: Mapping[str, object], path: Path) -> None:
    """Write an object to a file, indented; what no UTF-8 can hold as ?."""
    text = json.dumps(what, ensure_ascii=False, indent=2)
    path.write_bytes(f"{text}\n".encode(errors=UNDECODED))


def move_in(made: Path, folder: Path) -> None:
    """Put the files of `made` in the place of those of their names in a folder; others stay."""
    if not folder.exists():
        made.rename(folder)
        return
    with _undisturbed():
        for path in sorted(made.iterdir()):
            _replace(path, Path(os.path.realpath(folder / path.name)))


def _replace(made: Path, target: Path) -> None:
    """Put a file in the place of another one; where that is a symbolic link, of what it leads to,
    as the page is written."""
    try:
        made.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copyfile(made, target)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep what would interrupt waiting, so that no half of the files is new."""
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
