"""Folders that stand for the documents in them."""

from collections.abc import Sequence
from pathlib import Path

from pilotdiff.model import UserError
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
    were written here. Raises UserError for a folder that holds no document.
    """
    found: list[str] = []
    for name in names:
        path = Path(name)
        if not path.is_dir():
            found.append(name)
            continue
        within = sorted(each for each in path.rglob("*") if _is_document(each, path))
        if not within:
            raise UserError("{path} holds no document that could be a list", path=name)
        of_pages = {each for each in {page.parent for page in within} if _is_of_pages(each)}
        found += [str(each.parent if each.parent in of_pages else each) for each in within]
    return list(dict.fromkeys(found))


def _is_of_pages(folder: Path) -> bool:
    pages = pages_named(str(folder))
    return bool(pages) and are_numbered(pages)


def _is_document(path: Path, above: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(above).parts)
    written = (path.parent / "run.json").exists()  # papers, and panels
    return not (hidden or written) and path.suffix.lower() in SUFFIXES and path.is_file()
