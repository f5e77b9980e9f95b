"""From what the user named to the units it lists: a file, standard input or a shipped document."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.cli.progress import Progress
from pilotdiff.model import Units, UserError
from pilotdiff.report.words import Words

if TYPE_CHECKING:
    from pilotdiff.model import Source


class Loader(NamedTuple):
    """Reads what the user names; the columns are those of tables whose headers are not known."""

    progress: Progress
    words: Words
    id_column: str = ""
    name_column: str = ""

    def load(self, source: str) -> Units:
        """The units that the source lists; none when it holds no list. Raises UserError."""
        shipped = _shipped(source)
        if shipped:
            return load_shipped(shipped)
        from pilotdiff.listing import outline
        from pilotdiff.reading import read
        from pilotdiff.units import resolve

        with self.progress.stage(self.words("reading", name=source)) as tick:
            document = read(source, stdin=sys.stdin.buffer, progress=tick)
            columns = {"id_column": self.id_column, "name_column": self.name_column}
            return resolve(outline(document, **columns))

    def load_list(self, source: str) -> Units:
        """The same where a list is needed: UserError when there is none."""
        units = self.load(source)
        if not units.units:
            raise UserError(
                f"no list found in {source}: give a document that lists units, or see with "
                f"`pilotdiff parse {source} --passed-over` which lines were passed over"
            )
        return units


def load_shipped(source: "Source") -> Units:
    """The units of a shipped document, under its id, with what the catalogue knows of it."""
    from pilotdiff.bundled import described, document
    from pilotdiff.listing import outline
    from pilotdiff.units import resolve

    return resolve(described(outline(document(source)), source))


def _shipped(source: str) -> "Source | None":
    """A file of that name comes before a shipped document of that id."""
    if source == "-" or "." in source or "/" in source:
        return None
    from pilotdiff.bundled import catalogue

    found = catalogue().find(source)
    return None if found and Path(source).exists() else found
