"""What a catalogue holds."""

from typing import NamedTuple

from pilotdiff.model import Source


class Catalogue(NamedTuple):
    """The documents of a programme, or of several.

    name     the file as the user gave it, "" for the catalogue that is shipped
    sources  in the order of the file
    example  the two lists that `match` compares where none are named, None where it says nothing
    """

    name: str
    sources: tuple[Source, ...]
    example: tuple[Source, Source] | None = None

    def find(self, id: str) -> Source | None:
        """Return the document of that id, None when there is none."""
        return next((source for source in self.sources if source.id == id), None)
