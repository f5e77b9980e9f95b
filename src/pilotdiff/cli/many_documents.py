"""Many documents at once: folders opened, files read in processes of their own."""

import os
from collections.abc import Sequence
from pathlib import Path

from pilotdiff.cli.loading import Loader
from pilotdiff.cli.progress import Progress
from pilotdiff.language import ENGLISH
from pilotdiff.model import Filed, UserError

# What a folder is looked through for; text without a suffix is nobody's list.
SUFFIXES = frozenset(
    {
        *(".txt", ".md", ".html", ".htm", ".mht", ".docx", ".doc", ".odt", ".rtf", ".pdf"),
        *(".xlsx", ".xls", ".ods", ".csv", ".tsv", ".jpg", ".jpeg", ".png", ".tif", ".tiff"),
    }
)
# Fewer files are read sooner than processes start.
_PAYS = 8


def opened(names: Sequence[str]) -> list[str]:
    """Return the names, each folder's files in its place, in the order of their names.

    Files that begin with a dot and of suffixes that no list has are left out, and the papers that
    were written here. Raises UserError for a folder that holds no document.
    """
    found: list[str] = []
    for name in names:
        path = Path(name)
        if not path.is_dir():
            found.append(name)
            continue
        within = sorted(str(each) for each in path.rglob("*") if _is_document(each, path))
        if not within:
            raise UserError("{path} holds no document that could be a list", path=name)
        found += within
    return list(dict.fromkeys(found))


def _is_document(path: Path, above: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(above).parts)
    written = (path.parent / "run.json").exists()  # papers, and panels
    return not (hidden or written) and path.suffix.lower() in SUFFIXES and path.is_file()


def filed_all(names: Sequence[str], loader: Loader, processes: int | None) -> tuple[Filed, ...]:
    """Return the documents as `Loader.filed` does, read by so many processes side by side.

    `None` is as many as there are cores. Raises UserError for the first that cannot be read.
    """
    wide = min(processes or os.cpu_count() or 1, len(names))
    if wide < 2 or (processes is None and len(names) < _PAYS):
        return loader.filed(names)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    alone = Loader(
        Progress(shown=False), ENGLISH, loader.id_column, loader.name_column, loader.catalogue
    )
    title = loader.words("reading {n} documents", n=len(names))
    with loader.progress.stage(title) as tick, ProcessPoolExecutor(wide, get_context()) as pool:
        found: list[Filed] = []
        for one in pool.map(_read, [alone] * len(names), names):
            found.append(one)
            tick(len(found), len(names))
    return tuple(found)


def _read(loader: Loader, name: str) -> Filed:
    return loader.filed([name])[0]
