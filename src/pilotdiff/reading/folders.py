"""Folders that stand for the documents in them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from pilotdiff.model import UserError
from pilotdiff.reading.limits import MAX_FOLDER_FILES
from pilotdiff.reading.picture_bundles import are_numbered, pages_named

# What a folder is looked through for; text without a suffix is nobody's list.
SUFFIXES = frozenset(
    {
        *(".txt", ".md", ".html", ".htm", ".mht", ".docx", ".doc", ".odt", ".rtf", ".pdf"),
        *(".xlsx", ".xls", ".ods", ".csv", ".tsv", ".jpg", ".jpeg", ".png", ".tif", ".tiff"),
    }
)


def opened(names: Sequence[str]) -> list[str]:
    """Return the names, each folder's files in its place, in the order of their names; a folder of
    numbered pictures stays one document.

    Files that begin with a dot and of suffixes that no list has are left out, and the papers that
    were written here. Raises UserError for a folder that holds no document, or more than anybody
    keeps lists in, and OSError for one within it that may not be read.
    """
    found: list[str] = []
    for name in names:
        path = Path(name)
        if not os.path.isdir(name):  # noqa: PTH112 - text too long for a name is no folder
            found.append(name)
            continue
        within = sorted(_documents(path))
        if not within:
            raise UserError("{path} holds no document that could be a list", path=name)
        of_pages = {each for each in {page.parent for page in within} if _is_of_pages(each)}
        found += [str(each.parent if each.parent in of_pages else each) for each in within]
    return list(dict.fromkeys(found))


def _is_of_pages(folder: Path) -> bool:
    pages = pages_named(str(folder))
    return bool(pages) and are_numbered(pages)


def _documents(above: Path) -> Iterator[Path]:
    """Yield the documents in a folder and in those within it."""
    seen = 0
    for folder, folders, files in os.walk(above, onerror=_unreadable):
        folders[:] = [each for each in folders if not each.startswith(".")]
        seen += len(folders) + len(files)
        if seen > MAX_FOLDER_FILES:
            raise UserError(
                "{path} holds more than {most} files and folders; name a folder of lists",
                path=str(above),
                most=f"{MAX_FOLDER_FILES:,}",
            )
        if "run.json" in files:  # papers, and panels
            continue
        for name in files:
            path = Path(folder, name)
            if name[0] != "." and path.suffix.lower() in SUFFIXES and path.is_file():
                yield path


def _unreadable(error: OSError) -> None:
    # What is gone meanwhile holds no list; what may not be read could.
    if not isinstance(error, FileNotFoundError):
        raise error
