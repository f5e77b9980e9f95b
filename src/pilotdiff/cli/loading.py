"""From what the user named to the units it lists: a file, standard input or a shipped document."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pilotdiff.cli.progress import Progress
from pilotdiff.model import Listing, Units, UserError
from pilotdiff.report.words import Words

if TYPE_CHECKING:
    from pilotdiff.bundled import Source


def load(source: str, progress: Progress, words: Words) -> Units:
    """The units that the source lists; none when it holds no list. Raises UserError."""
    shipped = _shipped(source)
    if shipped:
        return load_shipped(shipped)
    return _units(_listing(source, source, progress, words))


def load_list(source: str, progress: Progress, words: Words) -> Units:
    """The same where a list is needed: UserError when there is none."""
    units = load(source, progress, words)
    if not units.units:
        raise UserError(
            f"no list found in {source}: give a document that lists units, or see with "
            f"`pilotdiff parse {source} --passed-over` which lines were passed over"
        )
    return units


def load_shipped(source: "Source") -> Units:
    """The units of a shipped document, under its id, with what the catalogue knows of it."""
    from pilotdiff.bundled import described
    from pilotdiff.bundled import document as shipped_document
    from pilotdiff.listing import outline

    return _units(described(outline(shipped_document(source)), source))


def _shipped(source: str) -> "Source | None":
    """A file of that name comes before a shipped document of that id."""
    if source == "-" or "." in source or Path(source).exists():
        return None
    from pilotdiff.bundled import catalogue

    return catalogue().find(source)


def _listing(source: str, name: str, progress: Progress, words: Words) -> Listing:
    from pilotdiff.listing import outline
    from pilotdiff.reading import read

    with progress.stage(words("reading", name=name)) as tick:
        return outline(read(source, stdin=sys.stdin.buffer, progress=tick))


def _units(listing: Listing) -> Units:
    from pilotdiff.units import resolve

    return resolve(listing)
