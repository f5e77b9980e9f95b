"""Where a document was found, and where those of its facts come from that it does not state."""

from typing import NamedTuple

# The fact is that of the page on which the document was found, not of the document.
OF_PAGE = "page"


class Provenance(NamedTuple):
    """What a catalogue tells of a document's way here.

    site, page, seen  who published the page that it was found on, the page's title and ISO date
    known_from  facts that the document does not state, each with the title of what does, or OF_PAGE
    is_extract  its file holds an extract of the page: digest and lines are those of the extract
    """

    site: str = ""
    page: str = ""
    seen: str = ""
    known_from: tuple[tuple[str, str], ...] = ()
    is_extract: bool = False

    def of(self, fact: str) -> str:
        """Return where a fact is known from, "" where the document states it or nothing is told."""
        return dict(self.known_from).get(fact, "")


NO_PROVENANCE = Provenance()
