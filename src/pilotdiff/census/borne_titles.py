"""Headings that may be the name of a village: 白石镇 / 文明村 / 清河村, where no other line speaks
of what is 文明."""

from collections.abc import Iterator

from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import DoubtfulLine, Level, Listing, Role, msg
from pilotdiff.names import split

_WHY = msg("taken for a heading, but hundreds of villages are called so: it may be a unit")
_WORDS = frozenset({Role.TITLE, Role.HEADING, Role.RUNNING_TEXT})


def borne_titles(listing: Listing) -> Iterator[DoubtfulLine]:
    """Yield the headings that villages bear for their name too, whose word of a title stands in no
    other line of words."""
    words = [each for each in listing.readings if each.role in _WORDS]
    for each in words:
        stem, kind = split(Level.COMMUNITY, each.text.strip())
        if each.role is not Role.HEADING or kind != "村" or stem not in phrases("titles_borne.txt"):
            continue
        if not any(stem in other.text for other in words if other.line != each.line):
            yield DoubtfulLine(each.line, each.text.strip(), _WHY)
