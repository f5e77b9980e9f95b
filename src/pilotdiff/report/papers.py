"""The working papers: a folder that is either whole or untouched."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from pilotdiff.model import Outcome, UserError
from pilotdiff.report import csvfile
from pilotdiff.report.model import Report
from pilotdiff.report.run import run

# A file may be named by bytes that are no text; its name is shown with ? for those.
UNDECODED = "replace"


def check(folder: Path) -> None:
    """Refuse, before the work, a folder that could not be written to. Raises UserError."""
    if folder.exists() and not folder.is_dir():
        raise UserError(f"{folder} is a file: name a folder for the working papers")
    if folder.is_dir() and not os.access(folder, os.W_OK):
        raise UserError(f"{folder} may not be written to: name another folder")


def write(report: Report, folder: Path) -> None:
    """Write diff.csv, one CSV an outcome and run.json; the folder is made when missing.

    Files of the same names are replaced when the new ones are whole; others are left alone.
    Raises UserError when that is not possible.
    """
    check(folder)
    try:
        with _beside(folder) as made:
            _tables(report, made)
            text = json.dumps(run(report), ensure_ascii=False, indent=2)
            (made / "run.json").write_bytes(f"{text}\n".encode(errors=UNDECODED))
            _move(made, folder)
    except OSError as error:
        raise UserError(
            f"cannot write the working papers to {folder}: {error.strerror or error}"
        ) from error


def _tables(report: Report, folder: Path) -> None:
    """One pass over the rows fills all seven tables."""
    with ExitStack() as stack:
        whole = stack.enter_context(_table(folder / "diff.csv"))
        parts = {
            outcome: stack.enter_context(_table(folder / f"{outcome}.csv")) for outcome in Outcome
        }
        for chunk in csvfile.chunks(report):
            encoded = [line.encode(errors=UNDECODED) for line in chunk.lines]
            whole.write(b"".join(encoded))
            shares: dict[Outcome, list[bytes]] = {outcome: [] for outcome in Outcome}
            for row, line in zip(chunk.rows, encoded, strict=True):
                shares[row.outcome].append(line)
            for outcome, lines in shares.items():
                parts[outcome].write(b"".join(lines))


def _table(path: Path) -> BinaryIO:
    file = path.open("wb")
    file.write((csvfile.BOM + csvfile.header()).encode())
    return file


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A new folder on the same disk as `folder`, gone afterwards whatever happens."""
    home = folder if folder.is_dir() else folder.parent
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".pilotdiff-", dir=home) as temporary:
        made = Path(temporary) / "papers"
        made.mkdir()
        yield made


def _move(made: Path, folder: Path) -> None:
    if not folder.exists():
        made.rename(folder)
        return
    for path in sorted(made.iterdir()):
        path.replace(folder / path.name)
