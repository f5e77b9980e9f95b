"""A folder that is either whole or untouched: files are made beside it, then moved in."""

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pilotdiff.forked import undisturbed
from pilotdiff.model import Message, UserError
from pilotdiff.model.system_errors import system_said
from pilotdiff.report.folder_record import add_digests

# A file may be named by bytes that are no text; its name is shown with ? for those.
UNDECODED = "replace"


@contextmanager
def folder_beside(folder: Path) -> Iterator[Path]:
    """Give a new folder on the same disk as `folder`, which may be a file too, gone afterwards
    whatever happens."""
    home = folder if folder.is_dir() else folder.parent
    home.mkdir(parents=True, exist_ok=True)
    temporary = None
    try:
        with undisturbed():
            temporary = tempfile.TemporaryDirectory(prefix=".pilotdiff-", dir=home)
        made = Path(temporary.name) / "papers"
        made.mkdir()
        yield made
    finally:
        # Whoever asks twice to end it asks while it tidies up.
        if temporary is not None:
            with undisturbed():
                temporary.cleanup()


@contextmanager
def written_whole(folder: Path, refusal: Message) -> Iterator[Path]:
    """Give a folder to write to, whose files are moved into `folder` when they are whole.

    The folder is made when missing; files of the same names are replaced, others are left alone. A
    run.json among them gets the digest of each.
    Raises UserError, the `refusal` with the path and the error, when it is not possible.
    """
    refuse_unwritable(folder)
    try:
        with folder_beside(folder) as made:
            yield made
            add_digests(made, folder)
            move_in(made, folder)
    except OSError as error:
        raise UserError(refusal.text, path=folder, error=system_said(error)) from error


def refuse_unwritable(folder: Path) -> None:
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
    # No half of the files is new.
    with undisturbed():
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
