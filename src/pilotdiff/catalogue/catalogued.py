"""The documents of a catalogue as read, with what the catalogue knows of them."""

from collections.abc import Callable
from dataclasses import replace

from pilotdiff.model import Declared, Document, Listing, Source, Stated
from pilotdiff.reading import read


def document(source: Source, progress: Callable[[int, int], None] | None = None) -> Document:
    """The document under the catalogue's id; no lines where the catalogue names no file."""
    if source.path is None:
        return Document(source.id, "toml", "", 0, ())
    return replace(read(str(source.path), progress=progress), name=source.id)


def described(listing: Listing, source: Source) -> Listing:
    """The listing with what the catalogue knows of its document and the list may not say."""
    from pilotdiff.facts.scopes import scoped  # a catalogue alone needs nothing that reads lists

    declared = listing.declared or tuple(
        Declared(number, 0, "", level) for level, number in source.declared.items()
    )
    context = listing.context
    if source.province and source.province not in context:
        context = (source.province, *context)
    return replace(
        listing,
        title=source.title or listing.title,
        issuer=source.issuer or listing.issuer,
        number=source.number or listing.number,
        date=source.date or listing.date,
        context=context,
        declared=declared,
        cites=source.cites or listing.cites,
        citations=source.citations or listing.citations,
        figures=tuple(map(scoped, source.figures)) or listing.figures,
        allotments=source.allotments or listing.allotments,
        ends=Stated(source.ends, 0) if source.ends else listing.ends,
    )
