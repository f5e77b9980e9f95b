"""Many documents at once, read in processes of their own."""

import os
from collections.abc import Sequence

from pilotdiff.cli.loading import Loader
from pilotdiff.cli.progress import Progress
from pilotdiff.language import ENGLISH
from pilotdiff.model import Filed

# Fewer files are read sooner than processes start.
_PAYS = 8


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
