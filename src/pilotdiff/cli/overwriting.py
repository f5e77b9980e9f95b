"""What a command writes never takes the place of what it reads."""

from collections.abc import Iterable
from pathlib import Path

from pilotdiff.cli.loading import Loader
from pilotdiff.model import UserError


def refuse_overwriting(
    written: Iterable[Path], read: Iterable[str | Path | None], loader: Loader
) -> None:
    """Refuse, before the work, to write a file that is to be read, or one of the catalogue. Raises
    UserError."""
    targets = [path for path in written if path.is_file()]
    if not targets:
        return
    sources = [Path(name) for name in read if name is not None]
    if loader.catalogue is not None:
        documents = (source.path for source in loader.known.sources if source.path)
        sources += [loader.catalogue, *documents]
    for path in targets:
        if any(source.is_file() and source.samefile(path) for source in sources):
            raise UserError(
                "{path} is one of the documents to be read, and what is written would take its "
                "place: name another",
                path=path,
            )
