"""The names that a list leaves out, as a part of a text."""

from collections.abc import Iterator

from pilotdiff.language import Words
from pilotdiff.model import Units, msg
from pilotdiff.report.text_blocks import TextBlock, TextHeading, TextTable


def count_heading(head: str, number: int, words: Words) -> TextHeading:
    """Return the heading of so many lines."""
    return TextHeading(words("{head} ({number})", head=head, number=number))


def left_out(units: Units, words: Words) -> Iterator[TextBlock]:
    """Yield the names in a document that are in no entry and have no accepted reason."""
    missing = units.census.missing
    if missing:
        name = units.listing.document.name
        head = words("{head}: {said}", head=msg("Left out"), said=name)
        yield count_heading(head, len(missing), words)
        heads = [words(name) for name in (msg("Line"), msg("Text"), msg("Why"))]
        yield TextTable(heads, ((str(one.line), one.text, words(one.reason)) for one in missing))
