"""The file of decisions on disk: read whole, replaced whole, never half-written."""

import hashlib
import os
import shutil
from pathlib import Path

from pilotdiff.decisions.table import Book, parse, render
from pilotdiff.model import Decision, UserError

_MARK = "\ufeff"


def load(path: Path, *, missing: bool = False) -> Book:
    """The decisions that a file holds; none yet where it may be `missing`. Raises UserError."""
    text = _text(path, missing=missing)
    filed = parse(str(path), text.removeprefix(_MARK))
    return Book(str(path), hashlib.sha256(text.encode()).hexdigest(), filed)


def check(path: Path) -> None:
    """Refuse, before the work, a file that could not be written. Raises UserError."""
    if path.is_dir():
        raise UserError(f"{path} is a folder: name a file for the decisions")
    folder = path.resolve().parent
    if not folder.is_dir():
        raise UserError(f"there is no folder {folder} for {path.name}: make it, or name another")
    if not os.access(folder, os.W_OK):
        raise UserError(f"{folder} may not be written to: name a file elsewhere")


def exchange(path: Path, old: Decision | None, new: Decision | None) -> None:
    """Put `new` in the place of `old`, at the end where there is none; None takes `old` out.

    The file is read anew, so what others wrote to it meanwhile stays. Its byte order mark and line
    ends stay as they are; a new file gets a mark, for spreadsheets. Raises UserError.
    """
    text = _text(path, missing=True)
    decisions = [filed.decision for filed in parse(str(path), text.removeprefix(_MARK))]
    at = decisions.index(old) if old in decisions else len(decisions)
    decisions[at : at + 1] = [new] if new else []
    mark = _MARK if text.startswith(_MARK) or not text else ""
    _replace(path, mark + render(decisions, "\r\n" if "\r\n" in text else "\n"))


def _text(path: Path, *, missing: bool) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        if missing:
            return ""
        raise UserError(f"there is no file {path}: name the file of decisions") from error
    except UnicodeDecodeError as error:
        raise UserError(
            f"{path} is not UTF-8 text: save the decisions as a CSV in UTF-8"
        ) from error
    except OSError as error:
        raise UserError(f"cannot read {path}: {error.strerror or error}") from error


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
        raise UserError(f"cannot write {path}: {error.strerror or error}") from error
