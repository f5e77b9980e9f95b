"""The file of decisions on disk: read whole, replaced whole, never half-written.

A workbook that a reviewer filled in is read as such a file, and never written.
"""

import hashlib
import os
import shutil
from pathlib import Path

from pilotdiff.decisions.table import Book, FiledDecision, decisions_in, decisions_text
from pilotdiff.model import Decision, UserError
from pilotdiff.model.handed_back import NOTHING, Beside
from pilotdiff.model.system_errors import system_said

_MARK = "\ufeff"
# How workbooks begin: as a zip, or as the old office formats.
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


def load(path: Path, *, missing: bool = False) -> Book:
    """Return the decisions that a file holds; none yet where it may be `missing`. Raises
    UserError."""
    data = _data(path, missing=missing)
    return Book(str(path), hashlib.sha256(data).hexdigest(), *_held(path, data))


def _held(path: Path, data: bytes) -> tuple[tuple[FiledDecision, ...], Beside]:
    if data.startswith(_PACKED):
        from pilotdiff.decisions import sheets  # the readers of workbooks are dear to import

        return sheets.verdicts_in(str(path), data)
    return decisions_in(str(path), _text(path, data).removeprefix(_MARK)), NOTHING


def refuse_decisions(path: Path) -> None:
    """Refuse, before the work, a file that could not be written. Raises UserError."""
    if path.is_dir():
        raise UserError("{path} is a folder: name a file for the decisions", path=path)
    if path.suffix.lower() in _WORKBOOKS:
        raise UserError(
            "{path} is a workbook, which is filled in with a spreadsheet program and given to "
            "match: name a CSV file for the verdicts of review",
            path=path,
        )
    folder = path.resolve().parent
    if not folder.is_dir():
        raise UserError(
            "there is no folder {folder} for {name}: make it, or name another",
            folder=folder,
            name=path.name,
        )
    if not os.access(folder, os.W_OK):
        raise UserError("{folder} may not be written to: name a file elsewhere", folder=folder)


def exchange(path: Path, old: Decision | None, new: Decision | None) -> None:
    """Put `new` in the place of `old`, at the end where there is none; None takes `old` out.

    The file is read anew, so what others wrote to it meanwhile stays. Its byte order mark and line
    ends stay as they are; a new file gets a mark, for spreadsheets. Raises UserError.
    """
    text = _text(path, _data(path, missing=True))
    decisions = [filed.decision for filed in decisions_in(str(path), text.removeprefix(_MARK))]
    at = decisions.index(old) if old in decisions else len(decisions)
    decisions[at : at + 1] = [new] if new else []
    mark = _MARK if text.startswith(_MARK) or not text else ""
    _replace(path, mark + decisions_text(decisions, "\r\n" if "\r\n" in text else "\n"))


def _data(path: Path, *, missing: bool) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        if missing:
            return b""
        raise UserError("there is no file {path}: name the file of decisions", path=path) from error
    except OSError as error:
        raise UserError("cannot read {path}: {why}", path=path, why=system_said(error)) from error


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError(
            "{path} is not UTF-8 text: save the decisions as a CSV in UTF-8", path=path
        ) from error


def _replace(path: Path, text: str) -> None:
    """Write a file beside it and move that over it; a link stays one, the mode too."""
    target = path.resolve()
    made = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with made.open("wb") as file:
            file.write(text.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, made)
        made.replace(target)
    except OSError as error:
        made.unlink(missing_ok=True)
        raise UserError("cannot write {path}: {why}", path=path, why=system_said(error)) from error
