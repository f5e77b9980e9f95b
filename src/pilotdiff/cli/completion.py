"""What the shell offers behind TAB where a document is to be named; files it finds by itself."""

from pathlib import Path

import typer

from pilotdiff.model import UserError


def documents(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Offer the ids of the catalogue's documents with their titles, and files that begin alike.

    Empty where no id does: the shell then completes files in its own way.
    """
    from pilotdiff.catalogue import catalogue

    named = context.params.get("catalogue")
    try:
        known = catalogue(Path(named) if named else None)
    except UserError:
        return []  # a shell at work has no place for a sentence
    ids = [(s.id, s.title) for s in known.sources if s.id.startswith(incomplete)]
    return [*ids, *_files(incomplete)] if ids else []


def _files(incomplete: str) -> list[tuple[str, str]]:
    names = (path.name + "/" * path.is_dir() for path in sorted(Path().iterdir()))
    return [(name, "") for name in names if name[0] != "." and name.startswith(incomplete)]
