"""A folder that is either whole or untouched: files are made beside it, then moved in."""

import errno
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Give a new folder on the same disk as `folder`, gone afterwards whatever happens."""
    home = folder if folder.is_dir() else folder.parent
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".pilotdiff-", dir=home) as temporary:
        made = Path(temporary) / "papers"
        made.mkdir()
        yield made


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
