"""The page on disk: whole or not at all."""

import os
from pathlib import Path

from pilotdiff.model import UserError
from pilotdiff.model.system_errors import system_said
from pilotdiff.report.whole_folder import folder_beside

# A document may be named by bytes that are no text; its name is shown with ? for those.
_UNDECODED = "replace"


def refuse_page(path: Path) -> None:
    """Refuse, before the work, a file that could not be written. Raises UserError."""
    if path.is_dir():
        raise UserError("{path} is a folder: name a file in it for the page", path=path)
    above = next((each for each in path.parents if each.exists()), path.parent)
    if not above.is_dir():
        raise UserError("{path} cannot be made: {above} is a file", path=path, above=above)
    if path.exists() and not os.access(path, os.W_OK):
        raise UserError("{path} may not be written to: name another file", path=path)


def write_page_file(page: str, path: Path) -> None:
    """Write the page; folders on the way to it are made. Raises UserError where that fails."""
    refuse_page(path)
    data = page.encode(errors=_UNDECODED)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or a device: nothing to put in its place
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        why = system_said(error)
        raise UserError("cannot write the page to {path}: {why}", path=path, why=why) from error


def _replace(path: Path, data: bytes) -> None:
    with folder_beside(path) as folder:
        made = folder / "page.html"
        made.write_bytes(data)
        made.replace(path)
