"""The documents of a catalogue as read, with what the catalogue knows of them."""

from dataclasses import replace

from pilotdiff.model import Declared, Document, Listing, Source
from pilotdiff.model.callbacks import Tick
from pilotdiff.reading import read_document

# The catalogue may know these too: the listing goes on saying what the text says.
_ITS_OWN = ("script", "programme", "batch")


def document(source: Source, progress: Tick | None = None) -> Document:
    """Return the document under the catalogue's id; no lines where the catalogue names no file."""
    if source.path is None:
        return Document(source.id, "toml", "", 0, ())
    return replace(read_document(str(source.path), progress=progress), name=source.id)


def described(listing: Listing, source: Source) -> Listing:
    """Return the listing with what the catalogue knows of its document and the list may not say."""
    from pilotdiff.facts.scopes import scoped  # a catalogue alone needs nothing that reads lists

    declared = listing.declared or tuple(
        Declared(number, 0, "", level) for level, number in source.declared.items()
    )
    context = listing.context
    if source.province and source.province not in context:
        context = (source.province, *context)
    known = {name: fact for name, fact in source.known().items() if name not in _ITS_OWN}
    if source.figures:
        known["figures"] = tuple(map(scoped, source.figures))
    return replace(
        listing, context=context, declared=declared, provenance=source.provenance, **known
    )
